import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Feed, parseFeed } from "../../src/extract/feed.ts";

export const NOW = Date.parse("2026-11-23T12:00:00+03:00");
export const OPTIONS = { sourceId: "marfa", timeZone: "Asia/Riyadh", now: NOW };
export const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/feeds", name), "utf8");
export const read = (text: string, url = "https://marfa.example/feed/") => parseFeed(text, url, OPTIONS) as Feed;
export const rss = (...entries: readonly string[]) =>
  `<rss version="2.0"><channel><title>ت</title><link>https://e.example/</link>${entries.join("")}</channel></rss>`;
export const entry = (number: number, more = "") =>
  `<item><title>الخبر رقم ${number}</title><link>https://e.example/${number}</link><pubDate>Mon, 23 Nov 2026 0${number}:00:00 +0300</pubDate>${more}</item>`;
