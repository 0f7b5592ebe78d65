import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const bbcArabic = outlet({
  id: "bbc-arabic",
  nameAr: "بي بي سي عربي",
  nameEn: "BBC Arabic",
  homeUrl: "https://www.bbc.com/arabic",
  feedUrl: "https://feeds.bbci.co.uk/arabic/rss.xml",
  country: "GB",
  timeZone: "Europe/London",
  enabled: true,
});
