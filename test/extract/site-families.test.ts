import { expect, test } from "vitest";
import { explainArticle, extractArticle } from "../../src/extract/article.ts";
import { FURTHER_PAGES } from "./further-pages.ts";
import { HARD_PAGES } from "./hard-pages.ts";
import { INTERLUDE_PAGES } from "./interlude-pages.ts";
import { FAMILY_URL, SITE_FAMILIES } from "./site-families.ts";
import { BYLINE_PAGES, DATE_PAGES, OPENINGS, TABLE_PAGES, TEXT_PARTS } from "./text-parts.ts";

const PAGES = {
  ...SITE_FAMILIES,
  ...FURTHER_PAGES,
  ...HARD_PAGES,
  ...INTERLUDE_PAGES,
  ...TEXT_PARTS,
  ...TABLE_PAGES,
  ...OPENINGS,
  ...BYLINE_PAGES,
  ...DATE_PAGES,
};
const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };

test.each(Object.entries(PAGES))("%s: title, text, day, picture, byline and related links", (_, page) => {
  const draft = extractArticle(page.html, FAMILY_URL, options);
  expect({
    title: draft?.title,
    paragraphs: draft?.paragraphs,
    day: draft?.publishedIso?.slice(0, 10) ?? "",
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

test.each(Object.entries(PAGES))("%s: what is explained as kept is the text", (_, page) => {
  const explained = explainArticle(page.html, FAMILY_URL, options);
  expect(explained.filter(({ kept }) => kept).map(({ text }) => text)).toEqual(page.paragraphs);
});
