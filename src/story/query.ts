import { cleanText } from "../lib/arabic/clean.ts";
import type { Source } from "../source/source.ts";
import { type IndexWord, indexWords } from "./search.ts";
import { parseSince } from "./since.ts";
import { sourcesCalled } from "./source-names.ts";

/** What a person searches for, taken apart. */
export interface SearchQuery {
  /** Any of them; more is better. Each once. */
  readonly words: readonly IndexWord[];
  /** Each as a whole, in its order; terms. */
  readonly phrases: readonly (readonly string[])[];
  /** None of them; each is one word or a phrase. */
  readonly without: readonly (readonly IndexWord[])[];
  /** Any of them, as ids in any case. */
  readonly sourceIds: readonly string[];
  /** None of them, as ids in any case. */
  readonly withoutSourceIds: readonly string[];
  /** Not published before this. */
  readonly since: number | null;
}

/** What an operator is about may stand behind a blank and in quotation marks: «مصدر: "بي بي سي"». */
const OPERATOR = /^([-\u2212])?(?:(source|(?:ال)?مصدر)|(since|منذ))\s*[:：]\s*(?=\S)/iu;
/** Telephones open with one kind of mark and close with another. */
const QUOTATION = /^([-\u2212])?(?:["“”„]([^"“”„]*)["“”„]|«([^»]*)»)/u;
const RUN = /^\S+/u;
/** Without marks around it, it has so many words at most: «بي بي سي عربي», «1 تشرين الثاني 2026». */
const MOST_NAMED = 4;
/** More than this is no question of a person. */
const MOST_WORDS = 32;
const MOST_UNITS = 1000;

/** How people ask beside the words that every text has; normalised. Alone, they are looked for. */
const ASKING: ReadonlySet<string> = new Set(
  "شو وش ايش اش ليش ليه وين فين امتي ايمتي ازاي شلون كيفيه مين ايه عايز اريد ابغي ابي بدي هلق دلوقتي الحين خبر اخبار".split(
    " ",
  ),
);

/** A query while it is read. */
interface Reading {
  readonly words: Map<string, IndexWord>;
  readonly phrases: string[][];
  readonly without: IndexWord[][];
  readonly sourceIds: Set<string>;
  readonly withoutSourceIds: Set<string>;
  since: number | null;
}

/**
 * Takes a query apart: words, `"a phrase"`, `-word`, `-"a phrase"`, `source:id` (`مصدر:`) and `-source:id`, `since:7d` (`منذ:`)
 * with whatever `parseSince` understands. A source is said by its id or one of its names, or a part of one. What is not
 * understood is looked for as words. Days begin at midnight in `timeZone`. Never throws; reads the first 1000 units.
 */
export function parseQuery(text: string, now: number, sources: Iterable<Source> = [], timeZone = "UTC"): SearchQuery {
  const found: Reading = {
    words: new Map(),
    phrases: [],
    without: [],
    sourceIds: new Set(),
    withoutSourceIds: new Set(),
    since: null,
  };
  const known = [...sources];
  for (let rest = clean(text); rest !== ""; ) {
    const units = takeOperator(rest, found, now, known, timeZone) ?? takeQuotation(rest, found) ?? takeRun(rest, found);
    rest = rest.slice(units).trimStart();
  }
  const words = [...found.words.values()];
  const telling = words.filter(({ form }) => !ASKING.has(form));
  return {
    words: telling.length > 0 ? telling : words,
    phrases: found.phrases,
    without: found.without.slice(0, MOST_WORDS),
    sourceIds: [...found.sourceIds],
    withoutSourceIds: [...found.withoutSourceIds],
    since: found.since,
  };
}

const clean = (text: string) => cleanText(text.slice(0, MOST_UNITS)).replace(/\s+/g, " ").trim();

/** How many units of the text an operator takes with what it is about; undefined where none is understood. */
function takeOperator(
  rest: string,
  found: Reading,
  now: number,
  sources: readonly Source[],
  timeZone: string,
): number | undefined {
  const [operator = "", minus, source] = OPERATOR.exec(rest) ?? [];
  if (operator === "" || (minus !== undefined && source === undefined)) return undefined;
  const value = rest.slice(operator.length);
  const [quoted, sign, ...contents] = QUOTATION.exec(value) ?? [];
  const isQuoted = quoted !== undefined && sign === undefined;
  const words = value.split(" ");
  const readings = isQuoted
    ? [contents.find((content) => content !== undefined) ?? ""]
    : Array.from({ length: MOST_NAMED }, (_, index) => words.slice(0, MOST_NAMED - index).join(" "));
  const said =
    source === undefined
      ? readings.find((reading) => parseSince(reading, now, timeZone) !== undefined)
      : (readings.find((reading) => sourcesCalled(reading, sources).length > 0) ?? readings.at(-1));
  if (said === undefined) return undefined;
  if (source === undefined)
    found.since = Math.max(found.since ?? Number.NEGATIVE_INFINITY, parseSince(said, now, timeZone) as number);
  else if (said.trim() !== "") {
    const ids = minus === undefined ? found.sourceIds : found.withoutSourceIds;
    // Also as it is written: articles that were imported have a source that nobody reads.
    for (const id of [...sourcesCalled(said, sources).map((called) => called.id), said]) ids.add(id);
  }
  return operator.length + (isQuoted ? quoted : said).length;
}

function takeQuotation(rest: string, { phrases, without }: Reading): number | undefined {
  const [whole, minus, ...contents] = QUOTATION.exec(rest) ?? [];
  if (whole === undefined) return undefined;
  const words = indexWords(contents.find((content) => content !== undefined) ?? "");
  if (words.length === 0 || phrases.length + without.length >= MOST_WORDS) return whole.length;
  if (minus) without.push(words);
  else phrases.push(words.map(({ term }) => term));
  return whole.length;
}

function takeRun(rest: string, { words, without }: Reading): number {
  const [run = ""] = RUN.exec(rest) ?? [];
  if (/^[-\u2212]./u.test(run))
    without.push(
      ...indexWords(run.slice(1))
        .map((word) => [word])
        .slice(0, MOST_WORDS),
    );
  else
    for (const word of indexWords(run)) if (words.size < MOST_WORDS) words.set(word.term, words.get(word.term) ?? word);
  return run.length;
}

/** Whether there are words to look for; without them a query only says where and when. */
export function hasWords(query: SearchQuery): boolean {
  return query.words.length > 0 || query.phrases.length > 0;
}
