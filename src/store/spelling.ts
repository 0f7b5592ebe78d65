import type { DatabaseSync } from "node:sqlite";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { withoutArticle } from "../story/clitics.ts";
import { hash32 } from "../story/hash32.ts";
import { type IndexWord, indexWords } from "../story/search.ts";
import { quoted } from "./match-expression.ts";

/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 3;
/** Longer ones are no words. */
const MOST_LETTERS = 24;
const MOST_NEIGHBOURS = 24;
/** Of so many it is looked whether they stand with the other words of a query. */
const MOST_COMPARED = 8;
/** It is counted no further in how many documents they do. */
const MOST_COUNTED = 200;
const WORD = /^\p{L}+$/u;
/** Neither a phrase nor an excluded word, a source or a time. */
const WRITTEN_WORD = /^[\p{L}\p{M}]+$/u;
/** So many forms are known to be in the tables without a look. */
const REMEMBERED = 20_000;
/** In how many documents so many terms are is remembered until articles go: a few more make no difference. */
const REMEMBERED_COUNTS = 5000;

/**
 * Words of titles and the strings that are left when one letter is taken from them: two words are one edit apart only if they
 * share such a string. Source: https://github.com/wolfgarbe/SymSpell (the idea: deletions on both sides).
 */
export const SPELLING_TABLES = `
  CREATE TABLE IF NOT EXISTS words (n INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, written TEXT NOT NULL, term TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS leavings (hash INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (hash, word)) WITHOUT ROWID;`;

/** Knows the words of the index by their spelling. */
export interface Spelling {
  learn(words: readonly IndexWord[]): void;
  /** Forgets words that are in no document any more. */
  forget(): void;
  /** In how many documents a term is. */
  count(term: string): number;
  /** In how many documents one of these terms is, counted so far. */
  countAny(terms: readonly string[], most: number): number;
  /** Whether words stand side by side in a document, by their terms. */
  areNeighbours(terms: readonly string[]): boolean;
  /** Whether a headline has the word in this form. */
  knows(form: string): boolean;
  /** Known words one edit away (a letter too many, too few, another, two swapped), other terms only: those near as a whole first, then those that are known longest, mostly the commonest. */
  neighbours(word: IndexWord): IndexWord[];
  /** The text with unknown words replaced by their likeliest neighbour, or undefined when there is nothing to put right. */
  suggest(text: string): string | undefined;
}

/** Spelling on the tables of `SPELLING_TABLES` and the vocabulary of the full-text table. */
export function createSpelling(db: DatabaseSync): Spelling {
  const known = db.prepare("SELECT doc FROM vocabulary WHERE term = ?");
  const insertWord = db.prepare("INSERT OR IGNORE INTO words (form, written, term) VALUES (?, ?, ?)");
  const insertLeaving = db.prepare("INSERT OR IGNORE INTO leavings (hash, word) VALUES (?, ?)");
  const near = db.prepare(
    "SELECT form, written, term FROM leavings JOIN words ON words.n = leavings.word WHERE hash IN (SELECT value FROM json_each(?)) ORDER BY n",
  );
  const findWord = db.prepare("SELECT 1 FROM words WHERE form = ?");
  const rewrite = db.prepare("UPDATE words SET written = ? WHERE form = ?");
  const countRows = db.prepare("SELECT count(*) AS n FROM (SELECT 1 FROM terms WHERE terms MATCH ? LIMIT ?)");
  const learnt = new Set<string>();
  const counts = new Map<string, number>();

  /** Suggestions are words that somebody wrote: a stem is remembered with a word that has it until it is met by itself. */
  function learnForm(form: string, { written, term, form: whole }: IndexWord): void {
    const key = form === whole ? form : `${form}~`;
    if (learnt.has(key) || form.length < LEAST_LETTERS || form.length > MOST_LETTERS || !WORD.test(form)) return;
    const { changes, lastInsertRowid } = insertWord.run(form, written, term);
    if (changes === 1) for (const hash of leavings(form)) insertLeaving.run(hash, lastInsertRowid);
    else if (form === whole) rewrite.run(written, form);
    if (learnt.size >= REMEMBERED) learnt.clear();
    learnt.add(key);
  }

  /** FTS5 reads all places of a term to count them. What is 0 is counted anew: another process may have brought it. */
  function count(term: string): number {
    const before = counts.get(term);
    if (before !== undefined) return before;
    const now = (known.get(term) as { doc: number } | undefined)?.doc ?? 0;
    if (counts.size >= REMEMBERED_COUNTS) counts.clear();
    if (now > 0) counts.set(term, now);
    return now;
  }

  const together = (expressions: readonly string[], most: number) =>
    (countRows.get(expressions.join(" AND "), most) as { n: number }).n;

  function neighbours({ form, term }: IndexWord): IndexWord[] {
    if (form.length < LEAST_LETTERS || form.length > MOST_LETTERS || !WORD.test(form)) return [];
    const hashes = [...new Set([...leavings(form), ...leavings(term)])];
    const rows = near.all(JSON.stringify(hashes)) as unknown as IndexWord[];
    const found = new Map<string, IndexWord>();
    // One that is near as a whole is nearer to what was meant than one whose stem is.
    for (const wanted of [form, term])
      for (const row of rows)
        if (row.term !== term && !found.has(row.term) && isOneEdit(row.form, wanted)) found.set(row.term, row);
    return [...found.values()].slice(0, MOST_NEIGHBOURS);
  }

  /**
   * The neighbour that stands with the words beside it most often; the commonest where none does. It is near as a whole, and begins
   * alike: people seldom err there, and «يميز» is another form of «مميز».
   */
  function likeliest(word: IndexWord, beside: readonly string[]): IndexWord | undefined {
    const bare = withoutArticle(word.form);
    const near = neighbours(word).filter(({ written }) => {
      const other = withoutArticle(foldLetters(written));
      return other[0] === bare[0] && isOneEdit(other, bare);
    });
    const counted = near
      .sort((a, b) => count(b.term) - count(a.term))
      .slice(0, MOST_COMPARED)
      .map((neighbour) => ({ neighbour, count: together([quoted([neighbour.term]), ...beside], MOST_COUNTED) }));
    return counted.sort((a, b) => b.count - a.count)[0]?.neighbour;
  }

  return {
    learn(words) {
      for (const word of words) {
        learnForm(word.form, word);
        learnForm(word.term, word);
      }
    },
    forget() {
      db.exec(`
        DELETE FROM words WHERE term NOT IN (SELECT term FROM vocabulary);
        DELETE FROM leavings WHERE word NOT IN (SELECT n FROM words)`);
      learnt.clear();
      counts.clear();
    },
    count,
    countAny: (terms, most) => together([terms.map((term) => quoted([term])).join(" OR ")], most),
    areNeighbours: (terms) => together([quoted(terms)], 1) > 0,
    knows: (form) => findWord.get(form) !== undefined,
    neighbours,
    suggest(text) {
      const parts = text.split(/\s+/).map((written) => {
        const [word, more] = WRITTEN_WORD.test(written) ? indexWords(written) : [];
        return { written, word: more === undefined ? word : undefined };
      });
      const isKnown = ({ word }: (typeof parts)[number]) => word !== undefined && count(word.term) > 0;
      const beside = parts.filter(isKnown).map(({ word }) => quoted([word?.term ?? ""]));
      let changed = false;
      const words = parts.map((part) => {
        const best = part.word === undefined || isKnown(part) ? undefined : likeliest(part.word, beside);
        changed ||= best !== undefined;
        return best?.written ?? part.written;
      });
      return changed ? words.join(" ") : undefined;
    },
  };
}

/** Hashes of a word and of what is left of it without each of its letters. */
function leavings(word: string): number[] {
  const hashes = new Set([hash32(word)]);
  for (let index = 0; index < word.length; index++) hashes.add(hash32(word.slice(0, index) + word.slice(index + 1)));
  return [...hashes];
}

/** Whether one insertion, deletion, replacement or swap makes one word of the other. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
