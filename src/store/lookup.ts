import type { DatabaseSync } from "node:sqlite";
import { DAY_MS } from "../lib/time.ts";
import { withoutArticle } from "../story/clitics.ts";
import { formsOf } from "../story/inflection.ts";
import { joinedWord } from "../story/joined-words.ts";
import { hasWords, type SearchQuery } from "../story/query.ts";
import type { IndexWord } from "../story/search.ts";
import { firstNumber, minuteOf } from "./article-numbers.ts";
import { anyOf, bareForms, quoted, sourceToken } from "./match-expression.ts";
import type { Spelling } from "./spelling.ts";
import { type Corrected, createWidening } from "./widening.ts";

/** Queries of so many words are looked up as they are written first. */
const MOST_AS_WRITTEN = 2;
/** Where so many have all of the words, those with some of them are none that anybody wants. */
const ENOUGH = 5;
/** Of so many words all but one are asked for together; of more words those that have most of the rare ones are ranked. */
const MOST_BUT_ONE = 6;
/** So many of those that are ranked are ranked anew by freshness. */
const RERANKED = 60;
/** Where not even these are found, an article needs one of the rarest: together they are in so many articles at most. */
const MOST_LOOSE = 600;
/** An article loses a tenth of its weight against a new one for each of these, up to half. */
const FADING_MS = 10 * DAY_MS;
const MOST_FADED = 0.5;

const all = (expressions: readonly string[]) => expressions.join(" AND ");

/** The words as they are written, and two of them as one. */
function asWritten(words: readonly IndexWord[]): string {
  const [first = "", second = ""] = words.map(({ form }) => withoutArticle(form));
  const apart = all(bareForms(words.map(({ form }) => form)).map((form) => quoted([form])));
  const joined = words.length === 2 ? joinedWord(first, second) : undefined;
  return joined === undefined ? apart : `(${apart}) OR ${quoted(bareForms([joined]))}`;
}

/** All but one of two or more expressions, each named as seldom as can be: FTS5 counts each for the ranking. */
function allButOne([first = "", ...others]: readonly string[]): string {
  return others.length === 1
    ? `(${first} OR ${others[0]})`
    : `((${first} AND ${allButOne(others)}) OR (${all(others)}))`;
}

/** The time and the sources of a query, which `among` gives, and what it leaves out. */
const AMONG = `docs.n >= ? AND docs.at >= ? AND (? = '[]' OR docs.source IN (SELECT value FROM json_each(?)))
      AND docs.source NOT IN (SELECT value FROM json_each(?)) AND docs.n NOT IN (SELECT n FROM left_out)`;

/** An article that was found. A higher score is better. */
export interface FoundRow {
  readonly id: string;
  readonly score: number;
}

/** Answers queries from the tables of the index: at most `limit`, best first. */
export type Lookup = (query: SearchQuery, limit: number, now: number) => readonly FoundRow[];

/** What FTS5 takes for one word: «1:5» is two to it, a phrase, and the table of forms has no phrases. */
const ONE_TOKEN = /^[\da-z.\u0621-\u064a]+$/;

/** What a statement finds. */
interface Row {
  readonly n: number;
  /** 0 where all that were found are equal. */
  readonly rank: number;
}

/** One question of all articles, and of those that a query is narrowed to. */
type Statements = Record<"anywhere" | "among", ReturnType<DatabaseSync["prepare"]>>;

/** Queries are looked up in tiers: the next is asked only where those before it are not enough. */
export function createLookup(db: DatabaseSync, spelling: Spelling): Lookup {
  const leaveOut = createLeavingOut(db);
  const statements = (table: "terms" | "headlines", columns: string, order: string): Statements => {
    const select = (join: string, where: string) =>
      db.prepare(`
        SELECT ${table}.rowid AS n, ${columns} FROM ${table} ${join}
        WHERE ${table} MATCH ? ${where} ORDER BY ${table}.${order} LIMIT ?`);
    const narrowed = `AND ${table}.rowid >= ? AND ${AMONG}`;
    return { anywhere: select("", ""), among: select(`CROSS JOIN docs ON docs.n = ${table}.rowid`, narrowed) };
  };
  const newest = {
    terms: statements("terms", "0 AS rank", "rowid DESC"),
    headlines: statements("headlines", "0 AS rank", "rowid DESC"),
  };
  const ranked = {
    terms: statements("terms", "-terms.rank AS rank", "rank"),
    headlines: statements("headlines", "-headlines.rank AS rank", "rank"),
  };
  const findNewest = db.prepare(`SELECT id, at AS score FROM docs WHERE ${AMONG} ORDER BY n DESC LIMIT ?`);
  const docOf = db.prepare("SELECT id, title FROM docs WHERE n = ?");
  const widening = createWidening(spelling);

  /** The rarest of the words, and more of them while they are in few articles. */
  function rarest(words: readonly Corrected[]): string {
    let sum = 0;
    const taken = words.filter(({ count }, index) => {
      sum += count;
      return index === 0 || sum <= MOST_LOOSE;
    });
    return anyOf(taken.flatMap(({ terms }) => terms)) as string;
  }

  /** Those of the articles that have one of the quoted terms in the headline. */
  function withHeadline(rows: readonly Row[], expressions: readonly string[]): readonly Row[] {
    const terms = (expressions.join(" ").match(/"[^"]+"/g) ?? []).map((term) => ` ${term.slice(1, -1)} `);
    return rows.filter(({ n }) => {
      const { title = "" } = (docOf.get(n) ?? {}) as { title?: string };
      return terms.some((term) => title.includes(term));
    });
  }

  function* tiers(query: SearchQuery, found: ReadonlyMap<number, unknown>, limit: number): Generator<readonly Row[]> {
    const { words, phrases } = query;
    const narrowed = isNarrowed(query) ? among(query) : undefined;
    const find = (expression: string, { anywhere, among }: Statements, most = limit + found.size) =>
      (narrowed === undefined
        ? anywhere.all(expression, most)
        : among.all(
            ofSources(query, expression),
            narrowed[0] as number,
            ...narrowed,
            most,
          )) as unknown as readonly Row[];
    const wanted = phrases.map(quoted);
    /** All of them in the headline, then one of them there, then anywhere. */
    function* everywhere(expressions: readonly string[]) {
      const together = [...wanted, ...expressions];
      if (together.length === 0) return;
      yield find(`term : (${all(together)})`, newest.headlines);
      const anywhere = find(all(together), newest.terms).filter(({ n }) => !found.has(n));
      if (together.length > 1) yield withHeadline(anywhere, together);
      yield anywhere;
    }
    function* anyPlace(expression: string, { headlines, terms }: typeof newest, most?: number) {
      yield find(all([...wanted, `term : ${expression}`]), headlines, most);
      yield find(all([...wanted, expression]), terms, most);
    }
    if (words.length > 0 && words.length <= MOST_AS_WRITTEN && phrases.length === 0)
      yield find(`form : (${asWritten(words)})`, newest.headlines);
    const terms = words.map(({ term }) => quoted([term]));
    // «بيت لحم» is one name, and no meat at the White House (البيت الأبيض).
    if (words.length === 2) yield* everywhere([quoted(words.map(({ term }) => term))]);
    yield* everywhere(terms);
    const corrected = words.map((word) => widening.corrected(word, words.length === 1));
    const wide = widening.widened(words, corrected);
    if (wide.some((expression, index) => expression !== terms[index])) yield* everywhere(wide);
    const known = corrected.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    if (known.length > 0 && words.length + phrases.length > 1 && found.size < ENOUGH) {
      // One of them may be a slip of the pen that happens to be a word.
      if (known.length > 2 && known.length <= MOST_BUT_ONE)
        yield* anyPlace(allButOne(known.map(({ terms }) => anyOf(terms) as string)), newest);
      const sure = known.filter(({ isGuess }) => !isGuess);
      if (sure.length > MOST_BUT_ONE) yield* anyPlace(rarest(sure), ranked, RERANKED);
      else if (sure.length > 0) yield* anyPlace(rarest(sure), newest);
    }
    // The words beside a phrase decide the order.
    if (phrases.length > 0) yield* everywhere([]);
  }

  function bestFirst(query: SearchQuery, limit: number, now: number): readonly FoundRow[] {
    const found = new Map<number, Row & { readonly score: number }>();
    let tier = 0;
    for (const rows of tiers(query, found, limit)) {
      const best = rows[0]?.rank || 1;
      const scored = rows
        .filter(({ n }) => !found.has(n))
        .map((row) => ({ ...row, score: 1 / (tier + 2 - freshness(minuteOf(row.n), now) * (row.rank / best || 1)) }))
        .sort((a, b) => b.score - a.score);
      for (const row of scored) found.set(row.n, row);
      if (found.size >= limit) break;
      tier++;
    }
    return [...found.values()].slice(0, limit).flatMap(({ n, score }) => {
      const doc = docOf.get(n) as { id: string } | undefined;
      // Another process may have removed it meanwhile.
      return doc === undefined ? [] : [{ id: doc.id, score }];
    });
  }

  return (query, limit, now) => {
    leaveOut(query.without);
    if (hasWords(query)) return bestFirst(query, limit, now);
    // What a query without words says of where, when and what not; only what not is no question.
    if (query.since === null && query.sourceIds.length + query.withoutSourceIds.length === 0) return [];
    return findNewest.all(...among(query), limit) as unknown as FoundRow[];
  };
}

/** Whether a query says where, when or what not. */
function isNarrowed({ since, sourceIds, withoutSourceIds, without }: SearchQuery): boolean {
  return since !== null || sourceIds.length + withoutSourceIds.length + without.length > 0;
}

/** Of the sources of a query only: told by FTS5, before the articles of all others are looked up. */
function ofSources({ sourceIds, withoutSourceIds }: SearchQuery, expression: string): string {
  const any = (ids: readonly string[]) => `source : (${ids.map((id) => quoted([sourceToken(id)])).join(" OR ")})`;
  const only = sourceIds.length > 0 ? `(${expression}) AND ${any(sourceIds)}` : expression;
  return withoutSourceIds.length > 0 ? `(${only}) NOT ${any(withoutSourceIds)}` : only;
}

/** What `AMONG` takes. */
function among({ since, sourceIds, withoutSourceIds }: SearchQuery): (string | number)[] {
  const sources = JSON.stringify(sourceIds);
  const from = since === null ? Number.MIN_SAFE_INTEGER : firstNumber(since);
  return [from, since ?? Number.MIN_SAFE_INTEGER, sources, sources, JSON.stringify(withoutSourceIds)];
}

/** Finds once for all tiers of a query which articles it leaves out. */
function createLeavingOut(db: DatabaseSync): (without: SearchQuery["without"]) => void {
  db.exec("CREATE TEMP TABLE left_out (n INTEGER PRIMARY KEY)");
  const empty = db.prepare("DELETE FROM left_out");
  const add = (table: string) =>
    db.prepare(`INSERT OR IGNORE INTO left_out SELECT rowid FROM ${table} WHERE ${table} MATCH ?`);
  const [byForm, byTerms] = [add("forms"), add("terms")];
  return (without) => {
    empty.run();
    const { words = [], phrases: several = [] } = Object.groupBy(without, (phrase) =>
      phrase.length === 1 && ONE_TOKEN.test(phrase[0]?.form ?? "") ? "words" : "phrases",
    );
    // As a muted word: «قطر» takes no «قطرة» with it.
    const forms = words.flat().flatMap(({ form }) => [...formsOf(form)]);
    if (forms.length > 0) byForm.run(anyOf(bareForms(forms).map((form) => quoted([form]))) as string);
    const phrases = several.map((phrase) => quoted(phrase.map(({ term }) => term)));
    if (phrases.length > 0) byTerms.run(anyOf(phrases) as string);
  };
}

/** 1 for what is new, down to a half for what is old: among equals the newer comes first. */
function freshness(at: number, now: number): number {
  return Math.max(MOST_FADED, 1 - (0.1 * Math.max(0, now - at)) / FADING_MS);
}
