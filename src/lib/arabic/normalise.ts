import { cleanText } from "./clean.ts";
import { latinDigits } from "./digits.ts";

/** Vowel signs, Quranic marks and stretching. */
const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

/**
 * Text for matching only, never shown: harakat dropped, spellings of one letter folded (أإآٱ → ا, ى → ي, ة → ه, ؤ → و,
 * ئ → ي and before «و» too و, Persian and Urdu letters), digits as 0–9, lower case. Idempotent.
 */
export function normalise(text: string): string {
  return foldLetters(cleanText(text));
}

/** «مسئول» is «مسؤول»: the seat of the hamza before «و» is a matter of schools; not in «لاجئون», which is «لاجئ» with an ending. */
const SEAT_BEFORE_WAW = /ئ(?=و(?!ن))/g;

const SPELLINGS = ["اأإآٱ", "يىیېئۍ", "هةہھەۀ", "وؤ", "كکڪگ", "فڤ", "جچ", "بپ"];
const FOLDED = new Map(SPELLINGS.flatMap(([letter, ...others]) => others.map((other) => [other, letter as string])));
const FOLDABLE = new RegExp(`[${[...FOLDED.keys()].join("")}]`, "g");

/** `normalise` for text that is clean already. */
export function foldLetters(clean: string): string {
  return latinDigits(clean.replace(MARKS, ""))
    .toLowerCase()
    .normalize("NFC")
    .replace(SEAT_BEFORE_WAW, "ؤ")
    .replace(FOLDABLE, (letter) => FOLDED.get(letter) as string);
}
