import { expect, test } from "vitest";
import type { Headline } from "../../src/extract/draft.ts";
import { readArticle } from "../../src/jobs/read-article.ts";
import { source } from "../fakes/desks.ts";
import { createFakeFetcher } from "../fakes/fetcher.ts";
import { plainReader } from "../fakes/reader.ts";

const URL_READ = "https://manar.example/news/1";
const NOW = Date.parse("2026-11-23T18:00:00+03:00");
const TEXT =
  "أعلنت البلدية صباح اليوم افتتاح الجسر أمام السيارات بعد أعمال ترميم استمرت ثلاثة أعوام، وقالت إن العبور بلا رسوم.";
const pageOf = (published: string) =>
  `<html lang="ar"><head><title>افتتاح الجسر بعد أعمال الترميم</title><meta property="article:published_time" content="${published}"></head>
  <body><article><h1>افتتاح الجسر بعد أعمال الترميم</h1><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`;
const headlineAt = (publishedIso: string | null): Headline => ({
  sourceId: "manar",
  url: URL_READ,
  title: "افتتاح الجسر بعد أعمال الترميم",
  publishedAt: publishedIso === null ? null : Date.parse(publishedIso),
  publishedIso,
  paragraphs: [],
  imageUrl: null,
  byline: null,
});

test.each([
  {
    page: "2026-11-23T09:15:00+03:00",
    feed: "2026-11-23T09:40:00+03:00",
    taken: "2026-11-23T09:15:00+03:00",
    why: "the page's",
  },
  { page: "2026-11-23", feed: "2026-11-23T09:40:00+03:00", taken: "2026-11-23T09:40:00+03:00", why: "of the same day" },
  {
    page: "2026-11-23",
    feed: "2026-11-22T21:30:00Z",
    taken: "2026-11-23T00:30:00+03:00",
    why: "of the same day at home",
  },
  { page: "2026-11-22", feed: "2026-11-23T09:40:00+03:00", taken: "2026-11-22T12:00:00+03:00", why: "of another day" },
  { page: "2026-11-23", feed: null, taken: "2026-11-23T12:00:00+03:00", why: "noon, for want of any" },
  { page: "", feed: "2026-11-23T09:40:00+03:00", taken: "2026-11-23T09:40:00+03:00", why: "the feed's" },
])("a page of «$page» and a feed of $feed give $taken: $why", async ({ page, feed, taken }) => {
  const fetcher = createFakeFetcher(new Map([[URL_READ, pageOf(page)]]));
  const headline = headlineAt(feed);
  const outcome = await readArticle({ fetcher, reader: plainReader }, source("manar"), headline, {
    lastTry: true,
    now: NOW,
  });
  expect(outcome).toMatchObject({ kind: "read", reading: { publishedAt: Date.parse(taken), bodyFrom: "page" } });
});
