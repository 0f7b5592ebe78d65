import { tokens } from "../lib/arabic/tokens.ts";
import { storyTerms } from "../story/story-terms.ts";
import { factsOf } from "./facts.ts";
import { hasWholeQuotes, isBalanced, withOpenQuoteMended } from "./quotes.ts";
import { leansOnEarlier } from "./references.ts";
import { withoutStrayOpening } from "./stray-lines.ts";
import type { Summary, SummaryLimits } from "./summary.ts";
import { countWords, firstTold, type Told } from "./told.ts";

/** Only the beginning of an article is looked at: the news stand there. Where it is mostly furniture, more of it. */
const SENTENCES_LOOKED_AT = 7;
const MOST_SENTENCES_LOOKED_AT = 40;
/** A summary with fewer words may be short because of furniture. */
const FEW_WORDS = 30;
/** A cut leaves at least so much of the words that are allowed. */
const LEAST_CUT_RATIO = 0.2;
/** Nobody reads a longer sentence to its end; looking there for a place to cut would take forever. */
const LONGEST_CUT = 2000;
/** A sentence that is hardly longer than the headline and has nearly all its words from it only repeats it. */
const REPEATED_RATIO = 0.95;
const REPEATED_LENGTH_RATIO = 1.3;
/** What stands before an orphan mark is shown if it has so many words. */
const LEAST_BEFORE_ORPHAN = 10;
/** A sentence that has so much of its words from what is shown, few others and no fact says it again, in other words. */
const SAID_AGAIN_RATIO = 0.55;
const MOST_NEW_WORDS = 6;
/** A quotation may run over so many sentences. */
const LONGEST_QUOTATION = 3;

/** One sentence, or the few that a quotation runs over and that only make sense together. */
interface Passage {
  readonly text: string;
  /** Of its sentences, among all of the article. */
  readonly indexes: readonly number[];
  readonly wordCount: number;
}

/** A line breaks off at a comma, or at a word that needs another: the page was cut there, or went on in what is no text. */
const BREAKS_OFF =
  /[،؛,;]$|(?:^|\s)و?(?:[أإ]ن|ب[أإ]ن|ل[أإ]ن|[أإ]نه|[أإ]نها|من|في|على|إلى|عن|مع|بين|منذ|خلال|بعد|قبل|حول|ضد|حتى|لدى|عند|الذي|التي|الذين|التى|كما|مما|حيث|أو|ثم|لكن|قد|لم|لن|سوف|كان|كانت|وقال|قال|وقالت|قالت|هذا|هذه|وفقا|بحسب|حسب|و)$/;

/**
 * The article's own first telling sentences, whole and in order: at most `limits.sentences` and `limits.words`, both at once.
 *
 * Furniture, captions, credits and what repeats the headline are passed over; nothing is shown that opens with a reference to a
 * sentence that is not, or with half a quotation. Only when the first telling sentence alone is too long it is cut, at the end of
 * a clause and outside quotations, with «…». The lead is the measured choice: on Arabic news, graph methods (TextRank, LexRank)
 * lose 7 to 19 points of ROUGE at equal length. An article without text gives an empty summary.
 */
export function summarise(
  article: { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] },
  limits: SummaryLimits,
  now: number,
): Summary {
  const chosenAmong = (sentenceCount: number) => chosenFrom(passages(article, sentenceCount), limits);
  let chosen = chosenAmong(SENTENCES_LOOKED_AT);
  if (chosen.reduce((sum, passage) => sum + passage.wordCount, 0) < FEW_WORDS)
    chosen = chosenAmong(MOST_SENTENCES_LOOKED_AT);
  return {
    articleId: article.id,
    text: chosen.map((passage) => passage.text).join(" "),
    sentenceIndexes: chosen.flatMap((passage) => passage.indexes),
    method: "extractive",
    madeAt: now,
  };
}

/** The first passages that stand by themselves or follow on one another, within the limits. */
function chosenFrom(told: readonly Passage[], limits: SummaryLimits): Passage[] {
  const chosen: Passage[] = [];
  let words = 0;
  let sentences = 0;
  const opening = told.find((passage, index) => !leansOnEarlier(passage.text, index === 0)) ?? told[0];
  if (opening === undefined || limits.sentences < 1) return [];
  for (const passage of told.slice(told.indexOf(opening))) {
    const follows = passage.indexes[0] === (chosen.at(-1)?.indexes.at(-1) ?? -2) + 1;
    if (passage !== opening && !follows && leansOnEarlier(passage.text, false)) continue;
    if (chosen.length > 0 && saysAgain(passage, chosen)) continue;
    words += passage.wordCount;
    sentences += passage.indexes.length;
    if (words > limits.words || sentences > limits.sentences) break;
    chosen.push(passage);
  }
  if (chosen.length > 0) return chosen;
  const text = cutAtClause(opening.text, limits.words);
  return text === "" ? [] : [{ ...opening, text, indexes: opening.indexes.slice(0, limits.sentences) }];
}

/** What may stand in a summary, in order; what repeats the headline only where there is nothing else. */
function passages(
  article: { readonly title: string; readonly paragraphs: readonly string[] },
  sentenceCount: number,
): Passage[] {
  const all = firstTold(article.paragraphs, sentenceCount);
  const related = withoutStrayOpening(all, article.title);
  // Where no line has to do with the headline it is the headline that is stray; but first one looks further.
  const told = related.length === 0 && sentenceCount === MOST_SENTENCES_LOOKED_AT ? all : related;
  const found: Passage[] = [];
  for (let at = 0; at < told.length; ) {
    const whole = passageAt(told, at);
    const passage =
      whole !== undefined && !BREAKS_OFF.test(whole.text)
        ? whole
        : found.length === 0
          ? mended(told[at] as Told)
          : undefined;
    at += passage?.indexes.length ?? 1;
    if (passage !== undefined && !/[:：]\s*$/.test(passage.text)) found.push(passage);
  }
  const title = tokens(article.title);
  const news = found.filter((passage) => !repeatsHeadline(passage, title));
  if (found.length > 0) return news.length > 0 ? news : found;
  return told
    .filter(({ text }) => hasWholeQuotes(text))
    .map(({ text, index }) => ({ text, indexes: [index], wordCount: countWords(text) }));
}

/** Whether a passage tells nearly nothing that is not said: no number, no place and few words. */
function saysAgain({ text }: Passage, said: readonly Passage[]): boolean {
  const known = said.map((passage) => passage.text).join("\n");
  const words = new Set(storyTerms(text));
  const newWords = words.difference(new Set(storyTerms(known))).size;
  const mostNew = Math.min(words.size * (1 - SAID_AGAIN_RATIO), MOST_NEW_WORDS);
  return newWords <= mostNew && factsOf(text).isSubsetOf(factsOf(known));
}

/** The sentence at a place, with those that finish its quotation; undefined where half a quotation stays. */
function passageAt(told: readonly Told[], at: number): Passage | undefined {
  for (let count = 1; count <= LONGEST_QUOTATION; count++) {
    const part = told.slice(at, at + count);
    const first = part[0]?.index ?? 0;
    if (part.length < count || part[count - 1]?.index !== first + count - 1) return undefined;
    const text = part.map((sentence) => sentence.text).join(" ");
    if (isBalanced(text)) return { text, indexes: part.map((sentence) => sentence.index), wordCount: countWords(text) };
  }
  return undefined;
}

/** What of an article's first sentence can be shown that has half a quotation or breaks off. */
function mended({ text, index }: Told): Passage | undefined {
  const shown = withOpenQuoteMended(text) ?? cutAtClause(text, countWords(text));
  const wordCount = countWords(shown);
  return wordCount < LEAST_BEFORE_ORPHAN ? undefined : { text: shown, indexes: [index], wordCount };
}

/** Whether a passage says nothing that the headline does not. */
function repeatsHeadline({ text, wordCount }: Passage, title: readonly string[]): boolean {
  if (wordCount > title.length * REPEATED_LENGTH_RATIO) return false;
  const words = tokens(text);
  const known = new Set(title);
  return words.filter((word) => known.has(word)).length >= words.length * REPEATED_RATIO;
}

/** The beginning of a sentence, at most so many words, up to the end of a clause and never inside a quotation; else up to a word. */
function cutAtClause(text: string, words: number): string {
  let head = "";
  for (const match of text.slice(0, LONGEST_CUT).matchAll(/\S+\s*/g)) {
    if (countWords(head + match[0]) > words) break;
    head += match[0];
  }
  const least = head.length * LEAST_CUT_RATIO;
  const clauses = [...head.matchAll(/[،؛;](?=\s|$)/g)].map((match) => match.index);
  const spaces = [...head.trimEnd().matchAll(/\s/g)].map((match) => match.index).concat(head.trimEnd().length);
  const end =
    clauses.findLast((at) => at >= least && isBalanced(head.slice(0, at))) ??
    spaces.findLast((at) => isBalanced(head.slice(0, at)) && !BREAKS_OFF.test(head.slice(0, at)));
  const kept = head.slice(0, end ?? 0).replace(/[\s،؛,;:.\-–—]+$/, "");
  return kept === "" ? "" : `${kept}…`;
}
