import { terms } from "../lib/arabic/terms.ts";

/**
 * Whether the words stand in the text, next to each other and in this order, in spite of spelling, clitics, endings and digits.
 * Words that every text has are not looked at; a phrase of nothing else matches nothing.
 */
export function matchesWords(phrase: string, text: string): boolean {
  const wanted = terms(phrase);
  if (wanted.length === 0) return false;
  const found = terms(text);
  return found.some((_, start) => wanted.every((term, offset) => found[start + offset] === term));
}
