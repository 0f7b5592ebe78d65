import { outlet } from "../outlet.ts";

/** No feed is known. */
export const anNahar = outlet({
  id: "an-nahar",
  nameAr: "النهار",
  nameEn: "An-Nahar",
  homeUrl: "https://www.annahar.com",
  feedUrl: null,
  country: "LB",
  timeZone: "Asia/Beirut",
});
