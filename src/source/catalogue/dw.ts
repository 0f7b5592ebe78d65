import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const dw = outlet({
  id: "dw",
  nameAr: "دويتشه فيله",
  nameEn: "DW",
  homeUrl: "https://www.dw.com/ar",
  feedUrl: "https://rss.dw.com/xml/rss-ar-all",
  country: "DE",
  timeZone: "Europe/Berlin",
  enabled: true,
});
