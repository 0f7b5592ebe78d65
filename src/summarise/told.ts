import { terms } from "../lib/arabic/terms.ts";
import { withoutDateline } from "./dateline.ts";
import { isFurniture } from "./furniture.ts";
import { splitSentences } from "./sentences.ts";

/** A line of so few words without a stop, in a text whose sentences have theirs, is a heading, a caption or a credit. */
const LONGEST_HEADING = 12;
/** A line in front of so few words is stray, if less of it than this is in headline or text. */
const LONGEST_STRAY = 14;
const LEAST_RELATED_RATIO = 0.25;
/** Of a list or of a writer who sets one before each paragraph: «- », «** ». */
const LIST_MARK = /^(?:[-–—•●▪■*]+\s+)+(?=[\p{L}\d«"“(])/u;
const ENDS = /[.…۔؟?!][\s"»”’)\]]*$/;

/** A sentence that is no furniture, and its number among all. */
export interface Told {
  readonly text: string;
  readonly index: number;
  /** It has a line for itself. */
  readonly isLine: boolean;
}

const WORD = /\p{Nd}+(?:[.,:/]\p{Nd}+)*|[\p{L}\p{M}]+/gu;

/** By white space, or as letters and digits stand together: whichever counts more. */
export const countWords = (text: string) => Math.max(text.match(/\S+/g)?.length ?? 0, text.match(WORD)?.length ?? 0);

/** The first sentences of an article that tell something, without datelines; what is left out keeps its number. */
export function firstTold(
  article: { readonly title: string; readonly paragraphs: readonly string[] },
  sentenceCount: number,
): readonly Told[] {
  return withoutStrayOpening(beginning(article.paragraphs, sentenceCount), article.title);
}

/** The first sentences of an article without their datelines and list marks; what is no sentence of the text is left out, and its number with it. */
function beginning(paragraphs: readonly string[], sentenceCount: number): Told[] {
  const found: { sentence: string; isLine: boolean }[] = [];
  for (const line of paragraphs.flatMap((paragraph) => paragraph.split("\n"))) {
    const sentences = splitSentences(line);
    for (const sentence of sentences) found.push({ sentence, isLine: sentences.length === 1 });
    if (found.length >= sentenceCount) break;
  }
  const first = found.slice(0, sentenceCount);
  const hasStops = first.some(({ sentence }) => ENDS.test(sentence) && countWords(sentence) > LONGEST_HEADING);
  const isHeading = (sentence: string) => hasStops && !ENDS.test(sentence) && countWords(sentence) <= LONGEST_HEADING;
  return first
    .map(({ sentence, isLine }, index) => ({
      sentence,
      text: withoutDateline(sentence.replace(LIST_MARK, "")),
      index,
      isLine,
    }))
    .filter(({ sentence, text }) => !isFurniture(text) && !isHeading(sentence));
}

/**
 * The sentences from the first one on that has to do with the headline or the rest: a short line in front that shares no word with them is furniture
 * of a kind that no list knows. Where that would leave nothing, all.
 */
function withoutStrayOpening(told: readonly Told[], title: string): readonly Told[] {
  const first = told.findIndex(({ text, isLine }, index) => {
    if (!isLine || countWords(text) > LONGEST_STRAY) return true;
    const others = new Set(terms([title, ...told.slice(index + 1).map((other) => other.text)].join("\n")));
    const words = new Set(terms(text));
    return words.intersection(others).size >= words.size * LEAST_RELATED_RATIO;
  });
  return first > 0 && first < told.length - 1 ? told.slice(first) : told;
}
