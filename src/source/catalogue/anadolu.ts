import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const anadolu = outlet({
  id: "anadolu",
  nameAr: "الأناضول",
  nameEn: "Anadolu",
  homeUrl: "https://www.aa.com.tr/ar",
  feedUrl: "https://www.aa.com.tr/ar/rss/default?cat=live",
  country: "TR",
  timeZone: "Europe/Istanbul",
});
