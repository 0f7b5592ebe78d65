import { withoutNumbers } from "../lib/arabic/numbers.ts";
import { terms } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { splitSentences } from "./sentences.ts";

/** Of the telling words of a summary's sentence so many are in two sentences of the article together: they say what it says. */
const LEAST_KNOWN_RATIO = 0.7;
/** A word with a capital within its sentence. */
const NAME = /(?<=[\p{Ll}\p{Nd},;:)"”’] )\p{Lu}[\p{L}\p{M}'’-]*/gu;
const WORD = /[\p{L}\p{M}'’-]+/gu;
/** «was beaten by», «after», «when»: behind these who comes first says nothing. */
const TURNS = /\b(?:by|after|when|while|who|which|as|because|from)\b/i;

/**
 * Whether an article in Latin letters tells what a summary says, as far as can be seen without its grammar: each sentence is told by two of
 * the article, nowhere two telling words in a row are its own, which is how an invented name looks, and names stand in an order that
 * some sentence of the article has too: «Leeds beat Hull» is not what «Hull beat Leeds» says.
 */
export function isToldInLatin(text: string, source: string): boolean {
  return hasWords(text, source) && keepsNameOrder(text, source);
}

const tellingWords = (text: string) => terms(withoutNumbers(tokens(text)).join(" "));

function hasWords(text: string, source: string): boolean {
  const told = splitSentences(source).map((sentence) => new Set(tellingWords(sentence)));
  const known = new Set(told.flatMap((words) => [...words]));
  return splitSentences(text).every((sentence) => {
    const words = tellingWords(sentence);
    const distinct = new Set(words);
    const most = mostInTwo(told.map((known) => distinct.intersection(known)));
    const isOwn = words.map((word) => !known.has(word));
    return most >= distinct.size * LEAST_KNOWN_RATIO && !isOwn.some((own, at) => own && isOwn[at + 1]);
  });
}

/** How many words two of the sets have together, at most; the largest are looked at first, and what cannot have more not at all. */
function mostInTwo(sets: readonly ReadonlySet<string>[]): number {
  const different = new Map(sets.map((set) => [[...set].sort().join(" "), set]));
  const largestFirst = [...different.values()].sort((a, b) => b.size - a.size);
  let most = largestFirst[0]?.size ?? 0;
  for (const [index, one] of largestFirst.entries())
    for (const other of largestFirst.slice(index + 1)) {
      if (one.size + other.size <= most) break;
      most = Math.max(most, one.union(other).size);
    }
  return most;
}

/** A sentence that turns its parts («was beaten by») is not judged. */
function keepsNameOrder(text: string, source: string): boolean {
  const names = new Set(source.match(NAME) ?? []);
  const namesOf = (sentence: string) => (sentence.match(WORD) ?? []).filter((word) => names.has(word));
  const told = splitSentences(source).map(namesOf);
  const hasOrder = (first: string, second: string) =>
    told.some((order) => order.indexOf(first) >= 0 && order.indexOf(first) < order.lastIndexOf(second));
  return splitSentences(text)
    .filter((sentence) => !TURNS.test(sentence))
    .every((sentence) => {
      const order = namesOf(sentence);
      return order.every((first, at) => {
        const second = order[at + 1];
        return second === undefined || first === second || hasOrder(first, second) || !hasOrder(second, first);
      });
    });
}
