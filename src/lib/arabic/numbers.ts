import { tokens } from "./tokens.ts";

/** One to ten with their forms, normalised; the first of each line is 1. Nouns in the dual count as two. */
const UNITS = `واحد واحده
اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي هدفين هدفان شخصين شخصان قتيلين قتيلان جريحين جريحان طفلين طفلان جنديين جنديان صاروخين صاروخان عامين عامان يومين يومان ثنايي ثناييه
ثلاث ثلاثه ثلاثيه
اربع اربعه رباعيه
خمس خمسه خماسيه
ست سته سداسيه
سبع سبعه سباعيه
ثماني ثمانيه ثمان
تسع تسعه
عشر عشره`;
const TENS = "عشر عشر ثلاث اربع خمس ست سبع ثمان تسع".split(" ");
const HUNDREDS = "ميه ميتين ثلاثميه اربعميه خمسميه ستميه سبعميه ثمانميه تسعميه".split(" ");
/** Two hundred, two thousand, two million … in all cases, before a noun too. */
const dual = (stem: string) => ["ان", "ين", "ا", "ي"].map((ending) => stem + ending);

const MAGNITUDES: ReadonlyMap<string, number> = new Map(
  [
    { value: 1e3, words: ["الف", "الفا", "الاف"] },
    { value: 1e6, words: ["مليون", "مليونا", "ملايين"] },
    { value: 1e9, words: ["مليار", "مليارا", "مليارات", "بليون"] },
    { value: 1e12, words: ["تريليون", "تريليونا", "تريليونات", "ترليون"] },
  ].flatMap(({ value, words }) => words.map((word): [string, number] => [word, value])),
);

const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split("\n").flatMap((line, index) => line.split(" ").map((word): [string, number] => [word, index + 1])),
  ...TENS.slice(1).flatMap((word, index): [string, number][] => [
    [`${word}ين`, (index + 2) * 10],
    [`${word}ون`, (index + 2) * 10],
  ]),
  ...HUNDREDS.flatMap((word, index): [string, number][] => [
    [word, (index + 1) * 100],
    [word.replace("مي", "ماي"), (index + 1) * 100],
  ]),
  ...["ميت", "مايت"].flatMap(dual).map((word): [string, number] => [word, 200]),
  // «ألفا» is one thousand that is counted, «ألفا جندي» two: the first is far commoner.
  ...dual("الف")
    .filter((word) => !MAGNITUDES.has(word))
    .map((word): [string, number] => [word, 2e3]),
  ...["مليون", "مليار"].flatMap((stem) =>
    dual(stem)
      .filter((word) => !MAGNITUDES.has(word))
      .map((word): [string, number] => [word, 2 * (MAGNITUDES.get(stem) as number)]),
  ),
  ...["الف", "مليون", "مليار"].map((word): [string, number] => [word, MAGNITUDES.get(word) as number]),
]);

const MONDAY = /^[وبلف]?الاثنين$/;
/** «أحد عشر»; alone it is «one of» or Sunday. */
const ONE_OF = /^[وبلف]?(?:ال)?احدي?$/;
const HALF = "نصف";
const AND = "و";
const TEN = /^عشره?$/;
const HUNDRED = /^ما?يه$/;
const DECIMAL_COMMA = /^(\d+),(\d{1,2})$/;

const isDigits = (token: string) => /^\d/.test(token);
const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100;
/** A preposition, conjunction or article before a number word. */
const withoutClitic = (token: string) => token.replace(/^(?:ال|[وبلف]ال|[وبلف])/, "");
const wordValue = (token: string) =>
  MONDAY.test(token) ? undefined : (WORDS.get(token) ?? WORDS.get(withoutClitic(token)));

/** A number, and where the words after it begin. */
export interface Reading {
  readonly value: number;
  readonly next: number;
}

/** The numbers of a text, digits and words, without years. «400 ألف» is 400000, «مئة وخمسة وعشرين» is 125, «16 ألفا و250» is 16250. */
export function numbersOf(text: string): Set<number> {
  return numbersOfTokens(tokens(text));
}

/** The number that words say, if it is one and no more. */
export function onlyNumber(words: string): number | undefined {
  const [number, another] = numbersOf(words);
  return another === undefined ? number : undefined;
}

/** `numbersOf` for a text that was taken apart by `tokens`. */
export function numbersOfTokens(words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const { value, at, next } of numbersIn(words)) {
    const isAlone = next === at + 1 && isDigits(words[at] as string);
    if (!isAlone || !isYear(value)) found.add(value);
  }
  return found;
}

/** The words of a text, taken apart by `tokens`, that are no part of a number. */
export function withoutNumbers(words: readonly string[]): string[] {
  const taken = new Set<number>();
  for (const { at, next } of numbersIn(words)) for (let index = at; index < next; index++) taken.add(index);
  return words.filter((_, index) => !taken.has(index));
}

/** A number with the place of its first word. */
export interface FoundNumber extends Reading {
  readonly at: number;
}

/** All numbers of a text that was taken apart by `tokens`, years too, from the left, none within another. */
export function numbersIn(words: readonly string[]): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const reading = numberAt(words, at);
    if (reading !== undefined) found.push({ ...reading, at });
    at = reading?.next ?? at + 1;
  }
  return found;
}

function numberAt(words: readonly string[], at: number): Reading | undefined {
  const first =
    words[at] === HALF && MAGNITUDES.has(words[at + 1] ?? "") ? { value: 0.5, next: at + 1 } : groupAt(words, at);
  if (first === undefined) return undefined;
  let { value, next } = first;
  let magnitude = MAGNITUDES.get(words[next] ?? "");
  if (magnitude !== undefined) {
    value *= magnitude;
    next++;
  } else if (value >= 1000 && !isDigits(words[at] as string))
    magnitude = value % 1e9 === 0 ? 1e9 : value % 1e6 === 0 ? 1e6 : 1e3;
  // «وثلاثمئة», «و250 ألفا»: what is smaller than the last magnitude goes on.
  while (magnitude !== undefined) {
    const start = joinedAt(words, next);
    if (start === undefined) break;
    if (words[next] === AND + HALF) {
      value += magnitude / 2;
      next += MAGNITUDES.has(withoutClitic(words[next + 1] ?? "")) ? 2 : 1;
      break;
    }
    const tail = groupAt(words, start, start === next);
    if (tail === undefined) break;
    const smaller = MAGNITUDES.get(words[tail.next] ?? "") ?? 1;
    if (smaller >= magnitude || tail.value * smaller >= magnitude) break;
    value += tail.value * smaller;
    next = smaller === 1 ? tail.next : tail.next + 1;
    magnitude = smaller === 1 ? undefined : smaller;
  }
  return { value, next };
}

/** Where a number may begin that «و» joins to the words before; undefined where there is no «و». */
function joinedAt(words: readonly string[], at: number): number | undefined {
  const word = words[at] ?? "";
  if (word === AND && isDigits(words[at + 1] ?? "")) return at + 1;
  // «واحد» is one, but «وأحد عشر» is written like it.
  const isJoined = word.startsWith(AND) && word !== AND && (!WORDS.has(word) || TEN.test(words[at + 1] ?? ""));
  return isJoined ? at : undefined;
}

/** A number in digits, or one below a thousand in words. */
function groupAt(words: readonly string[], at: number, isJoined = false): Reading | undefined {
  const reading = unitsAt(words, at, isJoined);
  const isHundreds = reading !== undefined && reading.value >= 100 && reading.value < 1000;
  return isHundreds && !isDigits(words[at] as string) ? withTail(words, reading) : reading;
}

/** The same, but of hundreds nothing that is joined to them. */
function unitsAt(words: readonly string[], at: number, isJoined: boolean): Reading | undefined {
  const word = words[at] ?? "";
  if (isDigits(word)) {
    const value = Number(word.replace(DECIMAL_COMMA, "$1.$2").replaceAll(",", ""));
    return Number.isFinite(value) ? { value, next: at + 1 } : undefined;
  }
  const next = words[at + 1] ?? "";
  if (ONE_OF.test(word) && TEN.test(next)) return { value: 11, next: at + 2 };
  const value = isJoined ? WORDS.get(word.slice(1)) : wordValue(word);
  if (value === undefined) return undefined;
  if (value < 10) {
    if (TEN.test(next)) return { value: value + 10, next: at + 2 };
    if (value > 2 && HUNDRED.test(next)) return { value: value * 100, next: at + 2 };
    const ten = next.startsWith(AND) ? (WORDS.get(next.slice(1)) ?? 0) : 0;
    return ten >= 20 && ten < 100 ? { value: value + ten, next: at + 2 } : { value, next: at + 1 };
  }
  return { value, next: at + 1 };
}

/** Hundreds with what is below a hundred and joined to them: «مئة وخمسة وعشرين». */
function withTail(words: readonly string[], { value, next }: Reading): Reading {
  if (joinedAt(words, next) !== next) return { value, next };
  const tail = unitsAt(words, next, true);
  return tail !== undefined && tail.value < 100 ? { value: value + tail.value, next: tail.next } : { value, next };
}
