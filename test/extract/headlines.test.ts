import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readHeadlines } from "../../src/extract/headlines.ts";
import { CARDS, newsPage, SHOWN } from "./listing-pages.ts";

const OPTIONS = {
  sourceId: "s",
  timeZone: "Asia/Riyadh",
  now: Date.parse("2026-11-23T12:00:00+03:00"),
  selectors: null,
};
const SITE = "https://marfa.example/";
const fixture = (path: string) => readFileSync(join(import.meta.dirname, "../fixtures", path), "utf8");
const listing = newsPage(SHOWN.map(CARDS["a link in a heading"] as never).join(""));

test.each([
  { why: "RSS after the warning of a server", text: fixture("feeds/wordpress.xml"), kind: "feed", count: 5 },
  { why: "Atom", text: fixture("feeds/atom.xml"), kind: "feed", count: 2 },
  { why: "RDF", text: fixture("feeds/rdf.xml"), kind: "feed", count: 1 },
  { why: "JSON Feed", text: fixture("feeds/feed.json"), kind: "feed", count: 2 },
  {
    why: "a feed without entries",
    text: `<rss version="2.0"><channel><title>المرفأ</title></channel></rss>`,
    kind: "feed",
    count: 0,
  },
  {
    why: "a feed that speaks of HTML",
    text: `<rss version="2.0"><channel><title>ت</title><item><title>وسم &lt;html&gt; في الأخبار</title><link>/1</link><description><![CDATA[<html><body><a href="/2">رابط</a></body></html>]]></description></item></channel></rss>`,
    kind: "feed",
    count: 1,
  },
  { why: "a news sitemap", text: fixture("sitemaps/news.xml"), kind: "sitemap", count: 3 },
  { why: "an index of sitemaps", text: fixture("sitemaps/sitemap-index.xml"), kind: "sitemap", count: 0 },
  { why: "a page of headlines", text: listing, kind: "listing", count: SHOWN.length },
  {
    why: "a page that shows a feed's source",
    text: listing.replace("<main", "<pre><rss><channel><item></item></channel></rss></pre><main"),
    kind: "listing",
    count: SHOWN.length,
  },
  {
    why: "XHTML with a declaration",
    text: `<?xml version="1.0" encoding="UTF-8"?>${listing}`,
    kind: "listing",
    count: SHOWN.length,
  },
])("tells by content: $why", ({ text, kind, count }) => {
  const reading = readHeadlines(text, SITE, OPTIONS);
  expect(reading?.kind).toBe(kind);
  expect(reading?.headlines).toHaveLength(count);
});

test("gives the title of a feed or page", () => {
  expect(readHeadlines(fixture("feeds/rdf.xml"), SITE, OPTIONS)?.title).toBe("أخبار الجبل");
  expect(readHeadlines(listing, SITE, OPTIONS)?.title).toBe("المرفأ اليوم | أخبار المدينة والميناء");
});

test.each(["", "نص بلا روابط", "{}", `{"error":"not found"}`, "<p>لا شيء هنا</p>", "<svg/>"])(
  "%j is none of them",
  (text) => expect(readHeadlines(text, SITE, OPTIONS)).toBeUndefined(),
);

test("a page without headlines gives none", () =>
  expect(
    readHeadlines(
      newsPage("<p>لا أخبار اليوم</p>").replace(/<(aside|footer|nav)[\s\S]*?<\/\1>|<div class="breaking-news">.*/g, ""),
      SITE,
      OPTIONS,
    ),
  ).toEqual({
    kind: "listing",
    title: "المرفأ اليوم | أخبار المدينة والميناء",
    headlines: [],
    children: [],
  }));

test("never throws on texts that were cut and joined anywhere", () => {
  const texts = [fixture("feeds/wordpress.xml"), fixture("feeds/feed.json"), fixture("sitemaps/news.xml"), listing];
  const piece = fc
    .tuple(fc.constantFrom(...texts), fc.nat(6000), fc.nat(3000))
    .map(([text, from, length]) => text.slice(from, from + length));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
      for (const { url, title } of readHeadlines(pieces.join(""), SITE, OPTIONS)?.headlines ?? []) {
        expect(url).toMatch(/^https?:/);
        expect(title.trim()).not.toBe("");
      }
    }),
    { numRuns: 100 },
  );
});
