import type { DatabaseSync } from "node:sqlite";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { type Slip, slipOf } from "../lib/arabic/slip.ts";
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
/** Words of so many letters are put right, by how strange the slip is: a stranger one makes another word of a short one. */
const LEAST_BY_SLIP: Readonly<Record<Slip, number>> = { 1: 5, 2: 6, 3: 7 };
/** In so many articles a word is common. */
const COMMON = 100;
/** What so few articles have may be their slip, where a word that is so many times commoner is near. */
const SELDOM = 3;
const FAR_COMMONER = 50;
/** Standing with the other words of the query counts as so many letters. */
const LETTERS_OF_COMPANY = 2;
/** A slip that is known must be in a word with so many letters more. */
const LETTERS_OF_KNOWN = 2;
const WORD = /^\p{L}+$/u;
/** Neither a phrase nor an excluded word, a source or a time. */
const WRITTEN_WORD = /^[\p{L}\p{M}]+$/u;
/** So many forms are known to be in the tables without a look. */
const REMEMBERED = 20_000;
/** In how many documents so many terms are is remembered until articles go: a few more make no difference. */
const REMEMBERED_COUNTS = 5000;
/** Of so many words it is looked in one step whether they are still in an article. */
const FORGOTTEN_AT_ONCE = 200;

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
  /** Forgets in how many documents terms are: some have gone. */
  recount(): void;
  /** Forgets those of the next words behind this one that are in no document any more. Answers where to go on; undefined at the end. */
  forget(from: number): number | undefined;
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
  /** The one of them that was most likely meant: a slip of the pen, and no other word. `beside`: quoted terms that stand with it. */
  likeliest(word: IndexWord, beside: readonly string[]): IndexWord | undefined;
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
  const nextWords = db.prepare("SELECT n, form, term FROM words WHERE n > ? ORDER BY n LIMIT ?");
  const removeWord = db.prepare("DELETE FROM words WHERE n = ?");
  const removeLeaving = db.prepare("DELETE FROM leavings WHERE hash = ? AND word = ?");
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
        if (row.term !== term && !found.has(row.term) && slipOf(row.form, wanted) !== undefined)
          found.set(row.term, row);
    return [...found.values()].slice(0, MOST_NEIGHBOURS);
  }

  /**
   * The neighbour that somebody most likely meant: the slip is no stranger than the word is long, and of those that are left it
   * stands with the words beside it most often.
   */
  function likeliest(word: IndexWord, beside: readonly string[]): IndexWord | undefined {
    const own = count(word.term);
    const counted = neighbours(word)
      .map((neighbour) => ({ neighbour, known: count(neighbour.term) }))
      .filter(({ known }) => known > own * FAR_COMMONER)
      .sort((a, b) => b.known - a.known)
      .slice(0, MOST_COMPARED)
      .flatMap(({ neighbour, known }) => {
        const counted = together([quoted([neighbour.term]), ...beside], MOST_COUNTED);
        const evidence =
          (beside.length > 0 && counted > 0 ? LETTERS_OF_COMPANY : 0) +
          (known >= COMMON ? 1 : 0) -
          (own > 0 ? LETTERS_OF_KNOWN : 0);
        const slip = likelySlip(word, neighbour, evidence);
        return slip === undefined ? [] : [{ neighbour, slip, together: counted }];
      });
    const order = (a: (typeof counted)[number], b: (typeof counted)[number]) =>
      Number(b.together > 0) - Number(a.together > 0) || a.slip - b.slip || b.together - a.together;
    return counted.sort(order)[0]?.neighbour;
  }

  return {
    learn(words) {
      for (const word of words) {
        learnForm(word.form, word);
        learnForm(word.term, word);
      }
    },
    recount: () => counts.clear(),
    forget(from) {
      learnt.clear();
      const words = nextWords.all(from, FORGOTTEN_AT_ONCE) as unknown as { n: number; form: string; term: string }[];
      for (const { n, form } of words.filter(({ term }) => together([quoted([term])], 1) === 0)) {
        for (const hash of leavings(form)) removeLeaving.run(hash, n);
        removeWord.run(n);
      }
      return words.at(-1)?.n;
    },
    count,
    countAny: (terms, most) => together([terms.map((term) => quoted([term])).join(" OR ")], most),
    areNeighbours: (terms) => together([quoted(terms)], 1) > 0,
    knows: (form) => findWord.get(form) !== undefined,
    neighbours,
    likeliest,
    suggest(text) {
      const parts = text.split(/\s+/).map((written) => {
        const [word, more] = WRITTEN_WORD.test(written) ? indexWords(written) : [];
        return { written, word: more === undefined ? word : undefined };
      });
      const countOf = ({ word }: (typeof parts)[number]) => (word === undefined ? 0 : count(word.term));
      let changed = false;
      const words = parts.map((part) => {
        if (part.word === undefined || countOf(part) > SELDOM) return part.written;
        const others = parts.filter((other) => other !== part && countOf(other) > 0);
        const best = likeliest(
          part.word,
          others.map(({ word }) => quoted([word?.term ?? ""])),
        );
        changed ||= best !== undefined;
        return best?.written ?? part.written;
      });
      return changed ? words.join(" ") : undefined;
    },
  };
}

/** The slip by which one word was written where the other was meant, if that is likely; `evidence` counts as letters. */
function likelySlip(wrong: IndexWord, right: IndexWord, evidence: number): Slip | undefined {
  const [written, meant] = [withoutArticle(wrong.form), withoutArticle(foldLetters(right.written))];
  const slip = slipOf(written, meant);
  if (slip === undefined) return undefined;
  // Names of abroad have no article; people seldom err where a word begins.
  const signs = (written.length < wrong.form.length ? 1 : 0) - (written[0] === meant[0] ? 0 : 1) + evidence;
  return Math.min(written.length, meant.length) + signs >= LEAST_BY_SLIP[slip] ? slip : undefined;
}

/** Hashes of a word and of what is left of it without each of its letters. */
function leavings(word: string): number[] {
  const hashes = new Set([hash32(word)]);
  for (let index = 0; index < word.length; index++) hashes.add(hash32(word.slice(0, index) + word.slice(index + 1)));
  return [...hashes];
}
