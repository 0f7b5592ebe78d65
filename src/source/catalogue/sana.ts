import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const sana = outlet({
  id: "sana",
  nameAr: "سانا",
  nameEn: "SANA",
  homeUrl: "https://www.sana.sy",
  feedUrl: "https://www.sana.sy/?feed=rss2",
  country: "SY",
  timeZone: "Asia/Damascus",
});
