import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Reading } from "../../src/jobs/reading.ts";
import { createSearchFilling } from "../../src/jobs/search-filling.ts";
import { createShelf, SEEDED_AT } from "../../src/jobs/shelf.ts";
import { DAY_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { SearchIndex } from "../../src/ports.ts";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import { parseQuery } from "../../src/story/query.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { silent } from "../fakes/logger.ts";
import { type Backing, createMemoryStores } from "../fakes/memory-records.ts";

const START = Date.UTC(2026, 10, 23, 6);

const reading = (slug: string, title: string): Reading => ({
  sourceId: "marfa",
  url: `https://marfa.example/${slug}`,
  title,
  paragraphs: [`${title} وتابعت الفرق عملها حتى الصباح في الحي كله.`],
  publishedAt: START - MINUTE_MS,
  related: [],
  imageUrl: null,
  byline: null,
  bodyFrom: "page",
  backlogBefore: START - DAY_MS,
});

/** One life of the bot on a store and an index file; `dies`: at the first article that it would index. */
async function life(backing: Backing, file: string, dies = false, startsAt = START) {
  const clock = createFakeClock(startsAt);
  const stores = createMemoryStores({ backing, now: () => clock.now() });
  await stores.settings.put(SEEDED_AT, START);
  const index = openFtsIndex(file, silent);
  const killed = () => {
    throw new Error("killed");
  };
  const search: SearchIndex = dies ? { ...index, add: killed } : index;
  const shelf = createShelf({ stores, search, clock, retentionMs: 30 * DAY_MS });
  await shelf.load();
  const fill = createSearchFilling({ stores, search, shelf, logger: silent });
  const found = (words: string) => index.search(parseQuery(words, START), 10, START).length;
  return { shelf, fill, found, end: () => index.close() };
}

/** A file in a folder that goes with the test. */
function indexFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-filling-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "store.sqlite.search");
}

test("articles that became too old while no bot ran leave the index at the next start", async () => {
  const file = indexFile();
  const backing: Backing = new Map();
  const first = await life(backing, file);
  await first.fill();
  await first.shelf.keep(reading("fire", "حريق في سوق المدينة القديمة"));
  first.end();

  const second = await life(backing, file, false, START + 20 * DAY_MS);
  await second.fill();
  await second.shelf.keep(reading("port", "سفينة قمح ترسو في الميناء"));
  expect([second.found("حريق"), second.found("الميناء")]).toEqual([1, 1]);
  second.end();

  const third = await life(backing, file, false, START + 31 * DAY_MS);
  expect(await third.fill()).toBe(0);
  expect([third.found("حريق"), third.found("الميناء")]).toEqual([0, 1]);
  third.end();
});

test("articles that were kept and not indexed when the bot was killed are found after the next start", async () => {
  const file = indexFile();
  const backing: Backing = new Map();
  const first = await life(backing, file);
  expect(await first.fill()).toBe(0);
  await first.shelf.keep(reading("fire", "حريق في سوق المدينة القديمة"));
  first.end();

  const second = await life(backing, file, true);
  expect(await second.fill()).toBe(0);
  const late = [reading("port", "سفينة قمح ترسو في الميناء"), reading("school", "مدرسة جديدة تفتح أبوابها")];
  await expect(second.shelf.keepAll(late.map((each) => ({ reading: each })))).rejects.toThrow("killed");
  expect(second.found("الميناء")).toBe(0);
  second.end();

  const third = await life(backing, file);
  expect(await third.fill()).toBe(2);
  expect([third.found("الميناء"), third.found("مدرسة"), third.found("حريق")]).toEqual([1, 1, 1]);
  expect(await third.fill()).toBe(0);
  third.end();
});
