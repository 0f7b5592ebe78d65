import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const independentArabia = outlet({
  id: "independent-arabia",
  nameAr: "إندبندنت عربية",
  nameEn: "Independent Arabia",
  homeUrl: "https://www.independentarabia.com",
  feedUrl: "https://www.independentarabia.com/rss",
  country: "SA",
  timeZone: "Asia/Riyadh",
});
