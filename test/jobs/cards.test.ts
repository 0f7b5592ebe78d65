import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutRepeats } from "../../src/jobs/cards.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { card } from "../fakes/desks.ts";

const link = fc
  .tuple(fc.constantFrom("", "www.", "m."), fc.nat(6), fc.constantFrom("", "/", "?utm_source=x", "#top"))
  .map(([host, page, end]) => ({ url: `https://${host}a.example/${page}${end}`, title: `خبر ${page}` }));
const links = fc.array(link, { maxLength: 6 });

test("no link is shown twice among all kinds, and none leads to the article itself", () => {
  fc.assert(
    fc.property(link, links, links, links, links, (own, outlets, followUps, background, related) => {
      const shown = withoutRepeats(
        card("خبر", {
          url: own.url,
          alsoCoveredBy: outlets.map((outlet) => ({ ...outlet, sourceName: "صحيفة" })),
          followUps,
          background,
          related,
        }),
      );
      const all = [...shown.alsoCoveredBy, ...(shown.followUps ?? []), ...shown.background, ...shown.related];
      const keys = [own, ...all].map(({ url }) => canonicalUrl(url));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("what another kind has already is left out of the page's own links, not the other way round", () => {
  const same = { url: "https://b.example/1", title: "الخبر نفسه" };
  const shown = withoutRepeats(card("خبر", { alsoCoveredBy: [{ ...same, sourceName: "ب" }], related: [same] }));
  expect(shown.alsoCoveredBy).toHaveLength(1);
  expect(shown.related).toEqual([]);
});
