import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { terms } from "../lib/arabic/terms.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { withClitics } from "./clitics.ts";

/**
 * Whether the words stand in the text, next to each other and in this order, in spite of spelling, clitics, endings and digits.
 * Words that every text has are not looked at; a phrase of nothing else matches nothing.
 */
export function matchesWords(phrase: string, text: string): boolean {
  const [first, ...others] = (latinDigits(cleanText(phrase)).match(TOKEN) ?? []).filter(
    (word) => terms(word).length > 0,
  );
  if (first === undefined) return false;
  // At the beginning of a phrase only: «محمد بصلاح» is not «محمد صلاح».
  const openings = new Set([first, ...withClitics(first)].flatMap(terms));
  const wanted = others.flatMap(terms);
  const found = terms(text);
  return found.some(
    (term, start) => openings.has(term) && wanted.every((next, offset) => found[start + 1 + offset] === next),
  );
}
