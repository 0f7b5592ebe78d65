import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const okaz = outlet({
  id: "okaz",
  nameAr: "عكاظ",
  nameEn: "Okaz",
  homeUrl: "https://www.okaz.com.sa",
  feedUrl: "https://www.okaz.com.sa/rssFeed/0",
  country: "SA",
  timeZone: "Asia/Riyadh",
});
