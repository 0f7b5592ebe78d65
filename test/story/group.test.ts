import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS } from "../../src/lib/time.ts";
import { createStoryWindow, type PlacedArticle } from "../../src/story/group.ts";
import { DIFFERENT_EVENTS, SAME_EVENT } from "./headline-pairs.ts";
import { STREAM } from "./stream.ts";

const START = Date.UTC(2026, 10, 20, 6);
const headline = (id: string, title: string, hours = 0): PlacedArticle => ({
  id,
  sourceId: `source-${id}`,
  title,
  paragraphs: [],
  publishedAt: START + hours * HOUR_MS,
});

/** Whether two articles that come one hour apart get one story. */
function together(a: PlacedArticle, b: PlacedArticle): boolean {
  const window = createStoryWindow();
  return window.place(a).storyId === window.place(b).storyId;
}

test("headlines of one event meet: at least nine of ten", () => {
  const apart = SAME_EVENT.filter(({ a, b }) => !together(headline("a", a), headline("b", b, 1)));
  expect(apart.length, JSON.stringify(apart)).toBeLessThanOrEqual(SAME_EVENT.length / 10);
});

test.each(DIFFERENT_EVENTS)("«$a» is not «$b»", ({ a, b }) => {
  expect(together(headline("a", a), headline("b", b, 1))).toBe(false);
  expect(together(headline("b", b), headline("a", a, 1))).toBe(false);
});

test("a day of four outlets: one story for each event, follow-ups linked and apart", () => {
  const window = createStoryWindow();
  const placed = new Map(STREAM.map((article) => [article.id, window.place(article)]));
  for (const { id, tells, follows } of STREAM) {
    const placement = placed.get(id);
    if (tells !== undefined) expect(placement, id).toEqual({ kind: "joined", storyId: tells });
    else if (follows !== undefined)
      expect(placement, id).toEqual({ kind: "follow-up", storyId: id, followsStoryId: follows });
    else expect(placement, id).toEqual({ kind: "new", storyId: id });
  }
});

test("earlier stories on the matter are offered as background, never the article's own", () => {
  const window = createStoryWindow();
  for (const article of STREAM) window.place(article);
  const follower = STREAM.find((article) => article.follows !== undefined);
  expect(window.background(follower?.id ?? "", 3)).toContain(follower?.follows);
  expect(window.background(follower?.id ?? "", 3)).not.toContain(follower?.id);
  expect(window.background(follower?.id ?? "", 0)).toEqual([]);
  expect(window.background("unknown", 3)).toEqual([]);
});

test("the same articles in the same order give the same stories", () => {
  const run = () => {
    const window = createStoryWindow();
    return STREAM.map((article) => window.place(article));
  };
  expect(run()).toEqual(run());
});

test("an article that is placed again keeps its place", () => {
  const window = createStoryWindow();
  const first = STREAM.map((article) => window.place(article).storyId);
  expect(STREAM.map((article) => window.place(article).storyId)).toEqual(first);
  expect(window.count()).toBe(STREAM.length);
});

test("a window that was restored after a restart goes on as if nothing had happened", () => {
  const whole = createStoryWindow();
  const placements = STREAM.map((article) => whole.place(article));
  const restored = createStoryWindow();
  const half = STREAM.length >> 1;
  for (const [index, article] of STREAM.slice(0, half).entries())
    restored.restore(placements[index]?.storyId as string, article);
  expect(STREAM.slice(half).map((article) => restored.place(article))).toEqual(placements.slice(half));
});

test("nothing is compared over more than two days", () => {
  const [a, b] = [headline("a", "اندلاع حريق في ميناء بيروت"), headline("b", "اندلاع حريق في ميناء بيروت", 49)];
  expect(together(a, b)).toBe(false);
  expect(together(a, { ...b, publishedAt: START + 47 * HOUR_MS })).toBe(true);
});

test("what was dropped is found no more, and nothing is kept of it", () => {
  const window = createStoryWindow();
  window.place(headline("a", "اندلاع حريق في ميناء بيروت"));
  window.forgetBefore(START + 1);
  expect(window.count()).toBe(0);
  expect(window.place(headline("b", "اندلاع حريق في ميناء بيروت", 1)).kind).toBe("new");
});

test("a window that is never told to forget stays bounded, and one wrong date does not empty it", () => {
  const window = createStoryWindow();
  for (let hour = 0; hour < 400; hour++) window.place(headline(`n${hour}`, `خبر رقم ${hour} عن اجتماع ${hour}`, hour));
  expect(window.count()).toBeLessThan(150);
  const before = window.count();
  window.place(headline("future", "خبر من تاريخ بعيد", 24 * 365));
  expect(window.count()).toBe(before + 1);
});

test("an article of which nothing can be read is a story of its own", () => {
  const window = createStoryWindow();
  const placed = ["a", "b"].map((id) => window.place(headline(id, "", 1)));
  expect(placed.map(({ kind }) => kind)).toEqual(["new", "new"]);
  expect(window.place(headline("c", "اندلاع حريق في ميناء بيروت", 2)).kind).toBe("new");
});

test("an operator's veto keeps two articles apart", () => {
  const window = createStoryWindow();
  window.place(headline("a", "اندلاع حريق في ميناء بيروت"));
  window.forbid("b", "a");
  expect(window.place(headline("b", "اندلاع حريق في ميناء بيروت", 1)).storyId).toBe("b");
});

/** The article whose story an article of the stream tells. */
const toldBy = (article: (typeof STREAM)[0]) => article.tells ?? article.id;
const anyOrder = fc.shuffledSubarray([...STREAM], { minLength: STREAM.length });

test("in whatever order they arrive, retellings meet and other events stay apart", () => {
  fc.assert(
    fc.property(anyOrder, (arrived) => {
      const window = createStoryWindow();
      const stories = new Map(arrived.map((article) => [article, window.place(article).storyId]));
      for (const a of STREAM)
        for (const b of STREAM)
          expect(stories.get(a) === stories.get(b), `${a.id} ${b.id}`).toBe(toldBy(a) === toldBy(b));
    }),
    { numRuns: 40 },
  );
});

test("an article that speaks of two events makes no chain of them", () => {
  const one = STREAM.filter((article) => article.tells === undefined && article.follows === undefined);
  const pair = fc.shuffledSubarray(one, { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(pair, (chosen) => {
      const [first, last] = chosen as [(typeof STREAM)[0], (typeof STREAM)[0]];
      const both = {
        ...first,
        id: "both",
        sourceId: "round-up",
        title: `${first.title} و${last.title}`,
        paragraphs: [...first.paragraphs, ...last.paragraphs],
      };
      const window = createStoryWindow();
      const stories = [first, both, last].map((article) => window.place(article).storyId);
      expect(stories[2]).not.toBe(stories[0]);
    }),
    { numRuns: 40 },
  );
});

test("an article whose text was changed keeps its place, and the first text is what others are compared with", () => {
  const [told] = STREAM.filter((article) => article.tells !== undefined);
  const first = STREAM.find((article) => article.id === told?.tells);
  if (told === undefined || first === undefined) throw new Error("the stream has no second telling");
  const window = createStoryWindow();
  window.place(first);
  expect(window.place({ ...first, title: "خبر آخر عن معرض الكتاب", paragraphs: [] }).storyId).toBe(first.id);
  expect(window.place(told).storyId).toBe(first.id);
});

test("what an operator took apart stays apart, also where a third article is like both", () => {
  const window = createStoryWindow();
  const tellings = ["a", "b", "c"].map((id, hours) => headline(id, "اندلاع حريق في ميناء بيروت", hours));
  window.forbid("c", "a");
  expect(tellings.map((article) => window.place(article).storyId)).toEqual(["a", "a", "c"]);
});

test("whatever text comes, every article gets a story that exists", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.constantFrom(...SAME_EVENT.map(({ a }) => a)),
  );
  const articles = fc.array(
    fc.record({
      title: texts,
      paragraphs: fc.array(texts, { maxLength: 3 }),
      hours: fc.integer({ min: -60, max: 60 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(articles, (given) => {
      const window = createStoryWindow();
      const known = new Set<string>();
      for (const [index, { title, paragraphs, hours }] of given.entries()) {
        const id = `n${index}`;
        const placement = window.place({ ...headline(id, title, hours), paragraphs });
        known.add(id);
        expect(known).toContain(placement.storyId);
        if (placement.kind === "follow-up") expect(known).toContain(placement.followsStoryId);
        if (placement.kind !== "joined") expect(placement.storyId).toBe(id);
      }
    }),
    { numRuns: 60 },
  );
});
