import { WEEKDAYS } from "../lib/arabic/calendar-words.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { canEnd } from "./quotes.ts";
import { opensWithSpeech } from "./references.ts";
import { firstWords } from "./told.ts";

/** A line breaks off at a comma or colon, or at a word that needs another: the page was cut there, or went on in what is no text. */
const BREAKS_OFF =
  /[،؛,;:：]\s*$|(?:^|\s)و?(?:[أإ]ن|ب[أإ]ن|ل[أإ]ن|[أإ]نه|[أإ]نها|من|في|على|إلى|عن|مع|بين|منذ|خلال|بعد|قبل|حول|ضد|حتى|لدى|عند|الذي|التي|الذين|التى|كما|مما|حيث|أو|ثم|لكن|قد|لم|لن|سوف|كان|كانت|وقال|قال|وقالت|قالت|هذا|هذه|وفقا|بحسب|حسب|و)$/;
/** Within a sentence these need another word, too, as do a letter alone and the number of what is counted. */
const NEEDS_ANOTHER =
  /(?:^|\s)(?:[وف]?(?:بعدما|قبلما|عبر|وسط|ضمن|نحو|عقب|إثر|بسبب|رغم|دون|بشأن|أمام|خلف|تحت|فوق|قرب|جراء|إلا|إذ|إذا|بل|لا|ما|ليس|ليست|لأن|لأنه|لأنها|بأنه|بأنها|إنه|إنها|كي|كأن|بينما|عندما|حين|أثناء|يوم|مساء|صباح|ليلة|عام|شهر|كل|بعض|جميع|أي|غير|سوى|مثل|أكثر|أقل|ذات|ذو|ذي|أحد|إحدى|عدة|أول|هو|هي|هم|ذلك|وذلك|يكون|تكون|سيكون|ستكون|كانوا|أصبح|لما|بات|قائلا|قائلة|مضيفا|لافتا|مشيرا|مؤكدا|موضحا|معتبرا|محذرا|واصفا|داعيا)|\p{L}|\p{Nd}{1,3}(?:[.,٫٬]\p{Nd}+)*)$/u;
const VOWEL_SIGNS = /[\u064b-\u0652]/g;
/** A cut leaves at least so much of the words that are allowed; one that may stand behind a mere name, more. */
const LEAST_RATIO = 0.2;
const ENOUGH_RATIO = 0.5;
/** Nobody reads a longer sentence to its end; looking there for a place to cut would take forever. */
const LONGEST = 2000;
/** Behind these the clause before a comma is whole: it goes on with «and», «while», «according to». */
const NEXT_CLAUSE =
  /^[،؛;]\s(?:و(?!زير|كيل|كال|ال[دي])|ف(?:يما|قد|إن)|(?:حيث|بينما|في حين|مما|ما|كما|لكن(?:ه|ها|هم)?|إذ|إلا|بعد|قبل|وفق|بحسب|حسب|على ما|بسبب|إثر|رغم|منذ|ثم|الأمر|حتى|ذلك أن|خاصة|خصوصا|لا سيما|على الرغم|خشية|عندما|فبعد|(?:م\p{L}{3,4}|واصف|لافت|داعي|نافي)(?:ا|اً|ًا|ة))\s|ل[يت]\p{L}{3,}\s)/u;
/** «وبعد خروج الفريقين، …»: what opens with such words waits for its clause. */
const WAITS =
  /(?:^|[،؛;.]\s[وف])(?:بعد|بعدما|قبل|قبيل|بعيد|منذ|عند|عندما|حين|حينما|أثناء|بينما|فيما|بين|وسط|فور|عقب|إثر|بسبب|بفضل|ردا|رغم|إذا|لو|لولا|لما|تبعا|تبعًا|وفقا|نظرا|بناء|مع|خلال|كلما|بدون|ما إن|من دون|من أجل|على الرغم|بالرغم|بالإضافة|إلى جانب|كما لو|في)\s[^،؛;]*$/u;

/** Whether a text stops where it cannot end. */
export function breaksOff(text: string): boolean {
  return BREAKS_OFF.test(text);
}

/** «قال الوزير، الثلاثاء، إن …», «أعلن …، عن …»: what a verb waits for. */
const WAITED_FOR = /^[،؛]\s(?:[بل]?[أإ]ن(?:ه|ها|هم)?|عن|إلى|على)\s/u;
/** These wait for it always, «أعلن» and «نفى» may take a noun. */
const ONLY_SAYS = /^[وف]?(?:قال|قالت|قالوا|يقول|تقول|صرح|صرحت|أفاد|أفادت|رأى|رأت)\s/;
const SAYS_WHAT = /\s[بل]?[أإ]ن(?:ه|ها|هم)?\s|[«"“:]/u;

const ENDS_WITH_DAY = new RegExp(`(?:^|\\s)(?:${WEEKDAYS.join("|")}|اليوم|امس)$`);

/**
 * The beginning of a sentence, at most so many words, with «…»: up to the end of a clause that is whole, else to a comma that comes
 * late, else to a word; never inside a quotation. It tells something where it can: not only who spoke, nor only when. Empty where
 * nothing can stand.
 */
export function cutAtClause(text: string, words: number): string {
  const head = firstWords(text.slice(0, LONGEST), words);
  const least = head.length * LEAST_RATIO;
  const enough = head.length * ENOUGH_RATIO;
  const commas = [...head.matchAll(/[،؛;](?=\s|$)/g)].map((match) => match.index).filter((at) => at >= least);
  const spaces = [...head.trimEnd().matchAll(/\s/g)]
    .map((match) => match.index)
    .concat(head.trimEnd().length)
    .filter((at) => at >= least);
  const mustSayWhat = ONLY_SAYS.test(head);
  const isSpeech = mustSayWhat || opensWithSpeech(head);
  const tells = (at: number) => {
    const kept = head.slice(0, at);
    const mayBeNoun = !mustSayWhat && at >= enough && !ENDS_WITH_DAY.test(foldLetters(kept));
    return !WAITS.test(kept) && (!isSpeech || mayBeNoun || SAYS_WHAT.test(kept));
  };
  const isWhole = (at: number) => NEXT_CLAUSE.test(text.slice(at, at + 30)) && tells(at);
  const isLate = (at: number) => at >= enough && !WAITED_FOR.test(text.slice(at, at + 10));
  const endsInWord = (at: number) => {
    const kept = withoutEnd(head.slice(0, at)).replace(VOWEL_SIGNS, "");
    return !breaksOff(kept) && !NEEDS_ANOTHER.test(kept);
  };
  const lastOf = (places: readonly number[], fits: (at: number) => boolean) =>
    places.findLast((at) => fits(at) && canEnd(head.slice(0, at)));
  const end =
    lastOf(commas, isWhole) ??
    lastOf(commas, (at) => isLate(at) && tells(at)) ??
    lastOf(spaces, (at) => endsInWord(at) && tells(at)) ??
    lastOf(commas, isLate) ??
    lastOf(spaces, endsInWord) ??
    lastOf(commas, () => true);
  const kept = withoutEnd(head.slice(0, end ?? 0));
  return kept === "" ? "" : `${kept}…`;
}

const withoutEnd = (text: string) => text.replace(/[\s،؛,;:.\-–—]+$/, "");
