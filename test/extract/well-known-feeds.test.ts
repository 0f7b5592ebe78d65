import { expect, test } from "vitest";
import { wellKnownFeeds } from "../../src/extract/well-known-feeds.ts";

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
