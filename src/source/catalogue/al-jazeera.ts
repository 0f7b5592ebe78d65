import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const alJazeera = outlet({
  id: "al-jazeera",
  nameAr: "الجزيرة",
  nameEn: "Al Jazeera",
  homeUrl: "https://www.aljazeera.net",
  feedUrl:
    "https://www.aljazeera.net/aljazeerarss/a7c186be-1baa-4bd4-9d80-a84db769f779/73d0e1b4-532f-45ef-b135-bfdff8b8cab9",
  country: "QA",
  timeZone: "Asia/Qatar",
  enabled: true,
});
