import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { StoreError } from "../errors.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Logger, SearchHit, SearchIndex } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { cliticsOf, withoutArticle, withoutClitics } from "../story/clitics.ts";
import { hasWords, type SearchQuery } from "../story/query.ts";
import { type IndexWord, indexTerms, indexWords } from "../story/search.ts";
import { anyOf, bareForms, matchExpression, quoted } from "./match-expression.ts";
import { createSpelling, SPELLING_TABLES } from "./spelling.ts";

/** Another number makes older files be built again. */
const INDEX_FORMAT = 4;
/** Of the text so much is indexed: the lead tells what an article is about. */
const LEAD_UNITS = 600;
const TITLE_WEIGHT = 6;
/** So many candidates are ranked anew by freshness. */
const RERANKED = 60;
/** Queries of so many words are looked up as they are written first, and with other forms of them last. */
const MOST_WIDENED = 2;
/** An article loses a tenth of its weight against a new one for each of these, up to half. */
const FADING_MS = 10 * DAY_MS;
const MOST_FADED = 0.5;
/**
 * Of SQLite: others use the file, or the disk is full. The index is none the worse for it. Source:
 * https://www.sqlite.org/rescode.html
 */
const NOT_DAMAGED: readonly unknown[] = [5, 6, 13];
/** What the header of the file holds. */
const MOST_IN_HEADER = 0x7fffffff;
/** After so many articles the event loop has a turn. */
const FILL_CHUNK = 50;

/** The time and the sources of a query. */
const AMONG = `docs.at >= ? AND (? = '[]' OR docs.source IN (SELECT value FROM json_each(?)))
      AND docs.source NOT IN (SELECT value FROM json_each(?))`;

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS docs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL COLLATE NOCASE, at INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS docs_at ON docs (at);
  CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(title, lead, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE IF NOT EXISTS forms USING fts5(title, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab('terms', 'row');
  ${SPELLING_TABLES}
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
    // Others may have it open: were it removed, they would go on writing to a file that nobody finds again.
    if (NOT_DAMAGED.includes((error as { errcode?: number }).errcode))
      throw new StoreError(`cannot use the search index ${file}: ${(error as Error).message}`, { cause: error });
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

interface FoundRow {
  readonly id: string;
  readonly at: number;
  readonly score: number;
}

function createIndex(db: DatabaseSync): FtsIndex {
  const insertDoc = db.prepare("INSERT INTO docs (id, source, at) VALUES (?, ?, ?)");
  const insertTerms = db.prepare("INSERT INTO terms (rowid, title, lead) VALUES (?, ?, ?)");
  const insertForms = db.prepare("INSERT INTO forms (rowid, title) VALUES (?, ?)");
  const removeForms = db.prepare("DELETE FROM forms WHERE rowid = ?");
  const findDoc = db.prepare("SELECT n FROM docs WHERE id = ?");
  const removeDoc = db.prepare("DELETE FROM docs WHERE n = ?");
  const removeTerms = db.prepare("DELETE FROM terms WHERE rowid = ?");
  const countDocs = db.prepare("SELECT count(*) AS n FROM docs");
  const findIn = (table: "terms" | "forms", rank: string) => ({
    anywhere: db.prepare(`
      SELECT docs.id AS id, docs.at AS at, -found.rank AS score
      FROM (SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? AND rank MATCH '${rank}' ORDER BY rank LIMIT ?) AS found
      JOIN docs ON docs.n = found.rowid`),
    among: db.prepare(`
      SELECT docs.id AS id, docs.at AS at, -${table}.rank AS score
      FROM ${table} JOIN docs ON docs.n = ${table}.rowid
      WHERE ${table} MATCH ? AND rank MATCH '${rank}' AND ${AMONG} ORDER BY rank LIMIT ?`),
  });
  const [byTerms, byForms] = [findIn("terms", `bm25(${TITLE_WEIGHT}, 1.0)`), findIn("forms", "bm25()")];
  const findNewest = db.prepare(`
    SELECT id, at, 0 AS score FROM docs
    WHERE ${AMONG}
      AND (? = '' OR n NOT IN (SELECT rowid FROM terms WHERE terms MATCH ?)) ORDER BY at DESC LIMIT ?`);
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
    const title = indexWords(article.title);
    const lead = indexWords(article.paragraphs.join("\n").slice(0, LEAD_UNITS));
    spelling.learn(title);
    const terms = (words: readonly IndexWord[]) => words.map(({ term }) => term).join(" ");
    insertTerms.run(lastInsertRowid, terms(title), terms(lead));
    insertForms.run(lastInsertRowid, bareForms(title).join(" "));
  }

  function addAll(articles: readonly Article[]): void {
    inTransaction(() => {
      for (const article of articles) add(article);
    });
  }

  function remove(id: string): void {
    const found = findDoc.get(id) as { n: number } | undefined;
    if (found === undefined) return;
    removeTerms.run(found.n);
    removeForms.run(found.n);
    removeDoc.run(found.n);
  }

  /** The terms of a word's other forms that are known, in as many documents as is likely for one word. */
  function likelyTerms(forms: readonly string[], isLikely: (count: number) => boolean): string[] {
    return forms.flatMap(indexTerms).filter((term) => {
      const known = spelling.count(term);
      return known > 0 && isLikely(known);
    });
  }

  /** The term itself where the index knows it; else those of the words that were probably meant. */
  function expressionOf(word: IndexWord): string {
    if (spelling.count(word.term) > 0) return quoted([word.term]);
    return anyOf(spelling.neighbours(word).map((neighbour) => neighbour.term)) ?? quoted([word.term]);
  }

  /**
   * The same with the word's forms with and without «و», «ب» and «ل» in front: of «غزة» and «بغزة» the bare word is the
   * commoner one, while «لجنة» is commoner than «جنة» and another word.
   */
  function wideExpressionOf(word: IndexWord): string {
    const own = spelling.count(word.term);
    const bare = likelyTerms(withoutClitics(word.form), (known) => known >= own).slice(0, 1);
    const clitics = cliticsOf(withoutArticle(word.form) === word.form ? word.form : "");
    const attached = likelyTerms(
      clitics.map((clitic) => clitic + word.form),
      (known) => known <= own,
    );
    const others = anyOf([...bare, ...attached]);
    return others === undefined ? expressionOf(word) : `(${expressionOf(word)} OR ${others})`;
  }

  const count = () => (countDocs.get() as { n: number }).n;

  function candidates(query: SearchQuery, expression: string, limit: number, statements = byTerms) {
    const most = Math.max(limit, RERANKED);
    const rows = isNarrowed(query)
      ? statements.among.all(expression, ...among(query), most)
      : statements.anywhere.all(expression, most);
    return rows as unknown as readonly FoundRow[];
  }

  /** What answers a query, in tiers: the next is looked for only where those before it are not enough. */
  function* tiers(query: SearchQuery, limit: number): Generator<readonly FoundRow[]> {
    const by = (words: readonly string[], joined: "AND" | "OR") =>
      candidates(query, matchExpression(query, words, joined), limit);
    const isShort = query.words.length <= MOST_WIDENED;
    if (isShort && query.phrases.length + query.without.length === 0) {
      // Headlines that have the words as they were asked.
      const forms = bareForms(query.words).map((form) => quoted([form]));
      yield candidates(query, forms.join(" AND "), limit, byForms);
    }
    const stems = query.words.map(expressionOf);
    yield by(stems, "AND");
    // Of more words an article that has one of them in another form or behind a preposition has others as they were asked.
    const wide = isShort ? query.words.map(wideExpressionOf) : stems;
    if (wide.some((word, at) => word !== stems[at])) yield by(wide, "AND");
    if (stems.length > 1) yield by(stems, "OR");
  }

  function bestFirst(query: SearchQuery, limit: number, now: number): readonly FoundRow[] {
    const found = new Map<string, FoundRow>();
    let lowest = Number.POSITIVE_INFINITY;
    for (const tier of tiers(query, limit)) {
      const rows = tier
        .filter((row) => !found.has(row.id))
        .map((row) => ({ ...row, score: Math.min(row.score * freshness(row.at, now), lowest) }))
        .sort((a, b) => b.score - a.score);
      for (const row of rows) found.set(row.id, row);
      if (found.size >= limit) break;
      lowest = rows.at(-1)?.score ?? lowest;
    }
    return [...found.values()].slice(0, limit);
  }

  /** What a query without words says of where, when and what not. */
  function newest(query: SearchQuery, limit: number): readonly FoundRow[] {
    const without = query.without.map(quoted).join(" OR ");
    return findNewest.all(...among(query), without, without || '""', limit) as unknown as FoundRow[];
  }

  return {
    add: addAll,
    remove(ids) {
      if (ids.length > 0)
        inTransaction(() => {
          for (const id of ids) remove(id);
          spelling.forget();
        });
    },
    search(query, limit, now) {
      const rows = hasWords(query) ? bestFirst(query, limit, now) : isNarrowed(query) ? newest(query, limit) : [];
      return rows.map((row): SearchHit => ({ articleId: row.id, score: row.score }));
    },
    suggest(text) {
      return spelling.suggest(text);
    },
    async fill(all, storeMark) {
      // In the header of the file: the store of which all articles are in it.
      const filledFrom = 1 + (storeMark % MOST_IN_HEADER);
      const { application_id: state } = db.prepare("PRAGMA application_id").get() as { application_id: number };
      if (state === filledFrom) return 0;
      const before = count();
      let chunk: Article[] = [];
      for await (const article of all) {
        if (chunk.push(article) < FILL_CHUNK) continue;
        addAll(chunk);
        chunk = [];
        await new Promise((resolve) => setImmediate(resolve));
      }
      addAll(chunk);
      db.exec(`PRAGMA application_id = ${filledFrom}`);
      return count() - before;
    },
    count,
    close() {
      db.close();
    },
  };
}

/** Whether a query says where or when. */
function isNarrowed({ since, sourceIds, withoutSourceIds }: SearchQuery): boolean {
  return since !== null || sourceIds.length + withoutSourceIds.length > 0;
}

/** What `AMONG` takes. */
function among({ since, sourceIds, withoutSourceIds }: SearchQuery): [number, string, string, string] {
  const sources = JSON.stringify(sourceIds);
  return [since ?? Number.MIN_SAFE_INTEGER, sources, sources, JSON.stringify(withoutSourceIds)];
}

/** 1 for what is new, down to a half for what is old: among equals the newer comes first. */
function freshness(at: number, now: number): number {
  return Math.max(MOST_FADED, 1 - (0.1 * Math.max(0, now - at)) / FADING_MS);
}
