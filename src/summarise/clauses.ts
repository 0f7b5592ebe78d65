import { canEnd } from "./quotes.ts";
import { firstWords } from "./told.ts";

/** A line breaks off at a comma or colon, or at a word that needs another: the page was cut there, or went on in what is no text. */
const BREAKS_OFF =
  /[،؛,;:：]\s*$|(?:^|\s)و?(?:[أإ]ن|ب[أإ]ن|ل[أإ]ن|[أإ]نه|[أإ]نها|من|في|على|إلى|عن|مع|بين|منذ|خلال|بعد|قبل|حول|ضد|حتى|لدى|عند|الذي|التي|الذين|التى|كما|مما|حيث|أو|ثم|لكن|قد|لم|لن|سوف|كان|كانت|وقال|قال|وقالت|قالت|هذا|هذه|وفقا|بحسب|حسب|و)$/;
/** A cut leaves at least so much of the words that are allowed. */
const LEAST_RATIO = 0.2;
/** Nobody reads a longer sentence to its end; looking there for a place to cut would take forever. */
const LONGEST = 2000;
/** Behind these the clause before a comma is whole: it goes on with «and», «while», «according to». */
const NEXT_CLAUSE =
  /^[،؛;]\s(?:و(?!زير|كيل|كال|ال[دي])|ف(?:يما|قد|إن)|(?:حيث|بينما|في حين|مما|ما|كما|لكن|إذ|إلا|بعد|قبل|وفق|بحسب|حسب|على ما|بسبب|إثر|رغم|منذ|ثم|الأمر|حتى|مشير[اة]|مؤكد[اة]|موضح[اة]|معتبر[اة])\s|ل[يت]\p{L}{3,}\s)/u;
/** «وبعد خروج الفريقين، …»: what opens with such words waits for its clause. */
const WAITS =
  /(?:^|[،؛;.]\s[وف])(?:بعد|قبل|منذ|عند|عندما|حين|حينما|بينما|فيما|رغم|إذا|لو|لولا|لما|تبعا|تبعًا|وفقا|نظرا|بناء|مع|خلال|كلما|بدون|ما إن|من دون|من أجل|على الرغم|بالرغم|بالإضافة|إلى جانب|كما لو|في (?:الوقت|ظل|إطار|معرض|أعقاب|ختام|تقرير\p{L}*))\s[^،؛;]*$/u;

/** Whether a text stops where it cannot end. */
export function breaksOff(text: string): boolean {
  return BREAKS_OFF.test(text);
}

/**
 * The beginning of a sentence, at most so many words, with «…»: up to the end of a clause that is whole, else to a comma, else to
 * a word; never inside a quotation. Empty where nothing can stand.
 */
export function cutAtClause(text: string, words: number): string {
  const head = firstWords(text.slice(0, LONGEST), words);
  const least = head.length * LEAST_RATIO;
  const commas = [...head.matchAll(/[،؛;](?=\s|$)/g)].map((match) => match.index).filter((at) => at >= least);
  const spaces = [...head.trimEnd().matchAll(/\s/g)]
    .map((match) => match.index)
    .concat(head.trimEnd().length)
    .filter((at) => at >= least);
  const canStand = (at: number) => canEnd(head.slice(0, at));
  const isWhole = (at: number) => NEXT_CLAUSE.test(text.slice(at, at + 30)) && !WAITS.test(head.slice(0, at));
  const end =
    commas.findLast((at) => isWhole(at) && canStand(at)) ??
    commas.findLast(canStand) ??
    spaces.findLast((at) => canStand(at) && !breaksOff(withoutEnd(head.slice(0, at))));
  const kept = withoutEnd(head.slice(0, end ?? 0));
  return kept === "" ? "" : `${kept}…`;
}

const withoutEnd = (text: string) => text.replace(/[\s،؛,;:.\-–—]+$/, "");
