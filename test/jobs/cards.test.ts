import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoryCard } from "../../src/digest/card.ts";
import { foldFollowUps } from "../../src/digest/select.ts";
import { createCards, withoutRepeats } from "../../src/jobs/cards.ts";
import { createLinkCheck } from "../../src/jobs/link-check.ts";
import { createShelf } from "../../src/jobs/shelf.ts";
import { createSummaries } from "../../src/jobs/summaries.ts";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { articleId } from "../../src/story/article-id.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { card, source } from "../fakes/desks.ts";
import { createFakeFetcher } from "../fakes/fetcher.ts";
import { silent } from "../fakes/logger.ts";
import { createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";

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

const keysOf = (links: readonly { readonly url: string }[]) => links.map(({ url }) => canonicalUrl(url));
const ownKinds = ({ alsoCoveredBy, followUps = [], background }: StoryCard) =>
  keysOf([...alsoCoveredBy, ...followUps, ...background]);

test("within a card no link is shown twice and none leads to the article itself", () => {
  fc.assert(
    fc.property(cards, (made) => {
      for (const shown of withoutRepeats(made)) {
        const keys = [...keysOf([shown]), ...ownKinds(shown), ...keysOf(shown.related)];
        expect(new Set(keys).size).toBe(keys.length);
      }
    }),
  );
});

test("of what the pages themselves offer nothing is shown twice in all cards, and at most three in one", () => {
  fc.assert(
    fc.property(cards, (made) => {
      const shown = withoutRepeats(made);
      const offered = shown.flatMap(({ related }) => keysOf(related));
      const elsewhere = new Set([...keysOf(made), ...shown.flatMap(ownKinds)]);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered.filter((key) => elsewhere.has(key))).toEqual([]);
      for (const { related } of shown) expect(related.length).toBeLessThanOrEqual(3);
    }),
  );
});

test("every outlet, follow-up and background of a card is still shown in it", () => {
  fc.assert(
    fc.property(cards, (made) => {
      for (const [index, shown] of withoutRepeats(made).entries()) {
        const before = made[index] as StoryCard;
        const wanted = ownKinds(before).filter((key) => key !== canonicalUrl(before.url));
        expect(new Set(ownKinds(shown))).toEqual(new Set(wanted));
      }
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

const START = Date.UTC(2026, 10, 23, 6);
const SOURCES = new Map(["marfa", "sanabil", "afaq"].map((id) => [id, source(id)]));

/** A newsroom that reads these articles, an hour apart, and the cards of all its stories. */
async function cardsOf(
  readings: readonly { outlet: string; title: string; text: string; related?: string[] }[],
  gone: readonly string[] = [],
) {
  const clock = createFakeClock(START);
  const stores = createMemoryStores({ now: () => clock.now() });
  const shelf = createShelf({ stores, search: createMemorySearch(), clock, retentionMs: 30 * DAY_MS });
  const summaries = createSummaries({ stores, clock, logger: silent, retentionMs: 30 * DAY_MS });
  for (const url of gone) await shelf.refuse(articleId(url));
  for (const [index, { outlet, title, text, related = [] }] of readings.entries()) {
    const publishedAt = START + index * HOUR_MS;
    clock.set(publishedAt);
    await shelf.keep({
      sourceId: outlet,
      url: `https://${outlet}.example/${index}`,
      title,
      paragraphs: text.split("\n"),
      publishedAt,
      related: related.map((url) => ({ url, title: "من الصفحة نفسها" })),
      imageUrl: null,
      byline: null,
      bodyFrom: "page",
      backlogBefore: null,
    });
  }
  const options = { locale: "ar", summary: DEFAULT_SUMMARY_LIMITS };
  const links = createLinkCheck({ stores, shelf, fetcher: createFakeFetcher(new Map()), clock });
  return createCards({ shelf, summaries, links }).ofStories(foldFollowUps(shelf.stories()), SOURCES, options);
}

const QUAKE = {
  outlet: "marfa",
  title: "زلزال بقوة 5.8 درجات يضرب شمال المغرب ويخلف 14 قتيلا",
  text: "لقي 14 شخصا مصرعهم وأصيب ستون آخرون إثر زلزال بقوة 5.8 درجات ضرب إقليم الحسيمة شمال المغرب فجر الاثنين.\nوقال المعهد الوطني للجيوفيزياء إن الهزة وقعت على عمق تسعة كيلومترات.",
};
const QUAKE_AGAIN = {
  outlet: "sanabil",
  title: "المغرب: 14 قتيلا وعشرات الجرحى في زلزال بالحسيمة",
  text: "انهار أربعون منزلا في قرى إقليم الحسيمة بعد الزلزال، بحسب الدفاع المدني في مدينة فاس.\nوضرب الزلزال شمال المغرب فجر الاثنين بقوة 5.8 درجات وخلف 14 قتيلا.",
};

test("a story of two outlets is one card with one summary; what the other outlet adds is named as its own", async () => {
  const [made, ...others] = await cardsOf([QUAKE, QUAKE_AGAIN]);
  expect(others).toEqual([]);
  expect(made?.summary).toMatch(/^لقي 14 شخصا مصرعهم/);
  expect(made?.addition).toEqual({ text: expect.stringMatching(/^انهار أربعون منزلا/), sourceName: "موقع sanabil" });
  expect(made?.alsoCoveredBy.map(({ url }) => url)).toEqual(["https://sanabil.example/1"]);
});

test("a follow-up stands under its story, and alone it leads back to it; the page's own links are a kind of their own", async () => {
  const followUp = {
    outlet: "afaq",
    title: "تبرعات من أنحاء المغرب لسكان الحسيمة بعد الزلزال",
    text: "انطلقت من مدن مغربية قوافل تحمل أغطية إلى المتضررين من الزلزال الذي ضرب إقليم الحسيمة فجر الاثنين.\nوقال متطوعون إن الشاحنات غادرت الدار البيضاء.",
    related: ["https://afaq.example/old", "https://marfa.example/0"],
  };
  const made = await cardsOf([QUAKE, followUp]);
  expect(made).toHaveLength(1);
  expect(made[0]?.followUps?.map(({ url }) => url)).toEqual(["https://afaq.example/1"]);
  const again = {
    outlet: "sanabil",
    title: "قوافل تبرعات من أنحاء المغرب لسكان الحسيمة بعد الزلزال",
    text: "توجهت من مدن مغربية عدة قوافل تبرعات إلى سكان إقليم الحسيمة المتضررين من زلزال فجر الاثنين.\nوحملت الشاحنات من الدار البيضاء أغطية وأغذية، بحسب متطوعين.",
  };
  const several = await cardsOf([QUAKE, followUp, again]);
  const own = several.find(({ url }) => !url.includes("marfa"));
  expect(own?.background.map(({ url }) => url)).toEqual(["https://marfa.example/0"]);
  expect(own?.related.map(({ url }) => url) ?? []).not.toContain("https://marfa.example/0");
});

test("a page's own link is not shown once its page was asked for in vain", async () => {
  const related = ["https://marfa.example/gone?utm_source=page", "https://marfa.example/kept"];
  const [made] = await cardsOf([{ ...QUAKE, related }], ["https://marfa.example/gone"]);
  expect(made?.related.map(({ url }) => url)).toEqual(["https://marfa.example/kept"]);
});
