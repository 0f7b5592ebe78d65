import { hasConjunction } from "../lib/arabic/stem.ts";
import { dropsDoer, isToldBy } from "./clause-retelling.ts";
import { saidClauses, type Telling, tellingsOf } from "./meant-clauses.ts";
import { type MeantWord, meantWords } from "./meant-words.ts";
import type { ModelInput } from "./prompt.ts";
import { splitSentences } from "./sentences.ts";

/** A clause of more deeds is not taken apart: each may be one with the next, and the ways to part them double with each. */
const MOST_DEEDS = 8;
/** «…، وأضافت الشركة»: two statements, which may be two sentences of the article. */
const JOINT = /،\s(?=و\p{L}{3})/u;

/** What the headline and the first sentence say, any sentence may say with what is its own, but not in somebody's name. */
const OPENING_SENTENCES = 2;
const isSpeaker = ({ preposition }: MeantWord) => preposition === "قال";

/**
 * Whether each sentence of an Arabic summary, or each of the statements that it joins, is told by one sentence of its article and what it
 * opens with: clause by clause, in their order, without a word that they lack, with all that denies or doubts it. Without grammar that is
 * approximate: what an article has in other words is refused.
 */
export function isRetold(text: string, article: ModelInput): boolean {
  const told = tellingsOf(article);
  const opening = told.slice(0, OPENING_SENTENCES).flat();
  return splitSentences(text).every((sentence) => {
    const all = meantWords(sentence);
    const isTold = (statement: string, at: number) => {
      const context = meantWords(statement).some(isSpeaker) ? [] : opening;
      return told.some((tellings) => isStatementTold(statement, at === 0, all, [...context, ...tellings]));
    };
    return isTold(sentence, 0) || sentence.split(JOINT).every(isTold);
  });
}

function isStatementTold(
  statement: string,
  opens: boolean,
  all: readonly MeantWord[],
  tellings: readonly Telling[],
): boolean {
  /** The same row is asked for by each telling. */
  const known = new Map<string, boolean>();

  function isTold(words: readonly MeantWord[], isFirst: boolean, isWithin = false): boolean {
    const key = JSON.stringify([words, isFirst, isWithin]);
    const answer = known.get(key) ?? isToldAnew(words, isFirst, isWithin);
    known.set(key, answer);
    return answer;
  }

  function isToldAnew(words: readonly MeantWord[], isFirst: boolean, isWithin: boolean): boolean {
    const isToldElsewhere = (row: readonly MeantWord[]) => row.length < words.length && isTold(row, true, true);
    return tellings.some(
      (telling) =>
        isToldBy(words, telling, isToldElsewhere, isWithin) && (isFirst || !dropsDoer(words, telling.words, all)),
    );
  }

  /** As a whole, or in two where «و» may join a second deed. */
  const isToldInTurn = (words: readonly MeantWord[], isFirst: boolean): boolean =>
    isTold(words, isFirst) ||
    (words.filter(opensDeed).length <= MOST_DEEDS &&
      words.some(
        (word, at) =>
          at > 1 &&
          at < words.length - 1 &&
          opensDeed(word) &&
          isTold(words.slice(at), false) &&
          isToldInTurn(words.slice(0, at), isFirst),
      ));

  return saidClauses(statement).every(
    ({ whole, parts }, index) =>
      isToldInTurn(whole, opens && index === 0) ||
      (parts.length > 1 && parts.every((part, at) => isToldInTurn(part, opens && index + at === 0))),
  );
}

/** «وقطعت الكهرباء»: joined by «و», and no definite word. */
const opensDeed = ({ folded, preposition }: MeantWord) =>
  preposition === undefined && hasConjunction(folded) && !folded.startsWith("وال");
