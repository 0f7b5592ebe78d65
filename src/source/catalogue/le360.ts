import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const le360 = outlet({
  id: "le360",
  nameAr: "لو 360",
  nameEn: "Le360",
  homeUrl: "https://ar.le360.ma",
  feedUrl: "https://ar.le360.ma/rss",
  country: "MA",
  timeZone: "Africa/Casablanca",
});
