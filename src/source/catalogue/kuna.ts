import { outlet } from "../outlet.ts";

/** No feed is known. */
export const kuna = outlet({
  id: "kuna",
  nameAr: "كونا",
  nameEn: "KUNA",
  homeUrl: "https://www.kuna.net.kw",
  feedUrl: null,
  country: "KW",
  timeZone: "Asia/Kuwait",
});
