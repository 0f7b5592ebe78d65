import { splitSentences } from "./sentences.ts";

/** A word with a capital within its sentence. */
const NAME = /(?<=[\p{Ll}\p{Nd},;:)"”’] )\p{Lu}[\p{L}\p{M}'’-]*/gu;
const WORD = /[\p{L}\p{M}'’-]+/gu;
/** «was beaten by», «after», «when»: behind these who comes first says nothing. */
const TURNS = /\b(?:by|after|when|while|who|which|as|because|from)\b/i;

/**
 * Whether names in Latin letters stand in an order that some sentence of the article has too: «Leeds beat Hull» is not what «Hull beat
 * Leeds» says. A sentence that turns its parts («was beaten by») is not judged.
 */
export function keepsNameOrder(text: string, source: string): boolean {
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
