import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alsumaria = outlet({
  id: "alsumaria",
  nameAr: "السومرية",
  nameEn: "Alsumaria",
  homeUrl: "https://www.alsumaria.tv",
  feedUrl: "https://www.alsumaria.tv/Rss/iraq-latest-news/ar",
  country: "IQ",
  timeZone: "Asia/Baghdad",
});
