import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const cnnArabic = outlet({
  id: "cnn-arabic",
  nameAr: "سي إن إن بالعربية",
  nameEn: "CNN Arabic",
  homeUrl: "https://arabic.cnn.com",
  feedUrl: "https://arabic.cnn.com/api/v1/rss/rss.xml",
  country: "AE",
  timeZone: "Asia/Dubai",
  enabled: true,
});
