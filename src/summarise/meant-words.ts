import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { numbersIn } from "../lib/arabic/numbers.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { meaningsOf } from "./meant-roots.ts";
import { dualOf, QUANTITY } from "./model-numbers.ts";

/** A word that says something, as what it means: two words are one if they share a key. */
export interface MeantWord {
  /** Its meanings, with «!» where it is denied and «?» where it is only possible; a number behind «#». */
  readonly keys: readonly string[];
  readonly folded: string;
  /** What stands before it: «في», «من», «قال» for any word of saying; undefined for a subject, an object, a second noun. */
  readonly preposition: string | undefined;
  /** «تعتزم», «لم يصل»: without it what follows would be said as a fact. */
  readonly isGovernor: boolean;
  /** A day or month: it may stand anywhere in a sentence. */
  readonly isTime: boolean;
  /** Right behind «إن»: what others say of it, so that it says nothing itself. */
  readonly isSpokenOf?: boolean;
}

/** Days and months, normalised, with what is written in front of them. */
export const TIME =
  /^(?:[وبلف]?ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت)|[وبلف]?(?:امس|غدا|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|شباط|اذار|نيسان|ايار|حزيران|تموز|ايلول|تشرين|محرم|رجب|شعبان|رمضان|شوال))$/;
/** «لم», «غير»: what follows is denied; a noun that is may be left out. */
const DENIES = /^[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|لست|غير|دون|بدون|[بل]?عدم)$/;
const DENIES_NOUN = /^[وف]?(?:غير|دون|بدون|[بل]?عدم)$/;
/** «ليس لدى الشركة أصول»: it is the noun behind that is not there. */
const LACKS = /^[وف]?ليست?$/;
const DENIES_NOTHING = /^(?:زال|زالت|زالوا|يزال|تزال|يزالون|سيما|شك)$/;
/** «ما» is mostly «what»; it denies behind «إنه». */
const BEFORE_MA = /^و?[ابل]?(?:ل[اك])?نه[ام]?$/;
/** «قد ترتفع», «إذا أدين»; «قد ارتفعت» is a fact. */
const MAY = /^[وف]?قد$/;
const PRESENT = /^(?:لا|(?:ي|ن|ت(?!\p{L}+ت$))\p{L}{2,})$/u;
const IF = /^[وف]?(?:اذا|لو)$/;
const PREPOSITION = /^[وف]?(?:في|من|الي|علي|عن|مع|بين|ضد|امام|لدي|عند|خلال|منذ|حتي|نحو|عبر|قرب|داخل|خارج|حول|بعد|قبل)$/;
/** «بحسب», «قال»: whose words it is. */
const SAYS =
  /^[وف]?(?:بحسب|حسب|حسبما|وفق|وفقا|نقلا|[يت]?قول|[يت]ضيف|[يت]علن|[يت]ذكر|[يت]كشف|[يت]وضح|[يت]صرح|[يت]ؤكد|[يت]ري|معتبر[اه]|(?:قال|اضاف|اكد|ذكر|اعلن|صرح|كشف|افاد|اوضح|را|اعتبر|وصف)[تي]?|قالوا)$/;
/** Verbs whose complement need not be so, and words of doubt: past, or present behind «ي» or «ت». */
const GOVERNORS =
  "اعتزم عتزم خطط امل حاول كاد اراد ريد نوي هدد وعد اقترح قترح طالب طلب دعا دع دعو ناشد حث رفض منع نفي نف انكر نكر زعم ادعي ادع دعي توقع متوقع رجح مرجح محتمل ممكن مكن حتمل سعي خشي حذر اوشك ينبغي يجب ربما لعل اتهم تهم متهم اشتبه شتبه يفترض فشل عجز";
const GOVERNS = new RegExp(`^[وف]?س?[يت]?(?:${GOVERNORS.replaceAll(" ", "|")}|[يت]درس)(?:ت|وا|ه|ها)?$`);
/** «سوى سيتي», «سابقا»: without it more would be said than is so; «إلا أن» is only «but». */
const LIMITS = /^[وف]?(?:سوي|الا|باستثناء|عدا|ماعدا|فقط|سابقا|بشرط|شريطه)$/;
/** Words that only help others («نحو», «بنسبة», «قام ب», «قرر»), or that what is told is without as well. */
const LIGHT =
  /^[وفبل]?(?:ال)?(?:قرر\p{L}{0,2}|قرارا?|تقرر|تمكنت?|استطاعت?|مقرره?|موجهه?|نحو|قرابه|زهاء|حوالي|تقريبا|عدد\p{L}*|نسبت?ه?ا?|قدره?ا?|قيمته?ا?|قوت?ه|مبلغ|قامت?|تم|جري|جرت|اخر(?:ون|ين)?|ايضا|كل\p{L}{0,3}|شخصا?|اشخاص|جديده?|يوميا|هناك|حاليا|كان|كانت|كانوا|[يت]كون?|[يت]كونوا|بان|ضمن|عقب|عام)$/u;
const ATTACHED = /^[وف]?([بلك])(?:ال|ل)/;
const CERTAIN_DUAL = /(?:ان|تين)$/;

/** «على أن يرفع»: what follows is a deed of its own. */
const THAT = /^[وف]?ان(?:ه|ها|هم|هما)?$/;
/** Behind these stands who a deed comes from or goes against, not who does it. */
const NOT_THE_DOER: ReadonlySet<string> = new Set(["من", "علي", "ضد", "امام"]);

/** Whether a word of a summary means what one of an article does, and does not do what in the article is done to it. */
export function isSameWord(said: MeantWord, told: MeantWord): boolean {
  const isTurned =
    (said.preposition === undefined && NOT_THE_DOER.has(told.preposition ?? "")) ||
    (told.preposition === undefined && NOT_THE_DOER.has(said.preposition ?? "")) ||
    (said.preposition === "قال" && told.isSpokenOf === true);
  return !isTurned && hasMeaning([told], said);
}

/** Whether some of these words means what a word does, wherever they stand. */
export const hasMeaning = (words: readonly MeantWord[], { keys }: MeantWord) =>
  words.some((word) => word.keys.some((key) => keys.includes(key)));

/** Whether a word is a number. */
export const isNumber = ({ keys }: MeantWord) => keys[0]?.startsWith("#") === true;

const numberWord = (value: number, folded: string, preposition = "#"): MeantWord => ({
  keys: [`#${value}`],
  folded,
  preposition,
  isGovernor: false,
  isTime: false,
});

/** The words of a clause that say something, in order; numbers are one word each. */
export function meantWords(clause: string): MeantWord[] {
  const written = latinDigits(cleanText(clause)).match(TOKEN) ?? [];
  const words = written.map(foldLetters);
  const numbers = new Map(numbersIn(words).map((number) => [number.at, number]));
  const found: MeantWord[] = [];
  /** The denial or doubt that waits for its word. */
  let sign = "";
  let denial = "";
  let preposition: string | undefined;
  let isSpokenOf = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const isTime = TIME.test(word);
    const isStop = isStopWord(written[at] as string) && !isTime;
    const number = numbers.get(at);
    const from = at;
    at = number?.next ?? at + 1;
    const next = words[at] ?? "";
    if (number !== undefined) {
      if (number.value > 1) found.push(numberWord(number.value, word, preposition));
    } else if (
      DENIES.test(word) ||
      written[from] === "ألا" ||
      (word === "ما" && BEFORE_MA.test(words[from - 1] ?? ""))
    ) {
      if (!DENIES_NOTHING.test(next)) sign += "!";
      denial = word;
    } else if (IF.test(word) || (MAY.test(word) && PRESENT.test(next))) sign = "?";
    else if (SAYS.test(word) && sign === "") preposition = "قال";
    else if (THAT.test(word)) {
      preposition = undefined;
      isSpokenOf = true;
    } else if (PREPOSITION.test(word)) preposition = word.replace(/^و/, "");
    else if (LIMITS.test(word) && !THAT.test(next))
      found.push({ keys: [word], folded: word, preposition, isGovernor: true, isTime: false });
    else if (QUANTITY.test(word) || SAYS.test(word) || !(isStop || LIGHT.test(word) || word.length < 2)) {
      preposition ??= ATTACHED.exec(word)?.[1];
      const isPassed = LACKS.test(denial) && preposition !== undefined;
      const ownSign = isPassed ? "" : sign;
      if (CERTAIN_DUAL.test(word) && dualOf(word) !== undefined) found.push(numberWord(2, word));
      const isGovernor = GOVERNS.test(word) || (ownSign !== "" && !DENIES_NOUN.test(denial));
      const keys = meaningsOf(word).map((key) => ownSign + key);
      found.push({ keys, folded: word, preposition, isGovernor, isTime, isSpokenOf });
      preposition = undefined;
      isSpokenOf = false;
      if (!isPassed) sign = denial = "";
    }
  }
  return found;
}
