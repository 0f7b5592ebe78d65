import { normalise } from "../lib/arabic/normalise.ts";
import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { hasOwnWaw, stem } from "../lib/arabic/stem.ts";
import { terms } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import type { Article } from "../story/article.ts";
import { fingerprintSimilarity } from "../story/fingerprint.ts";
import { summarise } from "./extractive.ts";
import { factsOf } from "./facts.ts";
import { pageTalk } from "./page-talk.ts";
import { leansOnEarlier, withoutConjunction } from "./references.ts";
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
/** … and at most this share, else it only repeats. */
const MOST_COMMON_RATIO = 0.7;

/** What each number of a text counts: the stem of the word behind it. */
function counted(text: string): Map<string, number> {
  const words = tokens(text);
  const found = new Map<string, number>();
  for (const [index, word] of words.entries()) {
    const [value] = numbersOfTokens([word]);
    const next = words[index + 1];
    if (value !== undefined && next !== undefined) found.set(stem(next), value);
  }
  return found;
}

/** Who was killed or hurt; a toll grows, and the older one is no news. */
const OF_TOLL =
  /^[وفبل]?(?:ال)?(?:قتل|قتلت|قتلوا|قتلي|قتيل\p{L}*|مقتل|مصرع|ضحايا|ضحيه|وفاه|وفيات|جرح|جرحي|جريح\p{L}*|اصاب\p{L}*|اصيب\p{L}*|مصاب\p{L}*|حصيله|القضاء|تصفيه)$/u;
const MANY = /^[وفبل]?(?:ال)?(?:عشرات|ميات)$/;

/** How many were killed or hurt, by the numbers and «tens» of the sentences that speak of it. */
function tollsOf(text: string): Set<number | string> {
  const told = splitSentences(text)
    .map(tokens)
    .filter((words) => words.some((word) => OF_TOLL.test(word)));
  return new Set(told.flatMap((words) => [...numbersOfTokens(words), ...words.filter((word) => MANY.test(word))]));
}

/** Whether both texts tell a toll, and not the same. */
function tellsAnotherToll(sentence: string, tolls: ReadonlySet<number | string>): boolean {
  const own = tollsOf(sentence);
  return own.size > 0 && tolls.size > 0 && own.isDisjointFrom(tolls);
}

/** «وسجل»: so short that nobody can tell whether «و» belongs to the word, unless it is known to. */
const mayBeJoined = (sentence: string) => /^و\p{L}{3}\s/u.test(sentence) && !hasOwnWaw(normalise(sentence.slice(0, 4)));

/** Whether two texts count one thing and come to different numbers: «12 قتيلا» and «9 قتلى». */
function disagrees(text: string, known: ReadonlyMap<string, number>): boolean {
  return [...counted(text)].some(([what, value]) => known.has(what) && known.get(what) !== value);
}

/**
 * At most one sentence of the other articles that adds a number, place or name which the summary's own article lacks, if there is
 * room within the limits; undefined where there is none. A copy of the same agency text adds nothing, nor does a sentence that
 * counts what the article counts and comes to another number: readers are not told two tolls in a row.
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
  const counts = counted(text);
  const tolls = tollsOf(text);
  const words = new Set(terms(text));
  let best: Addition | undefined;
  let most = 0;
  for (const other of others) {
    if (other.id === article.id || fingerprintSimilarity(other.fingerprint, article.fingerprint) >= SAME_TEXT) continue;
    // What of the other article may be shown at all is what its own summary would show.
    for (const sentence of splitSentences(summarise(other, limits, summary.madeAt).text)) {
      const length = sentence.split(/\s+/).length;
      const found = new Set(terms(sentence));
      const common = found.intersection(words).size;
      if (length < LEAST_WORDS || length > wordsLeft || sentence.endsWith("…")) continue;
      if (leansOnEarlier(sentence, false) || pageTalk(sentence) > 1) continue;
      const shown = withoutConjunction(sentence);
      if ((shown === sentence && mayBeJoined(sentence)) || tellsAnotherToll(sentence, tolls)) continue;
      if (common < LEAST_COMMON || common > found.size * MOST_COMMON_RATIO || disagrees(sentence, counts)) continue;
      const worth = factsOf(sentence).difference(known).size;
      if (worth <= most) continue;
      most = worth;
      best = { articleId: other.id, text: shown };
    }
  }
  return best;
}
