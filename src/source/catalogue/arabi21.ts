import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const arabi21 = outlet({
  id: "arabi21",
  nameAr: "عربي21",
  nameEn: "Arabi21",
  homeUrl: "https://arabi21.com",
  feedUrl: "https://arabi21.com/feed",
  country: "GB",
  timeZone: "Europe/London",
});
