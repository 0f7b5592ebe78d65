import type { DatabaseSync } from "node:sqlite";
import { DAY_MS } from "../lib/time.ts";
import { formsOf } from "../story/inflection.ts";
import { joinedWord } from "../story/joined-words.ts";
import { hasWords, type SearchQuery } from "../story/query.ts";
import type { IndexWord } from "../story/search.ts";
import { anyOf, bareForms, besidePhrases, quoted } from "./match-expression.ts";
import type { Spelling } from "./spelling.ts";
import { type Corrected, createWidening } from "./widening.ts";

const TITLE_WEIGHT = 6;
/** So many candidates are ranked anew by freshness. */
const RERANKED = 60;
/** Queries of so many words are looked up as they are written first. */
const MOST_AS_WRITTEN = 2;
/** Of so many words all but one are asked for together. */
const MOST_BUT_ONE = 6;
/** Where not even these are found, an article needs one of the rarest: together they are in so many articles at most. */
const MOST_LOOSE = 600;
/** An article loses a tenth of its weight against a new one for each of these, up to half. */
const FADING_MS = 10 * DAY_MS;
const MOST_FADED = 0.5;

const all = (expressions: readonly string[]) =>
  expressions.length === 0 ? undefined : `(${expressions.join(" AND ")})`;

/** The words as they are written, and two of them as one. */
function asWritten(words: readonly IndexWord[]): string | undefined {
  const forms = bareForms(words.map(({ form }) => form));
  const joined = forms.length === 2 ? joinedWord(forms[0] as string, forms[1] as string) : undefined;
  const apart = all(forms.map((form) => quoted([form])));
  return apart === undefined || joined === undefined ? apart : `${apart} OR ${quoted([joined])}`;
}

/** All but one of two or more expressions, each named as seldom as can be: FTS5 counts each for the ranking. */
function allButOne([first = "", ...others]: readonly string[]): string {
  return others.length === 1 ? `(${first} OR ${others[0]})` : `((${first} AND ${allButOne(others)}) OR ${all(others)})`;
}

/** The time, the sources and the excluded words and phrases of a query: what `among` gives. */
const AMONG = `docs.at >= ? AND (? = '[]' OR docs.source IN (SELECT value FROM json_each(?)))
      AND docs.source NOT IN (SELECT value FROM json_each(?))
      AND (? = '' OR docs.n NOT IN (SELECT rowid FROM forms WHERE forms MATCH ?))
      AND (? = '' OR docs.n NOT IN (SELECT rowid FROM terms WHERE terms MATCH ?))`;
/** FTS5 takes no empty question, even where the answer is not wanted. */
const NOTHING = '""';

/** An article that was found. A higher score is better. */
export interface FoundRow {
  readonly id: string;
  readonly at: number;
  readonly score: number;
}

/** Answers queries from the tables of the index: at most `limit`, best first. */
export type Lookup = (query: SearchQuery, limit: number, now: number) => readonly FoundRow[];

/** Queries are looked up in tiers: the next is asked only where those before it are not enough. */
export function createLookup(db: DatabaseSync, spelling: Spelling): Lookup {
  const findIn = (table: "terms" | "headlines", rank: string) => ({
    anywhere: db.prepare(`
      SELECT docs.id AS id, docs.at AS at, -found.rank AS score
      FROM (SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? AND rank MATCH '${rank}' ORDER BY rank LIMIT ?) AS found
      JOIN docs ON docs.n = found.rowid`),
    among: db.prepare(`
      SELECT docs.id AS id, docs.at AS at, -${table}.rank AS score
      FROM ${table} JOIN docs ON docs.n = ${table}.rowid
      WHERE ${table} MATCH ? AND rank MATCH '${rank}' AND ${AMONG} ORDER BY rank LIMIT ?`),
  });
  const [byTerms, byHeadlines] = [findIn("terms", `bm25(${TITLE_WEIGHT}, 1.0)`), findIn("headlines", "bm25()")];
  const findNewest = db.prepare(`SELECT id, at, 0 AS score FROM docs WHERE ${AMONG} ORDER BY at DESC LIMIT ?`);
  const widening = createWidening(spelling);

  /** The rarest of the words, and more of them while they are in few articles. */
  function rarest(words: readonly Corrected[]): string | undefined {
    let sum = 0;
    const taken = words.filter(({ count }, index) => {
      sum += count;
      return index === 0 || sum <= MOST_LOOSE;
    });
    return anyOf(taken.flatMap(({ terms }) => terms));
  }

  function* tiers(query: SearchQuery, limit: number): Generator<readonly FoundRow[]> {
    const { words, phrases } = query;
    const most = Math.max(limit, RERANKED);
    const find = (expression: string | undefined, statements = byTerms) => {
      if (expression === undefined || expression === "") return [];
      const rows = isNarrowed(query)
        ? statements.among.all(expression, ...among(query), most)
        : statements.anywhere.all(expression, most);
      return rows as unknown as readonly FoundRow[];
    };
    if (words.length <= MOST_AS_WRITTEN && phrases.length === 0) yield find(asWritten(words), byHeadlines);
    const terms = words.map(({ term }) => quoted([term]));
    // «بيت لحم» is one name, and no meat at the White House (البيت الأبيض).
    if (words.length === 2) yield find(besidePhrases(phrases, quoted(words.map(({ term }) => term))));
    yield find(besidePhrases(phrases, all(terms)));
    const corrected = words.map((word) => widening.corrected(word));
    const wide = widening.widened(words, corrected);
    if (wide.some((expression, index) => expression !== terms[index])) yield find(besidePhrases(phrases, all(wide)));
    if (words.length < 2) return;
    const known = corrected.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
    const meant = known.map((word) => anyOf(word.terms) as string);
    if (known.length > 1 && known.length < words.length) yield find(besidePhrases(phrases, all(meant)));
    // One of them may be a slip of the pen that happens to be a word.
    if (known.length > 2 && known.length <= MOST_BUT_ONE) yield find(besidePhrases(phrases, allButOne(meant)));
    yield find(besidePhrases(phrases, rarest(known)));
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

  return (query, limit, now) => {
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

/** What `AMONG` takes. */
function among({ since, sourceIds, withoutSourceIds, without }: SearchQuery): (string | number)[] {
  const sources = JSON.stringify(sourceIds);
  const words = without.flatMap(([word, more]) => (word === undefined || more !== undefined ? [] : [word]));
  // As a muted word: «قطر» takes no «قطرة» with it.
  const forms = anyOf(bareForms(words.flatMap(({ form }) => [...formsOf(form)])).map((form) => quoted([form])));
  const phrases = anyOf(
    without.filter(({ length }) => length > 1).map((phrase) => quoted(phrase.map(({ term }) => term))),
  );
  const twice = (expression: string | undefined) => [expression ?? "", expression ?? NOTHING];
  return [
    since ?? Number.MIN_SAFE_INTEGER,
    sources,
    sources,
    JSON.stringify(withoutSourceIds),
    ...twice(forms),
    ...twice(phrases),
  ];
}

/** 1 for what is new, down to a half for what is old: among equals the newer comes first. */
function freshness(at: number, now: number): number {
  return Math.max(MOST_FADED, 1 - (0.1 * Math.max(0, now - at)) / FADING_MS);
}
