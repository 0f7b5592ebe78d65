import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";
import { FAMILY_URL, SITE_FAMILIES } from "./site-families.ts";

const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };

test.each(Object.entries(SITE_FAMILIES))("%s: title, text, day, picture, byline and related links", (_, page) => {
  const draft = extractArticle(page.html, FAMILY_URL, options);
  expect({
    title: draft?.title,
    paragraphs: draft?.paragraphs,
    day: draft?.publishedIso?.slice(0, 10),
    image: draft?.imageUrl?.split("?")[0],
    byline: draft?.byline,
    related: draft?.related.map(({ url }) => new URL(url).pathname),
  }).toEqual({
    title: page.title,
    paragraphs: page.paragraphs,
    day: page.day,
    image: page.image,
    byline: page.byline,
    related: page.related,
  });
});
