import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alMasryAlYoum = outlet({
  id: "al-masry-al-youm",
  nameAr: "المصري اليوم",
  nameEn: "Al-Masry Al-Youm",
  homeUrl: "https://www.almasryalyoum.com",
  feedUrl: "https://www.almasryalyoum.com/rss/rssfeed",
  country: "EG",
  timeZone: "Africa/Cairo",
});
