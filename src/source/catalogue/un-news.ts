import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const unNews = outlet({
  id: "un-news",
  nameAr: "أخبار الأمم المتحدة",
  nameEn: "UN News",
  homeUrl: "https://news.un.org/ar",
  feedUrl: "https://news.un.org/feed/subscribe/ar/news/all/rss.xml",
  country: "US",
  timeZone: "America/New_York",
});
