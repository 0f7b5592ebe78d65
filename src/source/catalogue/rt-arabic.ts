import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const rtArabic = outlet({
  id: "rt-arabic",
  nameAr: "آر تي عربي",
  nameEn: "RT Arabic",
  homeUrl: "https://arabic.rt.com",
  feedUrl: "https://arabic.rt.com/rss/",
  country: "RU",
  timeZone: "Europe/Moscow",
});
