import { isStopWord } from "../lib/arabic/stop-words.ts";
import { tokens } from "../lib/arabic/tokens.ts";

/** What denies the word behind it, normalised. */
const NEGATIONS: ReadonlySet<string> = new Set(
  "لا لم لن ما ليس ليست ليسوا لست غير دون بدون عدم نفي نفت ينفي تنفي".split(" "),
);
/** «ما زال», «ما يعادل», «ما لا يقل عن»: nothing is denied. */
const NO_NEGATION = /^(?:زال|زالت|زالوا|يزال|تزال|يزالون|يعادل|يقارب|يقل|تقل|سيما|بين|بعد|قبل|اذا|يعني|ادي|اسفر|شك)/;
/** «لديها», «عليه» … */
const PRONOUNS = /^(?:لدي|علي|الي|من|في|عن|ل|ب)(?:ه|ها|هم|هما|نا|ك|كم)?$/;
const BEING = /^(?:[يت]كن|[يت]كون|كانت?|كانوا)$/;
const bare = (word: string) => word.replace(/^[وف](?=(?:لا|لم|لن|ما|ليس|ليست|غير|دون|بدون|عدم|نفي|نفت)$)/, "");
/** Verbs and nouns of one root alike: «يصب» and «أصيب», «يوقع» and «توقيع». */
const skeleton = (word: string) => {
  const letters = word
    .replace(/^(?:[وفبل]?ال|[وفبل](?=...)|س(?=[يتن]))/, "")
    .replace(/^[ياتن](?=..)/, "")
    .replace(/[وي]|ه$/g, "");
  return letters.length < 2 ? word : letters;
};

/** What a text says of a word: that it is so, that it is not. */
interface Sides {
  readonly said: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
}

function sidesOf(text: string): Sides {
  const words = tokens(text).map(bare);
  const said = new Set<string>();
  const denied = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (NEGATIONS.has(word)) continue;
    const isDenied = NEGATIONS.has(words[at - 1] ?? "") && !NO_NEGATION.test(word);
    // «ليس لدى الشركة»: what is denied stands somewhere behind.
    (isDenied ? denied : said).add(
      BEING.test(word) ? "كان" : isStopWord(word) || PRONOUNS.test(word) ? "" : skeleton(word),
    );
  }
  return { said, denied };
}

/** Whether a text denies only what the article denies, and says nothing that the article only denies. */
export function keepsNegations(text: string, source: string): boolean {
  const own = sidesOf(text);
  const article = sidesOf(source);
  return (
    own.denied.isSubsetOf(article.denied) &&
    [...own.said].every((word) => article.said.has(word) || !article.denied.has(word))
  );
}
