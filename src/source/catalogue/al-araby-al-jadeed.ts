import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alArabyAlJadeed = outlet({
  id: "al-araby-al-jadeed",
  nameAr: "العربي الجديد",
  nameEn: "Al-Araby Al-Jadeed",
  homeUrl: "https://www.alaraby.co.uk",
  feedUrl: "https://www.alaraby.co.uk/rss",
  country: "GB",
  timeZone: "Europe/London",
});
