import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-06. */
export const hespress = outlet({
  id: "hespress",
  nameAr: "هسبريس",
  nameEn: "Hespress",
  homeUrl: "https://www.hespress.com",
  feedUrl: "https://www.hespress.com/feed",
  country: "MA",
  timeZone: "Africa/Casablanca",
  enabled: true,
});
