import { cleanText } from "./clean.ts";
import { latinDigits } from "./digits.ts";

const HARAKAT = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

/**
 * Text for matching only, never shown: harakat dropped, spellings of one letter folded (أإآٱ → ا, ى → ي, ة → ه, ؤ → و,
 * ئ → ي, Persian letters), digits as 0–9, lower case. Idempotent.
 */
export function normalise(text: string): string {
  return latinDigits(cleanText(text).normalize("NFC").replace(HARAKAT, ""))
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىیې]/g, "ي")
    .replace(/[ةہھە]/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/ئ/g, "ي")
    .replace(/ک/g, "ك")
    .toLowerCase();
}
