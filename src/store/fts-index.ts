import { statSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import type { Logger, SearchHit, SearchIndex } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { isDamage, openIndexFile, removeIndexFile } from "./index-file.ts";
import { createIndexTables, type IndexTables } from "./index-tables.ts";
import { createUpkeep } from "./index-upkeep.ts";

/** What the header of the file holds. */
const MOST_IN_HEADER = 0x7fffffff;
/** So long the event loop is held at once while the index is filled, as far as the articles before tell. */
const HELD_MS = 10;
const MOST_AT_ONCE = 20;

/**
 * The index in its file; derived data: a damaged, older or lost file is begun anew and filled from the articles. It never holds up
 * an article: what cannot be added is told in the log, and filled in when the file can be written again.
 */
export interface FtsIndex extends SearchIndex {
  close(): void;
}

/** From where an index is filled. */
interface Origin {
  readonly all: () => AsyncIterable<Article>;
  readonly storeMark: number;
}

/** Opens the index, `:memory:` included. */
export function openFtsIndex(file: string, logger: Logger): FtsIndex {
  const fileNumber = () => (file === ":memory:" ? 0 : statSync(file, { throwIfNoEntry: false })?.ino);
  let db: DatabaseSync;
  let tables: IndexTables;
  let openedNumber: number | undefined;
  let openedCount = 0;
  let isClosed = false;
  /** Articles are missing that could not be written. */
  let isBehind = false;
  let origin: Origin | undefined;
  let filling: Promise<void> | undefined;
  const upkeep = createUpkeep((work) => !isClosed && using(work), logger);

  function open(): void {
    db = openIndexFile(file, logger);
    tables = createIndexTables(db);
    openedNumber = fileNumber();
    openedCount++;
  }
  open();

  /** The file is used no more: another is begun, or the one that somebody else began is taken, and filled in the background. */
  function openAnew(): void {
    if (db.isOpen) db.close(); // opening may have failed the last time
    open();
    fillLater();
  }

  function fillLater(): void {
    if (origin === undefined) return;
    filled(origin).catch((error: unknown) => {
      if (isClosed) return; // the next start fills it
      isBehind = true;
      logger.error({ err: error }, "the search index cannot be filled");
    });
  }

  /** `fill`, known as what is going on until it ends. */
  function filled(from: Origin): Promise<number> {
    const count = fill(from);
    const ended = count.then(noop, noop).then(() => {
      if (filling === ended) filling = undefined;
    });
    filling = ended;
    return count;
  }

  function add(articles: readonly Article[]): void {
    try {
      using((open) => open.add(articles));
      upkeep.added(articles.length);
      if (!isBehind) return;
      using(({ writeNote }) => writeNote(0));
      isBehind = false;
      fillLater();
    } catch (error) {
      if (!isBehind) logger.error({ err: error }, "the search index cannot be written: it is filled later");
      isBehind = true;
    }
  }

  /** Works on the index as it is; once more on a new one where the file was removed or damaged meanwhile. */
  function using<T>(work: (tables: IndexTables) => T): T {
    try {
      if (fileNumber() !== openedNumber) {
        logger.warn({}, "the search index was removed: it is built anew");
        openAnew();
      }
      return work(tables);
    } catch (error) {
      if (!isDamage(error)) throw asStoreError(error);
      logger.warn({ err: error }, "the search index is damaged: it is built anew");
      removeIndexFile(file);
      openAnew();
      try {
        return work(tables);
      } catch (again) {
        throw asStoreError(again);
      }
    }
  }

  async function fill({ all, storeMark }: Origin): Promise<number> {
    // In the header of the file: the store of which all articles are in it.
    const filledFrom = 1 + (storeMark % MOST_IN_HEADER);
    if (using(({ note }) => note()) === filledFrom) return 0;
    const before = using(({ count }) => count());
    const ofFile = openedCount;
    let chunk: Article[] = [];
    let atOnce = 1;
    const addChunk = async () => {
      const began = performance.now();
      using(({ add }) => add(chunk));
      const heldMs = Math.max(1, performance.now() - began);
      atOnce = Math.min(MOST_AT_ONCE, Math.max(1, Math.floor((chunk.length * HELD_MS) / heldMs)));
      chunk = [];
      await upkeep.done();
      // Begun anew meanwhile, the index is filled anew, too.
      return !isClosed && openedCount === ofFile;
    };
    for await (const article of all()) if (chunk.push(article) >= atOnce && !(await addChunk())) return 0;
    if (!(await addChunk())) return 0;
    upkeep.mergeAll();
    await upkeep.done();
    if (isClosed || openedCount !== ofFile) return 0;
    using(({ writeNote }) => writeNote(filledFrom));
    return using(({ count }) => count()) - before;
  }

  return {
    add,
    remove: upkeep.remove,
    search: (query, limit, now) =>
      using(({ search }) => search(query, limit, now)).map(({ id, score }): SearchHit => ({ articleId: id, score })),
    suggest: (text) => using(({ suggest }) => suggest(text)),
    fill(all, storeMark) {
      origin = { all, storeMark };
      return filled(origin);
    },
    filling: () => filling,
    lacks: (ids) => using(({ has }) => ids.filter((id) => !has(id))),
    held: (behind, most) => using(({ held }) => held(behind, most)),
    count: () => using(({ count }) => count()),
    close() {
      upkeep.end();
      isClosed = true;
      if (db.isOpen) db.close();
    },
  };
}

const noop = () => {};

function asStoreError(error: unknown): StoreError {
  return error instanceof StoreError
    ? error
    : new StoreError(`the search index fails: ${(error as Error).message}`, { cause: error });
}
