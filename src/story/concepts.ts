import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import {
  ASIDE_CONCEPTS,
  CONTRARIES,
  GENERAL_WORDS,
  KINDRED_CONCEPTS,
  LIGHT_CONCEPTS,
  SOFT_WORDS,
} from "./gazetteer/concept-roles.ts";
import { CONCEPTS } from "./gazetteer/concepts.ts";
import { DEEDS } from "./gazetteer/deeds.ts";
import { hash32 } from "./hash32.ts";
import { type Found, lexiconOf, nameAt, nameKey, readingsOf } from "./lexicon.ts";
import { skeleton } from "./skeleton.ts";

/** A meaning of a headline's word: the number of a concept, or from `FIRST_WORD` on a hash of the word's bare consonants. */
export type Meaning = number;
const FIRST_WORD = 4096;
const DEED_COUNT = DEEDS.split("\n").length;

const stems = (key: string) => key.split(" ").map(stem).join(" ");

function conceptLexicon(): Map<string, Meaning[]> {
  const lexicon = new Map<string, Meaning[]>();
  for (const [index, line] of [...DEEDS.split("\n"), ...CONCEPTS.split("\n")].entries())
    for (const name of line.trim().split(/\s+/)) {
      const key = stems(nameKey(name));
      const known = lexicon.get(key) ?? [];
      if (!known.includes(index)) lexicon.set(key, [...known, index]);
    }
  return lexicon;
}

const CONCEPT_STEMS = conceptLexicon();
const CONCEPT_NAMES = lexiconOf(CONCEPT_STEMS);
/** A verb without its person or the hamza of its past: «تطلق», «يطلق» and «أطلق» meet. Other words have none. */
const withoutPerson = (word: string) => (word.length > 3 && /^[يتنا]/.test(word) ? word.slice(1) : undefined);
/** The concepts by their verbs without the person. */
const CONCEPT_FORMS: ReadonlyMap<string, Meaning[]> = new Map(
  [...CONCEPT_STEMS]
    .filter(([key]) => !key.includes(" ") && key.length > 3 && /^[يتنا]/.test(key))
    .map(([key, meaning]): [string, Meaning[]] => [key.slice(1), meaning])
    .reverse(),
);
/** Normalised, the preposition «على» is not told from the name. */
const FOLDED_STOP_WORD = "علي";
/** An authority, as «السلطات»; a «شرطي» is somebody to whom something happens. */
const POLICE = /^[وبل]?(?:ال|لل)?شرطه$/;
const stemsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).map((word) => stems(nameKey(word))));
const SOFT = stemsOf(SOFT_WORDS);
const GENERAL = stemsOf(GENERAL_WORDS);

function conceptOf(word: string): Meaning {
  const concept = CONCEPT_STEMS.get(stems(nameKey(word)))?.[0];
  if (concept === undefined) throw new Error(`no concept has the word ${word}`);
  return concept;
}

const LIGHT: ReadonlySet<Meaning> = new Set(LIGHT_CONCEPTS.split(/\s+/).map(conceptOf));
const ASIDE: ReadonlySet<Meaning> = new Set(ASIDE_CONCEPTS.split(/\s+/).map(conceptOf));
const KINDRED: ReadonlyMap<Meaning, Meaning> = new Map(
  KINDRED_CONCEPTS.split("\n").flatMap((line) => {
    const [first, ...others] = line.split(" ").map(conceptOf);
    return others.map((other): [Meaning, Meaning] => [other, first as Meaning]);
  }),
);
const CONTRARY: readonly (readonly [Meaning, Meaning])[] = CONTRARIES.split("\n").map((line) => {
  const [one = "", other = ""] = line.split(" ");
  return [conceptOf(one), conceptOf(other)];
});

const wordMeaning = (wordStem: string) => Math.max(FIRST_WORD, hash32(skeleton(wordStem)));

/**
 * A telling word or expression of a headline: its place, and its two meanings, which are the same where it has one only.
 * «توقف» is «stops» or «arrests», «بصعيد» may be «صعيد» with a preposition.
 */
export interface Unit {
  readonly at: number;
  readonly first: Meaning;
  readonly second: Meaning;
}

/** The units of a headline, taken apart by `tokens`; words of names (`taken`), numbers, stop words and soft words are left out. */
export function unitsIn(words: readonly string[], taken: { has(at: number): boolean }): Unit[] {
  const units: Unit[] = [];
  const wordStems = words.map(stem);
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const wordStem = wordStems[at] as string;
    const concept = taken.has(at) ? undefined : conceptAt(words, wordStems, at);
    if (concept !== undefined && (concept.wordCount > 1 || isConcept(word) || tells(word, wordStem))) {
      const first = concept.meaning[0] as Meaning;
      units.push({ at, first, second: concept.meaning[1] ?? first });
      at += concept.wordCount;
      continue;
    }
    if (!taken.has(at) && tells(word, wordStem)) {
      const bare = /^[بل](?!.{0,2}$)/.test(word) ? wordStem.slice(1) : wordStem;
      units.push({ at, first: wordMeaning(wordStem), second: wordMeaning(bare) });
    }
    at++;
  }
  return units;
}

/** Whether a word is in the lists, in spite of what is written in front of it: «بضربة» tells, though «يضرب» is soft. */
const isConcept = (word: string) => readingsOf(word).some((reading) => CONCEPT_STEMS.has(stem(reading)));

/** The concept at a word; «قمته» is looked up as «قمة», a verb in another person by the rest of it. */
function conceptAt(words: readonly string[], wordStems: readonly string[], at: number): Found<Meaning[]> | undefined {
  const found = nameAt(wordStems, at, CONCEPT_NAMES);
  if (found !== undefined) return found;
  const wordStem = wordStems[at] as string;
  const bare = /..ت$/.test(wordStem) ? wordStem.slice(0, -1) : wordStem;
  const known = CONCEPT_STEMS.get(bare) ?? CONCEPT_STEMS.get(`${bare}ه`);
  if (known !== undefined) return { at, wordCount: 1, meaning: known };
  for (const form of [
    ...readingsOf(wordStem),
    ...readingsOf(words[at] as string)
      .slice(1)
      .map(stem),
  ]) {
    const [alike] = CONCEPT_STEMS.get(form) ?? CONCEPT_FORMS.get(withoutPerson(form) ?? "") ?? [];
    if (alike !== undefined) return { at, wordCount: 1, meaning: [alike, wordMeaning(wordStem)] };
  }
  return undefined;
}

/** Whether a word tells something: it is no number, stop word or soft word. */
function tells(word: string, wordStem: string): boolean {
  if (word.length < 2 || word === FOLDED_STOP_WORD || isStopWord(word) || numbersOfTokens([word]).size > 0)
    return false;
  const forms = [...readingsOf(wordStem), wordStem.replace(/ت$/, "")];
  return !/^\d/.test(word) && !forms.some((form) => SOFT.has(form));
}

/** Whether a meaning is something that happens or is done. */
export const isDeed = (meaning: Meaning) => meaning < DEED_COUNT;
/** Whether a meaning is that of a word that belongs to no concept. */
export const isWord = (meaning: Meaning) => meaning >= FIRST_WORD;
/** Whether a headline may leave out what has this meaning. */
export const isLight = (meaning: Meaning) => LIGHT.has(meaning);
/** Whether a word of this meaning is so general that it never stands in the place of another. */
export const isVain = (word: string, meaning: Meaning) =>
  POLICE.test(word) || (isWord(meaning) && readingsOf(stem(word)).some((form) => GENERAL.has(form)));
/** Whether headlines add this deed to another: the number of killed, that a thing was agreed. */
export const isAside = (meaning: Meaning) => ASIDE.has(meaning);
/** What stands for a meaning where two headlines are compared: «رحيل» for «مقتل». */
export const kindred = (meaning: Meaning) => KINDRED.get(meaning) ?? meaning;

/** Whether one headline says the contrary of what the other says: «ترفع» and «تخفض». */
export function areContrary(a: readonly Meaning[], b: readonly Meaning[]): boolean {
  return CONTRARY.some(([one, other]) => {
    const says = [a.includes(one), a.includes(other), b.includes(one), b.includes(other)];
    return (says[0] && !says[1] && !says[2] && says[3]) || (!says[0] && says[1] && says[2] && !says[3]);
  });
}
