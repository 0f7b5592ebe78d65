import { withoutDateline } from "./dateline.ts";

/** Of a list or of a writer who sets one before each paragraph: «- », «** ». */
const LIST_MARK = /^(?:[-–—•●▪■*]+\s+)+(?=[\p{L}\d«"“(])/u;
/** «#قائد_سيارة»: a link of the page; where a hashtag is what is spoken of, it stays. */
const HASHTAG = /(?<=^|[\s(])#(?=[\p{L}_])[\p{L}\p{M}\p{N}_]+/gu;
const SPOKEN_OF = /(?:وسم|الوسم|هاشتا[غجق]|هاشتاك|hashtag)\s*:?\s*$/iu;
const BLANK_BEFORE_STOP = /(?<=[^\s.…]) ([،؛.:؟!])(?=\s|$)/gu;
const NO_BLANK_BEHIND_COMMA = /[،؛](?=\p{L})/gu;

/** A sentence as it is shown: without dateline and mark of a list, with hashtags as words and blanks where they belong. */
export function shownText(sentence: string): string {
  const told = withoutDateline(sentence.replace(LIST_MARK, ""));
  const words = told.includes("#") ? told.replace(HASHTAG, asWords) : told;
  return words.replace(BLANK_BEFORE_STOP, "$1").replace(NO_BLANK_BEHIND_COMMA, "$& ");
}

function asWords(hashtag: string, at: number, text: string): string {
  return SPOKEN_OF.test(text.slice(Math.max(0, at - 20), at)) ? hashtag : hashtag.slice(1).replaceAll("_", " ").trim();
}
