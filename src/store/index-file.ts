import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import type { Logger } from "../ports.ts";
import { SPELLING_TABLES } from "./spelling.ts";

/** Another number makes older files be built again. */
const INDEX_FORMAT = 7;

/** A table for full text. Numbers are searched by their parts, and left out as a whole: «-5» keeps what has 1.5. */
const table = (columns: string, kind: "searched" | "left out") => {
  const [detail, kept] = kind === "searched" ? ["full", ""] : ["none", " tokenchars '.'"];
  return `USING fts5(${columns}, content='', contentless_delete=1, detail=${detail}, tokenize="unicode61 remove_diacritics 0${kept}")`;
};

/**
 * Nothing waits for the disk: what is lost when the power fails is filled in at the next start. Documents are numbered by time; a
 * `title` is its terms, with blanks around it. `form` holds words as they are written, without their articles: `headlines` those of
 * headlines, `forms` of all that is indexed. A `source` is one token.
 */
const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 250;
  CREATE TABLE IF NOT EXISTS docs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL COLLATE NOCASE, at INTEGER NOT NULL, title TEXT NOT NULL);
  CREATE VIRTUAL TABLE IF NOT EXISTS terms ${table("title, lead, source", "searched")};
  CREATE VIRTUAL TABLE IF NOT EXISTS headlines ${table("form, term, source", "searched")};
  CREATE VIRTUAL TABLE IF NOT EXISTS forms ${table("form", "left out")};
  CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab('terms', 'row');
  ${SPELLING_TABLES}
  PRAGMA user_version = ${INDEX_FORMAT};`;

/** Nothing is merged while an article is added: that holds for long now and then, and is done in steps afterwards. */
const NEW = ["terms", "headlines", "forms"].map(
  (name) => `INSERT INTO ${name}(${name}, rank) VALUES ('automerge', 0);`,
);

/** Results of SQLite, their lower byte. Source: https://www.sqlite.org/rescode.html */
const DAMAGED: readonly unknown[] = [11, 26];
/** Others use the file, or the disk is full: the index is none the worse for it. */
const IN_USE_OR_FULL: readonly unknown[] = [5, 6, 13];
/** A page is missing at the end of the file. */
const SHORT_READ = 522;

const resultOf = (error: unknown) => (error as { errcode?: number }).errcode ?? 0;

/** Whether SQLite failed because the file is not what was written to it. */
export function isDamage(error: unknown): boolean {
  return DAMAGED.includes(resultOf(error) & 0xff) || resultOf(error) === SHORT_READ;
}

/** Removes the file with what SQLite keeps beside it. Who has it open goes on with it, and sees that it is gone. */
export function removeIndexFile(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}

/** Opens the file, `:memory:` included. A damaged or older one is begun anew. Throws `StoreError` where it cannot be used. */
export function openIndexFile(file: string, logger: Logger): DatabaseSync {
  try {
    return openCurrent(file);
  } catch (error) {
    if (IN_USE_OR_FULL.includes(resultOf(error) & 0xff))
      throw new StoreError(`cannot use the search index ${file}: ${(error as Error).message}`, { cause: error });
    logger.warn({ err: error }, "the search index is damaged or of another release: it is built anew");
    try {
      removeIndexFile(file);
      return openCurrent(file);
    } catch (again) {
      throw new StoreError(`cannot write the search index ${file}: ${(again as Error).message}`, { cause: again });
    }
  }
}

function openCurrent(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    const { user_version: format } = db.prepare("PRAGMA user_version").get() as { user_version: number };
    if (format !== 0 && format !== INDEX_FORMAT) throw new Error(`format ${format}`);
    db.exec(SCHEMA);
    if (format === 0) db.exec(NEW.join(" "));
    // No more than this is looked at: FTS5's own check takes a second for 50,000 articles, and damage mends itself when it is met.
    db.prepare("SELECT count(*) FROM docs").get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
