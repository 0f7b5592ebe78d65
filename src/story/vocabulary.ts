import { COMMON_WORDS } from "./gazetteer/common-words.ts";
import { storyTerms } from "./story-terms.ts";

/** Before there is anything to count by, words count as if so many articles were known. */
const PRIOR_ARTICLES = 100;
/** How many of those have a word that is not among the common ones. */
const RARE = 0.3;

function commonShares(): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { share, words } of COMMON_WORDS)
    for (const term of storyTerms(words)) if (!shares.has(term)) shares.set(term, share);
  return shares;
}

const COMMON = commonShares();

/** The terms of the articles in a window as small numbers, and how telling each is. */
export interface Vocabulary {
  /** The number of a term. */
  number(term: string): number;
  /** Counts an article that has these terms, each given once. */
  count(numbers: Iterable<number>): void;
  /** Takes an article out again; terms that no article has any more are forgotten and their numbers given to others. */
  discount(numbers: Iterable<number>): void;
  /** How telling a term is, above 0: the logarithm of the inverse share of articles that have it. */
  weight(number: number): number;
}

const FIRST_TERMS = 16_384;

/** An empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const free: number[] = [];
  let counts = new Uint32Array(FIRST_TERMS);
  let priors = new Float32Array(FIRST_TERMS);
  /** Logarithms of how many articles have each term: a weight is asked for far more often than a term is counted. */
  let logs = new Float64Array(FIRST_TERMS);
  let articleCount = 0;
  let logOfAll = 0;

  function makeRoomFor(number: number): void {
    if (number < counts.length) return;
    const [oldCounts, oldPriors, oldLogs] = [counts, priors, logs];
    counts = new Uint32Array(oldCounts.length * 2);
    priors = new Float32Array(oldCounts.length * 2);
    logs = new Float64Array(oldCounts.length * 2);
    counts.set(oldCounts);
    priors.set(oldPriors);
    logs.set(oldLogs);
  }

  function recount(number: number, change: number): number {
    const count = (counts[number] as number) + change;
    counts[number] = count;
    logs[number] = Math.log(count + (priors[number] as number) + 0.5);
    return count;
  }

  function countArticles(change: number): void {
    articleCount += change;
    logOfAll = Math.log(articleCount + PRIOR_ARTICLES + 1);
  }
  countArticles(0);

  return {
    number(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = free.pop() ?? names.length;
      numbers.set(term, number);
      names[number] = term;
      makeRoomFor(number);
      counts[number] = 0;
      priors[number] = (COMMON.get(term) ?? 0) * PRIOR_ARTICLES || RARE;
      recount(number, 0);
      return number;
    },
    count(articleTerms) {
      countArticles(1);
      for (const number of articleTerms) recount(number, 1);
    },
    discount(articleTerms) {
      countArticles(-1);
      for (const number of articleTerms) {
        if (recount(number, -1) !== 0) continue;
        numbers.delete(names[number] as string);
        names[number] = "";
        free.push(number);
      }
    },
    weight: (number) => logOfAll - (logs[number] as number),
  };
}
