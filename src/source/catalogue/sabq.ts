import { outlet } from "../outlet.ts";

/** The feed is the one that public projects used in 2025 and 2026; nobody is known to have checked it. */
export const sabq = outlet({
  id: "sabq",
  nameAr: "سبق",
  nameEn: "Sabq",
  homeUrl: "https://sabq.org",
  feedUrl: "https://sabq.org/feed",
  country: "SA",
  timeZone: "Asia/Riyadh",
});
