import { latinDigits } from "../lib/arabic/digits.ts";
import { terms } from "../lib/arabic/terms.ts";
import { DAY_MS, HOUR_MS } from "../lib/time.ts";
import { foldPlurals } from "./plurals.ts";

/** What a person searches for, taken apart. All terms are index terms. */
export interface SearchQuery {
  /** Any of them; more is better. */
  readonly words: readonly string[];
  /** Each as a whole, in its order. */
  readonly phrases: readonly (readonly string[])[];
  /** None of them. */
  readonly without: readonly string[];
  readonly sourceIds: readonly string[];
  /** Not published before this. */
  readonly since: number | null;
}

const PART = /(-)?["«“”]([^"»“”]*)["»“”]|(\S+)/gu;
const SINCE = /^(\d{1,4})([hd])$/;

/** What a text is found by: its terms, common broken plurals as their singular. */
export function indexTerms(text: string): string[] {
  return terms(text).map(foldPlurals);
}

/** Takes a query apart: words, `"phrases"`, `-word`, `source:id`, `since:7d` or `since:2026-11-01`. Never throws. */
export function parseQuery(text: string, now: number): SearchQuery {
  const words: string[] = [];
  const phrases: string[][] = [];
  const without: string[] = [];
  const sourceIds: string[] = [];
  let since: number | null = null;
  for (const [, minus, phrase, word = ""] of text.matchAll(PART)) {
    if (phrase !== undefined) {
      const parts = indexTerms(phrase);
      if (parts.length === 0) continue;
      if (minus) without.push(...parts);
      else phrases.push(parts);
    } else if (/^source:./i.test(word)) sourceIds.push(word.slice("source:".length));
    else if (/^since:./i.test(word)) since = parseSince(latinDigits(word.slice("since:".length)), now) ?? since;
    else if (/^-./.test(word)) without.push(...indexTerms(word.slice(1)));
    else words.push(...indexTerms(word));
  }
  return { words, phrases, without, sourceIds, since };
}

function parseSince(text: string, now: number): number | undefined {
  const match = SINCE.exec(text);
  if (match !== null) return now - Number(match[1]) * (match[2] === "h" ? HOUR_MS : DAY_MS);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** Whether there is anything to look for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  return query.words.length === 0 && query.phrases.length === 0;
}
