import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { DAY_MS, HOUR_MS } from "../lib/time.ts";
import type { Source } from "../source/source.ts";
import { type IndexWord, indexTerms, indexWords } from "./search.ts";

/** What a person searches for, taken apart. */
export interface SearchQuery {
  /** Any of them; more is better. Each once. */
  readonly words: readonly IndexWord[];
  /** Each as a whole, in its order; terms. */
  readonly phrases: readonly (readonly string[])[];
  /** None of them; each is one word or a phrase; terms. */
  readonly without: readonly (readonly string[])[];
  /** Any of them, as ids in any case. */
  readonly sourceIds: readonly string[];
  /** Not published before this. */
  readonly since: number | null;
}

/** A quotation in any marks, with a minus or not; else a run without spaces. */
const PART = /([-\u2212])?(?:"([^"]*)"|«([^»]*)»|“([^”]*)”|„([^“”]*)[“”])|(\S+)/gu;
const SOURCE = /^(?:source|مصدر):(.+)$/iu;
const SINCE = /^(?:since|منذ):(.+)$/iu;
const SPAN = /^(\d{1,4})\s*([hdwسيأ]?)$/u;
const UNIT_MS: Readonly<Record<string, number>> = {
  h: HOUR_MS,
  س: HOUR_MS,
  d: DAY_MS,
  ي: DAY_MS,
  "": DAY_MS,
  w: 7 * DAY_MS,
  أ: 7 * DAY_MS,
};
const DATE = /^\d{4}-\d{1,2}-\d{1,2}$/;
/** More than this is no question of a person. */
const MOST_WORDS = 32;
const MOST_UNITS = 1000;

/**
 * Takes a query apart: words, `"a phrase"`, `-word`, `-"a phrase"`, `source:id` (`مصدر:`), `since:7d`, `since:12h`, `since:2w`
 * or `since:2026-11-01` (`منذ:`). A source is said by its id or a part of one of its names. What is not understood is looked for as
 * words. Never throws; reads the first 1000 units.
 */
export function parseQuery(text: string, now: number, sources: Iterable<Source> = []): SearchQuery {
  const words = new Map<string, IndexWord>();
  const phrases: string[][] = [];
  const without: string[][] = [];
  const sourceIds: string[] = [];
  let since: number | null = null;
  const take = (written: string) => {
    for (const word of indexWords(written))
      if (words.size < MOST_WORDS) words.set(word.term, words.get(word.term) ?? word);
  };
  for (const [, minus, straight, angle, curly, low, run = ""] of cleanText(text.slice(0, MOST_UNITS)).matchAll(PART)) {
    const quotation = straight ?? angle ?? curly ?? low;
    if (quotation !== undefined) {
      const parts = indexTerms(quotation);
      if (parts.length === 0 || phrases.length + without.length >= MOST_WORDS) continue;
      (minus ? without : phrases).push(parts);
      continue;
    }
    const source = SOURCE.exec(run)?.[1];
    const from = parseSince(latinDigits(SINCE.exec(run)?.[1] ?? ""), now);
    if (source !== undefined) sourceIds.push(...sourcesCalled(source, sources));
    else if (from !== undefined) since = Math.max(since ?? from, from);
    else if (/^[-\u2212]./u.test(run))
      without.push(
        ...indexTerms(run.slice(1))
          .map((term) => [term])
          .slice(0, MOST_WORDS),
      );
    else take(run);
  }
  return { words: [...words.values()], phrases, without: without.slice(0, MOST_WORDS), sourceIds, since };
}

function sourcesCalled(name: string, sources: Iterable<Source>): string[] {
  const wanted = normalise(name.replaceAll("_", " "));
  const ids = [...sources]
    .filter((source) =>
      [source.id, source.name, source.nameAr, source.nameEn].some((known) => normalise(known).includes(wanted)),
    )
    .map((source) => source.id);
  // Also as it is written: articles that were imported have a source that nobody reads.
  return [...new Set([...ids, name])];
}

function parseSince(text: string, now: number): number | undefined {
  const span = SPAN.exec(text);
  if (span !== null) return now - Number(span[1]) * (UNIT_MS[span[2] ?? ""] as number);
  const at = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** Whether there are words to look for; without them a query only says where and when. */
export function hasWords(query: SearchQuery): boolean {
  return query.words.length > 0 || query.phrases.length > 0;
}
