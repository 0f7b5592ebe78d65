import { foldLetters } from "../lib/arabic/normalise.ts";
import { stem } from "../lib/arabic/stem.ts";
import { terms, termWords } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";
import { thingsIn } from "../story/things.ts";
import { splitSentences } from "./sentences.ts";

/** A word of a clause. */
interface Word {
  readonly term: string;
  readonly isName: boolean;
  readonly isDefinite: boolean;
  /** «والزمالك»: which of two that «و» joins comes first says nothing. */
  readonly isJoined: boolean;
  /** «في القاهرة», «بالقاهرة»: where and when may stand anywhere. */
  readonly isWhere: boolean;
  /** A country or city right behind another word: of it, or done by it or to it. */
  readonly isDirectPlace: boolean;
  readonly mayBeName: boolean;
}

const CLAUSE_ENDS = /[،؛:.…؟!؟?\n"«»“”()[\]]+/u;
const DEFINITE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)/;
/** Behind it the subject comes first, elsewhere the verb. */
const THAT = /(?<!\p{L})[بل]?[أإ]ن(?!\p{L})/u;
const WHERE = /(?:^|\s)(?:في|قرب|خلال|منذ|بعد|قبل|عام|يوم|مدينة|داخل|لدى)\s$/u;
/** Who acts in the news is named more than once; what is said once is mostly no name. */
const NAMED = 2;
const MAYBE_VERB = /^[يتسن]/;
/** A place belongs to a word that is so near to it. */
const NEAR = 3;

/** What an article names. */
interface Names {
  /** Terms of places, clubs, offices and bodies, and of what stands in it more than once and never has an article. */
  readonly all: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function namesOf(source: string): Names {
  const words = tokens(source);
  const stemsAt = (indexes: Iterable<number>) => new Set([...indexes].map((index) => stem(words[index] as string)));
  const places = stemsAt(placesIn(words).taken);
  const counts = new Map<string, number>();
  for (const { written, term } of termWords(source))
    counts.set(term, DEFINITE.test(written) || MAYBE_VERB.test(written) ? Number.NaN : (counts.get(term) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count >= NAMED).map(([term]) => term);
  return { all: places.union(stemsAt(thingsIn(words).taken)).union(new Set(repeated)), places };
}

/** The clauses of a text, as words that say something. */
function clausesOf(text: string, names: Names): Word[][] {
  return text
    .split(CLAUSE_ENDS)
    .flatMap((part) => part.split(THAT).map((clause, index) => wordsOf(clause, index > 0, names)));
}

function wordsOf(clause: string, startsWithSubject: boolean, { all, places }: Names): Word[] {
  let from = 0;
  return termWords(clause).map(({ written, term }, index): Word => {
    const at = Math.max(from, clause.indexOf(written, from));
    const isDirect = index > 0 && clause.slice(from, at).trim() === "";
    const form = foldLetters(written);
    from = at + written.length;
    return {
      term,
      isName: (index > 0 || startsWithSubject) && all.has(term),
      isDefinite: DEFINITE.test(form),
      isJoined: written.startsWith("و"),
      isWhere:
        WHERE.test(clause.slice(0, at)) ||
        /^و?بال/.test(form) ||
        (form.startsWith("ب") && all.has(stem(form.slice(1)))),
      isDirectPlace: isDirect && places.has(term) && !written.startsWith("و"),
      mayBeName: index > 0 && !DEFINITE.test(form) && !MAYBE_VERB.test(written),
    };
  });
}

/** Pairs of terms of one sentence, the earlier first: all, those right behind one another, those near to one another. */
interface Order {
  readonly anywhere: ReadonlySet<string>;
  readonly adjacent: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}

function orderOf(sentences: readonly (readonly string[])[]): Order {
  const [anywhere, adjacent, near] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const words of sentences)
    for (const [at, earlier] of words.entries())
      for (const [distance, later] of words.slice(at + 1).entries()) {
        const pair = `${earlier} ${later}`;
        anywhere.add(pair);
        if (distance === 0) adjacent.add(pair);
        if (distance < NEAR) near.add(pair);
      }
  return { anywhere, adjacent, near };
}

/**
 * Whether who does something to whom stands in an order that the article has too: «هزم الزمالك الأهلي» is not what «هزم الأهلي الزمالك» says.
 * Two names next to each other must keep the order that they have in some sentence; two other words with the article must not be exchanged;
 * a place is near a word that it is near in the article. Without grammar that is approximate, and refuses «خسر الزمالك أمام الأهلي» too.
 */
export function keepsRoles(text: string, source: string): boolean {
  const sentences = splitSentences(source).map((sentence) => terms(sentence));
  const known = new Set(sentences.flat());
  const { anywhere, adjacent, near } = orderOf(sentences);

  function keepsOrder(first: Word, second: Word, areAdjacent: boolean): boolean {
    const [pair, turned] = [`${first.term} ${second.term}`, `${second.term} ${first.term}`];
    if (first.term === second.term || second.isJoined || first.isWhere || second.isWhere) return true;
    if (
      areAdjacent &&
      second.isDirectPlace &&
      known.has(first.term) &&
      known.has(second.term) &&
      !near.has(pair) &&
      !near.has(turned)
    )
      return false;
    if (areAdjacent && first.isDefinite && second.isDefinite && adjacent.has(turned)) return adjacent.has(pair);
    const areNames = (first.isName && (second.isName || second.mayBeName)) || (first.mayBeName && second.isName);
    return !areNames || anywhere.has(pair) || !anywhere.has(turned);
  }

  return clausesOf(text, namesOf(source)).every((clause) =>
    clause.every((first, at) => {
      const [second, third] = clause.slice(at + 1);
      if (second !== undefined && !keepsOrder(first, second, true)) return false;
      // «ريال مدريد برشلونة»: a name of two words.
      return third === undefined || second?.isName !== true || keepsOrder(first, third, false);
    }),
  );
}
