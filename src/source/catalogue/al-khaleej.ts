import { outlet } from "../outlet.ts";

/** No feed is known. */
export const alKhaleej = outlet({
  id: "al-khaleej",
  nameAr: "الخليج",
  nameEn: "Al Khaleej",
  homeUrl: "https://www.alkhaleej.ae",
  feedUrl: null,
  country: "AE",
  timeZone: "Asia/Dubai",
});
