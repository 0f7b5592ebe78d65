import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Logger, SearchHit, SearchIndex } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { indexTerms, isEmptyQuery, parseQuery, type SearchQuery } from "../story/search.ts";
import { createSpelling } from "./spelling.ts";

/** Another number makes older files be built again. */
const INDEX_FORMAT = 1;
/** Of the text so much is indexed: the lead tells what an article is about. */
const LEAD_UNITS = 600;
const TITLE_WEIGHT = 3;
/** So many candidates are ranked anew by freshness. */
const RERANKED = 60;
/** An article loses a tenth of its weight against a new one for each of these, up to half. */
const FADING_MS = 10 * DAY_MS;
const MOST_FADED = 0.5;

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS docs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(title, lead, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab('terms', 'row');
  PRAGMA user_version = ${INDEX_FORMAT};`;

/** The index in its file; derived data: a damaged or older file is begun anew and is empty until the articles are added. */
export interface FtsIndex extends SearchIndex {
  close(): void;
}

/** Opens the index, `:memory:` included. */
export function openFtsIndex(file: string, logger: Logger): FtsIndex {
  try {
    return createIndex(openCurrent(file));
  } catch (error) {
    logger.warn({ err: error }, "the search index is damaged: it is built anew");
    for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    try {
      return createIndex(openCurrent(file));
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
    db.prepare("SELECT count(*) FROM docs").get();
    db.prepare("INSERT INTO terms(terms, rank) VALUES('integrity-check', 0)").run();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A term as FTS5 takes it: quoted, so that nothing in it is syntax. */
const quoted = (term: string) => `"${term.replaceAll('"', "")}"`;

function matchExpression(query: SearchQuery, words: readonly string[]): string {
  const phrases = query.phrases.map((phrase) => quoted(phrase.join(" ")));
  const any = words.length > 0 ? `(${[...new Set(words)].map(quoted).join(" OR ")})` : "";
  // A phrase has to be there; the words beside it only rank.
  const wanted = phrases.length > 0 ? phrases.join(" AND ") : any;
  const excluded = query.without.map((term) => ` NOT ${quoted(term)}`).join("");
  return `(${wanted})${excluded}`;
}

function createIndex(db: DatabaseSync): FtsIndex {
  const insertDoc = db.prepare("INSERT INTO docs (id, source, at) VALUES (?, ?, ?)");
  const insertTerms = db.prepare("INSERT INTO terms (rowid, title, lead) VALUES (?, ?, ?)");
  const findDoc = db.prepare("SELECT n FROM docs WHERE id = ?");
  const removeDoc = db.prepare("DELETE FROM docs WHERE n = ?");
  const removeTerms = db.prepare("DELETE FROM terms WHERE rowid = ?");
  const countDocs = db.prepare("SELECT count(*) AS n FROM docs");
  const find = db.prepare(`
    SELECT docs.id AS id, docs.at AS at, -bm25(terms, ${TITLE_WEIGHT}, 1.0) AS score
    FROM terms JOIN docs ON docs.n = terms.rowid
    WHERE terms MATCH ? AND docs.at >= ? AND (? = '[]' OR docs.source IN (SELECT value FROM json_each(?)))
    ORDER BY bm25(terms, ${TITLE_WEIGHT}, 1.0) LIMIT ?`);
  const spelling = createSpelling(db);

  function inTransaction(work: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      work();
      db.exec("COMMIT");
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw new StoreError(`cannot write the search index: ${(error as Error).message}`, { cause: error });
    }
  }

  function add(article: Article): void {
    if (findDoc.get(article.id) !== undefined) return;
    const { lastInsertRowid } = insertDoc.run(article.id, article.sourceId, article.publishedAt);
    const lead = article.paragraphs.join("\n").slice(0, LEAD_UNITS);
    insertTerms.run(lastInsertRowid, indexTerms(article.title).join(" "), indexTerms(lead).join(" "));
  }

  function remove(id: string): void {
    const found = findDoc.get(id) as { n: number } | undefined;
    if (found === undefined) return;
    removeTerms.run(found.n);
    removeDoc.run(found.n);
  }

  return {
    add(articles) {
      inTransaction(() => {
        for (const article of articles) add(article);
      });
    },
    remove(ids) {
      if (ids.length > 0)
        inTransaction(() => {
          for (const id of ids) remove(id);
        });
    },
    search(text, limit, now) {
      const query = parseQuery(text, now);
      if (isEmptyQuery(query)) return [];
      const words = query.words.flatMap((word) => spelling.variants(word));
      const sources = JSON.stringify(query.sourceIds);
      const since = query.since ?? Number.MIN_SAFE_INTEGER;
      const most = Math.max(limit, RERANKED);
      const rows = find.all(matchExpression(query, words), since, sources, sources, most) as unknown as {
        id: string;
        at: number;
        score: number;
      }[];
      return rows
        .map((row): SearchHit => ({ articleId: row.id, score: row.score * freshness(row.at, now) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit);
    },
    suggest(text) {
      return spelling.suggest(text);
    },
    count: () => (countDocs.get() as { n: number }).n,
    close() {
      db.close();
    },
  };
}

/** 1 for what is new, down to a half for what is old: among equals the newer comes first. */
function freshness(at: number, now: number): number {
  return Math.max(MOST_FADED, 1 - (0.1 * Math.max(0, now - at)) / FADING_MS);
}
