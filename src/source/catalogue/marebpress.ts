import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const marebpress = outlet({
  id: "marebpress",
  nameAr: "مأرب برس",
  nameEn: "Marebpress",
  homeUrl: "https://marebpress.net",
  feedUrl: "https://marebpress.net/news_rss.php",
  country: "YE",
  timeZone: "Asia/Aden",
});
