import { terms } from "../lib/arabic/terms.ts";
import type { Article } from "../story/article.ts";
import { fingerprintSimilarity } from "../story/fingerprint.ts";
import { countsOf, disagree } from "./counts.ts";
import { summarise } from "./extractive.ts";
import { factsOf, numberOfFact } from "./facts.ts";
import { hasMeaning, meantWords } from "./meant-words.ts";
import { pageTalk } from "./page-talk.ts";
import { leansOnEarlier, pointsBack, withoutConjunction, wordsWithoutWaw } from "./references.ts";
import { splitSentences } from "./sentences.ts";
import type { Summary, SummaryLimits } from "./summary.ts";

/** A sentence of another outlet that says what the summary's article does not. */
export interface Addition {
  readonly articleId: string;
  readonly text: string;
}

/** From here on two articles are one agency's text: it counts once. */
export const SAME_TEXT = 0.3;
/** A sentence of fewer words says little; so much must be left of the words that are allowed. */
const LEAST_WORDS = 6;
/** Of the sentence's words so many are in the article, else it is about something else … */
const LEAST_COMMON = 2;
/** … and at most this share, else it only repeats … */
const MOST_COMMON_RATIO = 0.7;
/** … or of what headline and summary say in any words: a number is news in few others, a place or name in more. */
const MOST_SAID_RATIO = { withNumber: 0.75, without: 0.46 };
const MOST_IN_PASSING = 3;

/**
 * At most one sentence of the other articles that adds a number, place or name which the summary's own article lacks, if there is
 * room within the limits; undefined where there is none. A copy of the same agency text adds nothing, nor does a sentence that says
 * again what headline and summary do, or counts what the article counts and comes to another number: readers are not told two tolls in
 * a row.
 */
export function additionTo(
  summary: Summary,
  article: Article,
  others: readonly Article[],
  limits: SummaryLimits,
): Addition | undefined {
  const sentencesLeft = limits.sentences - Math.max(1, splitSentences(summary.text).length);
  const wordsLeft = limits.words - summary.text.split(/\s+/).length;
  if (summary.text === "" || sentencesLeft < 1 || wordsLeft < LEAST_WORDS) return undefined;
  const text = [article.title, ...article.paragraphs].join("\n");
  const known = factsOf(text);
  const counts = countsOf(text);
  const words = new Set(terms(text));
  const said = meantWords(`${article.title}\n${summary.text}`);

  const isNews = (sentence: string, facts: ReadonlySet<string>) => {
    const found = new Set(terms(sentence));
    const common = found.intersection(words).size;
    const meant = meantWords(sentence);
    const saidAgain = meant.filter((word) => hasMeaning(said, word)).length;
    const hasNumber = [...facts].some((fact) => numberOfFact(fact) !== undefined);
    const most = hasNumber ? MOST_SAID_RATIO.withNumber : MOST_SAID_RATIO.without;
    return (
      common >= LEAST_COMMON &&
      common <= found.size * MOST_COMMON_RATIO &&
      saidAgain <= meant.length * most &&
      !disagree(countsOf(sentence), counts)
    );
  };

  let best: Addition | undefined;
  let most = 0;
  for (const other of others) {
    if (other.id === article.id || fingerprintSimilarity(other.fingerprint, article.fingerprint) >= SAME_TEXT) continue;
    // What of the other article may be shown at all is what its own summary would show.
    const candidates = splitSentences(summarise(other, limits, summary.madeAt).text).filter(canStandAlone);
    if (candidates.length === 0) continue;
    const vocabulary = wordsWithoutWaw([...other.paragraphs, text].join("\n"));
    for (const sentence of candidates) {
      const shown = withoutConjunction(sentence, vocabulary);
      const length = sentence.split(/\s+/).length;
      if (shown === undefined || length < LEAST_WORDS || length > wordsLeft) continue;
      const facts = newsOf(sentence, known);
      if (facts.size <= most || !isNews(sentence, facts)) continue;
      most = facts.size;
      best = { articleId: other.id, text: shown };
    }
  }
  return best;
}

/** What a sentence counts and names that is not known; so few are only counted in passing: «الدول الثلاث». */
const newsOf = (sentence: string, known: ReadonlySet<string>) =>
  new Set(
    [...factsOf(sentence).difference(known)].filter((fact) => (numberOfFact(fact) ?? Infinity) > MOST_IN_PASSING),
  );

/** Whole, no question, not about its outlet, and with nothing that stands in the sentences before it. */
const canStandAlone = (sentence: string) =>
  !/…$|[؟?]/.test(sentence) && !leansOnEarlier(sentence, false) && !pointsBack(sentence) && pageTalk(sentence) <= 1;
