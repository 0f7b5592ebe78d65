import { isSameWord, type MeantWord, meantWords } from "./meant-words.ts";
import type { ModelInput } from "./prompt.ts";
import { splitSentences } from "./sentences.ts";

/** Where who does what begins anew: marks, but before «بحسب», and words that open a clause of their own. */
const CLAUSE_END =
  /(?:[،؛:…؟!?\n"«»“”()[\]]|\.(?!\d))+(?!\s*(?:بحسب|حسب|حسبما|وفق|وفقا|نقلا|كما قال|كما قالت)\s)|(?<!\p{L})و?(?:بعد(?: أن)?|قبل(?: أن)?|بينما|فيما|لكن|لكنها?|حيث|كما|مما|عندما|حين|إثر)(?!\p{L})/u;
const RELATIVE = /(?<!\p{L})(?:الذي|التي|الذين|اللذين|اللتين)(?!\p{L})/u;
const ATTRIBUTION = /(?<!\p{L})(?=(?:بحسب|حسبما|وفقا|وفق)(?!\p{L}))/u;
/** «أعلن أن», but not «دون أن». */
const THAT = /(?=(?<!\p{L}|(?:دون|عدم|غير) )و?[إأ]ن(?:ه|ها|هم|هما)?(?!\p{L}))/u;
/** Of a sentence so many clauses are looked at together. */
const LONGEST_SPAN = 6;

/** Some clauses of an article that stand next to one another, as one, and what their article says besides. */
export interface Telling {
  /** Without days and months. */
  readonly words: readonly MeantWord[];
  /** Whether a word is in the same sentence, in the headline or in the first sentence. */
  isNear(word: MeantWord): boolean;
}

const partsOf = (text: string, ends: RegExp): MeantWord[][] =>
  text
    .split(ends)
    .map(meantWords)
    .filter((words) => words.length > 0);

/** The clauses of a summary's sentence, each whole and, where it has relative clauses, in parts. */
export function saidClauses(sentence: string): { whole: MeantWord[]; parts: MeantWord[][] }[] {
  return sentence
    .split(CLAUSE_END)
    .map((clause) => ({ whole: meantWords(clause), parts: partsOf(clause, RELATIVE) }))
    .filter(({ whole }) => whole.length > 0);
}

/** The clauses of an article's sentence; what somebody says is one of its own, unless it is doubted or denied. */
function toldClauses(sentence: string): MeantWord[][] {
  return sentence
    .split(CLAUSE_END)
    .flatMap((clause) => clause.split(ATTRIBUTION))
    .flatMap((clause) => {
      const [opening = "", ...said] = clause.split(THAT);
      return meantWords(opening).some(({ isGovernor }) => isGovernor) ? [clause] : [opening, ...said];
    })
    .map(meantWords)
    .filter((words) => words.length > 0);
}

/** Where the last clause ends that is looked at with this one: «نفت …، وقالت إن …» are two, or what is said would be denied; «يجب أن» is one. */
function endOf(clauses: readonly MeantWord[][], from: number): number {
  const isApart = (words: readonly MeantWord[], at: number) =>
    at > from &&
    words[0]?.isSpokenOf === true &&
    clauses[at - 1]?.slice(0, -1).some(({ isGovernor }) => isGovernor) === true;
  const apart = clauses.findIndex(isApart);
  return Math.min(from + LONGEST_SPAN, apart < 0 ? clauses.length : apart);
}

/** All that an article tells, sentence by sentence: their clauses, and what they are together, up to six. */
export function tellingsOf({ title, paragraphs }: ModelInput): Telling[][] {
  const sentences = [title, ...paragraphs].flatMap(splitSentences).map(toldClauses);
  const opening = sentences.slice(0, 2).flat(2);
  const has = (words: readonly MeantWord[], word: MeantWord) => words.some((told) => isSameWord(word, told));
  return sentences.map((clauses) => {
    const near = [...clauses.flat(), ...opening];
    const isNear = (word: MeantWord) => has(near, word);
    return clauses.flatMap((_, from) =>
      clauses.slice(from, endOf(clauses, from)).map((_, count) => ({
        words: clauses
          .slice(from, from + count + 1)
          .flat()
          .filter(({ isTime }) => !isTime),
        isNear,
      })),
    );
  });
}
