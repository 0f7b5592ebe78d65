import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { splitSentences } from "./sentences.ts";

/** Who was killed or hurt; a toll grows, and the older one is no news. */
const OF_TOLL =
  /^[وفبل]?(?:ال)?(?:قتل|قتلت|قتلوا|قتلي|قتيل\p{L}*|مقتل|مصرع|ضحايا|ضحيه|وفاه|وفيات|جرح|جرحي|جريح\p{L}*|اصاب\p{L}*|اصيب\p{L}*|مصاب\p{L}*|حصيله|القضاء|تصفيه)$/u;
const MANY = /^[وفبل]?(?:ال)?(?:عشرات|ميات)$/;

/** What a text counts, and whom it tells killed or hurt. */
export interface Counts {
  /** For each thing the number before it. */
  readonly things: ReadonlyMap<string, number>;
  readonly tolls: ReadonlySet<number | string>;
}

/** The numbers of a text by the stem of the word behind them, and those, «tens» too, of the sentences that speak of victims. */
export function countsOf(text: string): Counts {
  const sentences = splitSentences(text).map(tokens);
  const things = new Map<string, number>();
  for (const words of sentences)
    for (const [index, word] of words.entries()) {
      const [value] = numbersOfTokens([word]);
      const next = words[index + 1];
      if (value !== undefined && next !== undefined) things.set(stem(next), value);
    }
  const told = sentences.filter((words) => words.some((word) => OF_TOLL.test(word)));
  return {
    things,
    tolls: new Set(told.flatMap((words) => [...numbersOfTokens(words), ...words.filter((word) => MANY.test(word))])),
  };
}

/** Whether two texts count one thing and come to different numbers («12 قتيلا» and «9 قتلى»), or tell different tolls. */
export function disagree(sentence: Counts, text: Counts): boolean {
  const tellsOther = sentence.tolls.size > 0 && text.tolls.size > 0 && !sentence.tolls.isSubsetOf(text.tolls);
  return (
    tellsOther || [...sentence.things].some(([what, value]) => text.things.has(what) && text.things.get(what) !== value)
  );
}
