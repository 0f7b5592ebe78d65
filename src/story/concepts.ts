import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { CONCEPTS, CONTRARIES, SOFT_WORDS } from "./gazetteer/concepts.ts";
import { hash32 } from "./hash32.ts";
import { nameAt, nameKey, withoutClitics } from "./lexicon.ts";

/** A word of a headline as it is compared: the number of its concept, or from `FIRST_WORD` on a hash of its bare consonants. */
export type Unit = number;
const FIRST_WORD = 4096;

const stems = (key: string) => key.split(" ").map(stem).join(" ");

function conceptLexicon(): Map<string, number> {
  const lexicon = new Map<string, number>();
  for (const [index, line] of CONCEPTS.split("\n").entries())
    for (const name of line.trim().split(/\s+/)) {
      const key = stems(nameKey(name));
      if (!lexicon.has(key)) lexicon.set(key, index);
    }
  return lexicon;
}

const CONCEPT_STEMS = conceptLexicon();
/** Normalised, the preposition «على» is not told from the name. */
const FOLDED_STOP_WORD = "علي";
const SOFT: ReadonlySet<string> = new Set(SOFT_WORDS.split(/\s+/).map((word) => stems(nameKey(word))));

function contraries(): Map<Unit, Unit[]> {
  const pairs = new Map<Unit, Unit[]>();
  for (const line of CONTRARIES.split("\n")) {
    const units = line.split(" ").map((word) => {
      const concept = CONCEPT_STEMS.get(stems(nameKey(word)));
      if (concept === undefined) throw new Error(`no concept has the word ${word}`);
      return concept;
    });
    for (const [index, unit] of units.entries())
      pairs.set(unit, [...(pairs.get(unit) ?? []), units[1 - index] as Unit]);
  }
  return pairs;
}

const CONTRARY = contraries();

/**
 * The consonants of a stem without what verb forms and transliterations change: «تغلق» and «إغلاق», «ترامب» and «ترمب» meet. A stem
 * that would be shorter than three letters stays.
 */
export function skeleton(word: string): string {
  const bare = word.replace(/[اويء]/g, "").replace(/^(?:مت|[متن])(?=.{3})/, "");
  return bare.length >= 3 ? bare : word;
}

/** The units of a headline, taken apart by `tokens`, in order; words of names (`taken`), numbers, stop words and soft words are left out. */
export function unitsIn(words: readonly string[], taken: ReadonlySet<number>): Unit[] {
  const units: Unit[] = [];
  const wordStems = words.map(stem);
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const wordStem = wordStems[at] as string;
    const concept = taken.has(at) ? undefined : nameAt(wordStems, at, CONCEPT_STEMS);
    if (concept !== undefined && (concept.wordCount > 1 || !isStopWord(word))) {
      units.push(concept.meaning);
      at += concept.wordCount;
      continue;
    }
    if (!taken.has(at) && tells(word, wordStem)) units.push(FIRST_WORD + hash32(skeleton(wordStem)));
    at++;
  }
  return units;
}

/** Whether a word tells something: it is no number, stop word or soft word. */
function tells(word: string, wordStem: string): boolean {
  if (word.length < 2 || word === FOLDED_STOP_WORD || isStopWord(word) || numbersOfTokens([word]).size > 0)
    return false;
  return !/^\d/.test(word) && !withoutClitics(wordStem).some((form) => SOFT.has(form));
}

/** Whether one headline says the contrary of what the other says: «ترفع» and «تخفض». */
export function areContrary(a: ReadonlySet<Unit>, b: ReadonlySet<Unit>): boolean {
  for (const unit of a) {
    if (b.has(unit)) continue;
    for (const other of CONTRARY.get(unit) ?? []) if (b.has(other) && !a.has(other)) return true;
  }
  return false;
}
