import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const argaam = outlet({
  id: "argaam",
  nameAr: "أرقام",
  nameEn: "Argaam",
  homeUrl: "https://www.argaam.com",
  feedUrl: "https://www.argaam.com/ar/rss/main",
  country: "SA",
  timeZone: "Asia/Riyadh",
  topics: ["economy"],
});
