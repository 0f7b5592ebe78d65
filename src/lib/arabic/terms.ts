import { cleanText } from "./clean.ts";
import { latinDigits } from "./digits.ts";
import { foldLetters } from "./normalise.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { TOKEN } from "./tokens.ts";

/** A word or number of a text and what it is matched by. */
export interface TermWord {
  /** As it stands in the text, cleaned, digits as 0–9. */
  readonly written: string;
  readonly term: string;
}

/**
 * What a text is matched by: its words and numbers without those that every text has, as light stems, in order.
 *
 * «على» (upon) is dropped and «علي» (the name) is kept: stop words are looked up before ى is folded into ي.
 */
export function terms(text: string): string[] {
  return termWords(text).map(({ term }) => term);
}

/** The terms of a text with the words that they are of, in order. */
export function termWords(text: string): TermWord[] {
  const found: TermWord[] = [];
  for (const written of latinDigits(cleanText(text)).match(TOKEN) ?? []) {
    const term = termOf(written);
    if (term !== undefined) found.push({ written, term });
  }
  return found;
}

/** News use the same few thousand words over and over: their terms are remembered, a bounded number of them. */
const REMEMBERED = 30_000;
const LONGEST_REMEMBERED = 20;
const known = new Map<string, string>();
/** What stands for no term among those that are remembered. */
const NONE = "";

/** The term of one word as it is written, cleaned; undefined for a stop word or a single letter. */
function termOf(written: string): string | undefined {
  const remembered = known.get(written);
  if (remembered !== undefined) return remembered === NONE ? undefined : remembered;
  const folded = isStopWord(written) ? NONE : stem(foldLetters(written));
  const term = folded.length > 1 || /\d/.test(folded) ? folded : NONE;
  if (known.size >= REMEMBERED) known.clear();
  if (written.length <= LONGEST_REMEMBERED) known.set(written, term);
  return term === NONE ? undefined : term;
}
