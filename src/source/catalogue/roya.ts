import { outlet } from "../outlet.ts";

/** No feed is known. */
export const roya = outlet({
  id: "roya",
  nameAr: "رؤيا",
  nameEn: "Roya",
  homeUrl: "https://royanews.tv",
  feedUrl: null,
  country: "JO",
  timeZone: "Asia/Amman",
});
