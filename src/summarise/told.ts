import { isFurnitureSentence } from "./furniture-sentence.ts";
import { splitSentences } from "./sentences.ts";
import { shownText } from "./shown-text.ts";

/** A line of so few words without a stop, in a text whose sentences have theirs, is a heading, a caption or a credit … */
const LONGEST_HEADING = 12;
/** … and a longer one between such lines leads to another article. */
const LONGEST_LINK = 18;
/** A question of an interview is no longer. */
const LONGEST_QUESTION = 50;
/** So many lines that are only a question make an interview. */
const LEAST_QUESTIONS = 2;
/** What stands before the first question is enough with so many words. */
const LEAST_INTRODUCTION = 20;
/** «س: », «- »: a question of more than one sentence. */
const QUESTION_MARK = /^\s*(?:[-–—*•●]|س\s*\d*\s*[:/-])/u;
/** «في الراتب؟»: a question that only goes on with the one before it. */
const LONGEST_ECHO = 3;
/** A row of a table: nearly half of it are numbers, and no stop ends it. */
const NUMBERS_IN_ROW = 0.4;
const LEAST_CELLS = 4;
const DIGIT = /^\p{Nd}/u;
const ARABIC = /\p{Script=Arabic}/u;
const ENDS = /[.…۔؟?!][\s"»”’)\]]*$/;
const ASKS = /[؟?][\s"»”’)\]!]*$/;

/** A sentence that is no furniture, and its number among all. */
export interface Told {
  readonly text: string;
  readonly wordCount: number;
  readonly index: number;
  /** The number of its line among all. */
  readonly line: number;
}

const WORD = /\p{Nd}+(?:[.,:/]\p{Nd}+)*|[\p{L}\p{M}]+/gu;

/** By white space, or as letters and digits stand together: whichever counts more. */
export const countWords = (text: string) => Math.max(text.match(/\S+/g)?.length ?? 0, text.match(WORD)?.length ?? 0);

/** The beginning of a text up to so many words, as they are counted; the rest is not looked at. */
export function firstWords(text: string, words: number): string {
  let [end, spaced, written] = [0, 0, 0];
  for (const { 0: piece, index } of text.matchAll(/\S+\s*/g)) {
    spaced++;
    written += piece.match(WORD)?.length ?? 0;
    if (Math.max(spaced, written) > words) break;
    end = index + piece.length;
  }
  return text.slice(0, end);
}

/** One line of an article. */
interface Line {
  readonly sentences: readonly string[];
  /** It is a question and nothing else, or marked as one of an interview. */
  readonly isQuestion: boolean;
}

function lineOf(text: string): Line {
  const sentences = splitSentences(text);
  const asks = ASKS.test(sentences.at(-1) ?? "") && (sentences.length === 1 || QUESTION_MARK.test(text));
  return { sentences, isQuestion: asks && countWords(text) <= LONGEST_QUESTION };
}

/** The lines that the first sentences stand in, no more of them than are looked at. */
function firstLines(paragraphs: readonly string[], sentenceCount: number): Line[] {
  const lines: Line[] = [];
  let left = sentenceCount;
  for (const text of paragraphs.flatMap((paragraph) => paragraph.split("\n"))) {
    if (left <= 0) break;
    const line = lineOf(text);
    lines.push({ ...line, sentences: line.sentences.slice(0, left) });
    left -= line.sentences.length;
  }
  return lines;
}

/**
 * Of the first sentences of an article those that tell something, as they are shown; what is left out keeps its number.
 *
 * Headings, lines that are only a question, rows of tables and, in Arabic, lines of another script are left out. Of an interview
 * only what stands before its first question is told, if that is enough: answers lean on what was asked.
 */
export function firstTold(paragraphs: readonly string[], sentenceCount: number): Told[] {
  const lines = firstLines(paragraphs, sentenceCount);
  const all = lines.flatMap(({ sentences }) => sentences);
  const hasStops = all.some((sentence) => ENDS.test(sentence) && countWords(sentence) > LONGEST_HEADING);
  const isArabic = all.filter((sentence) => ARABIC.test(sentence)).length * 2 > all.length;
  const isInterview = lines.filter(({ isQuestion }) => isQuestion).length >= LEAST_QUESTIONS;

  function tells(sentence: string, wordCount: number, line: number): boolean {
    if (isArabic && !ARABIC.test(sentence)) return false;
    if (ENDS.test(sentence))
      return wordCount > LONGEST_ECHO || !ASKS.test(sentence) || sentence === lines[line]?.sentences[0];
    const isLink =
      wordCount <= LONGEST_LINK && line > 0 && line < lines.length - 1 && lines[line]?.sentences.length === 1;
    return !(hasStops && (wordCount <= LONGEST_HEADING || isLink)) && !isRow(sentence);
  }

  const found: Told[] = [];
  let index = 0;
  let words = 0;
  for (const [line, { sentences, isQuestion }] of lines.entries()) {
    if (isInterview && isQuestion && words >= LEAST_INTRODUCTION) break;
    for (const sentence of sentences) {
      const text = shownText(sentence);
      const wordCount = countWords(text);
      const isAsked = isQuestion && hasStops && ((isInterview && line > 0) || wordCount <= LONGEST_HEADING);
      if (!isAsked && tells(sentence, wordCount, line) && !isFurnitureSentence(text, sentences.length === 1)) {
        found.push({ text, wordCount, index, line });
        words += wordCount;
      }
      index++;
    }
  }
  return found;
}

function isRow(text: string): boolean {
  const cells = text.match(WORD) ?? [];
  return (
    cells.length >= LEAST_CELLS && cells.filter((cell) => DIGIT.test(cell)).length >= cells.length * NUMBERS_IN_ROW
  );
}
