import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoryCard } from "../../src/digest/card.ts";
import { withoutRepeats } from "../../src/jobs/cards.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { card } from "../fakes/desks.ts";

const link = fc
  .tuple(fc.constantFrom("", "www.", "m."), fc.nat(6), fc.constantFrom("", "/", "?utm_source=x", "#top"))
  .map(([host, page, end]) => ({ url: `https://${host}a.example/${page}${end}`, title: `خبر ${page}` }));
const links = fc.array(link, { maxLength: 6 });

const cards = fc.array(
  fc.tuple(link, links, links, links, links).map(([own, outlets, followUps, background, related]) =>
    card("خبر", {
      url: own.url,
      alsoCoveredBy: outlets.map((outlet) => ({ ...outlet, sourceName: "صحيفة" })),
      followUps,
      background,
      related,
    }),
  ),
  { maxLength: 4 },
);

const linksOf = (cards: readonly StoryCard[]) =>
  cards.flatMap(({ alsoCoveredBy, followUps = [], background, related }) =>
    [...alsoCoveredBy, ...followUps, ...background, ...related].map(({ url }) => canonicalUrl(url)),
  );

test("cards that stand together show no link twice and none to an article that has a card; at most three of a page's own", () => {
  fc.assert(
    fc.property(cards, (made) => {
      const shown = withoutRepeats(made);
      const found = linksOf(shown);
      expect(new Set(found).size).toBe(found.length);
      const own = new Set(made.map(({ url }) => canonicalUrl(url)));
      expect(found.filter((url) => own.has(url))).toEqual([]);
      for (const { related } of shown) expect(related.length).toBeLessThanOrEqual(3);
    }),
  );
});

test("every outlet, follow-up and background that the cards had is still shown once", () => {
  fc.assert(
    fc.property(cards, (made) => {
      const own = new Set(made.map(({ url }) => canonicalUrl(url)));
      const wanted = linksOf(made.map((one) => ({ ...one, related: [] }))).filter((url) => !own.has(url));
      expect(linksOf(withoutRepeats(made))).toEqual(expect.arrayContaining(wanted));
    }),
  );
});

test("what another kind has already is left out of the page's own links, not the other way round", () => {
  const same = { url: "https://b.example/1", title: "الخبر نفسه" };
  const first = card("خبر", { related: [same] });
  const second = card("خبر آخر", { url: "https://c.example/2", alsoCoveredBy: [{ ...same, sourceName: "ب" }] });
  const shown = withoutRepeats([first, second]);
  expect(shown.map(({ related, alsoCoveredBy }) => [related.length, alsoCoveredBy.length])).toEqual([
    [0, 0],
    [0, 1],
  ]);
});

test("a link that found no room in one card is free for the next", () => {
  const related = ["1", "2", "3", "4"].map((page) => ({ url: `https://b.example/${page}`, title: `خبر ${page}` }));
  const shown = withoutRepeats([card("خبر", { related }), card("خبر آخر", { url: "https://c.example/2", related })]);
  expect(shown[1]?.related).toEqual(related.slice(3));
});
