import { foldLetters } from "../lib/arabic/normalise.ts";
import { stem } from "../lib/arabic/stem.ts";
import { terms, termWords } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";
import { thingsIn } from "../story/things.ts";
import { keepsNameOrder } from "./model-name-order.ts";
import { splitSentences } from "./sentences.ts";
import { verbKey } from "./verb-key.ts";

/** A word of a clause. */
interface Word {
  readonly term: string;
  readonly verb: string;
  readonly isName: boolean;
  readonly isDefinite: boolean;
  /** «والزمالك»: which of two that «و» joins comes first says nothing. */
  readonly isJoined: boolean;
  /** «في القاهرة», «بالقاهرة»: where and when may stand anywhere. */
  readonly isWhere: boolean;
  /** A country or city right behind another word: of it, or done by it or to it. */
  readonly isDirectPlace: boolean;
  readonly mayBeName: boolean;
  /** «شركة النهر»: the second word, which tells this one from others. */
  readonly tellsWhich: boolean;
  /** Of a clause behind «إن». */
  readonly startsWithSubject: boolean;
}

/** Where who does what begins anew: marks, and words that open a clause of their own. */
const CLAUSE_ENDS = /[،؛:.…؟!؟?\n"«»“”()[\]]+|(?<!\p{L})و?(?:بعد|قبل|بينما|لكن|حيث|كما|مما|عندما|حين)(?!\p{L})/u;
const DEFINITE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)/;
/** Behind it the subject comes first, elsewhere the verb. */
const THAT = /(?<!\p{L})[بل]?[أإ]ن(?!\p{L})/u;
const WHERE = /(?:^|\s)(?:في|قرب|خلال|منذ|عام|يوم|مدينة|داخل|لدى|عند|أمام)\s$/u;
/** Longer than all of these. */
const LONGEST_WHERE = 20;
/** Who acts in the news is named more than once; what is said once is mostly no name. */
const NAMED = 2;
/** «الأردنية», «سوري»: of a country, not the country. */
const ADJECTIVE = /ي(?:ه|ين|ون|ات)?$/;
/** No name: verbs in the present, numbers, and what is somebody's («رصيده»). */
const NO_NAME = /^[يتسن\d]|(?:ه|ها|هم|هما)$/;
/** «المقبل»: of the day before it. */
const WHEN = /^(?:ال)?(?:مقبل|ماضي|جاري|حالي|قادم|منصرم)(?:ه|ين)?$/;
/** «مجانا», «احتجاجا»: how, not who. */
const HOW = /ا$/;
/** Two words are near to one another up to so many between them. */
const NEAR = 3;

/** What an article names. */
interface Names {
  /**
   * Terms of places, clubs, offices and bodies, and of what stands in it more than once, always the
   * same and never with an article.
   */
  readonly all: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function namesOf(source: string): Names {
  const words = tokens(source);
  const stemsAt = (indexes: Iterable<number>) => new Set([...indexes].map((index) => stem(words[index] as string)));
  const places = stemsAt(placesIn(words).taken);
  const counts = new Map<string, number>();
  const forms = new Map<string, string>();
  for (const { written, term } of termWords(source)) {
    const isOther = DEFINITE.test(written) || NO_NAME.test(written) || (forms.get(term) ?? written) !== written;
    forms.set(term, written);
    counts.set(term, isOther ? Number.NaN : (counts.get(term) ?? 0) + 1);
  }
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
  const told = termWords(clause).filter(({ written }) => !WHEN.test(foldLetters(written)));
  return told.map(({ written, term }, index): Word => {
    const at = Math.max(from, clause.indexOf(written, from));
    const isDirect = index > 0 && clause.slice(from, at).trim() === "";
    const form = foldLetters(written);
    const isDefinite = DEFINITE.test(form);
    // «الشركة السعودية», «شركة سعودية» — but «منتخب السعودية».
    const agrees = index > 0 && isDefinite === DEFINITE.test(foldLetters(told[index - 1]?.written ?? ""));
    const isAdjective = places.has(term) && ADJECTIVE.test(form) && agrees;
    const isSubject = index > 0 || startsWithSubject;
    from = at + written.length;
    return {
      term,
      verb: verbKey(form),
      isName: isSubject && all.has(term) && !isAdjective,
      mayBeName: isSubject && !isDefinite && !NO_NAME.test(written) && (all.has(term) || !HOW.test(form)),
      isDefinite,
      tellsWhich: index > 1 && isDirect && isDefinite && !DEFINITE.test(foldLetters(told[index - 1]?.written ?? "")),
      isJoined: written.startsWith("و"),
      isWhere:
        WHERE.test(clause.slice(Math.max(0, at - LONGEST_WHERE), at)) ||
        /^و?بال/.test(form) ||
        (form.startsWith("ب") && all.has(stem(form.slice(1)))),
      isDirectPlace: isDirect && places.has(term) && !isAdjective && !written.startsWith("و"),
      startsWithSubject,
    };
  });
}

/** What is done in a clause, who does it («هزم الأهلي», «إن الأهلي هزم», «وقعت مصر والسودان»), and what stands behind. */
interface Deed {
  readonly verb: string;
  readonly who: readonly string[];
  readonly rest: readonly string[];
}

/** None where no name and no word with the article stands beside the verb. */
function deedOf([first, second, ...others]: readonly Word[]): Deed | undefined {
  if (first === undefined || second === undefined) return undefined;
  const [verb, subject] = first.startsWithSubject ? [second, first] : [first, second];
  if (verb.isDefinite || subject.isWhere || !(subject.isName || subject.isDefinite || subject.mayBeName))
    return undefined;
  const end = others.findIndex((word) => !word.isJoined);
  const termsOf = (words: readonly Word[]) => words.map(({ term }) => term);
  const joined = end < 0 ? others : others.slice(0, end);
  return { verb: verb.verb, who: termsOf([subject, ...joined]), rest: termsOf(others.slice(joined.length)) };
}

/** Pairs of terms of one sentence, the earlier first: all, those right behind one another, those near to one another. */
interface Order {
  readonly anywhere: ReadonlySet<string>;
  readonly adjacent: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}

/** Only of the terms that are asked for: all pairs of a sentence without stops would be millions. */
function orderOf(sentences: readonly (readonly string[])[], asked: ReadonlySet<string>): Order {
  const [anywhere, adjacent, near] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const words of sentences) {
    const first = new Map<string, number>();
    const last = new Map<string, number>();
    for (const [at, earlier] of words.entries()) {
      if (!asked.has(earlier)) continue;
      if (!first.has(earlier)) first.set(earlier, at);
      last.set(earlier, at);
      for (const [distance, later] of words.slice(at + 1, at + 1 + NEAR).entries()) {
        if (distance === 0) adjacent.add(`${earlier} ${later}`);
        near.add(`${earlier} ${later}`);
      }
    }
    for (const [earlier, from] of first)
      for (const [later, to] of last) if (from < to) anywhere.add(`${earlier} ${later}`);
  }
  return { anywhere, adjacent, near };
}

/**
 * Whether who does something to whom stands in an order that the article has too: «هزم الزمالك الأهلي» is not what «هزم الأهلي
 * الزمالك» says. Two names next to each other must keep the order that they have in some sentence; two other words with the
 * article must not be exchanged; a place is near a word that it is near in the article. Without grammar that is approximate,
 * and refuses «خسر الزمالك أمام الأهلي» too.
 */
export function keepsRoles(text: string, source: string): boolean {
  if (!/\p{Script=Arabic}/u.test(text)) return keepsNameOrder(text, source);
  const sentences = splitSentences(source).map((sentence) => terms(sentence));
  const known = new Set(sentences.flat());
  const { anywhere, adjacent, near } = orderOf(sentences, new Set(terms(text)));

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
    if (anywhere.has(pair)) return true;
    if ((first.isName && second.isName) || (first.tellsWhich && second.tellsWhich)) return !anywhere.has(turned);
    if (!areAdjacent) return true;
    return !((first.isName && second.mayBeName) || (first.mayBeName && second.isName)) || !near.has(turned);
  }

  const names = namesOf(source);
  const deeds = clausesOf(source, names).flatMap((clause) => deedOf(clause) ?? []);

  /** Who does it; «فاز منتخب قطر»: with the name behind what he is. */
  const doersOf = ({ who, rest: [next = ""] }: Deed): readonly string[] =>
    names.places.has(next) && !names.places.has(who[0] ?? "") ? [...who, next] : who;

  /** Whether somebody does what in the article somebody else does, and to him. */
  function isTurned(deed: Deed): boolean {
    const same = deeds.filter(({ verb }) => verb === deed.verb);
    const doers = same.flatMap(doersOf);
    return (
      !deed.who.some((term) => doers.includes(term)) &&
      same.some(({ rest }) => deed.who.some((term) => rest.includes(term)))
    );
  }

  return clausesOf(text, names).every((clause) => {
    const deed = deedOf(clause);
    if (deed !== undefined && isTurned(deed)) return false;
    return clause.every((first, at) =>
      clause.slice(at + 1).every((second, distance) => keepsOrder(first, second, distance === 0)),
    );
  });
}
