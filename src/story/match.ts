import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { withoutArticle } from "./clitics.ts";
import { formsOf } from "./inflection.ts";
import { joinedWord } from "./joined-words.ts";
import { spellingWithArticle } from "./name-spelling.ts";
import { placesIn } from "./places.ts";

/** A wanted word: all that counts as it, and as it and the next word written as one. */
interface Wanted {
  readonly forms: ReadonlySet<string>;
  readonly withNext: ReadonlySet<string>;
}

/** Nothing is told by these: «حرب غزة» is «الحرب على غزة». */
const PREPOSITIONS: ReadonlySet<string> = new Set("في من إلى على عن".split(" "));
/** In front of other words that every text has: «على» is one, the name «علي» is not; «محمد يؤكد صلاح …» names nobody. */
const COMMON = "\0";
/** «وحده» is no «وحدة», though both are folded into one. */
const ALONE = /^[وفبل]*وحد(?:ه|ها|هم)$/;
/** «سوريًا» is «سوري», not «سوريا»: with its mark the ending is told from a letter. */
const ACCUSATIVE = /(?<=\p{L}\p{M}*\p{L}\p{M}*)(?:\u064b\u0627|\u0627\u064b)$/u;
/** Without their article these are verbs that all news use: the club «الوصل» is no «وصل». */
const VERBS_WITHOUT_ARTICLE: ReadonlySet<string> = new Set("وصل فتح ذهب عين نصر".split(" "));
const DEFINITE = /^[وف]?(?:[بك]?ال|لل)/;

/** The words of a text, normalised, without prepositions. */
function wordsOf(text: string): string[] {
  const written = latinDigits(cleanText(text)).match(TOKEN) ?? [];
  return written
    .filter((word) => !PREPOSITIONS.has(word))
    .map((word) => (isStopWord(word) || ALONE.test(word) ? COMMON : "") + foldLetters(word.replace(ACCUSATIVE, "")));
}

/** The words of a phrase from the first that tells something to the last. */
function tellingWords(phrase: string): string[] {
  const words = wordsOf(phrase);
  const tells = (word: string) => !word.startsWith(COMMON);
  return words.slice(Math.max(0, words.findIndex(tells)), words.findLastIndex(tells) + 1);
}

/** The forms without those whose article makes another word: «القطر» is no «قطر», «فتح» not the club «الفتح». */
function withItsArticle(word: string, forms: ReadonlySet<string>): ReadonlySet<string> {
  const isDefinite = DEFINITE.test(word);
  if (isDefinite && VERBS_WITHOUT_ARTICLE.has(withoutArticle(word))) return kept(forms, (form) => DEFINITE.test(form));
  // «للبنان» has no article.
  const isBarePlace = !isDefinite && !word.startsWith("ل") && placesIn([word]).taken.size > 0;
  return isBarePlace ? kept(forms, (form) => !DEFINITE.test(form)) : forms;
}

const kept = (forms: ReadonlySet<string>, fits: (form: string) => boolean) => new Set([...forms].filter(fits));

function wantedOf(words: readonly string[]): Wanted[] {
  return words.map((word, at) => {
    const next = words[at + 1];
    const within = at > 0 ? "further" : next === undefined ? "alone" : "first";
    const formsWith = (wanted: string) =>
      wanted.includes(COMMON) ? new Set([wanted]) : withItsArticle(wanted, formsOf(wanted, within));
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
