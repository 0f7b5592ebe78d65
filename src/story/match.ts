import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { formsOf } from "./inflection.ts";
import { joinedWord } from "./joined-words.ts";
import { spellingWithArticle } from "./name-spelling.ts";

/** A wanted word: all that counts as it, and as it and the next word written as one. */
interface Wanted {
  readonly forms: ReadonlySet<string>;
  readonly withNext: ReadonlySet<string>;
}

/** Nothing is told by these: «حرب غزة» is «الحرب على غزة». */
const PREPOSITIONS: ReadonlySet<string> = new Set("في من إلى على عن".split(" "));
/** In front of other words that every text has: «على» is one, the name «علي» is not; «محمد يؤكد صلاح …» names nobody. */
const COMMON = "\0";

/** The words of a text, normalised, without prepositions. */
function wordsOf(text: string): string[] {
  const written = latinDigits(cleanText(text)).match(TOKEN) ?? [];
  return written
    .filter((word) => !PREPOSITIONS.has(word))
    .map((word) => (isStopWord(word) ? COMMON : "") + foldLetters(word));
}

/** The words of a phrase from the first that tells something to the last. */
function tellingWords(phrase: string): string[] {
  const words = wordsOf(phrase);
  const tells = (word: string) => !word.startsWith(COMMON);
  return words.slice(Math.max(0, words.findIndex(tells)), words.findLastIndex(tells) + 1);
}

function wantedOf(words: readonly string[]): Wanted[] {
  return words.map((word, at) => {
    const next = words[at + 1];
    const within = at > 0 ? "further" : next === undefined ? "alone" : "first";
    const formsWith = (wanted: string) => (wanted.includes(COMMON) ? new Set([wanted]) : formsOf(wanted, within));
    return { forms: formsWith(word), withNext: next === undefined ? new Set() : formsWith(word + next) };
  });
}

/** Whether the rest of a phrase stands at a place of the text. */
function standsAt(wanted: readonly Wanted[], from: number, words: readonly string[], at: number): boolean {
  const [next, word] = [wanted[from], words[at]];
  if (next === undefined) return true;
  if (word === undefined) return false;
  const spelling = spellingWithArticle(word);
  if (next.forms.has(spelling) && standsAt(wanted, from + 1, words, at + 1)) return true;
  if (next.withNext.has(spelling) && standsAt(wanted, from + 2, words, at + 1)) return true;
  const joined = joinedWord(word, words[at + 1] ?? "");
  return (
    joined !== undefined && next.forms.has(spellingWithArticle(joined)) && standsAt(wanted, from + 1, words, at + 2)
  );
}

/**
 * Whether one of the phrases stands in a text: its words whole, next to each other and in this order, in spite of spelling,
 * digits, what is written together with them and regular endings, as `formsOf` says; «خان يونس» also as «خانيونس», and the other
 * way round. A phrase of nothing but words that every text has matches nothing.
 */
export function createMatcher(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases
    .map(tellingWords)
    .filter((words) => words.length > 0)
    .map(wantedOf);
  return (text) => {
    const words = wordsOf(text);
    return wanted.some((phrase) => words.some((_, at) => standsAt(phrase, 0, words, at)));
  };
}
