import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const aps = outlet({
  id: "aps",
  nameAr: "وكالة الأنباء الجزائرية",
  nameEn: "APS",
  homeUrl: "https://www.aps.dz/ar",
  feedUrl: "https://www.aps.dz/ar/rss.xml",
  country: "DZ",
  timeZone: "Africa/Algiers",
});
