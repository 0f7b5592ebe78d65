import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Subscription } from "../../src/digest/subscription.ts";
import type { Cards } from "../../src/jobs/cards.ts";
import type { Composer } from "../../src/jobs/compose.ts";
import { createNewsDesk } from "../../src/jobs/news-desk.ts";
import { createShelf } from "../../src/jobs/shelf.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import type { Article } from "../../src/story/article.ts";
import { article } from "../fakes/article.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { card } from "../fakes/desks.ts";
import { silent } from "../fakes/logger.ts";
import { createMemoryStores } from "../fakes/memory-records.ts";

const START = Date.UTC(2026, 10, 24);

/** A desk whose index file is lost; its articles come when `come` is called. */
async function deskWithoutIndex() {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-desk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "store.search");
  const clock = createFakeClock(START);
  const stores = createMemoryStores({ now: () => clock.now() });
  const bridge = article("bridge", "افتتاح الجسر الجديد", { publishedAt: START - 1 });
  await stores.articles.put(bridge.id, bridge);
  const index = openFtsIndex(file, silent);
  onTestFinished(() => index.close());
  let come = () => {};
  let came = Promise.resolve();
  const all = async function* () {
    await came;
    yield bridge;
  };
  await index.fill(all, START);
  came = new Promise((resolve) => {
    come = resolve;
  });
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
  const desk = createNewsDesk({
    shelf: createShelf({ stores, search: index, clock, retentionMs: 30 * DAY_MS }),
    cards: { ofArticle: async ({ title }: Article) => card(title) } as unknown as Cards,
    composer: { sources: async () => new Map() } as unknown as Composer,
    search: index,
    clock,
  });
  const ask = () => desk.search("الجسر", 5, { timeZone: "UTC", locale: "ar" } as Subscription);
  return { ask, clock, come: () => come() };
}

test("a search that finds its index lost asks again once the index is built", async () => {
  const { ask, come } = await deskWithoutIndex();
  const answer = ask();
  come();
  expect(await answer).toMatchObject({ cards: [{ title: "افتتاح الجسر الجديد" }], isPartial: false });
});

test("a search does not wait for long, and says that some may be missing", async () => {
  const { ask, clock, come } = await deskWithoutIndex();
  const answer = ask();
  await expect.poll(() => clock.sleeperCount()).toBe(1);
  await clock.advance(1000);
  expect(await answer).toMatchObject({ cards: [], isPartial: true, suggestion: undefined });
  come();
});
