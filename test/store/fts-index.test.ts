import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../src/errors.ts";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import { parseQuery } from "../../src/story/query.ts";
import { silent } from "../fakes/logger.ts";
import { article, NEWS, NOW } from "./indexed-news.ts";

/** A file in a folder that goes with the test. */
function indexFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-index-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "store.sqlite.search");
}

/** What tells one store from another. */
const STORE = NOW;

/** All articles, of which the store can read only so many. */
async function* kept(most = NEWS.length) {
  yield* NEWS.slice(0, most);
  if (most < NEWS.length) throw new Error("the store cannot be read");
}

test("a new index whose filling was cut short is filled to the end at the next start, and not again", async () => {
  const file = indexFile();
  const cut = openFtsIndex(file, silent);
  cut.add(NEWS.slice(0, 1)); // collected meanwhile
  await expect(cut.fill(() => kept(3), STORE)).rejects.toThrow("cannot be read");
  cut.close();
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length - 1);
  index.remove(["ali"]);
  expect(await index.fill(() => kept(), STORE)).toBe(0);
  expect(index.count()).toBe(NEWS.length - 1);
  index.close();
});

test.each(["not a database", ""])("a file that holds %j is begun anew and filled", async (content) => {
  const file = indexFile();
  writeFileSync(file, content.repeat(1000));
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length);
  index.close();
});

test("an index that was filled from another store is filled again", async () => {
  const file = indexFile();
  const empty = openFtsIndex(file, silent);
  expect(await empty.fill(async function* () {}, STORE)).toBe(0);
  empty.close();
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE + 1)).toBe(NEWS.length);
  expect(await index.fill(() => kept(), STORE + 1)).toBe(0);
  index.close();
});

const cutInHalf = (file: string) => truncateSync(file, statSync(file).size / 2);
const removed = (file: string) => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
};
const overwritten = (file: string) => writeFileSync(file, "x".repeat(statSync(file).size));

test.each([
  { happens: "cut in half", change: cutInHalf },
  { happens: "removed", change: removed },
  { happens: "overwritten", change: overwritten },
])(
  "an index that is $happens while it is used answers and fills itself again, with one line in the log",
  async ({ change }) => {
    const file = indexFile();
    const lines: string[] = [];
    const logger = { ...silent, warn: (_: unknown, line: string) => lines.push(line) };
    const index = openFtsIndex(file, logger);
    onTestFinished(() => index.close());
    const many = Array.from({ length: 400 }, (_, n) =>
      article(`${n}`, `خبر رقم ${n} عن الميناء`, "سفن وبضائع ".repeat(20)),
    );
    let fillings = 0;
    const all = async function* () {
      fillings++;
      yield* many;
    };
    expect(await index.fill(all, STORE)).toBe(many.length);
    const writer = new DatabaseSync(file);
    writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    writer.close();
    change(file);
    const found = () => index.search(parseQuery("الميناء", NOW), 10, NOW);
    index.add(NEWS);
    expect(found().length).toBeGreaterThan(0);
    await expect.poll(() => index.count(), { timeout: 10_000 }).toBe(many.length + NEWS.length);
    expect(fillings).toBe(2);
    expect(found()).toHaveLength(10);
    expect(lines).toHaveLength(1);
  },
);

test("an index that is closed while it fills itself again tells of no fault, and is filled at the next start", async () => {
  const file = indexFile();
  const lines: string[] = [];
  const logger = { ...silent, error: (_: unknown, line: string) => lines.push(line) };
  const cut = openFtsIndex(file, logger);
  const all = async function* () {
    for (const one of NEWS) {
      await new Promise((resolve) => setImmediate(resolve));
      yield one;
    }
  };
  await cut.fill(all, STORE);
  removed(file);
  cut.count();
  cut.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
  const index = openFtsIndex(file, logger);
  onTestFinished(() => index.close());
  expect(await index.fill(all, STORE)).toBe(NEWS.length);
});

test("an index that cannot be written holds up no article, and fills itself when it can be written again", async () => {
  const file = indexFile();
  const lines: string[] = [];
  const index = openFtsIndex(file, { ...silent, error: (_: unknown, line: string) => lines.push(line) });
  onTestFinished(() => index.close());
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length);
  removed(file);
  mkdirSync(file);
  const late = Array.from({ length: 3 }, (_, n) => article(`late${n}`, `خبر متأخر عن الميناء ${n}`));
  for (const one of late.slice(0, 2)) index.add([one]);
  expect(() => index.count()).toThrow(StoreError);
  expect(() => index.remove(["late0"])).not.toThrow();
  expect(lines).toHaveLength(1);
  rmdirSync(file);
  index.add(late.slice(2));
  await expect.poll(() => index.count()).toBe(NEWS.length + 1); // the store of this test does not know the two
});

test("an index that somebody else is writing is not taken for a damaged one", () => {
  const file = indexFile();
  const index = openFtsIndex(file, silent);
  index.add(NEWS);
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  expect(() => openFtsIndex(file, silent)).toThrow("locked");
  other.close();
  const again = openFtsIndex(file, silent);
  expect(again.count()).toBe(NEWS.length);
  again.close();
  index.close();
}, 30_000);

test("an article that another process removes in the middle of a search is not among what it finds", () => {
  const file = indexFile();
  const index = openFtsIndex(file, silent);
  index.add(NEWS);
  const other = openFtsIndex(file, silent);
  let looks = 0;
  const query = { ...parseQuery("ميناء since:30d", NOW) };
  // What a query is narrowed to is read again for each tier.
  Object.defineProperty(query, "sourceIds", {
    get: () => {
      if (++looks === 4) other.remove(["port"]);
      return [];
    },
  });
  expect(index.search(query, 10, NOW).map((hit) => hit.articleId)).toEqual(["minister"]);
  expect(looks).toBeGreaterThan(4);
  other.close();
  index.close();
});
