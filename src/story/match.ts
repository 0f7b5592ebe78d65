import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { terms } from "../lib/arabic/terms.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";

/** What is written together with a word that has no article: «بغزة», «لكرة القدم», «ولمصر». With one it is a part of the stem («للزمالك»). */
const CLITICS = ["و", "ب", "ل", "وب", "ول"];
/** Of shorter words other words are made. */
const LEAST_WITH_CLITIC = 3;

/**
 * Whether the words stand in the text, next to each other and in this order, in spite of spelling, clitics, endings and digits.
 * Words that every text has are not looked at; a phrase of nothing else matches nothing.
 */
export function matchesWords(phrase: string, text: string): boolean {
  const [first, ...others] = (latinDigits(cleanText(phrase)).match(TOKEN) ?? []).filter(
    (word) => terms(word).length > 0,
  );
  if (first === undefined) return false;
  const openings = new Set([first, ...withClitics(first)].flatMap(terms));
  const wanted = others.flatMap(terms);
  const found = terms(text);
  return found.some(
    (term, start) => openings.has(term) && wanted.every((next, offset) => found[start + 1 + offset] === next),
  );
}

/** Asked for at the beginning of a phrase only: «محمد بصلاح» is not «محمد صلاح». */
function withClitics(word: string): string[] {
  return word.length < LEAST_WITH_CLITIC || word.startsWith("ال") ? [] : CLITICS.map((clitic) => clitic + word);
}
