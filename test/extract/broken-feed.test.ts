import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFeed } from "../../src/extract/feed.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { entry, fixture, NOW, OPTIONS, read, rss } from "./own-feeds.ts";

describe("broken XML", () => {
  test.each([
    { why: "cut within a text", text: rss(entry(1), entry(2)).slice(0, -60), count: 1 },
    {
      why: "cut within CDATA that names a closing tag",
      text: `${rss(entry(1)).split("</channel>")[0]}<item><title>ب</title><description><![CDATA[</item><item>`,
      count: 1,
    },
    { why: "cut before the root is closed", text: rss(entry(1), entry(2)).replace("</channel></rss>", ""), count: 2 },
    { why: "bare ampersands", text: rss(entry(1, "<description>خبز & ملح &copy; &bogus;</description>")), count: 1 },
    {
      why: "unclosed HTML in a text",
      text: rss(entry(1, "<description><p>سطر<br><b>سطر</description>"), entry(2)),
      count: 2,
    },
    { why: "unclosed unknown elements", text: rss(entry(1), entry(2, "<x><y>"), entry(3, "</z>")), count: 3 },
    { why: "an unclosed entry", text: rss(entry(1), entry(2).replace("</item>", ""), entry(3)), count: 2 },
    { why: "no root", text: entry(1) + entry(2), count: 2 },
    { why: "a channel without a root", text: rss(entry(1), entry(2)).replace(/<\/?rss[^>]*>/g, ""), count: 2 },
    {
      why: "tags in capitals",
      text: `<RSS version="2.0"><CHANNEL><ITEM><TITLE>أ</TITLE><LINK>https://e.example/1</LINK></ITEM></CHANNEL></RSS>`,
      count: 1,
    },
    { why: "control characters", text: rss(entry(1, "<description>أ\u0000\u0008\u000bب</description>")), count: 1 },
    {
      why: "a byte order mark and spaces before the declaration",
      text: `\ufeff \n<?xml version="1.0"?>${rss(entry(1))}`,
      count: 1,
    },
    {
      why: "an undeclared prefix",
      text: rss(entry(1, "<foo:bar>x</foo:bar><content:encoded>نص</content:encoded>")),
      count: 1,
    },
  ])("keeps every entry that is closed: $why", ({ text, count }) => {
    const { headlines } = read(text);
    expect(headlines).toHaveLength(count);
    for (const headline of headlines) expect(headline.title).not.toBe("");
  });

  test("an entry that no parser takes keeps its title, link, time and text", () =>
    expect(
      read(rss(entry(1, `${"<x>".repeat(10_000)}<description>النص &amp; البقية</description>`))).headlines,
    ).toMatchObject([
      {
        title: "الخبر رقم 1",
        url: "https://e.example/1",
        publishedIso: "2026-11-23T01:00:00+03:00",
        paragraphs: ["النص & البقية"],
      },
    ]));
});

test("what is no feed is undefined", () => {
  for (const text of [
    "",
    "{}",
    "{",
    "[]",
    "null",
    "خبر",
    "<html><body><a href='/1'>خبر</a></body></html>",
    "<rss>",
    "<!-- <rss>",
  ])
    expect(parseFeed(text, "https://e.example/", OPTIONS)).toBeUndefined();
});

test.each([
  { why: "a hundred thousand nested tags", text: rss(entry(1, "<b>".repeat(100_000))), count: 1 },
  {
    why: "a hundred thousand nested tags in a text",
    text: rss(entry(1, `<description><![CDATA[${"<div>".repeat(100_000)}]]></description>`)),
    count: 1,
  },
  { why: "document types without end", text: `${"<!DOCTYPE [".repeat(50_000)}${rss(entry(1))}`, count: 1 },
  { why: "comments without end", text: `<rss><channel>${"<!--".repeat(100_000)}`, count: undefined },
  { why: "quotes without end", text: `<rss><channel>${'<item a="'.repeat(100_000)}`, count: undefined },
  {
    why: "a text of two megabytes",
    text: rss(entry(1, `<description><![CDATA[${"<p>سطر من النص</p>".repeat(100_000)}]]></description>`)),
    count: 1,
  },
])("ends soon on $why", { timeout: 30_000 }, ({ text, count }) =>
  expect(parseFeed(text, "https://e.example/", OPTIONS)?.headlines.length).toBe(count),
);

test("at most five hundred entries are read", () =>
  expect(
    read(
      rss(
        ...Array.from(
          { length: 700 },
          (_, index) => `<item><title>أ</title><link>https://e.example/${index}</link></item>`,
        ),
      ),
    ).headlines,
  ).toHaveLength(500));

test("references to no character leave nothing in a title", () =>
  expect(read(rss(entry(1).replace("رقم 1", "رقم&#0; واحد &#xD800;"))).headlines[0]?.title).toBe("الخبر رقم واحد"));

const SOURCES = ["wordpress.xml", "atom.xml", "rdf.xml", "feed.json"].map(fixture);
const mutated = fc
  .tuple(
    fc.constantFrom(...SOURCES),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom(
          "",
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "</item>",
          "<item>",
          "<!--",
          '"',
          "\u0000",
          "ء",
          "\ud800",
          "</",
          "<a><b>",
        ),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([source, edits]) =>
    edits.reduce((text, [place, dropped, added]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + added + text.slice(at + dropped);
    }, source),
  );

test("a damaged feed never throws, and what it gives is sound", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const feed = parseFeed(text, "https://e.example/feed", OPTIONS);
      const urls = (feed?.headlines ?? []).map((headline) => canonicalUrl(headline.url));
      expect(new Set(urls).size).toBe(urls.length);
      for (const headline of feed?.headlines ?? []) {
        expect(headline.url).toMatch(/^https?:/);
        expect(headline.title).toMatch(/\S/);
        expect(headline.title).not.toContain("\n");
        expect(headline.paragraphs).not.toContain("");
        if (headline.publishedAt !== null) expect(headline.publishedAt).toBeLessThanOrEqual(NOW);
      }
    }),
    { numRuns: 300 },
  );
});

test("a feed cut anywhere keeps every entry that is closed before the cut", () => {
  const text = rss(
    ...[1, 2, 3, 4].map((number) => entry(number, `<description><![CDATA[<p>نص ${number}</p>]]></description>`)),
  );
  fc.assert(
    fc.property(fc.nat(text.length), (length) => {
      const cut = text.slice(0, length);
      const closed = cut.split("</item>").length - 1;
      const headlines = parseFeed(cut, "https://e.example/", OPTIONS)?.headlines ?? [];
      expect(headlines.map((headline) => headline.paragraphs)).toEqual(
        Array.from({ length: closed }, (_, index) => [`نص ${index + 1}`]),
      );
      for (const headline of headlines) expect(headline.publishedAt).not.toBeNull();
    }),
  );
});
