import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discoverFeeds, readSite, wellKnownFeeds } from "../../src/extract/discover.ts";

const SITE = "https://www.marfa.example/";
const page = (head: string, body = "") =>
  `<!doctype html><html lang="ar-SA"><head>${head}</head><body>${body}</body></html>`;
const link = (href: string, title: string, type = "application/rss+xml") =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

describe("discoverFeeds", () => {
  test("puts the general feed first, feeds of a part after it, feeds of comments last", () =>
    expect(
      discoverFeeds(
        page(
          link("/comments/feed/", "المرفأ » خلاصة التعليقات") +
            link("/category/sport/feed/", "المرفأ » خلاصة تصنيف رياضة") +
            link("/feed/", "المرفأ » الخلاصة") +
            link("/2026/11/book-fair/feed/", "المرفأ » معرض الكتاب خلاصة التعليقات"),
        ),
        SITE,
      ),
    ).toEqual([
      `${SITE}feed/`,
      `${SITE}category/sport/feed/`,
      `${SITE}comments/feed/`,
      `${SITE}2026/11/book-fair/feed/`,
    ]));

  test("takes what the head names before what the text links to, and each once", () =>
    expect(
      discoverFeeds(
        page(
          `<base href="https://cdn.marfa.example/ar/">${link("atom.xml", "", "application/atom+xml; charset=utf-8")}${link("/feed.json", "", "application/feed+json")}`,
          `<a href="/rss">RSS</a><a href="https://www.marfa.example/news/rss.aspx">خلاصات</a><a href="/ar/atom.xml">Atom</a>
           <a href="/?feed=rss2">RSS</a><a href="/feedback">رأيك</a><a href="/about-rss-feeds">ما الخلاصات؟</a>
           <a href="https://reader.example/feed">قارئ</a><a href="javascript:feed()">x</a>`,
        ),
        SITE,
      ),
    ).toEqual([
      "https://cdn.marfa.example/feed.json",
      "https://cdn.marfa.example/ar/atom.xml",
      "https://cdn.marfa.example/?feed=rss2",
      "https://cdn.marfa.example/rss",
      "https://www.marfa.example/news/rss.aspx",
    ]));

  test("prefers the feed in the page's own language", () =>
    expect(discoverFeeds(page(link("/en/feed", "English") + link("/ar/feed", "عربي")), `${SITE}ar/`)).toEqual([
      `${SITE}ar/feed`,
      `${SITE}en/feed`,
    ]));

  test("takes no stylesheet, no picture and no oEmbed for a feed", () =>
    expect(
      discoverFeeds(
        page(
          `<link rel="stylesheet" href="/rss.css">${link("/oembed?format=xml", "", "text/xml+oembed")}${link("/oembed.json", "", "application/json+oembed")}<link rel="alternate" hreflang="en" href="/en/"><link rel="icon" href="/rss.png">`,
        ),
        SITE,
      ),
    ).toEqual([]));

  test("names at most twenty", () =>
    expect(
      discoverFeeds(page(Array.from({ length: 300 }, (_, index) => link(`/f/${index}`, "")).join("")), SITE),
    ).toHaveLength(20));
});

describe("wellKnownFeeds", () => {
  test("are on the same host, the likeliest first", () =>
    expect(wellKnownFeeds("https://www.marfa.example:8443/politics/1?a=b#c").slice(0, 3)).toEqual([
      "https://www.marfa.example:8443/feed",
      "https://www.marfa.example:8443/rss.xml",
      "https://www.marfa.example:8443/rss",
    ]));

  test("begin with those of the page's language", () =>
    expect(wellKnownFeeds(`${SITE}arabic/topics`).slice(0, 3)).toEqual([
      `${SITE}arabic/feed`,
      `${SITE}arabic/rss.xml`,
      `${SITE}feed`,
    ]));

  test.each(["", "not an address", "file:///etc/passwd", "javascript:1"])("are none for %j", (url) =>
    expect(wellKnownFeeds(url)).toEqual([]),
  );
});

describe("readSite", () => {
  test.each([
    {
      why: "the site's own name",
      head: `<title>الرئيسية</title><meta property="og:site_name" content=" صحيفة  المرفأ ">`,
      name: "صحيفة المرفأ",
    },
    {
      why: "a name beside «الرئيسية»",
      head: "<title>الصفحة الرئيسية | صحيفة المرفأ اليومية</title>",
      name: "صحيفة المرفأ اليومية",
    },
    {
      why: "a name before a slogan",
      head: "<title>المرفأ - أخبار المدينة والميناء لحظة بلحظة</title>",
      name: "المرفأ",
    },
    { why: "a title that is only a name", head: "<title>المرفأ&nbsp;اليوم</title>", name: "المرفأ اليوم" },
    {
      why: "a template that was not filled",
      head: `<title>المرفأ</title><meta property="og:site_name" content="{{site}}">`,
      name: "المرفأ",
    },
    { why: "nothing", head: "", name: "" },
    {
      why: "a name without end",
      head: `<meta property="og:site_name" content="${"أ".repeat(5000)}">`,
      name: "أ".repeat(80),
    },
  ])("reads $why", ({ head, name }) => expect(readSite(page(head), SITE).name).toBe(name));

  test.each([
    { html: `<html lang="ar-EG"><title>المرفأ</title>`, language: "ar" },
    { html: `<html lang="en-US"><title>المرفأ اليوم</title>`, language: "ar" },
    { html: `<html lang="fa"><title>روزنامه</title>`, language: "fa" },
    { html: `<html lang="en"><title>The Harbour</title>`, language: "en" },
    { html: `<html><meta property="og:locale" content="fr_FR"><title>Le Port</title>`, language: "fr" },
    { html: `<html lang="x{{lang}}"><title>12</title>`, language: null },
  ])("reads the language of $html", ({ html, language }) => expect(readSite(html, SITE).language).toBe(language));
});

test("no page makes them throw", () => {
  const parts = fc.constantFrom(
    "<link rel=alternate type=application/rss+xml href=",
    "<base href=",
    '"',
    "'",
    ">",
    "//",
    "/feed",
    "http://[",
    "%ff",
    "<a href=",
    "<title>",
    "|",
    "المرفأ",
    "<html lang=",
    "\u0000",
    "\ud800",
    "</head>",
  );
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 30 }).map((list) => list.join("")),
      fc.constantFrom(SITE, "", "file:///a"),
      (html, url) => {
        for (const feed of discoverFeeds(html, url)) expect(feed).toMatch(/^https?:/);
        expect(readSite(html, url).name.length).toBeLessThanOrEqual(80);
        wellKnownFeeds(html);
      },
    ),
    { numRuns: 300 },
  );
});
