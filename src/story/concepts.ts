import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { CONTRARIES, LIGHT_CONCEPTS, SOFT_WORDS } from "./gazetteer/concept-roles.ts";
import { CONCEPTS } from "./gazetteer/concepts.ts";
import { hash32 } from "./hash32.ts";
import { type Found, lexiconOf, nameAt, nameKey, readingsOf } from "./lexicon.ts";
import { skeleton } from "./skeleton.ts";

/** A meaning of a headline's word: the number of a concept, or from `FIRST_WORD` on a hash of the word's bare consonants. */
type Meaning = number;
const FIRST_WORD = 4096;

/**
 * The telling words of a headline, in order: two meanings for each, the second the same as the first where there is only one.
 * «توقف» is «stops» or «arrests», «بصعيد» may be «صعيد» with a preposition.
 */
export type Units = readonly Meaning[];

const stems = (key: string) => key.split(" ").map(stem).join(" ");

function conceptLexicon(): Map<string, Meaning[]> {
  const lexicon = new Map<string, Meaning[]>();
  for (const [index, line] of CONCEPTS.split("\n").entries())
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
const SOFT: ReadonlySet<string> = new Set(SOFT_WORDS.split(/\s+/).map((word) => stems(nameKey(word))));

function conceptOf(word: string): Meaning {
  const concept = CONCEPT_STEMS.get(stems(nameKey(word)))?.[0];
  if (concept === undefined) throw new Error(`no concept has the word ${word}`);
  return concept;
}

const LIGHT: ReadonlySet<Meaning> = new Set(LIGHT_CONCEPTS.split(/\s+/).map(conceptOf));
const CONTRARY: readonly (readonly [Meaning, Meaning])[] = CONTRARIES.split("\n").map((line) => {
  const [one = "", other = ""] = line.split(" ");
  return [conceptOf(one), conceptOf(other)];
});

const wordMeaning = (wordStem: string) => Math.max(FIRST_WORD, hash32(skeleton(wordStem)));

/** The units of a headline, taken apart by `tokens`; words of names (`taken`), numbers, stop words and soft words are left out. */
export function unitsIn(words: readonly string[], taken: ReadonlySet<number>): Units {
  const units: Meaning[] = [];
  const wordStems = words.map(stem);
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const wordStem = wordStems[at] as string;
    const concept = taken.has(at) ? undefined : conceptAt(wordStems, at);
    if (concept !== undefined && (concept.wordCount > 1 || CONCEPT_STEMS.has(wordStem) || tells(word, wordStem))) {
      units.push(concept.meaning[0] as Meaning, concept.meaning[1] ?? (concept.meaning[0] as Meaning));
      at += concept.wordCount;
      continue;
    }
    if (!taken.has(at) && tells(word, wordStem)) {
      const bare = /^[بل](?!.{0,2}$)/.test(word) ? wordStem.slice(1) : wordStem;
      units.push(wordMeaning(wordStem), wordMeaning(bare));
    }
    at++;
  }
  return units;
}

/** The concept at a word; «قمته» is looked up as «قمة», a verb in another person by the rest of it. */
function conceptAt(wordStems: readonly string[], at: number): Found<Meaning[]> | undefined {
  const found = nameAt(wordStems, at, CONCEPT_NAMES);
  if (found !== undefined) return found;
  const wordStem = wordStems[at] as string;
  const bare = /..ت$/.test(wordStem) ? wordStem.slice(0, -1) : wordStem;
  const known = CONCEPT_STEMS.get(bare) ?? CONCEPT_STEMS.get(`${bare}ه`);
  if (known !== undefined) return { at, wordCount: 1, meaning: known };
  for (const form of readingsOf(wordStem)) {
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

/** How the units of two headlines meet: how many do, how many telling ones each has that the other lacks. */
export interface Meeting {
  readonly common: number;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Compares the units of two headlines; a unit that is said twice counts once. */
export function meetingOf(a: Units, b: Units): Meeting {
  const setA = new Set(a);
  const setB = new Set(b);
  const without = (units: Units, others: ReadonlySet<Meaning>) => {
    const own = new Set<Meaning>();
    for (let at = 0; at < units.length; at += 2) {
      const first = units[at] as Meaning;
      const second = units[at + 1] as Meaning;
      if (!others.has(first) && !others.has(second) && !LIGHT.has(first)) own.add(first);
    }
    return own.size;
  };
  const shared = new Set<Meaning>();
  for (let at = 0; at < a.length; at += 2)
    if (setB.has(a[at] as Meaning) || setB.has(a[at + 1] as Meaning)) shared.add(a[at] as Meaning);
  return { common: shared.size, onlyA: without(a, setB), onlyB: without(b, setA) };
}

/** Whether one headline says the contrary of what the other says: «ترفع» and «تخفض». */
export function areContrary(a: Units, b: Units): boolean {
  return CONTRARY.some(([one, other]) => {
    const says = [a.includes(one), a.includes(other), b.includes(one), b.includes(other)];
    return (says[0] && !says[1] && !says[2] && says[3]) || (!says[0] && says[1] && says[2] && !says[3]);
  });
}
