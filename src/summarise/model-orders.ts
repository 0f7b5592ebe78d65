import { normalise } from "../lib/arabic/normalise.ts";
import { ARABIC_ORDER, ENGLISH_ORDER, MARKERS } from "./order-phrases.ts";
import type { ModelInput } from "./prompt.ts";
import { splitSentences } from "./sentences.ts";

/** «ت ج ا ه ل», «i.g.n.o.r.e»: letters apart hide a word from who looks for it. */
const LETTERS_APART = /(?<![\p{L}\p{M}])(?:\p{L}[\s.\-_*]{1,2}){4,}\p{L}(?![\p{L}\p{M}])/u;
/** Letters of two scripts in one word that look alike. Looked for from its first letter only, or a long word takes forever. */
const MIXED_SCRIPTS = /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{3,}/u;
/** Signs that nobody sees can carry a text. */
const UNSEEN = /[\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}\ufe00-\ufe0f]|\p{Cf}/gu;
const LEET = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["$", "s"],
  ["@", "a"],
]);
const WORD_WITH_DIGITS = /(?<![a-z\d@$])(?=[a-z\d@$]*[a-z])(?=[a-z\d@$]*[\d@$])[a-z\d@$]{4,}/gi;

function isOrder(sentence: string): boolean {
  const seen = sentence.normalize("NFKC").replace(UNSEEN, "");
  const plain = seen.replace(WORD_WITH_DIGITS, (word) => word.replace(/[\d@$]/g, (sign) => LEET.get(sign) ?? sign));
  return (
    MARKERS.test(seen) ||
    LETTERS_APART.test(seen) ||
    MIXED_SCRIPTS.test(seen) ||
    ENGLISH_ORDER.test(plain) ||
    ARABIC_ORDER.test(
      normalise(seen)
        .replace(/["«»“”*_~|]/g, "")
        .replace(/\s+/g, " "),
    )
  );
}

/** Whether a sentence gives an order, by itself or together with the next one, which gives none. */
const beginsOrder = (sentence: string, next: string) =>
  isOrder(sentence) || (next !== "" && !isOrder(next) && isOrder(`${sentence} ${next}`));

/** Whether a text speaks to a machine that reads it. */
export function givesOrders(text: string): boolean {
  const sentences = splitSentences(text.replace(UNSEEN, ""));
  return sentences.some((sentence, at) => beginsOrder(sentence, sentences[at + 1] ?? ""));
}

/** An order of so few words at the end of a line says nothing yet: the next line does. */
const LONGEST_PREFACE = 5;

/**
 * An article without what speaks to a machine that reads it, so that a model neither gets it nor is believed for its words: from such
 * a sentence to the end of its paragraph, and the next one where it is only its preface. News of such orders lose the sentences
 * that quote them, which costs a summary little.
 */
export function withoutOrders({ title, paragraphs }: ModelInput): ModelInput {
  const lines = paragraphs.flatMap((paragraph) => paragraph.replace(UNSEEN, "").split(/\r?\n/)).map(splitSentences);
  const kept: string[] = [];
  let isPrefaced = false;
  for (const [at, sentences] of lines.entries()) {
    const next = lines[at + 1]?.[0] ?? "";
    const from = sentences.findIndex((sentence, index) => beginsOrder(sentence, sentences[index + 1] ?? next));
    if (!isPrefaced) kept.push((from < 0 ? sentences : sentences.slice(0, from)).join(" "));
    const order: readonly string[] = isPrefaced ? sentences : from < 0 ? [] : sentences.slice(from);
    const said = order.join(" ");
    isPrefaced = order.length > 0 && (/[:：]$/.test(said) || said.split(" ").length <= LONGEST_PREFACE);
  }
  return { title: givesOrders(title) ? "" : title.replace(UNSEEN, ""), paragraphs: kept.filter((line) => line !== "") };
}
