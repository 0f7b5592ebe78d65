import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const mosaiqueFm = outlet({
  id: "mosaique-fm",
  nameAr: "موزاييك",
  nameEn: "Mosaïque FM",
  homeUrl: "https://www.mosaiquefm.net/ar",
  feedUrl: "https://www.mosaiquefm.net/ar/rss",
  country: "TN",
  timeZone: "Africa/Tunis",
});
