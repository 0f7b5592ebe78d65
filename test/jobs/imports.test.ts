import { expect, test } from "vitest";
import { createImports } from "../../src/jobs/imports.ts";
import type { Reading } from "../../src/jobs/reading.ts";
import { createShelf } from "../../src/jobs/shelf.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { articleId } from "../../src/story/article-id.ts";
import { parseQuery } from "../../src/story/query.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { type Backing, createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";

const START = Date.UTC(2026, 10, 23, 6);
const FIRE =
  "اندلع حريق كبير في سوق المدينة القديمة بحلب مساء الخميس والتهم ستة متاجر للأقمشة قبل أن تخمده فرق الإطفاء فجر الجمعة.";
const clock = createFakeClock(START);

const url = (outlet: string) => `https://${outlet}.example/fire`;
const reading = (outlet: string, change: Partial<Reading> = {}): Reading => ({
  sourceId: outlet,
  url: url(outlet),
  title: `حريق كبير يلتهم متاجر في سوق حلب القديم ${outlet}`,
  paragraphs: [FIRE],
  publishedAt: clock.now() - MINUTE_MS,
  related: [],
  imageUrl: null,
  byline: null,
  bodyFrom: "page",
  backlogBefore: clock.now() - DAY_MS,
  ...change,
});

/** A process on a store: the bot, or a terminal command. */
async function open(backing: Backing, beforeWrite?: () => void) {
  const stores = createMemoryStores({ backing, now: () => clock.now(), ...(beforeWrite ? { beforeWrite } : {}) });
  const search = createMemorySearch();
  const deps = { stores, search, clock, retentionMs: 30 * DAY_MS };
  const shelf = createShelf(deps);
  await shelf.load();
  return { shelf, search, imports: createImports({ ...deps, shelf }), stores };
}
const outletsOf = ({ shelf }: Awaited<ReturnType<typeof open>>) =>
  shelf.stories().map((story) => story.tellings.map((telling) => telling.sourceId).sort());

test("what is imported beside a running bot arrives when the bot takes it in, behind no digest that was planned meanwhile", async () => {
  const backing: Backing = new Map();
  const bot = await open(backing);
  const terminal = await open(backing);
  expect(await terminal.imports.offer([reading("a")])).toBe(1);
  expect(terminal.search.search(parseQuery("حريق", clock.now()), 5, clock.now())).toHaveLength(1);
  await clock.advance(HOUR_MS);
  const until = bot.shelf.closeUntil();
  expect(await bot.imports.takeIn()).toBe(1);
  expect(bot.shelf.stories()[0]?.tellings[0]?.firstSeenAt).toBeGreaterThan(until);
  expect(await bot.imports.takeIn()).toBe(0);
});

test("a story that grew meanwhile keeps what it grew by", async () => {
  const backing: Backing = new Map();
  const bot = await open(backing);
  await bot.shelf.keep(reading("a"));
  const terminal = await open(backing);
  await bot.shelf.keep(reading("b"));
  await terminal.imports.offer([reading("c")]);
  await bot.imports.takeIn();
  expect(outletsOf(bot)).toEqual([["a", "b", "c"]]);
  expect(outletsOf(await open(backing))).toEqual([["a", "b", "c"]]);
});

test("what was old when it was imported stays old, and what is known is not imported again", async () => {
  const backing: Backing = new Map();
  const bot = await open(backing);
  const { imports } = await open(backing);
  const old = reading("a", { publishedAt: START - 30 * DAY_MS });
  expect(await imports.offer([old, old])).toBe(1);
  expect(await imports.offer([old])).toBe(0);
  await bot.imports.takeIn();
  expect(bot.shelf.stories()[0]?.tellings[0]?.backlog).toBe(true);
  expect(await (await open(backing)).imports.offer([old])).toBe(0);
});

test("what waits to be taken in is no news for another process that imports it", async () => {
  const backing: Backing = new Map();
  expect(await (await open(backing)).imports.offer([reading("a")])).toBe(1);
  const second = await open(backing);
  expect(await second.imports.offer([reading("a"), reading("b")])).toBe(1);
  expect(await second.imports.offer([reading("b")])).toBe(0);
  const bot = await open(backing);
  expect(await bot.imports.takeIn()).toBe(2);
});

test("cut short before any write, importing and taking in again loses nothing and tells nothing twice", async () => {
  for (let cut = 0; cut < 12; cut++) {
    const backing: Backing = new Map();
    let left = cut;
    const beforeWrite = () => {
      if (left-- === 0) throw new Error("killed");
    };
    const outlets = ["a", "b"];
    const readings = outlets.map((outlet) => reading(outlet));
    const bring = async (process: Awaited<ReturnType<typeof open>>) => {
      await process.imports.offer(readings);
      await process.imports.takeIn();
    };
    await open(backing, beforeWrite)
      .then(bring)
      .catch(() => undefined);
    const bot = await open(backing);
    await bring(bot);
    expect(outletsOf(bot), `killed before write ${cut}`).toEqual([outlets]);
    expect(await bot.shelf.known(outlets.map((outlet) => articleId(url(outlet))))).toEqual([true, true]);
    const offers = [...(backing.get("settings")?.keys() ?? [])].filter((key) => key.startsWith("offered:"));
    expect(offers).toEqual([]);
  }
});

test("old articles that are brought many at a time, cut short before any write, each come into one story", async () => {
  const old = { publishedAt: START - 30 * DAY_MS };
  const readings = ["a", "b", "c"].map((outlet) => reading(outlet, old));
  for (let cut = 0; cut < 5; cut++) {
    const backing: Backing = new Map();
    let left = cut;
    const killed = await open(backing, () => {
      if (left-- === 0) throw new Error("killed");
    });
    const arrivals = readings.map((each) => ({ reading: each }));
    const first = await killed.shelf.keepAll(arrivals.slice(0, 2)).catch(() => 0);
    expect(first).toBe(cut < 3 ? 0 : 2);
    const next = await open(backing);
    expect(await next.shelf.keepAll(arrivals.slice(1)), `killed before write ${cut}`).toBe(2 - first / 2);
    expect(await next.shelf.keepAll(arrivals)).toBe(cut < 3 ? 1 : 0);
    expect(outletsOf(next).flat().sort(), `killed before write ${cut}`).toEqual(["a", "b", "c"]);
  }
});
