import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const raiAlYoum = outlet({
  id: "rai-al-youm",
  nameAr: "رأي اليوم",
  nameEn: "Rai al-Youm",
  homeUrl: "https://www.raialyoum.com",
  feedUrl: "https://www.raialyoum.com/feed",
  country: "GB",
  timeZone: "Europe/London",
});
