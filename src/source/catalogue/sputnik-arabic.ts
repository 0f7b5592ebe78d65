import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const sputnikArabic = outlet({
  id: "sputnik-arabic",
  nameAr: "سبوتنيك عربي",
  nameEn: "Sputnik Arabic",
  homeUrl: "https://sputnikarabic.ae",
  feedUrl: "https://sputnikarabic.ae/export/rss2/archive/index.xml",
  country: "AE",
  timeZone: "Asia/Dubai",
});
