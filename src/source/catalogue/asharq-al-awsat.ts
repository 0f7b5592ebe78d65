import { outlet } from "../outlet.ts";

/** The feed was recorded as answering on 2026-09-24. */
export const asharqAlAwsat = outlet({
  id: "asharq-al-awsat",
  nameAr: "الشرق الأوسط",
  nameEn: "Asharq Al-Awsat",
  homeUrl: "https://aawsat.com",
  feedUrl: "https://aawsat.com/feed",
  country: "GB",
  timeZone: "Europe/London",
  enabled: true,
});
