import { outlet } from "../outlet.ts";

/** No feed is known. */
export const omanDaily = outlet({
  id: "oman-daily",
  nameAr: "جريدة عمان",
  nameEn: "Oman Daily",
  homeUrl: "https://www.omandaily.om",
  feedUrl: null,
  country: "OM",
  timeZone: "Asia/Muscat",
});
