import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alYaum = outlet({
  id: "al-yaum",
  nameAr: "اليوم",
  nameEn: "Al-Yaum",
  homeUrl: "https://www.alyaum.com",
  feedUrl: "https://www.alyaum.com/rssFeed/1005",
  country: "SA",
  timeZone: "Asia/Riyadh",
});
