import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const alQudsAlArabi = outlet({
  id: "al-quds-al-arabi",
  nameAr: "القدس العربي",
  nameEn: "Al-Quds Al-Arabi",
  homeUrl: "https://www.alquds.co.uk",
  feedUrl: "https://www.alquds.co.uk/feed/",
  country: "GB",
  timeZone: "Europe/London",
});
