import { existsSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Keyv } from "keyv";
import { StoreError } from "../errors.ts";
import { type Backend, PLAIN_JSON } from "./backend.ts";
import { SqliteAdapter, TABLE } from "./sqlite-adapter.ts";

/** A terminal command may write while the bot does: each waits so long for the other. */
const BUSY_TIMEOUT_MS = 5000;

/** Behind its name: the store, what SQLite keeps beside it, and the same of its search index. */
const FILES = ["", "-wal", "-shm", ".search", ".search-wal", ".search-shm"];

/** Opens one SQLite file. Every commit is on the disk when it is done (WAL, synchronous FULL). */
export function openSqlite(
  file: string,
  options: { lock?: boolean; anew?: boolean; now: number; mostPages?: number },
): Backend {
  const { lock = false, anew = false, now, mostPages } = options;
  let held = lock ? lockFile(`${file}.lock`) : undefined;
  if (anew) for (const suffix of FILES) rmSync(file + suffix, { force: true });
  const db = open(file);
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}; ${TABLE}`);
    if (mostPages !== undefined) db.exec(`PRAGMA max_page_count = ${mostPages}`);
    if (lock) db.prepare("DELETE FROM records WHERE expires IS NOT NULL AND expires <= ?").run(now);
  } catch (error) {
    db.close();
    held?.close();
    throw new StoreError(`cannot write to the store ${file}: ${(error as Error).message}`, { cause: error });
  }
  return {
    keyv: (namespace) => new Keyv({ store: new SqliteAdapter(db, namespace), serialization: PLAIN_JSON }),
    lock() {
      try {
        held ??= lockFile(`${file}.lock`);
        return true;
      } catch {
        return false;
      }
    },
    async backup(target) {
      if (existsSync(target)) throw new StoreError(`${target} exists already: name a new file`);
      try {
        db.prepare("VACUUM INTO ?").run(target);
      } catch (error) {
        throw new StoreError(`cannot back up to ${target}: ${(error as Error).message}`, { cause: error });
      }
    },
    async close() {
      db.close();
      held?.close();
    },
  };
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw new StoreError(`cannot open the store ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A lock that dies with its holder: a write transaction on a small file beside the store, open as long as the process lives. A
 * killed process leaves nothing behind that a lease or a pid file would.
 */
export function lockFile(file: string): DatabaseSync {
  const db = open(file);
  try {
    db.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    throw new StoreError("another process uses this store: stop it first, or give this one another STORE_URL", {
      cause: error,
    });
  }
}
