import { tokens } from "../lib/arabic/tokens.ts";
import { storyTerms } from "../story/story-terms.ts";
import { breaksOff, cutAtClause } from "./clauses.ts";
import { factsOf } from "./facts.ts";
import { canEnd, hasWholeQuotes, isBalanced, opensQuotation, withOrphanQuoteMended } from "./quotes.ts";
import { isJoined, leansOnEarlier, pointsBack, withoutConjunction, wordsWithoutWaw } from "./references.ts";
import { withoutStrayOpening } from "./stray-lines.ts";
import type { Summary, SummaryLimits } from "./summary.ts";
import { countWords, firstTold, type Told } from "./told.ts";

/** Only the beginning of an article is looked at: the news stand there. Where it is mostly furniture, more of it. */
const SENTENCES_LOOKED_AT = 7;
const MOST_SENTENCES_LOOKED_AT = 40;
/** A summary with fewer words may be short because of furniture. */
const FEW_WORDS = 30;
/** A sentence that is hardly longer than the headline and has nearly all its words from it only repeats it. */
const REPEATED_RATIO = 0.95;
const REPEATED_LENGTH_RATIO = 1.3;
/** What stands before an orphan mark is shown if it has so many words. */
const LEAST_BEFORE_ORPHAN = 10;
/** A sentence that has so much of its words from what is shown, few others and no fact says it again, in other words. */
const SAID_AGAIN_RATIO = 0.55;
const MOST_NEW_WORDS = 6;
/** One that goes on with nothing, has so much of its words from what is shown and tells so much of a sentence there is where a text begins again. */
const BEGUN_AGAIN_RATIO = 0.5;
const TOLD_AGAIN_RATIO = 1 / 3;
const LEAST_BEGUN_AGAIN = 8;
/** What was before is told behind the news. */
const BACKGROUND = /^كان(?:ت|وا)? /u;
/** A quotation may run over so many sentences. */
const LONGEST_QUOTATION = 3;

/** One sentence, or the few that a quotation runs over and that only make sense together. */
interface Passage {
  readonly text: string;
  /** Of its sentences, among all of the article. */
  readonly indexes: readonly number[];
  /** The line that it begins in. */
  readonly line: number;
  readonly wordCount: number;
}

/** «… لفترة طويلة،» and on the next line «حيث …»: one sentence over two lines. */
const ENDS_IN_COMMA = /[،,]$/;
const GOES_ON_BEHIND_COMMA =
  /^(?:و(?!زير|كيل|كال|ال[دي])|(?:حيث|رغم|على|مع|بينما|فيما|كما|مما|ما|بعد|قبل|الذي|التي|الذين|لكن|إلا|إذ|في|من|إلى|بسبب|وفق|بحسب)\s)/u;
const ENDS = /[.…۔؟?!][\s"»”“’)\]]*$/;
/** A longer question tells something itself. */
const LONGEST_QUESTION = 18;
/** «فهل ينجح في ذلك؟»: without the sentence behind it, it only promises what is not shown. */
const QUESTION = /^(?:و?لكن\s|[وف])?(?:هل|ما|ماهي|ماهو|ماذا|لماذا|كيف|متى|أين|من|أي|كم)\s.*[؟?][\s"»”“’!)\]]*$/u;

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
  let { chosen, isFull } = chosenAmong(SENTENCES_LOOKED_AT);
  const wordCount = chosen.reduce((sum, passage) => sum + passage.wordCount, 0);
  if (!isFull && wordCount < FEW_WORDS) chosen = chosenAmong(MOST_SENTENCES_LOOKED_AT).chosen;
  chosen = withoutLoneQuestions(chosen);
  const text = chosen.map((passage) => passage.text).join(" ");
  const known = () => wordsWithoutWaw([article.title, ...article.paragraphs].join("\n"));
  return {
    articleId: article.id,
    text: text.startsWith("و") ? (withoutConjunction(text, known()) ?? text) : text,
    sentenceIndexes: chosen.flatMap((passage) => passage.indexes),
    method: "extractive",
    madeAt: now,
  };
}

/** Without the short questions, but for an opening one, that stand before something else than what they stood before. */
function withoutLoneQuestions(chosen: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const [at, passage] of [...chosen.entries()].reverse()) {
    const asks = at > 0 && passage.wordCount <= LONGEST_QUESTION && QUESTION.test(passage.text);
    if (!asks || isNext(passage, kept[0])) kept.unshift(passage);
  }
  return kept;
}

/** Whether a passage stands right behind another in the article. */
const isNext = (passage: Passage, next: Passage | undefined) =>
  next !== undefined && next.indexes[0] === (passage.indexes.at(-1) as number) + 1;

/** The first passages that stand by themselves or follow on one another, within the limits; `isFull`: these ended the choice. */
function chosenFrom(told: readonly Passage[], limits: SummaryLimits): { chosen: Passage[]; isFull: boolean } {
  const chosen: Passage[] = [];
  let words = 0;
  let sentences = 0;
  const opening = told.find((passage, index) => !leansOnEarlier(passage.text, index === 0)) ?? told[0];
  if (opening === undefined || limits.sentences < 1) return { chosen, isFull: false };
  for (const passage of told.slice(told.indexOf(opening))) {
    const before = chosen.at(-1);
    const follows = before !== undefined && isNext(before, passage);
    if (passage !== opening && !follows && (leansOnEarlier(passage.text, false) || pointsBack(passage.text))) continue;
    if (chosen.length > 0 && saysAgain(passage, chosen)) continue;
    // What stands further down leans on what is told again.
    if (chosen.length > 0 && beginsAgain(passage, chosen)) return { chosen, isFull: true };
    words += passage.wordCount;
    sentences += passage.indexes.length;
    if (words > limits.words || sentences > limits.sentences) {
      if (chosen.length > 0) return { chosen, isFull: true };
      const text = cutAtClause(opening.text, limits.words);
      const cut = { ...opening, text, indexes: opening.indexes.slice(0, limits.sentences) };
      return text === "" ? chosenFrom(told.slice(told.indexOf(opening) + 1), limits) : { chosen: [cut], isFull: true };
    }
    chosen.push(passage);
  }
  return { chosen, isFull: false };
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
    const passage = whole !== undefined && !breaksOff(whole.text) ? whole : mended(told, at, found.length === 0);
    at += passage?.indexes.length ?? unshownAt(told, at);
    if (passage !== undefined) found.push(passage);
  }
  const title = tokens(article.title);
  const news = found.filter((passage) => !repeatsHeadline(passage, title));
  if (found.length > 0) return news.length > 0 ? news : found;
  return told.filter(({ text }) => hasWholeQuotes(text)).map((sentence) => passageOf([sentence]));
}

/** Whether a passage tells nearly nothing that is not said: no number, no place and few words. */
function saysAgain({ text }: Passage, said: readonly Passage[]): boolean {
  const known = said.map((passage) => passage.text).join("\n");
  const { words, newWords } = newsIn(text, known);
  const mostNew = Math.min(words.size * (1 - SAID_AGAIN_RATIO), MOST_NEW_WORDS);
  return newWords <= mostNew && factsOf(text).isSubsetOf(factsOf(known));
}

/** Whether here the text begins again under its introduction: what is told so far comes once more in a new line, joined to nothing. */
function beginsAgain({ text, line }: Passage, said: readonly Passage[]): boolean {
  if (line === said.at(-1)?.line || isJoined(text) || BACKGROUND.test(text)) return false;
  const { words, newWords } = newsIn(text, said.map((passage) => passage.text).join("\n"));
  if (words.size < LEAST_BEGUN_AGAIN || newWords > words.size * (1 - BEGUN_AGAIN_RATIO)) return false;
  return said.some((passage) => {
    const told = new Set(storyTerms(passage.text));
    return told.intersection(words).size > told.size * TOLD_AGAIN_RATIO;
  });
}

/** The words of a text, and how many of them are not known. */
function newsIn(text: string, known: string): { words: ReadonlySet<string>; newWords: number } {
  const words = new Set(storyTerms(text));
  return { words, newWords: words.difference(new Set(storyTerms(known))).size };
}

/** How many sentences of a line belong to a quotation that is too long to be shown; 1 where it never ends. */
function unshownAt(told: readonly Told[], at: number): number {
  let text = "";
  for (let end = at; told[end] !== undefined && told[end]?.line === told[at]?.line; end++) {
    text += told[end]?.text;
    if (canEnd(text)) return end - at + 1;
  }
  return 1;
}

const passageOf = (
  sentences: readonly Told[],
  text = sentences.map((sentence) => sentence.text).join(" "),
): Passage => ({
  text: ENDS.test(text) || breaksOff(text) ? text : `${text}.`,
  indexes: sentences.map((sentence) => sentence.index),
  line: sentences[0]?.line ?? 0,
  wordCount: countWords(text),
});

/**
 * The sentence at a place, with those that finish its quotation or go on behind its comma; undefined where half a quotation stays.
 */
function passageAt(told: readonly Told[], at: number): Passage | undefined {
  for (let count = 1; count <= LONGEST_QUOTATION; count++) {
    const part = told.slice(at, at + count);
    const [first, last, next] = [part[0], part.at(-1), told[at + count]];
    if (first === undefined || part.length < count || last?.index !== first.index + count - 1) return undefined;
    const passage = passageOf(part);
    const goesOn =
      ENDS_IN_COMMA.test(passage.text) && next?.index === last.index + 1 && GOES_ON_BEHIND_COMMA.test(next.text);
    if (!goesOn && (count > 1 ? canEnd : isBalanced)(passage.text)) return passage;
  }
  return undefined;
}

/** What can be shown of a sentence with half a quotation that its line never ends; of an article's first one, too, where it breaks off. */
function mended(told: readonly Told[], at: number, isFirst: boolean): Passage | undefined {
  const sentence = told[at] as Told;
  const { text } = sentence;
  const canMend = isFirst || (opensQuotation(text) && unshownAt(told, at) === 1);
  const whole = canMend ? withOrphanQuoteMended(text) : undefined;
  const shown = whole ?? (isFirst ? cutAtClause(text, countWords(text)) : "");
  const passage = passageOf([sentence], shown);
  return passage.wordCount < LEAST_BEFORE_ORPHAN || breaksOff(passage.text) ? undefined : passage;
}

/** Whether a passage says nothing that the headline does not. */
function repeatsHeadline({ text, wordCount }: Passage, title: readonly string[]): boolean {
  if (wordCount > title.length * REPEATED_LENGTH_RATIO) return false;
  const words = tokens(text);
  const known = new Set(title);
  return words.filter((word) => known.has(word)).length >= words.length * REPEATED_RATIO;
}
