import { cleanText } from "../lib/arabic/clean.ts";

/** Stops that end a sentence, with the closing marks that belong to it. */
const STOP = /[.…۔؟?!]+["»”’)\]]*/g;
const SEPARATOR_LINE = /^[-_=*•\s]{3,}$/;
/** Abbreviations before a stop, without the stop; letters alone are always one. */
const ABBREVIATION =
  /(?:^|[\s("«])(?:و?\p{L}|ص\.ب|أ\.د|دبليو|إلخ|Mrs?|Ms|Mme|Dr|Prof|Sen|Gov|Gen|Rep|Rev|Lt|Col|Capt|Sgt|St|Mt|No|vs|Mio|Mrd)$/u;
/** «Jan. 5»: of a month nothing is abbreviated that no day follows. */
const SHORT_MONTH = /(?:^|\s)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;
/** «شركة Apple Inc. عن هاتف»: at a real end «و» or a capital follows. */
const COMPANY = /\s(?:Inc|Corp|Ltd|Co|LLC|plc)$/;
const NEW_SENTENCE = /^\s+[\p{Lu}وف«"]/u;
/** What goes on in small letters, unless it is a name like «iPhone». */
const SMALL_LETTER = /^\s+\p{Ll}(?!\p{Lu})/u;
const DOTTED_LETTERS = /(?:^|[\s("«])(?:\p{L}\.)+\p{L}$/u;
/** Letters of another script as they are spoken: «سي. إن. إن.». */
const SPOKEN_LETTER =
  "(?:ايه|إيه|أيه|بي|سي|دي|إي|اي|آي|إف|اف|جي|اتش|إتش|جيه|كي|كيه|ال|إل|ام|إم|ان|إن|او|أو|كيو|ار|آر|اس|إس|تي|يو|في|دبليو|دبلیو|إكس|واي|زد)";
const SPOKEN_LETTERS = new RegExp(`(?:^|[\\s("«])${SPOKEN_LETTER}(?:\\. ?${SPOKEN_LETTER})*$`, "u");
/** «570 م. وتوفي»: of an era nothing is abbreviated that goes on. */
const ERA = /[\d\u0660-\u0669]\s*(?:م|هـ)$/;
/** «أ ف ب»: an agency in letters with blanks between them. */
const SPACED_LETTERS = /(?:^|\s)\p{L} \p{L} \p{L}$/u;
/** «هل ستعود؟» سأل الصحفي: the verb belongs to the question. */
const SPEECH_FOLLOWS = /^\s*(?:سأل|سألت|تساءل|تساءلت|قال|قالت|يقول|تقول|يسأل|تسأل|هتف|صرخ|كتب|كتبت)(?=\s)/;
/** «صرخ «النجدة!» قبل أن يسقط»: the quotation stands within its sentence. */
const QUOTED_WITHIN =
  /^\s+(?:(?:على|أمام|قبل|بعد|عبر|في|من|عن|مع|خلال|أثناء|وسط|لدى|إلى|ردا)\s|ف(?:أجاب|رد|قال|أضاف|كتب))/;
const LIST_NUMBER = /(?:^\s*|[:؛]\s)\d{1,2}$/;
/** An ellipsis ends a sentence only after so much text; before that it is a pause, but for two points between blanks. */
const LEAST_BEFORE_ELLIPSIS = 25;
const LEAST_BEFORE_SPACED_STOP = 12;
/** What goes on with the clause before it: «فجرا .. وأدى», «خرج .. من الباب». */
const GOES_ON = /^\s+(?:[وفبلك]\p{L}|(?:في|من|إلى|على|عن|مع|أو|ثم|بل|لكن|حتى|أن|إن|التي|الذي)\s)/u;
const LONGEST_PARENTHESIS = 200;
/** So much around a stop says whether it ends a sentence. */
const LOOKED_AT = 400;

/**
 * The sentences of a text, in order; a new line always ends one. Nothing but white space is lost. Abbreviations («د. أحمد»,
 * «أ.ف.ب»), decimals, addresses, initials, list numbers, ellipses within a sentence and stops within short parentheses do not end one.
 */
export function splitSentences(text: string): string[] {
  return cleanText(text)
    .split("\n")
    .filter((line) => line.trim() !== "" && !SEPARATOR_LINE.test(line))
    .flatMap(splitLine);
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (!endsSentence(line, start, match.index, match[0], end)) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return joinTails(sentences.filter((sentence) => sentence !== ""));
}

function endsSentence(line: string, start: number, at: number, stop: string, end: number): boolean {
  const before = line.slice(Math.max(start, at - LOOKED_AT), at);
  const after = line.slice(end, end + LOOKED_AT);
  if (after.trim() === "") return true;
  if (/^\s*[،؛:,;]/.test(after) || /^[A-Za-z0-9@/]/.test(after) || goesOnInLatin(before, after)) return false;
  if (/[؟?!]["»”]$/.test(stop) && (SPEECH_FOLLOWS.test(after) || QUOTED_WITHIN.test(after))) return false;
  if (/\.["»”]$/.test(stop) && /^\s*["«“]/.test(before) && SPEECH_FOLLOWS.test(after)) return false;
  const mark = stop.replace(/["»”’)\]]+$/, "");
  if (mark.length > 1 && /^[.…]+$/.test(mark))
    return /^\s/.test(after) && (isLongEnough(before, after) || (mark === ".." && isSpacedStop(before, after)));
  if (mark === "…") return /^\s/.test(after) && isLongEnough(before, after);
  // «كيتو?يم»: a letter that was lost on the way, not a question.
  if (stop === "?" && /[\p{Script=Arabic}]$/u.test(before) && /^\p{Script=Arabic}/u.test(after)) return false;
  if (insideParenthesis(before, after) || closesParenthesis(before, stop)) return false;
  if (mark !== ".") return true;
  if (/[\d\u0660-\u0669]$/.test(before) && /^[\d\u0660-\u0669]/.test(after)) return false;
  if (/^[\p{L}]/u.test(after) && /(?:العربية|\p{Script=Latin})$/u.test(before)) return false;
  if (/^\p{L}(?:\.|\s|$)/u.test(after) && /\p{L}$/u.test(before) && DOTTED_LETTERS.test(`${before}.${after[0]}`))
    return false;
  if (SPOKEN_LETTERS.test(before) && continuesName(before, after)) return false;
  if ((ERA.test(before) && /^\s+و/.test(after)) || SPACED_LETTERS.test(before)) return true;
  if (COMPANY.test(before) && !NEW_SENTENCE.test(after)) return false;
  if (SHORT_MONTH.test(before) && /^\s+\d/.test(after)) return false;
  return !(ABBREVIATION.test(before) || DOTTED_LETTERS.test(before) || LIST_NUMBER.test(before));
}

const goesOnInLatin = (before: string, after: string) => /\p{Script=Latin}$/u.test(before) && SMALL_LETTER.test(after);

const isLongEnough = (before: string, after: string) =>
  before.trim().length >= LEAST_BEFORE_ELLIPSIS || /^\s+\p{Lu}/u.test(after);

/** «وصل الوفد أمس .. المحادثات تبدأ غدا»: as much a full stop as one. */
function isSpacedStop(before: string, after: string): boolean {
  return /\S\s+$/.test(before) && before.trim().length >= LEAST_BEFORE_SPACED_STOP && !GOES_ON.test(after);
}

/** Spelled letters: another one follows, or went before and a name follows. */
function continuesName(before: string, after: string): boolean {
  return (
    new RegExp(`^ ?${SPOKEN_LETTER}[.\\s]`, "u").test(after) ||
    new RegExp(`${SPOKEN_LETTER}\\. ?${SPOKEN_LETTER}$`, "u").test(before)
  );
}

function insideParenthesis(before: string, after: string): boolean {
  const open = before.lastIndexOf("(");
  if (open < 0 || open < before.lastIndexOf(")")) return false;
  const close = after.indexOf(")");
  return close >= 0 && before.length - open + close < LONGEST_PARENTHESIS;
}

/** «شركة آبل (.Apple Inc)»: the stop belongs to a bracket that opened within the sentence. */
function closesParenthesis(before: string, stop: string): boolean {
  const open = before.lastIndexOf("(");
  return stop.includes(")") && open > 0 && open > before.lastIndexOf(")") && before.slice(0, open).trim() !== "";
}

/** A tail without letters or digits belongs to the sentence before it. */
function joinTails(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const last = joined.length - 1;
    if (last >= 0 && !/[\p{L}\d]/u.test(sentence)) joined[last] += ` ${sentence}`;
    else joined.push(sentence);
  }
  return joined;
}
