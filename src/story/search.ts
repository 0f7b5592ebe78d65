import { foldLetters } from "../lib/arabic/normalise.ts";
import { stem } from "../lib/arabic/stem.ts";
import { termWords } from "../lib/arabic/terms.ts";
import { withoutArticle } from "./clitics.ts";
import { oneSpelling, usualName } from "./name-spelling.ts";
import { foldPlurals } from "./plurals.ts";

const LAM = /^[وف]?لل/;

/** A word that says something, as it is written and as it is looked up. */
export interface IndexWord {
  /** Clean, without vowel signs. */
  readonly written: string;
  /** Normalised, with its clitics and endings. */
  readonly form: string;
  /** What the index knows it by. */
  readonly term: string;
}

/** What a text is found by: its terms in order, common broken plurals as their singular. */
export function indexTerms(text: string): string[] {
  return indexWords(text).map(({ term }) => term);
}

/** The words of `indexTerms` with the forms they have in the text, in order. */
export function indexWords(text: string): IndexWord[] {
  return termWords(text).map(({ written, term }) => {
    const form = foldLetters(written);
    const bare = withoutArticle(form);
    const name = usualName(bare);
    // «للجنة» has the stem of «الجنة».
    const known = name !== bare || LAM.test(form) ? stem(name) : term;
    return { written: written.replace(/\p{M}/gu, ""), form, term: oneSpelling(foldPlurals(known, name)) };
  });
}
