import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const skyNewsArabia = outlet({
  id: "sky-news-arabia",
  nameAr: "سكاي نيوز عربية",
  nameEn: "Sky News Arabia",
  homeUrl: "https://www.skynewsarabia.com",
  feedUrl: "https://www.skynewsarabia.com/rss",
  country: "AE",
  timeZone: "Asia/Dubai",
  enabled: true,
});
