import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const france24 = outlet({
  id: "france-24",
  nameAr: "فرانس 24",
  nameEn: "France 24",
  homeUrl: "https://www.france24.com/ar",
  feedUrl: "https://www.france24.com/ar/rss",
  country: "FR",
  timeZone: "Europe/Paris",
  enabled: true,
});
