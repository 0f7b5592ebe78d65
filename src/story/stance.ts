import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "./places.ts";

/** Asks, lists, portrays, looks back: says something about what is known. All word lists here are normalised. */
const EXPLANATION =
  /^(?:كيف|هل|لماذا|ماذا|متي|تعرف|ابرز|قصه|تفاصيل|كواليس|هكذا|اسباب|تحليل|سيناريو|سيناريوهات|خبير|خبراء|مراقبون|محللون|راي|محطات|بروفايل|انفوغراف|انفوغرافيك|انفوجراف|انفوجرافيك|بالارقام|ارقام|كاريكاتير|مقال|حوار|مقابله|بودكاست|ملف|ملامح|خريطه|اليك|اليكم|سطور|لحظات|حقايق|معلومات|تسلسل|نبذه|ابعاد|دلالات|خلفيات|مسيره|قايمه)$/;
/** … at the beginning of a headline only: «أكبر جسر في تاريخ المدينة» explains nothing. */
const OPENING_EXPLANATION = /^(?:ما|اين|تاريخ|سر|اسرار|لعنه|رسايل|كل)$/;
const ASKED = /[؟?]|(?:^|\s)(?:من|ما)\s(?:هو|هي)\s/u;
/** «… : المهندس الذي بنى الجسر». */
const PORTRAIT = /^[^:]{2,40}:\s*(?:\S+\s+){1,4}(?:الذي|التي)\s/u;
const AFTERMATH = /^و?(?:بعد|بعيد|عقب|غداه|رغم|ردا)$/;
/** Steps that can only come after an event: it is put off, mourned, taken to court. */
const NEXT_STEP =
  /^و?(?:تاجيل|ارجاء|يوجل|توجل|يرجي|ترجي|تجميد|يجمد|تجمد|الغاء|يلغي|تلغي|يعلق|تعلق|تشييع|يشيع|جنازه|حداد|يمثل|تمثل|مثول|محاكمه|يحاكم|تحاكم|يقاضي|تقاضي|يطعن|تطعن|دعوي|استجواب|تسليم|خلفا)$/;
const NEXT_STEP_PHRASE = /(?:^| )و?(?:اخلاء سبيل|توجيه تهمه|توجيه تهم|يوجه تهمه|توجه تهمه)(?: |$)/;
/** Welcome, rebuke, condolence, moods, consequences: of an event that is known. */
const REACTION =
  /^[وف]?(?:ترحيبا?|يرحب|ترحب|يشيد|تشيد|اشاد|اشادت|اشاده|يثمن|تثمن|يهني|تهني|تهاني|يعزي|تعزي|تعازي|ينعي|تنعي|رد|ردا|ردود|يرد|ترد|نفي|ينفي|تنفي|نفت|رفض|يرفض|ترفض|ينتقد|تنتقد|انتقد|يدين|تدين|ادان|ادانت|ادانه|يندد|تندد|ندد|تعليقا?|يشكر|تشكر|يطالب|تطالب|مطالبات|دعوات|يهاجم|تهاجم|يتوعد|تتوعد|يحذر|تحذر|تحذيرا?|تحذيرات|(?:ال)?(?:فرحه|غضب|قلق|وداع|جدل)|مخاوف|تداعيات|تثير|يثير|اثار|تودع|يودع|تحقيقات?|دوافع|منفذ)$/;
/** The verb of a text that opens with what somebody said of what others did. */
const RESPONDED =
  /^و?(?:(?:دان|ادان|ندد|رحب|نفي|رد|علق|طالب|دعا|حذر|انتقد|اتهم|هدد|توعد|اشاد|هنا|عبر|تعهد|استنكر|رفض|ابدي|شدد|وصف)ت?|نفت|دعت|ابدت)$/;
/** Puts the news of an opening after other news. */
const AFTER = /^و?(?:بعد|بعيد|عقب|غداه|اثر|منذ)$/;
const OFFICE =
  /^[وفبل]?(?:ال|لل)?(?:رييس|رييسه|وزير|وزيره|متحدث|متحدثه|مبعوث|سفير|سفيره|مندوب|مندوبه|زعيم|رياسه|خارجيه|كرملين|مستشار|مستشاره|نايب)$/;
/** «إن» follows only verbs of saying; «أن» follows all. Normalised they are one word. */
const THAT = /(?<!\S)إن(?:ه|ها|هم|هما|نا|ني)?(?!\S)/u;
/** Tells what is still to come, as long as it is. */
const PREVIEW = /^(?:موعد|مواعيد|عشيه|قبيل|ترقب|يترقب|تترقب|(?:ال)?مرتقبه?|يستعد|تستعد|غدا)$/;
const DENIAL = /^[وف]?(?:لم|لن|لا|ليس|ليست)$/;
/** «الوزير: …» — but «دوري الأبطال: …» and «لبنان: …» say what it is about, not who speaks. */
const BEFORE_COLON = /^([^:؟?!]{2,40}):\s*\S/u;
const TOPIC =
  /^(?:ال)?(?:دوري|كاس|بطوله|ابطال|مونديال|تصفيات|مباراه|كره|حرب|انتخابات|هجوم|قضيه|ازمه|قمه|موتمر|مفاوضات|حصيله|استطلاع|تقرير|دراسه|عاجل|مباشر|فيديو|صور)$/;
const QUOTATION = /["«“][^"»”]{12,}/u;

/** How a headline stands to the event that it is about. */
export interface Stance {
  readonly explains: boolean;
  /** Tells a step that can only come after it. */
  readonly moves: boolean;
  /** Tells what others say or feel about it. */
  readonly reacts: boolean;
  /** Puts its news after other news («بعد …»). */
  readonly follows: boolean;
  /** Tells beforehand. */
  readonly previews: boolean;
  /** Is what somebody said. */
  readonly speaks: boolean;
  /** Says that something is not so. */
  readonly denies: boolean;
}

/** How an article opens. */
export interface Opening {
  /** Its text begins with what somebody said of an event: «نددت …». */
  readonly reacts: boolean;
  /** Headline or first words put the news after other news: «… بعد ساعات من …». */
  readonly follows: boolean;
  /** They name somebody in office: of such people there are several news a day, in the same words. */
  readonly namesOffice: boolean;
  /** The first words tell what somebody said. */
  readonly quotes: boolean;
}

/** How an article opens: its headline and first words taken apart by `tokens`, the first words also as they are written. */
export function openingOf(titleWords: readonly string[], firstWords: readonly string[], written: string): Opening {
  const has = (pattern: RegExp) =>
    titleWords.some((word) => pattern.test(word)) || firstWords.some((word) => pattern.test(word));
  return {
    reacts: RESPONDED.test(firstWords[0] ?? ""),
    follows: has(AFTER),
    namesOffice: has(OFFICE),
    quotes: THAT.test(written),
  };
}

/** Whether what stands before a colon is somebody who speaks: neither a topic nor only a place. */
function namesSpeaker(title: string): boolean {
  const before = tokens(BEFORE_COLON.exec(title)?.[1] ?? "");
  return before.length > 0 && !TOPIC.test(before[0] as string) && placesIn(before).taken.size < before.length;
}

/** The stance of a headline, given as it is written and taken apart by `tokens`. */
export function stanceOf(title: string, words: readonly string[]): Stance {
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  return {
    explains: has(EXPLANATION) || OPENING_EXPLANATION.test(words[0] ?? "") || ASKED.test(title) || PORTRAIT.test(title),
    moves: has(NEXT_STEP) || NEXT_STEP_PHRASE.test(words.join(" ")),
    reacts: has(REACTION),
    follows: has(AFTERMATH),
    previews: has(PREVIEW),
    speaks: namesSpeaker(title) || QUOTATION.test(title),
    denies: has(DENIAL),
  };
}
