import { type Alignment, alignmentOf } from "./clause-alignment.ts";
import type { Telling } from "./meant-clauses.ts";
import { isNumber, isSameWord, type MeantWord } from "./meant-words.ts";

/** Of a clause's words so many are the article's in the article's order. */
const LEAST_IN_ORDER = 1 / 3;
/** So many words in a row that come in from elsewhere must themselves be told so. */
const LEAST_TOLD_ELSEWHERE = 2;
/** Offices and trades: «قائد الفريق» and his name change places. */
const OFFICE =
  /^(?:ال)?(?:رييس|وزير|قايد|مدرب|حارس|سفير|مدير|متحدث|لاعب|نايب|موسس|امين|طبيب|ناطق|مهاجم|مدافع|باحث|خبير|محلل|محامي|قاضي|ملك|امير|محافظ|مندوب|مبعوث|منسق|عضو|كاتب|ممثل|مخرج)ه?$/;
/** Behind these stands where, when and how: it may stand anywhere. */
const CIRCUMSTANCE: ReadonlySet<string> = new Set(["في", "خلال", "بين", "قرب", "داخل", "منذ", "ب"]);
const DEFINITE = /^[وف]?(?:[بك]?ال|لل)/;

const isCircumstance = ({ preposition }: MeantWord) => preposition !== undefined && CIRCUMSTANCE.has(preposition);
const isDefinite = (word: MeantWord | undefined) => word !== undefined && DEFINITE.test(word.folded);
const isOffice = (word: MeantWord | undefined) => word !== undefined && OFFICE.test(word.folded);
const isJoined = (word: MeantWord | undefined) => word?.folded.startsWith("و") === true;
const has = (told: readonly MeantWord[], word: MeantWord) => told.some((other) => isSameWord(word, other));

/**
 * Whether a telling says what a summary's clause says: its words in its order, where some may be left out, some may come from near by
 * or stand elsewhere, but nothing in another's place. `isToldElsewhere` is asked for rows of words that come from near by.
 */
export function isToldBy(
  clause: readonly MeantWord[],
  { words: told, isNear }: Telling,
  isToldElsewhere: (row: readonly MeantWord[]) => boolean,
  isWithin: boolean,
): boolean {
  if (!clause.every((word) => !word.isTime || isNear(word))) return false;
  const said = clause.filter(({ isTime }) => !isTime);
  if (said.length === 0) return true;
  // Who «نفى» did not «استأنف», which has the same root.
  const [head] = said;
  if (head?.isGovernor && !told.some((word) => word.isGovernor && isSameWord(head, word))) return false;
  const isIn = said.map((word) => has(told, word));
  const least = said.length * LEAST_IN_ORDER;
  if (isIn.filter(Boolean).length < least) return false;
  const alignment = alignmentOf(said, told, isWithin);
  if (alignment === undefined || alignment.size < least || exchangesNumbers(said, told)) return false;
  // What «نفت الشركة» denies comes in with it: nothing else goes on behind them.
  const isApart = (row: readonly MeantWord[]) => row.at(-1) === said.at(-1) || !row.some((word) => word.isGovernor);
  const rows = rowsOf(said, (at) => !isIn[at]).filter((row) => row.length >= LEAST_TOLD_ELSEWHERE);
  if (!rows.every((row) => isApart(row) && isToldElsewhere(row))) return false;
  const taken = new Set(alignment.values());
  return said.every((word, at) => {
    if (alignment.has(at)) return true;
    if (!isIn[at] && !isNear(word)) return false;
    const from = told.findIndex((other, index) => !taken.has(index) && isSameWord(word, other));
    const before = told[from - 1];
    const goesOn = before !== undefined && at > 0 && !alignment.has(at - 1) && has([before], said[at - 1] as MeantWord);
    return from < 0 || goesOn || mayMove(said, at, told, from, alignment);
  });
}

/** Whether a number comes in where another is left out. */
function exchangesNumbers(said: readonly MeantWord[], told: readonly MeantWord[]): boolean {
  const isForeign = (word: MeantWord, others: readonly MeantWord[]) => isNumber(word) && !has(others, word);
  return said.some((word) => isForeign(word, told)) && told.some((word) => isForeign(word, said));
}

/** The words at the places that are asked for, in rows; where and when begin a new one. */
function rowsOf(words: readonly MeantWord[], isIn: (at: number) => boolean): MeantWord[][] {
  const rows: MeantWord[][] = [];
  for (const [at, word] of words.entries()) {
    if (!isIn(at)) continue;
    if (at > 0 && isIn(at - 1) && !isCircumstance(word)) rows.at(-1)?.push(word);
    else rows.push([word]);
  }
  return rows;
}

/** Whether a word may stand elsewhere than in the article: without that, «هزم الزمالك الأهلي» would be what «هزم الأهلي الزمالك» says. */
function mayMove(
  said: readonly MeantWord[],
  at: number,
  told: readonly MeantWord[],
  from: number,
  alignment: Alignment,
): boolean {
  const [word, origin] = [said[at] as MeantWord, told[from] as MeantWord];
  if (isCircumstance(word)) return true;
  if (word.preposition !== undefined && word.preposition === origin.preposition) return true;
  // «…، بحسب الوزير» for «حذر الوزير من …»
  if (word.preposition === "قال" && from <= 1) return true;
  const place = [...alignment].findLast(([own]) => own < at)?.[1] ?? -1;
  const passed = from > place ? told.slice(place + 1, from) : told.slice(from + 1, place + 1);
  if (isOffice(word) || isOffice(passed[0])) return true;
  // «السودان ومصر» for «مصر والسودان», «لم يسبب اللقاح» for «اللقاح لم يسبب»
  if (passed.length === 1 && isJoined(origin) && isJoined(said[at + 1])) return true;
  if (passed.length === 1 && has(passed, said[0] as MeantWord)) return true;
  // «خفض البنك» for «قرر البنك خفض»
  return at === 0 && !isDefinite(word) && origin.preposition === undefined;
}

/** Whether a clause that goes on with «و» leaves out who does it in the article, and its sentence does not name him: «ودعت المعلمين». */
export function dropsDoer(
  said: readonly MeantWord[],
  told: readonly MeantWord[],
  sentence: readonly MeantWord[],
): boolean {
  if (!isJoined(said[0])) return false;
  const alignment = alignmentOf(said, told, false);
  const [verb, next] = [alignment?.get(0), alignment?.get(1)];
  if (verb === undefined || next === undefined || next === verb + 1) return false;
  const doer = told[verb + 1] as MeantWord;
  // «فاز منتخب قطر»
  const isOnlyKind = next === verb + 2 && !isDefinite(doer);
  return !isOnlyKind && !sentence.some((word) => isSameWord(word, doer));
}
