import { cleanText } from "../lib/arabic/clean.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { isJunk } from "./junk.ts";
import { splitSentences } from "./sentences.ts";
import type { Summary, SummaryLimits } from "./summary.ts";

/** Only the beginning of an article is looked at: the news stand there. */
const SENTENCES_LOOKED_AT = 40;
/** A sentence that is longer than the limit is cut at a clause that leaves at least so much of it. */
const LEAST_CUT_RATIO = 0.3;
/** A sentence whose words are nearly all the headline's only repeats it. */
const REPEATED_RATIO = 0.95;

/** Openings that refer to what is not shown, normalised: a summary may not begin with one. */
const BACK_REFERENCE = new RegExp(
  `^(?:و|ف)?(?:${[
    "اضاف",
    "اضافت",
    "تابع",
    "تابعت",
    "اردف",
    "اردفت",
    "استطرد",
    "استدرك",
    "اوضح",
    "اوضحت",
    "اشار",
    "اشارت",
    "لفت",
    "لفتت",
    "نوه",
    "شدد",
    "شددت",
    "ختم",
    "اختتم",
    "واصل",
    "من جهته",
    "من جهتها",
    "من جانبه",
    "من جانبها",
    "من ناحيته",
    "من ناحيتها",
    "بدوره",
    "بدورها",
    "في المقابل",
    "في هذا السياق",
    "في السياق",
    "في سياق متصل",
    "الي ذلك",
    "علي صعيد",
    "هذا",
    "هذه",
    "ذلك",
    "تلك",
    "لكن",
    "كما",
    "ثم",
    "بل",
    "كذلك",
    "ايضا",
    "جاء ذلك",
    "ياتي ذلك",
    "ياتي هذا",
    "جاءت هذه",
    "يذكر ان",
    "يشار الي",
    "الجدير بالذكر",
    "تجدر الاشاره",
    "يحدث هذا",
  ].join("|")})(?=\\s|$)`,
);

interface Sentence {
  readonly text: string;
  /** Among all sentences of the article. */
  readonly index: number;
  readonly wordCount: number;
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;

/**
 * The article's own first telling sentences, whole and in order: at most `limits.sentences` and `limits.words`, both at once.
 *
 * Furniture, captions, credits and what repeats the headline are passed over; nothing is shown that opens with a reference to a
 * sentence that is not. Only when the first telling sentence alone is too long it is cut, at a clause, with «…». The lead is
 * the measured choice: on Arabic news, graph methods (TextRank, LexRank) lose 7 to 19 points of ROUGE at equal length.
 * An article without text gives an empty summary.
 */
export function summarise(
  article: { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] },
  limits: SummaryLimits,
  now: number,
): Summary {
  const told = tellingSentences(article);
  const chosen: Sentence[] = [];
  let used = 0;
  for (const sentence of told) {
    if (chosen.length >= limits.sentences) break;
    const previous = chosen.at(-1);
    const follows = previous !== undefined && previous.index === sentence.index - 1;
    if (isBackReference(sentence.text) && !follows) continue;
    if (used + sentence.wordCount > limits.words) {
      if (chosen.length === 0) chosen.push({ ...sentence, text: cutAtClause(sentence.text, limits.words) });
      break;
    }
    chosen.push(sentence);
    used += sentence.wordCount;
  }
  return {
    articleId: article.id,
    text: chosen.map((sentence) => sentence.text).join(" "),
    sentenceIndexes: chosen.map((sentence) => sentence.index),
    method: "extractive",
    madeAt: now,
  };
}

/** The sentences that may stand in a summary, in order. All of them, where the filter would leave none. */
function tellingSentences(article: { readonly title: string; readonly paragraphs: readonly string[] }): Sentence[] {
  const all = article.paragraphs
    .flatMap(splitSentences)
    .slice(0, SENTENCES_LOOKED_AT)
    .map((text, index): Sentence => ({ text: withoutDateline(text), index, wordCount: countWords(text) }));
  const title = tokens(article.title);
  const repeats = (text: string) => title.length > 0 && repeatsHeadline(tokens(text), title);
  const telling = all.filter(({ text }) => !isJunk(text) && !repeats(text) && isBalanced(text) && !/:\s*$/.test(text));
  const kept = telling.length > 0 ? telling : all.filter(({ text }) => !repeats(text));
  return kept.length > 0 ? kept : all;
}

/** Whether a sentence says nothing that the headline does not. */
function repeatsHeadline(sentence: readonly string[], title: readonly string[]): boolean {
  if (sentence.length > title.length * 1.3) return false;
  const known = new Set(title);
  const shared = sentence.filter((token) => known.has(token)).length;
  return shared >= sentence.length * REPEATED_RATIO;
}

function isBackReference(text: string): boolean {
  return BACK_REFERENCE.test(normalise(text).replace(/^[^\p{L}]+/u, ""));
}

/** Quotation marks and brackets that are opened and closed: an orphan says that the sentence was cut out of a quotation. */
function isBalanced(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1;
  return count('"') % 2 === 0 && count("«") === count("»") && count("“") === count("”") && count("(") === count(")");
}

/** «القاهرة (أ ف ب) - …»: the place and agency before the text are not part of it. */
function withoutDateline(text: string): string {
  return text.replace(
    /^[\p{L}\s،]{2,30}\s*[-–—(/]\s*(?:\(?(?:أ ?\.? ?ف ?\.? ?ب|د ?\.? ?ب ?\.? ?أ|رويترز|وكالات|أ ?ش ?أ|وام|واس|كونا|قنا|بترا)\.?\)?)\s*[-–—:)]*\s+(?=\p{L})/u,
    "",
  );
}

/** The beginning of a sentence, at most so many words, up to the end of a clause and never inside a quotation; else up to a word. */
function cutAtClause(text: string, words: number): string {
  const head = cleanText(text).split(/\s+/).slice(0, words).join(" ");
  const least = head.length * LEAST_CUT_RATIO;
  const ends = [...head.matchAll(/[،؛,;]/g)].map((match) => match.index).reverse();
  const end = ends.find((at) => at >= least && isBalanced(head.slice(0, at)));
  if (end !== undefined) return `${head.slice(0, end).trimEnd()}…`;
  const open = Math.max(head.lastIndexOf("«"), head.lastIndexOf("“"));
  const safe = isBalanced(head) || open < least ? head : head.slice(0, open);
  return `${safe.replace(/[\s،؛,;:.]+$/, "")}…`;
}
