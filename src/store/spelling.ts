import type { DatabaseSync } from "node:sqlite";
import { indexTerms } from "../story/search.ts";

/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 3;
const NEIGHBOURS = 3;

/** Puts misspelt words right by the words that the index knows. */
export interface Spelling {
  /** The term itself where the index knows it, else the known terms one letter away, the commonest first; the term alone when there is none. */
  variants(term: string): string[];
  /** The text with unknown words replaced, or undefined when nothing was to be put right. */
  suggest(text: string): string | undefined;
}

export function createSpelling(db: DatabaseSync): Spelling {
  const known = db.prepare("SELECT doc FROM vocabulary WHERE term = ?");
  const startsWith = db.prepare(
    "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
  );
  const frequency = (term: string) => (known.get(term) as { doc: number } | undefined)?.doc ?? 0;

  function neighbours(term: string): string[] {
    if (term.length < LEAST_LETTERS || /\d/.test(term)) return [];
    const found = new Map<string, number>();
    // Deletions, swaps and replacements of each letter give few strings, each looked up in the vocabulary's own order.
    for (const candidate of edits(term)) {
      const count = frequency(candidate);
      if (count > 0) found.set(candidate, count);
    }
    // A letter too few or a wrong one: known words with the same first letters.
    const head = term.slice(0, Math.max(1, Math.floor(term.length / 2)));
    for (const row of startsWith.all(head, `${head}\u{10ffff}`, term.length - 1, term.length + 1) as unknown as {
      term: string;
      doc: number;
    }[])
      if (isOneEdit(term, row.term)) found.set(row.term, row.doc);
    return [...found]
      .sort((a, b) => b[1] - a[1])
      .slice(0, NEIGHBOURS)
      .map(([word]) => word);
  }

  return {
    variants(term) {
      if (frequency(term) > 0) return [term];
      const near = neighbours(term);
      return near.length > 0 ? near : [term];
    },
    suggest(text) {
      let changed = false;
      const words = text.split(/\s+/).map((word) => {
        const parts = indexTerms(word);
        const [term] = parts;
        if (term === undefined || parts.length > 1 || frequency(term) > 0) return word;
        const [best] = neighbours(term);
        if (best === undefined) return word;
        changed = true;
        return best;
      });
      return changed ? words.join(" ") : undefined;
    },
  };
}

const LETTERS = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];

/** All strings one edit away from a word. */
function* edits(word: string): Generator<string> {
  for (let index = 0; index <= word.length; index++) {
    const head = word.slice(0, index);
    const tail = word.slice(index);
    if (tail !== "") yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail !== "") yield head + letter + tail.slice(1);
    }
  }
}

/** Whether one insertion, deletion, replacement or swap makes one word of the other. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
