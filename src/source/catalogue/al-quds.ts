import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alQuds = outlet({
  id: "al-quds",
  nameAr: "القدس",
  nameEn: "Al-Quds",
  homeUrl: "https://www.alquds.com",
  feedUrl: "https://www.alquds.com/ar/rss.xml",
  country: "PS",
  timeZone: "Asia/Hebron",
});
