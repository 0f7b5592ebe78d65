import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSitemap } from "../../src/extract/sitemap.ts";

const OPTIONS = { sourceId: "marfa", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };
const URL_OF_IT = "https://marfa.example/sitemaps/news.xml";
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/sitemaps", name), "utf8");

test("a news sitemap gives its headlines, newest first, none twice, none without a title, none that was cut", () => {
  expect(parseSitemap(fixture("news.xml"), URL_OF_IT, OPTIONS)).toEqual({
    headlines: [
      {
        sourceId: "marfa",
        url: "https://marfa.example/new/?a=1&b=2",
        title: 'خبر "اليوم" الأول',
        publishedAt: Date.parse("2026-11-23T08:00:00+03:00"),
        publishedIso: "2026-11-23T08:00:00+03:00",
        paragraphs: [],
        imageUrl: "https://marfa.example/i/new.jpg",
        byline: null,
      },
      {
        sourceId: "marfa",
        url: "https://marfa.example/old/",
        title: "خبر الأمس",
        publishedAt: Date.parse("2026-11-22T08:00:00+03:00"),
        publishedIso: "2026-11-22T08:00:00+03:00",
        paragraphs: [],
        imageUrl: null,
        byline: null,
      },
      {
        sourceId: "marfa",
        url: "https://marfa.example/undated/",
        title: "خبر بلا وقت يصدق",
        publishedAt: null,
        publishedIso: null,
        paragraphs: [],
        imageUrl: null,
        byline: null,
      },
    ],
    children: [],
  });
});

test("a picture before the address has an address and a title of its own", () => {
  const text = `<urlset><url><image:image><image:loc>/i.jpg</image:loc><image:title>صورة</image:title></image:image><loc>/1</loc>
    <news:news><news:title>خبر</news:title></news:news></url></urlset>`;
  expect(parseSitemap(text, URL_OF_IT, OPTIONS)?.headlines).toMatchObject([
    { url: "https://marfa.example/1", title: "خبر", imageUrl: "https://marfa.example/i.jpg" },
  ]);
});

test("an index gives its sitemaps, newest first, those without a time last", () =>
  expect(parseSitemap(fixture("sitemap-index.xml"), URL_OF_IT, OPTIONS)).toEqual({
    headlines: [],
    children: ["https://marfa.example/2026.xml", "https://marfa.example/2025.xml", "https://marfa.example/undated.xml"],
  }));

test("what is no sitemap is undefined", () => {
  for (const text of [
    "",
    "<rss><channel/></rss>",
    "<html><urlset></urlset></html>",
    "<!-- <urlset> --><feed/>",
    "urlset",
  ])
    expect(parseSitemap(text, URL_OF_IT, OPTIONS)).toBeUndefined();
});

test.each([
  { why: "entries that never end", text: `<urlset>${"<url>".repeat(200_000)}` },
  { why: "nested elements", text: `<urlset><url>${"<a>".repeat(200_000)}` },
  { why: "a hundred thousand entries", text: `<urlset>${"<url><loc>https://e.example/1</loc></url>".repeat(100_000)}` },
])("ends soon on $why", { timeout: 30_000 }, ({ text }) =>
  expect(parseSitemap(text, URL_OF_IT, OPTIONS)?.headlines).toEqual([]),
);

test("a damaged sitemap never throws, and what it gives is sound", () => {
  const text = fixture("news.xml");
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(60),
      fc.constantFrom("", "<", "</url>", "]]>", "<!--", "&"),
      (at, dropped, added) => {
        const sitemap = parseSitemap(text.slice(0, at) + added + text.slice(at + dropped), URL_OF_IT, OPTIONS);
        for (const { url, title } of sitemap?.headlines ?? [])
          expect([url, title]).toEqual([expect.stringMatching(/^https:/), expect.stringMatching(/^\S/)]);
      },
    ),
    { numRuns: 300 },
  );
});
