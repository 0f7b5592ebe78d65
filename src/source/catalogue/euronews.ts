import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const euronews = outlet({
  id: "euronews",
  nameAr: "يورونيوز",
  nameEn: "Euronews",
  homeUrl: "https://arabic.euronews.com",
  feedUrl: "https://arabic.euronews.com/rss",
  country: "FR",
  timeZone: "Europe/Paris",
});
