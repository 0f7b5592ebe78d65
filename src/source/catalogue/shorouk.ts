import { outlet } from "../outlet.ts";

/** No feed is known. */
export const shorouk = outlet({
  id: "shorouk",
  nameAr: "الشروق",
  nameEn: "Shorouk",
  homeUrl: "https://www.shorouknews.com",
  feedUrl: null,
  country: "EG",
  timeZone: "Africa/Cairo",
});
