import { terms } from "../lib/arabic/terms.ts";
import { COMMON_WORDS } from "./gazetteer/common-words.ts";

/** Before there is anything to count by, words count as if so many articles were known. */
const PRIOR_ARTICLES = 2000;
/** How many of those have a word that is not among the common ones. */
const RARE = 2;

function commonShares(): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { share, words } of COMMON_WORDS)
    for (const term of terms(words)) if (!shares.has(term)) shares.set(term, share);
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
  /** In how many articles it is. */
  articles(number: number): number;
}

/** An empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const counts: number[] = [];
  const priors: number[] = [];
  const free: number[] = [];
  let articleCount = 0;

  return {
    number(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      const number = free.pop() ?? names.length;
      numbers.set(term, number);
      names[number] = term;
      counts[number] = 0;
      priors[number] = (COMMON.get(term) ?? 0) * PRIOR_ARTICLES || RARE;
      return number;
    },
    count(articleTerms) {
      articleCount++;
      for (const number of articleTerms) counts[number] = (counts[number] as number) + 1;
    },
    discount(articleTerms) {
      articleCount--;
      for (const number of articleTerms) {
        counts[number] = (counts[number] as number) - 1;
        if (counts[number] !== 0) continue;
        numbers.delete(names[number] as string);
        names[number] = "";
        free.push(number);
      }
    },
    weight(number) {
      const having = (counts[number] as number) + (priors[number] as number);
      return Math.log((articleCount + PRIOR_ARTICLES + 1) / (having + 0.5));
    },
    articles: (number) => counts[number] as number,
  };
}
