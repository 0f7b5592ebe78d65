import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { DamagedRecordError, StoreError } from "../../src/errors.ts";
import { openStore } from "../../src/store/open-store.ts";
import { parseQuery } from "../../src/story/query.ts";
import { recordsContract } from "../contracts/records.ts";
import { article as plainArticle } from "../fakes/article.ts";
import { silent as logger } from "../fakes/logger.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
const newFile = () => join(folder, `store-${number++}`, "mujaz.sqlite");
const open = (file: string, options: { botId?: string | null; lock?: boolean; anew?: boolean } = {}) =>
  openStore(`sqlite://${file}`, { logger, now: Date.now(), ...options, botId: options.botId ?? "42" });
const article = plainArticle("a1", "افتتاح مكتبة جديدة في المدينة", { paragraphs: ["افتتحت البلدية مكتبة عامة."] });

recordsContract("SQLite", () => open(newFile()));

test("the folder is made, and what was written is there at the next start", async () => {
  const file = newFile();
  const first = await open(file);
  await first.stores.articles.put("a1", article);
  await first.close();
  const second = await open(file);
  expect(await second.stores.articles.get("a1")).toEqual(article);
  await second.close();
});

test("a store remembers its bot and refuses another one's token in one line", async () => {
  const file = newFile();
  await (await open(file, { botId: "42" })).close();
  await expect(open(file, { botId: "43" })).rejects.toThrow(/belongs to bot 42.*43/);
  await (await open(file, { botId: null })).close();
});

test("a store of another format is refused and not touched", async () => {
  const file = newFile();
  const store = await open(file);
  await store.stores.settings.put("format", 99);
  await store.close();
  await expect(open(file)).rejects.toThrow(/format 99/);
  const db = new DatabaseSync(file);
  expect(
    String((db.prepare("SELECT v FROM records WHERE ns = 'settings' AND k = 'format'").get() as { v: string }).v),
  ).toContain("99");
  db.close();
});

test("a store that begins anew is empty with its search index, and leaves one that is in use alone", async () => {
  const file = newFile();
  const running = await open(file, { lock: true });
  await running.stores.articles.put("a1", article);
  running.search.add([article]);
  await expect(open(file, { lock: true, anew: true })).rejects.toThrow(/another process/);
  const beside = await open(file);
  expect(await beside.stores.articles.get("a1")).toEqual(article);
  expect(beside.search.count()).toBe(1);
  await beside.close();
  await running.close();
  const anew = await open(file, { lock: true, anew: true });
  expect(await anew.stores.articles.get("a1")).toBeUndefined();
  expect(anew.search.count()).toBe(0);
  await anew.close();
});

test("a second process with roles is refused while the first one lives, terminal commands are not", async () => {
  const file = newFile();
  const running = await open(file, { lock: true });
  await expect(open(file, { lock: true })).rejects.toThrow(/another process/);
  const beside = await open(file, { botId: null });
  await beside.stores.settings.put("k", 1);
  expect(await running.stores.settings.get("k")).toBe(1);
  await beside.close();
  await running.close();
  await (await open(file, { lock: true })).close();
});

test("a backup made while the store is in use is a whole store", async () => {
  const file = newFile();
  const store = await open(file);
  await store.stores.articles.put("a1", article);
  store.search.add([article]);
  const copy = join(folder, "backup.sqlite");
  await store.backup(copy);
  await store.stores.articles.delete("a1");
  await expect(store.backup(copy)).rejects.toThrow(/exists already/);
  await store.close();
  const restored = await open(copy);
  expect(await restored.stores.articles.get("a1")).toEqual(article);
  expect(restored.search.count()).toBe(0); // derived: built anew from the articles
  await restored.close();
});

test("a damaged record is an error that names it, never a missing one", async () => {
  const file = newFile();
  const store = await open(file);
  await store.stores.articles.put("a1", article);
  const db = new DatabaseSync(file);
  db.exec("UPDATE records SET v = '{\"value\":{\"id\":5}}' WHERE ns = 'articles'");
  await expect(store.stores.articles.get("a1")).rejects.toThrow(/articles\/a1/);
  db.exec("UPDATE records SET v = 'no json' WHERE ns = 'articles'");
  await expect(store.stores.articles.get("a1")).rejects.toBeInstanceOf(DamagedRecordError);
  await expect(store.stores.articles.getMany(["a1"])).rejects.toBeInstanceOf(DamagedRecordError);
  db.close();
  await store.close();
});

test.each(["no json", '{"value":{"id":5}}'])(
  "where all records are read, the damaged one %s is left out and said",
  async (v) => {
    const file = newFile();
    const said: object[] = [];
    const error = (fields: object) => said.push(fields);
    const store = await openStore(`sqlite://${file}`, { logger: { ...logger, error }, botId: "42", now: Date.now() });
    await store.stores.articles.putMany(["a1", "a2", "a3"].map((id) => ({ key: id, value: { ...article, id } })));
    const db = new DatabaseSync(file);
    db.prepare("UPDATE records SET v = ? WHERE k = 'a2'").run(v);
    const found = await Array.fromAsync(store.stores.articles.entries());
    expect(found.map(([id]) => id)).toEqual(["a1", "a3"]);
    expect(said).toEqual([{ err: expect.objectContaining({ message: expect.stringContaining("articles/a2") }) }]);
    db.close();
    await store.close();
  },
);

test("a closed store rejects everything", async () => {
  const store = await open(newFile());
  await store.close();
  await expect(store.stores.settings.get("k")).rejects.toBeInstanceOf(StoreError);
  await expect(store.stores.settings.put("k", 1)).rejects.toBeInstanceOf(StoreError);
  await expect(store.stores.settings.putMany([{ key: "k", value: 1 }])).rejects.toBeInstanceOf(StoreError);
  await expect(Array.fromAsync(store.stores.settings.entries())).rejects.toBeInstanceOf(StoreError);
});

test("a full disk rejects the write and keeps what was there; a batch is written whole or not at all", async () => {
  const file = newFile();
  const first = await open(file);
  await first.stores.settings.put("before", 1);
  await first.close();
  const db = new DatabaseSync(file);
  const { page_count: pages } = db.prepare("PRAGMA page_count").get() as { page_count: number };
  db.close();
  const full = await openStore(`sqlite://${file}`, { logger, botId: "42", now: Date.now(), mostPages: pages + 3 });
  const entries = Array.from({ length: 150 }, (_, index) => ({ key: `k${index}`, value: "x".repeat(2000) }));
  await expect(full.stores.settings.putMany(entries)).rejects.toThrow(/full/);
  expect(await full.stores.settings.get("before")).toBe(1);
  expect(await full.stores.settings.getMany(entries.map(({ key }) => key))).toEqual(entries.map(() => undefined));
  await full.close();
});

test.skipIf(process.getuid?.() === 0)(
  "a read-only file can be read by terminal commands; to write is one clear line (left out as root, who may write everything)",
  async () => {
    const file = newFile();
    await (await open(file)).close();
    chmodSync(file, 0o444);
    const store = await open(file);
    expect(await store.stores.settings.get("format")).toBe(1);
    await expect(store.stores.settings.put("k", 1)).rejects.toBeInstanceOf(StoreError);
    await store.close();
    const start = openStore(`sqlite://${file}`, { logger, botId: "42", now: Date.now(), lock: true });
    await expect(start).rejects.toThrow(/^cannot write to the store .*readonly/);
  },
);

test("a place that cannot be opened is one clear line", async () => {
  const file = join(folder, "not-a-database.sqlite");
  writeFileSync(file, "this is no database, but it is long enough to be looked at ".repeat(100));
  await expect(open(file)).rejects.toBeInstanceOf(StoreError);
  expect(readFileSync(file, "utf8")).toContain("no database");
});

test("a damaged search file is built anew; articles are found in it again", async () => {
  const file = newFile();
  const store = await open(file);
  store.search.add([article]);
  expect(store.search.search(parseQuery("مكتبة", 2), 5, 2).map((hit) => hit.articleId)).toEqual(["a1"]);
  await store.close();
  expect(existsSync(`${file}.search`)).toBe(true);
  writeFileSync(`${file}.search`, "damaged ".repeat(2000));
  const again = await open(file);
  expect(again.search.count()).toBe(0);
  again.search.add([article]);
  expect(again.search.search(parseQuery("للمكتبات", 2), 5, 2).map((hit) => hit.articleId)).toEqual(["a1"]);
  await again.close();
});
