import { withoutDateline } from "./dateline.ts";

/** Of a list or of a writer who sets one before each paragraph: «- », «** », «2. », «٣) ». */
const LIST_MARK = /^(?:[-–—•●▪■*]+\s+)+(?=[\p{L}\d«"“(])|^\(?\p{Nd}{1,2}(?:[.)]|\s?[-–—])\s+(?=[\p{L}«"“])/u;
/** «_الفلسطينية»: what is left of a mark-up that nobody read. */
const STRAY_UNDERSCORE = /(?<=^|[\s«"“(])_+(?=\p{L})|(?<=\p{L})_+(?=[\s.،؛»"”)]|$)/gu;
/** «#قائد_سيارة»: a link of the page; where a hashtag is what is spoken of, it stays. */
const HASHTAG = /(?<=(?:^|[\s("«“])[وفبلك]?)#(?=[\p{L}_])[\p{L}\p{M}\p{N}_]+/gu;
const SPOKEN_OF = /(?:وسم|الوسم|هاشتا[غجق]|هاشتاك|hashtag)\s*:?\s*$/iu;
const BLANK_BEFORE_STOP = /(?<=[^\s.…]) ([،؛.:؟!])(?=\s|$)/gu;
/** «7-6 ،7-5»; without a blank in front it may be a decimal. */
const NO_BLANK_BEHIND_COMMA = /[،؛](?=\p{L})|(?<= )[،؛](?=\p{Nd})/gu;
const QUOTE_BEHIND_COLON = /(?<=\p{L}) ?:(?=["«“])/gu;
/** «الفساد. .» */
const SECOND_STOP = /(?<=[.؟!]) \.(?=\s|$)/gu;

/** «(كما قيل (»: a bracket that was typed the wrong way round, as it looks where text runs to the left. */
const BRACKET_TURNED = /\(([^()]*\S)\s?\((?=[\s.،؛:]|$)/gu;

/** A sentence as it is shown: without dateline, mark and number of a list, with hashtags as words and blanks where they belong. */
export function shownText(sentence: string): string {
  const told = withoutDateline(sentence.replace(LIST_MARK, ""));
  const words = told.includes("#") ? told.replace(HASHTAG, asWords) : told;
  const spaced = words
    .replace(NO_BLANK_BEHIND_COMMA, "$& ")
    .replace(SECOND_STOP, "")
    .replace(QUOTE_BEHIND_COLON, ": ")
    .replace(BLANK_BEFORE_STOP, "$1");
  const closed = spaced.includes("(") && !spaced.includes(")") ? spaced.replace(BRACKET_TURNED, "($1)") : spaced;
  return closed.includes("_") ? closed.replace(STRAY_UNDERSCORE, "") : closed;
}

function asWords(hashtag: string, at: number, text: string): string {
  return SPOKEN_OF.test(text.slice(Math.max(0, at - 20), at)) ? hashtag : hashtag.slice(1).replaceAll("_", " ").trim();
}
