import { expect, test } from "vitest";
import { newsSitemaps, wellKnownFeeds } from "../../src/extract/well-known-feeds.ts";

const SITE = "https://www.marfa.example/";

test("well-known addresses are on the same host, the likeliest first", () =>
  expect(wellKnownFeeds("https://www.marfa.example:8443/politics/1?a=b#c").slice(0, 3)).toEqual([
    "https://www.marfa.example:8443/feed",
    "https://www.marfa.example:8443/rss.xml",
    "https://www.marfa.example:8443/rss",
  ]));

test("well-known addresses begin with those of the page's language", () =>
  expect(wellKnownFeeds(`${SITE}arabic/topics`).slice(0, 3)).toEqual([
    `${SITE}arabic/feed`,
    `${SITE}arabic/rss.xml`,
    `${SITE}feed`,
  ]));

test.each(["", "not an address", "file:///etc/passwd", "javascript:1"])("well-known addresses are none for %j", (url) =>
  expect(wellKnownFeeds(url)).toEqual([]),
);

test("of the sitemaps in a robots.txt those of news are taken, once each", () => {
  const robots =
    "User-agent: *\r\nDisallow: /x\r\nSITEMAP: https://e.example/news-sitemap.xml\r\n#Sitemap: /old-news.xml\r\nSitemap:/google.xml.gz # x\r\nSitemap: https://e.example/sitemap_index.xml\r\nsitemap : /google.xml.gz\r\nSitemap: javascript:news\r\nSitemap:";
  expect(newsSitemaps(robots, "https://e.example/robots.txt")).toEqual([
    "https://e.example/news-sitemap.xml",
    "https://e.example/google.xml.gz",
  ]);
});

test.each(["\n".repeat(500_000), "\t".repeat(500_000), `sitemap:${" ".repeat(500_000)}`])(
  "a robots.txt of nothing ends soon: %#",
  { timeout: 30_000 },
  (robots) => expect(newsSitemaps(robots, "https://e.example/robots.txt")).toEqual([]),
);
