import { cleanText } from "../lib/arabic/clean.ts";
import { withoutNumbers } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { terms } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";
import { TIME } from "./meant-words.ts";
import { isToldInLatin } from "./model-latin.ts";
import { keepsNumbers, QUANTITY, unifiedUnits } from "./model-numbers.ts";
import { givesOrders } from "./model-orders.ts";
import { isRetold } from "./model-retelling.ts";
import type { ModelInput } from "./prompt.ts";
import { isBalanced } from "./quotes.ts";
import { splitSentences } from "./sentences.ts";
import type { SummaryLimits } from "./summary.ts";
import { firstTold } from "./told.ts";

/** Why an answer of a model was refused. */
export type Refusal =
  | "form" // empty, too short or long, several paragraphs, a list, an address, half a quotation
  | "language" // not the article's
  | "number"
  | "time" // another day or month, before for after
  | "place"
  | "name" // in Latin letters
  | "quotation"
  | "words" // the article does not say so: other words, somebody else, another order, denied or in doubt
  | "orders" // it speaks to a machine or passes its orders on
  | "about"; // hardly a word of the headline and the first sentences is in it

const LEAST_WORDS = 6;
/** A little more than what was asked for is no fault. */
const LENGTH_TOLERANCE = 1.15;
/** So many sentences after the headline say what an article is about … */
const LEAD_SENTENCES = 3;
/** … and of their words, or of the summary's if it has fewer, it shares so many: nearly all human summaries do, few that tell something else. */
const LEAST_SHARED_RATIO = 0.1;
const LEAST_SHARED = 1;
const QUOTATION = /«([^»]+)»|“([^”]+)”|"([^"]+)"/gu;
const BROKEN_FORM = /https?:|www\.|^\s*(?:[-*•#]|\d+[.)]\s)|\*\*|```|[{}<>]/mu;
/** Pictures, «½», numerals of other scripts: they may say something that no other check reads. */
const ODD_SIGN = /[^\p{Cf}\p{L}\p{M}\p{P}\p{Sc}\s0-9٠-٩۰-۹]/gu;

const share = (text: string, script: RegExp) => (text.match(script)?.length ?? 0) / Math.max(1, text.length);
const isArabic = (text: string) => share(text, /\p{Script=Arabic}/gu) > share(text, /\p{Script=Latin}/gu);

/** An answer as text to show: one paragraph, cleaned, without the quotation marks or label around it. */
export function modelText(answer: string): string {
  const text = cleanText(answer).replace(/^(?:الملخص|ملخص|Summary)\s*:\s*/iu, "");
  const quoted = /^"([^"]+)"$/u.exec(text) ?? /^«([^«»]+)»$/u.exec(text);
  return quoted?.[1] ?? text;
}

/**
 * Why a model's summary may not be shown; undefined when it may. Every number (digits, years, number words, duals), place,
 * Latin name and quotation in it must be in the article, its days, months and quantities («مئات», «نصف») too; each of its clauses
 * is told by the article, and something in it by what the article opens with. Strict, because the extract is always there instead.
 */
export function refusalOf(text: string, article: ModelInput, limits: SummaryLimits): Refusal | undefined {
  const source = unifiedUnits(cleanText([article.title, ...article.paragraphs].join("\n")));
  const words = text.split(/\s+/).length;
  if (words < LEAST_WORDS || words > limits.words * LENGTH_TOLERANCE || /\n/.test(text)) return "form";
  if (splitSentences(text).length > limits.sentences || BROKEN_FORM.test(text) || !isBalanced(text)) return "form";
  if (text.match(ODD_SIGN)?.some((sign) => !source.includes(sign))) return "form";
  if (isArabic(text) !== isArabic(source)) return "language";
  const told = unifiedUnits(text);
  const said = tokens(told);
  const known = tokens(source);
  if (!keepsNumbers(told, said, source, known)) return "number";
  if (!hasWordsLike(QUANTITY, withoutNumbers(said), withoutNumbers(known))) return "number";
  if (!hasWordsLike(TIME, said, known) || turnsTime(said, known)) return "time";
  if (!hasPlaces(said, known)) return "place";
  const knownWords = new Set(known);
  const latin = said.filter((word) => /^[a-z][a-z\p{M}]+$/u.test(word));
  if (isArabic(source) && latin.some((word) => !knownWords.has(word))) return "name";
  if (!hasQuotations(told, known)) return "quotation";
  const retold = { title: unifiedUnits(article.title), paragraphs: article.paragraphs.map(unifiedUnits) };
  if (!(isArabic(source) ? isRetold(told, retold) : isToldInLatin(told, source))) return "words";
  if (givesOrders(text)) return "orders";
  return isAbout(text, article) ? undefined : "about";
}

/** Whether a text speaks of what the headline and the first sentences speak of. */
function isAbout(text: string, { title, paragraphs }: ModelInput): boolean {
  const lead = firstTold(paragraphs, LEAD_SENTENCES * 3).slice(0, LEAD_SENTENCES);
  const key = new Set(terms([title, ...lead.map((sentence) => sentence.text)].join("\n")));
  const said = new Set(terms(text));
  return said.intersection(key).size >= Math.max(LEAST_SHARED, Math.min(said.size, key.size) * LEAST_SHARED_RATIO);
}

/** Whether what a text says of a kind of words the article says too, with whatever is written together with it. */
function hasWordsLike(kind: RegExp, said: readonly string[], known: readonly string[]): boolean {
  const bare = (word: string) => word.replace(/^(?:[وبلف]?ال|[وبلف])(?=..)/, "");
  const found = new Set(known.filter((word) => kind.test(word)).map(bare));
  return said.every((word) => !kind.test(word) || found.has(bare(word)));
}

/** What stands behind «قبل» and «بعد», without «أن». */
function behind(words: readonly string[]): Record<"قبل" | "بعد", Set<string>> {
  const found = { قبل: new Set<string>(), بعد: new Set<string>() };
  for (const [at, word] of words.entries()) {
    const side = /^[وف]?(قبل|بعد)$/.exec(word)?.[1] as keyof typeof found | undefined;
    if (side !== undefined) found[side].add(stem(words[words[at + 1] === "ان" ? at + 2 : at + 1] ?? ""));
  }
  return found;
}

/** Whether a text says «قبل المباراة» where the article only says «بعد المباراة», or the other way round. */
function turnsTime(said: readonly string[], known: readonly string[]): boolean {
  const [own, told] = [behind(said), behind(known)];
  const isTurned = (side: Set<string>, same: Set<string>, other: Set<string>) =>
    side.difference(same).intersection(other).size > 0;
  return isTurned(own.قبل, told.قبل, told.بعد) || isTurned(own.بعد, told.بعد, told.قبل);
}

function hasPlaces(said: readonly string[], known: readonly string[]): boolean {
  const [own, others] = [placesIn(said), placesIn(known)];
  // «استاد القاهرة» is no city, but who says that it was in Cairo invents nothing.
  const words = new Set(known.map(stem));
  if ([...own.taken.keys()].every((index) => words.has(stem(said[index] as string)))) return true;
  return (
    own.countries.every((country) => others.countries.includes(country)) &&
    own.cities.every((city) => others.cities.includes(city))
  );
}

function hasQuotations(text: string, known: readonly string[]): boolean {
  const source = ` ${known.join(" ")} `;
  return [...text.matchAll(QUOTATION)].every(([, ...found]) => {
    const quoted = tokens(found.find((part) => part !== undefined) ?? "").join(" ");
    return source.includes(` ${quoted} `);
  });
}
