import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import { FORMAT } from "./format.ts";
import { lockFile } from "./sqlite-file.ts";

/** What SQLite keeps beside a file. */
const BESIDE = ["-wal", "-shm"];
/** The search index of a store, which the next start fills again. */
const SEARCH = [".search", ".search-wal", ".search-shm"];

/** Copies a whole store of this format into a new file. Throws `StoreError` for what is none. */
function copyStore(from: string, to: string): void {
  const fail = (reason: string, cause?: unknown) => new StoreError(`cannot restore ${from}: ${reason}`, { cause });
  if (!existsSync(from)) throw fail("there is no such file");
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(from, { readOnly: true });
    const format = db.prepare("SELECT v FROM records WHERE ns = 'settings' AND k = 'format'").get();
    const known = JSON.stringify({ value: FORMAT });
    if (format?.["v"] !== known) throw fail("it is a store of another release");
    const check = db.prepare("PRAGMA quick_check(1)").get();
    if (check?.["quick_check"] !== "ok") throw fail("it is damaged");
    rmSync(to, { force: true });
    db.prepare("VACUUM INTO ?").run(to);
    const written = openSync(to, "r+");
    fsyncSync(written);
    closeSync(written);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw fail(`it is no store (${(error as Error).message})`, error);
  } finally {
    db?.close();
  }
}

/** Brings what a killed process left beside a store into its file. False for a file that is damaged. */
function settle(file: string): boolean {
  try {
    const db = new DatabaseSync(file);
    try {
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      db.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** Puts the copy in the place of the store in one step. Answers the other name that the store has from then on. */
function exchange(file: string, copy: string, now: number): string | null {
  let aside: string | null = null;
  if (existsSync(file)) {
    if (settle(file) && existsSync(`${file}-wal`))
      throw new StoreError("a terminal command uses this store: let it end first");
    aside = `${file}.${new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
    linkSync(file, aside);
    for (const suffix of BESIDE) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  renameSync(copy, file);
  for (const suffix of SEARCH) rmSync(file + suffix, { force: true });
  return aside;
}

/**
 * Puts a backup in the place of the store that `url` names, and keeps that one under another name. Answers the name, or null where
 * there was none. Killed at any moment, one of the two is in its place, whole.
 *
 * Throws `StoreError` for a store on a server, one that a process uses, and for a file that is no whole store of this format.
 */
export function restoreStore(url: string, backup: string, now: number): string | null {
  const path = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  if (path === undefined) throw new StoreError("this store is on a server: restore it with the server's own tools");
  const file = resolve(path);
  if (resolve(backup) === file) throw new StoreError("the backup is the store itself: there is nothing to restore");
  const copy = `${file}.restoring`;
  let held: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    held = lockFile(`${file}.lock`);
    copyStore(resolve(backup), copy);
    return exchange(file, copy, now);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(`cannot restore ${backup}: ${(error as Error).message}`, { cause: error });
  } finally {
    rmSync(copy, { force: true });
    held?.close();
  }
}
