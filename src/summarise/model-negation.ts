import { isStopWord } from "../lib/arabic/stop-words.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { splitSentences } from "./sentences.ts";
import { verbKey } from "./verb-key.ts";

/** What denies the word behind it, normalised. */
const NEGATIONS: ReadonlySet<string> = new Set("لا لم لن ما ليس ليست ليسوا لست غير دون بدون عدم".split(" "));
/** «ما زال», «لا سيما»: nothing is denied. */
const NO_NEGATION = /^(?:زال|زالت|زالوا|يزال|تزال|يزالون|سيما|شك)$/;
/** «ما» is mostly «what»; it denies behind «إنه», and with «و» a verb. */
const BEFORE_MA = /^(?:و?[ابل]*نه|و?[ابل]*نها|و?[ابل]*نهم|لكنه|لكنها)$/;
const DENIAL = /^[وف]?(?:نف(?:ي|ت|وا|ي?ه|يا)|[يتن]نف(?:ي|ون)|نافي[اه]?|انكر|ينكر|انكرت|تنكر|انكار)$/;
/** «لديها», «عليه» … */
const PRONOUNS = /^(?:لدي|علي|الي|من|في|عن|ل|ب)(?:ه|ها|هم|هما|نا|ك|كم)?$/;
const BEING = /^(?:[يت]كن|[يت]كون|كانت?|كانوا)$/;
const bare = (word: string) => word.replace(/^[وف](?=(?:لا|لم|لن|ما|ليس|ليست|غير|دون|بدون|عدم|نفي|نفت)$)/, "");

/** What a text says of a word: that it is so, that it is not. */
interface Sides {
  readonly said: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  /** Somebody may deny it. */
  readonly doubted: ReadonlySet<string>;
  /** Somebody denies something. */
  readonly deniesSomebody: boolean;
}

function isNegation(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (NO_NEGATION.test(words[at + 1] ?? "")) return false;
  if (word === "ما") return BEFORE_MA.test(words[at - 1] ?? "");
  if (word === "وما") return !/^(?:ال|اذا|هي|هو|ان)/.test(words[at + 1] ?? "ال");
  return NEGATIONS.has(bare(word));
}

/** «نفى أن تكون الشركة قد اقترضت»: so many words behind «أن» may be what is denied, and «أن» is so near. */
const DENIED_WORDS = 8;
const NEAR_THAT = 7;
const THAT = /^[وب]?ان(?:ه|ها|هم)?$/;

/** The places of words that may be what somebody denies. */
function doubtedIn(words: readonly string[]): Set<number> {
  const denied = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (!DENIAL.test(word)) continue;
    const that = words.slice(at + 1, at + 1 + NEAR_THAT).findIndex((next) => THAT.test(next));
    if (that >= 0) for (let next = 1; next <= DENIED_WORDS; next++) denied.add(at + 1 + that + next);
  }
  return denied;
}

function sidesOf(text: string): Sides {
  const said = new Set<string>();
  const denied = new Set<string>();
  const doubted = new Set<string>();
  const sentences = splitSentences(text).map(tokens);
  for (const words of sentences) {
    const doubtedAt = doubtedIn(words);
    for (const [at, word] of words.entries()) {
      if (isNegation(words, at)) continue;
      // «ليس لدى الشركة»: what is denied stands somewhere behind.
      const kept = BEING.test(word) ? "كان" : isStopWord(word) || PRONOUNS.test(word) ? "" : verbKey(word);
      (isNegation(words, at - 1) ? denied : doubtedAt.has(at) ? doubted : said).add(kept);
    }
  }
  return { said, denied, doubted, deniesSomebody: sentences.flat().some((word) => DENIAL.test(word)) };
}

/** Whether a text denies only what the article denies or does not speak of, and says nothing that the article only denies. */
export function keepsNegations(text: string, source: string): boolean {
  const own = sidesOf(text);
  const article = sidesOf(source);
  const denies = article.denied.size > 0 || article.deniesSomebody;
  return (
    (!own.deniesSomebody || denies) &&
    [...own.denied].every((word) => article.denied.has(word) || (denies && !article.said.has(word))) &&
    [...own.said].every((word) => article.said.has(word) || !(article.denied.has(word) || article.doubted.has(word)))
  );
}
