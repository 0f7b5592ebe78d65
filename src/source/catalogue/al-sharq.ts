import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alSharq = outlet({
  id: "al-sharq",
  nameAr: "الشرق القطرية",
  nameEn: "Al-Sharq",
  homeUrl: "https://al-sharq.com",
  feedUrl: "https://al-sharq.com/rss/latestNews",
  country: "QA",
  timeZone: "Asia/Qatar",
});
