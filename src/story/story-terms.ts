import { terms } from "../lib/arabic/terms.ts";

/** A preposition is told from the first letter of a word only by length: both spellings of one word lose it alike. */
const LEAST_WITH_PREPOSITION = 5;
/** Long words are mostly foreign names, and every outlet spells their vowels in its own way: «فلاديفوستوك», «فلاديفستوك». */
const LONG = 7;
const INNER_VOWELS = /(?!^)[اويء]/g;

/** The terms by which articles of one story find each other: coarser than those of a search, where a reader sees each mistake. */
export function storyTerms(text: string): string[] {
  return terms(text).map((term) => {
    const hasPreposition = term.length >= LEAST_WITH_PREPOSITION && (term.startsWith("ب") || term.startsWith("ل"));
    const bare = hasPreposition ? term.slice(1) : term;
    return bare.length < LONG ? bare : bare.replace(INNER_VOWELS, "");
  });
}
