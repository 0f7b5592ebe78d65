import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const youm7 = outlet({
  id: "youm7",
  nameAr: "اليوم السابع",
  nameEn: "Youm7",
  homeUrl: "https://www.youm7.com",
  feedUrl: "https://www.youm7.com/rss/SectionRss",
  country: "EG",
  timeZone: "Africa/Cairo",
});
