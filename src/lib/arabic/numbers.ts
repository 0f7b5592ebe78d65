import { tokens } from "./tokens.ts";

/** One to ten with their forms, normalised; the first of each line is 1. */
const UNITS = `واحد واحده
اثنان اثنين اثنتان اثنتين هدفين شخصين قتيلين جريحين طفلين جنديين صاروخين عامين يومين ثنايي ثناييه
ثلاث ثلاثه ثلاثيه
اربع اربعه رباعيه
خمس خمسه خماسيه
ست سته سداسيه
سبع سبعه سباعيه
ثماني ثمانيه ثمان
تسع تسعه
عشر عشره`;
const TENS = "عشر عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين".split(" ");
const HUNDREDS = "ميه ميتين ثلاثميه اربعميه خمسميه ستميه سبعميه ثمانميه تسعميه".split(" ");
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ["الف", 1e3],
  ["الفا", 1e3],
  ["الاف", 1e3],
  ["مليون", 1e6],
  ["مليونا", 1e6],
  ["ملايين", 1e6],
  ["مليار", 1e9],
  ["مليارا", 1e9],
  ["مليارات", 1e9],
  ["بليون", 1e9],
]);

const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split("\n").flatMap((line, index) => line.split(" ").map((word): [string, number] => [word, index + 1])),
  ...TENS.slice(1).flatMap((word, index): [string, number][] => [
    [word, (index + 2) * 10],
    [word.replace(/ين$/, "ون"), (index + 2) * 10],
  ]),
  ...HUNDREDS.flatMap((word, index): [string, number][] => [
    [word, (index + 1) * 100],
    [word.replace("ميه", "مايه").replace("ميتين", "مايتين"), (index + 1) * 100],
  ]),
  ["الف", 1000],
  ["مليون", 1e6],
  ["مليار", 1e9],
  ["الفين", 2000],
  ["مليونين", 2e6],
  ["مليارين", 2e9],
]);

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;
/** A preposition or conjunction of one letter before a number word. */
const withoutClitic = (token: string) => token.replace(/^(?:ال|[وبلف])/, "");

/** The numbers of a text, digits and words, without years. «400 ألف» is 400000, «خمسة وعشرين» is 25. */
export function numbersOf(text: string): Set<number> {
  return numbersOfTokens(tokens(text));
}

/** `numbersOf` for a text that was taken apart by `tokens`. */
export function numbersOfTokens(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (let index = 0; index < words.length; index++) {
    const first = words[index] as string;
    const digits = /^\d/.test(first);
    let value = digits ? Number(first.replaceAll(",", "")) : (WORDS.get(first) ?? WORDS.get(withoutClitic(first)));
    if (value === undefined || !Number.isFinite(value)) continue;
    if (!digits) {
      const next = words[index + 1] ?? "";
      const ten = next.startsWith("و") ? (WORDS.get(next.slice(1)) ?? 0) : next === "عشر" || next === "عشره" ? 10 : 0;
      const joins = value < 10 && (ten === 10 ? !next.startsWith("و") : ten >= 20 && ten < 100);
      if (joins) {
        value += ten;
        index++;
      }
    }
    const magnitude = MAGNITUDES.get(words[index + 1] ?? "");
    if (magnitude !== undefined) {
      value *= magnitude;
      index++;
    }
    if (magnitude !== undefined || !isYear(value)) found.add(value);
  }
  return found;
}
