import { cleanText } from "./clean.ts";
import { latinDigits } from "./digits.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { tokens } from "./tokens.ts";

const WRITTEN = /\d+(?:[.,:/]\d+)*|[\p{L}\p{M}]+/gu;

/**
 * What a text is matched by: its words and numbers without those that every text has, as light stems, in order.
 *
 * «على» (upon) is dropped and «علي» (the name) is kept: stop words are looked up before ى is folded into ي.
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const written of latinDigits(cleanText(text)).match(WRITTEN) ?? []) {
    if (isStopWord(written)) continue;
    for (const token of tokens(written)) {
      const term = stem(token);
      if (term.length > 1 || /\d/.test(term)) found.push(term);
    }
  }
  return found;
}
