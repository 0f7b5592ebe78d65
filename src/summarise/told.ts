import { withoutDateline } from "./dateline.ts";
import { isFurniture } from "./furniture.ts";
import { splitSentences } from "./sentences.ts";

/** A line of so few words without a stop, in a text whose sentences have theirs, is a heading, a caption or a credit. */
const LONGEST_HEADING = 12;
/** Of a list or of a writer who sets one before each paragraph: «- », «** ». */
const LIST_MARK = /^(?:[-–—•●▪■*]+\s+)+(?=[\p{L}\d«"“(])/u;
const ENDS = /[.…۔؟?!][\s"»”’)\]]*$/;

/** A sentence that is no furniture, and its number among all. */
export interface Told {
  readonly text: string;
  readonly index: number;
  /** The number of its line among all. */
  readonly line: number;
}

const WORD = /\p{Nd}+(?:[.,:/]\p{Nd}+)*|[\p{L}\p{M}]+/gu;

/** By white space, or as letters and digits stand together: whichever counts more. */
export const countWords = (text: string) => Math.max(text.match(/\S+/g)?.length ?? 0, text.match(WORD)?.length ?? 0);

/**
 * Of the first sentences of an article those that tell something, without datelines and list marks;
 * what is left out keeps its number.
 */
export function firstTold(paragraphs: readonly string[], sentenceCount: number): Told[] {
  const found: { sentence: string; line: number }[] = [];
  for (const [line, text] of paragraphs.flatMap((paragraph) => paragraph.split("\n")).entries()) {
    for (const sentence of splitSentences(text)) found.push({ sentence, line });
    if (found.length >= sentenceCount) break;
  }
  const first = found.slice(0, sentenceCount);
  const hasStops = first.some(({ sentence }) => ENDS.test(sentence) && countWords(sentence) > LONGEST_HEADING);
  const isHeading = (sentence: string) => hasStops && !ENDS.test(sentence) && countWords(sentence) <= LONGEST_HEADING;
  return first
    .map(({ sentence, line }, index) => ({
      sentence,
      text: withoutDateline(sentence.replace(LIST_MARK, "")),
      index,
      line,
    }))
    .filter(({ sentence, text }) => !isFurniture(text) && !isHeading(sentence));
}
