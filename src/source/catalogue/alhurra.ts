import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alhurra = outlet({
  id: "alhurra",
  nameAr: "الحرة",
  nameEn: "Alhurra",
  homeUrl: "https://www.alhurra.com",
  feedUrl: "https://www.alhurra.com/rss",
  country: "US",
  timeZone: "America/New_York",
});
