import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discoverFeeds } from "../../src/extract/discover.ts";
import { readSite } from "../../src/extract/site.ts";
import { wellKnownFeeds } from "../../src/extract/well-known-feeds.ts";

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

  test("of feeds side by side the one of all news comes first, by its name, title or words; podcasts come late", () => {
    const links = (...feeds: readonly (readonly [string, string])[]) =>
      page("", feeds.map(([href, text]) => `<p><a href="${href}">${text}</a></p>`).join(""));
    expect(
      discoverFeeds(
        links(["/rss/sport.xml", "رياضة"], ["/rss/podcasts.xml", "بودكاست"], ["/rss/all.xml", "الكل"]),
        SITE,
      ),
    ).toEqual([`${SITE}rss/all.xml`, `${SITE}rss/sport.xml`, `${SITE}rss/podcasts.xml`]);
    expect(
      discoverFeeds(links(["/rss/1", "اقتصاد"], ["/rss/2", "آخر الأخبار"], ["/rss/3", "تعليقات القراء"]), SITE),
    ).toEqual([`${SITE}rss/2`, `${SITE}rss/1`, `${SITE}rss/3`]);
    expect(discoverFeeds(page(link("/feed/a", "ثقافة وفن") + link("/feed/b", "الرئيسية")), SITE)).toEqual([
      `${SITE}feed/b`,
      `${SITE}feed/a`,
    ]);
  });

  test.each([
    "/RSSFeed.aspx",
    "/rssfeed.php",
    "/xml/rss.ashx?cat=1",
    "/feeds/posts/default",
    "feed:https://www.marfa.example/x",
  ])("knows %s in the text for a feed", (href) =>
    expect(discoverFeeds(page("", `<a href="${href}">خلاصة</a>`), SITE)).toHaveLength(1),
  );

  test.each(["/feedback.php", "/press.xml", "/newsletter/rssi-2.html", "/atomic-energy.html", "/feeding/news"])(
    "takes %s for none",
    (href) => expect(discoverFeeds(page("", `<a href="${href}">رأيك</a>`), SITE)).toEqual([]),
  );

  test("a head may call a feed mere XML", () =>
    expect(
      discoverFeeds(page(link("/rss.xml", "RSS", "text/xml") + link("/players.xml", "", "text/xml")), SITE),
    ).toEqual([`${SITE}rss.xml`]));

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
