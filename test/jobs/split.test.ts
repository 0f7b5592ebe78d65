import { expect, test } from "vitest";
import { createShelf } from "../../src/jobs/shelf.ts";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import { articleId } from "../../src/story/article-id.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { type Backing, createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";

const START = Date.UTC(2026, 10, 23, 6);
const TEXT =
  "اندلع حريق كبير في سوق المدينة القديمة بحلب مساء الخميس والتهم ستة متاجر للأقمشة قبل أن تخمده فرق الإطفاء فجر الجمعة.";
const url = (outlet: string) => `https://${outlet}.example/fire`;
const id = (outlet: string) => articleId(url(outlet));
const reading = (outlet: string) => ({
  sourceId: outlet,
  url: url(outlet),
  title: `حريق كبير يلتهم متاجر في سوق حلب القديم ${outlet}`,
  paragraphs: [TEXT],
  publishedAt: START,
  related: [],
  imageUrl: null,
  byline: null,
  bodyFrom: "page" as const,
  backlogBefore: null,
});

function open(backing: Backing = new Map(), beforeWrite?: () => void) {
  const clock = createFakeClock(START + HOUR_MS);
  const stores = createMemoryStores({ backing, now: () => clock.now(), ...(beforeWrite ? { beforeWrite } : {}) });
  return createShelf({ stores, search: createMemorySearch(), clock, retentionMs: 30 * DAY_MS });
}
const shape = (shelf: ReturnType<typeof open>) =>
  shelf
    .stories()
    .map((story) => story.tellings.map((telling) => telling.sourceId).sort())
    .sort();

async function filled(backing: Backing = new Map()) {
  const shelf = open(backing);
  for (const outlet of ["a", "b", "c"]) await shelf.keep(reading(outlet));
  expect(shape(shelf)).toEqual([["a", "b", "c"]]);
  return shelf;
}

test.each(["a", "b", "c"])("%s is taken out of its story, and both parts are whole stories", async (outlet) => {
  const shelf = await filled();
  const before = shelf.stories()[0];
  expect(await shelf.split(id(outlet))).toBe("split");
  const others = ["a", "b", "c"].filter((other) => other !== outlet);
  expect(shape(shelf)).toEqual([[outlet], others].sort());
  for (const story of shelf.stories()) {
    const told = story.tellings.map((telling) => telling.articleId);
    expect(story.id).toBe(told[0]);
    expect(told).toContain(story.leadArticleId);
    expect(await shelf.storyIds(told)).toEqual(told.map(() => story.id));
  }
  // Editions and followers know the old id.
  expect(shelf.story(before?.id ?? "")).toBeDefined();
  expect(await shelf.split(id(outlet))).toBe("alone");
});

test("what was taken apart stays apart: for articles that come later, and after a restart", async () => {
  const backing: Backing = new Map();
  await (await filled(backing)).split(id("c"));
  const restarted = open(backing);
  await restarted.load();
  expect(shape(restarted)).toEqual([["a", "b"], ["c"]]);
  await restarted.keep(reading("d"));
  const together = restarted
    .stories()
    .find((story) => story.tellings.length > 2 || story.tellings[0]?.sourceId === "c");
  expect(together?.tellings.map((telling) => telling.sourceId)).not.toEqual(expect.arrayContaining(["a", "c"]));
});

test("cut short at any write, a split loses no article, and doing it again completes it", async () => {
  for (let killAt = 0; killAt < 5; killAt++) {
    const backing: Backing = new Map();
    await filled(backing);
    let writes = 0;
    const dying = open(backing, () => {
      if (writes++ >= killAt) throw new Error("killed");
    });
    await dying.load();
    await dying.split(id("c")).catch(() => undefined);
    const next = open(backing);
    await next.load();
    expect([...new Set(shape(next).flat())].sort(), `killed at write ${killAt}`).toEqual(["a", "b", "c"]);
    await next.split(id("c"));
    expect(shape(next), `killed at write ${killAt}`).toEqual([["a", "b"], ["c"]]);
  }
});

test("an article that nobody knows is told so", async () => {
  expect(await (await filled()).split("nobody")).toBe("unknown");
});
