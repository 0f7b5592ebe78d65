import { cliticsOf, withoutArticle, withoutClitics } from "../story/clitics.ts";
import { halvesOf, joinedWord } from "../story/joined-words.ts";
import { type IndexWord, indexTerms, indexWords } from "../story/search.ts";
import { anyOf, quoted } from "./match-expression.ts";
import type { Spelling } from "./spelling.ts";

/** Behind «ب», «ل» and «و» only the words of short queries are looked for: of more words others are there as they were asked. */
const MOST_WIDENED = 2;
/** What a word may have been meant for is counted so far. */
const MOST_COUNTED = 1000;
/** «واتس اب» is asked for as one word: where an article has that, it stood side by side by no chance. */
const LEAST_JOINED = 2;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;
const LONG_NUMBER = /^\d{4,}$/;
const BEFORE_THOUSANDS = /(?<=\d)(?=(?:\d{3})+$)/g;

/** A word as it is looked for: its own term or, where no article has it, those of the words that were probably meant. */
export interface Corrected {
  /** Each quoted; never empty. */
  readonly terms: readonly string[];
  /** In so many articles they are at most. */
  readonly count: number;
  /** Whether that is a guess which only other words of the query can confirm. */
  readonly isGuess: boolean;
}

/** What else a word may be found by. */
export interface Widening {
  corrected(word: IndexWord, isAlone: boolean): Corrected;
  /**
   * For each word an expression of what it was corrected to and what stands with the other words; of the word with and without «و»,
   * «ب» and «ل» in front; of a number in another way of writing; of its halves, and with the next word as one: «خانيونس» is also «خان يونس». Two words that are also written
   * as one have one expression.
   */
  widened(words: readonly IndexWord[], corrected: readonly Corrected[]): string[];
}

/** What the words of an index can be widened to. */
export function createWidening(spelling: Spelling): Widening {
  /** The terms of a word's other forms that are known, in as many documents as is likely for one word. */
  function likelyTerms(forms: readonly string[], isLikely: (count: number) => boolean): string[] {
    return forms.flatMap(indexTerms).filter((term) => {
      const known = spelling.count(term);
      return known > 0 && isLikely(known);
    });
  }

  /**
   * With «و», «ب» and «ل» in front and without them: of «غزة» and «بغزة» the bare word is the commoner one, while «لجنة» is
   * commoner than «جنة» and another word.
   */
  function besideClitics({ form, term }: IndexWord): string[] {
    const own = spelling.count(term);
    const bare = withoutClitics(form).find((other) => likelyTerms([other], (known) => known >= own).length > 0);
    const root = bare ?? (withoutArticle(form) === form ? form : "");
    const ofRoot = bare === undefined ? [] : indexTerms(bare);
    const most = Math.max(own, ...ofRoot.map(spelling.count));
    const attached = likelyTerms(
      cliticsOf(root).map((clitic) => clitic + root),
      (known) => known <= most,
    );
    return [...ofRoot, ...attached].map((other) => quoted([other]));
  }

  /** A number with its thousands apart and together: «1,500» is 1500. */
  function otherwiseMarked({ form }: IndexWord): string[] {
    if (THOUSANDS.test(form)) return [quoted([form.replaceAll(",", "")])];
    return LONG_NUMBER.test(form) ? [quoted([form.replace(BEFORE_THOUSANDS, ",")])] : [];
  }

  /** Both halves of a word side by side, where they stand so. */
  function apart({ form }: IndexWord): string[] {
    return halvesOf(withoutArticle(form))
      .filter((halves) => halves.every((half) => spelling.knows(half)))
      .map((halves) => halves.flatMap(indexTerms))
      .filter(spelling.areNeighbours)
      .map(quoted);
  }

  return {
    corrected(word, isAlone) {
      const own = spelling.count(word.term);
      const likeliest = own > 0 || !isAlone ? undefined : spelling.likeliest(word, []);
      const meant = own > 0 || isAlone ? [likeliest ?? word] : spelling.neighbours(word);
      const terms = meant.length === 0 ? [word.term] : meant.map(({ term }) => term);
      return {
        terms: terms.map((term) => quoted([term])),
        count: own || spelling.countAny(terms, MOST_COUNTED),
        isGuess: terms[0] !== word.term,
      };
    },
    widened(words, corrected) {
      const isShort = words.length <= MOST_WIDENED;
      const meant = corrected.map(({ terms }) => anyOf(terms) as string);
      const alone = (at: number) => {
        const word = words[at] as IndexWord;
        const others = [...(isShort ? besideClitics(word) : []), ...apart(word), ...otherwiseMarked(word)];
        return anyOf([meant[at] as string, ...others]) as string;
      };
      const expressions: string[] = [];
      for (let at = 0; at < words.length; at++) {
        const [word, next] = [words[at] as IndexWord, words[at + 1]];
        const [joined] = next === undefined ? [] : indexWords(joinedWord(word.form, next.form, LEAST_JOINED) ?? "");
        if (next === undefined || joined === undefined || spelling.count(joined.term) === 0) {
          expressions.push(alone(at));
          continue;
        }
        const asOne = anyOf([quoted([joined.term]), ...besideClitics(joined)]);
        expressions.push(`((${alone(at)} AND ${alone(at + 1)}) OR ${asOne})`);
        at++;
      }
      return expressions;
    },
  };
}
