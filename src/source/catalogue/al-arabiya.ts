import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alArabiya = outlet({
  id: "al-arabiya",
  nameAr: "العربية",
  nameEn: "Al Arabiya",
  homeUrl: "https://www.alarabiya.net",
  feedUrl: "https://www.alarabiya.net/feed/rss2/ar/arab-and-world.xml",
  country: "AE",
  timeZone: "Asia/Dubai",
});
