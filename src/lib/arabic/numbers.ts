import { tokens } from "./tokens.ts";

/** Number words as they come in headlines; normalised. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ["واحد", 1],
  ["واحده", 1],
  ["اثنان", 2],
  ["اثنين", 2],
  ["اثنتين", 2],
  ["ثلاث", 3],
  ["ثلاثه", 3],
  ["اربع", 4],
  ["اربعه", 4],
  ["خمس", 5],
  ["خمسه", 5],
  ["ست", 6],
  ["سته", 6],
  ["سبع", 7],
  ["سبعه", 7],
  ["ثماني", 8],
  ["ثمانيه", 8],
  ["ثمان", 8],
  ["تسع", 9],
  ["تسعه", 9],
  ["عشر", 10],
  ["عشره", 10],
  ["عشرين", 20],
  ["عشرون", 20],
  ["ثلاثين", 30],
  ["ثلاثون", 30],
  ["اربعين", 40],
  ["اربعون", 40],
  ["خمسين", 50],
  ["خمسون", 50],
  ["ستين", 60],
  ["ستون", 60],
  ["سبعين", 70],
  ["سبعون", 70],
  ["ثمانين", 80],
  ["ثمانون", 80],
  ["تسعين", 90],
  ["تسعون", 90],
  ["مئه", 100],
  ["مائه", 100],
  ["الف", 1000],
]);

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;

/** The numbers of a text, digits and words, without years. */
export function numbersOf(text: string): Set<number> {
  const found = new Set<number>();
  for (const token of tokens(text)) {
    const value = /^\d/.test(token)
      ? Number(token.replaceAll(",", ""))
      : (WORDS.get(token) ?? WORDS.get(token.replace(/^[وبل]/, "")));
    if (value !== undefined && Number.isFinite(value) && !isYear(value)) found.add(value);
  }
  return found;
}
