import { withoutDateline } from "./dateline.ts";

/** Of a list or of a writer who sets one before each paragraph: «- », «** », «2. », «٣) ». */
const LIST_MARK =
  /^(?:[-–—•●▪■*>►◄◆▶✔✓★☆]+\s+|\p{Emoji_Presentation}\ufe0f?\s*)+(?=[\p{L}\d«"“(])|^\(?\p{Nd}{1,2}(?:[.)]|\s?[-–—])\s+(?=[\p{L}«"“])/u;
/** «_الفلسطينية»: what is left of a mark-up that nobody read. */
const STRAY_UNDERSCORE = /(?<=^|[\s«"“(])_+(?=\p{L})|(?<=\p{L})_+(?=[\s.،؛»"”)]|$)/gu;
/** «#قائد_سيارة»: a link of the page; where a hashtag is what is spoken of, it stays. */
const HASHTAG = /(?<=(?:^|[\s("«“])[وفبلك]?)#(?=\p{N}*[\p{L}_])[\p{L}\p{M}\p{N}_]+/gu;
/** «WWE#»: typed as it looks where text runs to the left; «C#» is a name. */
const HASH_BEHIND = /(?<=[\p{L}\p{N}]{2})#(?=[\s.،؛:)"»]|$)/gu;
const SPOKEN_OF = /(?:وسم|الوسم|هاشتا[غجق]|هاشتاك|hashtag)\s*:?\s*$/iu;
const BLANK_BEFORE_STOP = /(?<=[^\s.…]) ([،؛.:؟!])(?=\s|$)/gu;
/** «7-6 ،7-5»; without a blank in front it may be a decimal. */
const NO_BLANK_BEHIND_COMMA = /[،؛](?=\p{L})|(?<= )[،؛](?=\p{Nd})/gu;
/** «الناطق باسمها،: …», «سعود،، جاء» */
const COMMA_TOO_MANY = /[،؛] ?(?=[:،؛])/g;
const QUOTE_BEHIND_COLON = /(?<=\p{L}) ?:(?=["«“])/gu;
/** «الفساد. .» */
const SECOND_STOP = /(?<=[.؟!]) \.(?=\s|$)/gu;
/** «شركة " آبل" », «حقل "شروق "»: blanks within the marks. */
const BLANK_WITHIN_QUOTES = /(?<=^|[\s(:،؛]|\s[وفبلك])" ?([^"]*?) ?"(?=$|[\s.،؛:؟!)…])|« | (?=»)/g;

/** «(كما قيل (»: a bracket that was typed the wrong way round, as it looks where text runs to the left. */
const BRACKET_TURNED = /\(([^()]*\S)\s?\((?=[\s.،؛:]|$)/gu;

/** A sentence as it is shown: without dateline, mark and number of a list, with hashtags as words and blanks where they belong. */
export function shownText(sentence: string): string {
  const told = withoutDateline(sentence.replace(LIST_MARK, ""));
  const words = told.includes("#") ? told.replace(HASH_BEHIND, "").replace(HASHTAG, asWords) : told;
  const spaced = words
    .replace(COMMA_TOO_MANY, "")
    .replace(NO_BLANK_BEHIND_COMMA, "$& ")
    .replace(SECOND_STOP, "")
    .replace(QUOTE_BEHIND_COLON, ": ")
    .replace(BLANK_WITHIN_QUOTES, withoutBlanks)
    .replace(BLANK_BEFORE_STOP, "$1");
  const closed = spaced.includes("(") && !spaced.includes(")") ? spaced.replace(BRACKET_TURNED, "($1)") : spaced;
  return closed.includes("_") ? closed.replace(STRAY_UNDERSCORE, "") : closed;
}

const withoutBlanks = (marked: string, inside: string | undefined) =>
  inside === undefined ? marked.trim() : `"${inside}"`;

function asWords(hashtag: string, at: number, text: string): string {
  return SPOKEN_OF.test(text.slice(Math.max(0, at - 20), at)) ? hashtag : hashtag.slice(1).replaceAll("_", " ").trim();
}
