import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { StoreError } from "../../src/errors.ts";
import { openStore } from "../../src/store/open-store.ts";
import { restoreStore } from "../../src/store/restore.ts";
import { silent as logger } from "../fakes/logger.ts";

const root = mkdtempSync(join(tmpdir(), "mujaz-restore-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const NOW = Date.parse("2026-11-23T08:00:00.123Z");
let count = 0;

/** A store in which `word` was written, its backup, and then another word. */
async function backedUp() {
  const folder = mkdtempSync(join(root, `${count++}-`));
  const file = join(folder, "mujaz.sqlite");
  const url = `sqlite://${file}`;
  const open = (options: { lock?: boolean } = {}) => openStore(url, { logger, now: NOW, botId: "42", ...options });
  const backup = join(folder, "copy.sqlite");
  const store = await open();
  await store.stores.settings.put("word", "before");
  await store.backup(backup);
  await store.stores.settings.put("word", "after");
  await store.close();
  const word = async () => {
    const opened = await open();
    const read = await opened.stores.settings.get("word");
    await opened.close();
    return read;
  };
  return { folder, file, url, open, backup, word };
}

test("a backup takes the place of the store, which is kept whole under another name", async () => {
  const { folder, file, url, backup, word } = await backedUp();
  const aside = restoreStore(url, backup, NOW);
  expect(aside).toBe(`${file}.20261123T080000Z`);
  expect(await word()).toBe("before");
  expect(existsSync(backup)).toBe(true);
  const kept = await openStore(`sqlite://${aside}`, { logger, now: NOW, botId: "42" });
  expect(await kept.stores.settings.get("word")).toBe("after");
  await kept.close();
  expect(readdirSync(folder).filter((name) => name.includes("restoring"))).toEqual([]);
});

test("a backup is restored where there is no store yet", async () => {
  const { backup } = await backedUp();
  const file = join(root, "new", "folder", "mujaz.sqlite");
  expect(restoreStore(`sqlite://${file}`, backup, NOW)).toBeNull();
  expect(existsSync(file)).toBe(true);
});

test("while a bot or a terminal command uses the store nothing is restored", async () => {
  for (const lock of [true, false]) {
    const { url, open, backup, word } = await backedUp();
    const running = await open({ lock });
    await running.stores.settings.put("word", "in use");
    expect(() => restoreStore(url, backup, NOW)).toThrow(StoreError);
    await running.close();
    expect(await word()).toBe("in use");
  }
});

test("what a damaged store leaves beside it does not damage the copy", async () => {
  const { file, url, backup, word } = await backedUp();
  writeFileSync(file, "no database at all, and longer than a header of SQLite would be: ".repeat(20));
  writeFileSync(`${file}-wal`, "nor is this a log");
  restoreStore(url, backup, NOW);
  expect(await word()).toBe("before");
});

test("what is no whole store of this release is refused in one line, and the store stays", async () => {
  const { folder, url, backup, word } = await backedUp();
  const other = await openStore(`sqlite://${join(folder, "other.sqlite")}`, { logger, now: NOW, botId: null });
  await other.stores.settings.put("format", 99);
  await other.backup(join(folder, "newer.sqlite"));
  await other.close();
  writeFileSync(join(folder, "text.sqlite"), "no database");
  writeFileSync(join(folder, "empty.sqlite"), "");
  for (const name of ["newer.sqlite", "text.sqlite", "empty.sqlite", "missing.sqlite", "mujaz.sqlite"])
    expect(() => restoreStore(url, join(folder, name), NOW), name).toThrow(/^[^\n]+$/);
  expect(() => restoreStore("redis://127.0.0.1/0", backup, NOW)).toThrow(/server/);
  expect(await word()).toBe("after");
});
