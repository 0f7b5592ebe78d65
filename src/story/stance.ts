import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "./places.ts";

/** Words with which a headline asks or explains. All word lists here are normalised. */
const QUESTION =
  /^(?:كيف|هل|لماذا|ماذا|متي|تعرف|ابرز|قصه|تفاصيل|كواليس|هكذا|اسباب|تحليل|سيناريوهات|خبير|خبراء|مراقبون|محللون|راي|محطات|بروفايل|انفوغراف|انفوغرافيك|انفوجراف|انفوجرافيك|بالارقام|كاريكاتير|مقال|حوار|مقابله|بودكاست|ملف|خريطه)$/;
const OPENING_QUESTION = /^(?:من|ما|اين)$/;
const AFTERMATH = /^و?(?:بعد|بعيد|عقب|غداه|رغم|ردا)$/;
/** Welcome, praise, condolences: said of what others did. */
const ANSWER =
  /^[وف]?(?:ترحيبا?|يرحب|ترحب|يشيد|تشيد|اشاد|اشادت|اشاده|يثمن|تثمن|يهني|تهني|تهاني|يعزي|تعزي|تعازي|ينعي|تنعي)$/;
/** Steps that can only come after an event: it is put off, mourned, taken to court. */
const NEXT_STEP =
  /^و?(?:تاجيل|ارجاء|يوجل|توجل|يرجي|ترجي|تجميد|يجمد|تجمد|الغاء|يلغي|تلغي|يعلق|تعلق|تشييع|يشيع|جنازه|حداد|يمثل|تمثل|مثول|محاكمه|يحاكم|تحاكم|يقاضي|تقاضي|يطعن|تطعن|دعوي|استجواب|تسليم)$/;
const NEXT_STEP_PHRASE = /(?:^| )و?(?:اخلاء سبيل|توجيه تهمه|توجيه تهم|يوجه تهمه|توجه تهمه|من هو|من هي)(?: |$)/;
/** Replies, objections, moods and consequences: of an event that is known. */
const REACTION =
  /^[وف]?(?:رد|ردا|ردود|يرد|ترد|نفي|ينفي|تنفي|نفت|رفض|يرفض|ترفض|ينتقد|تنتقد|انتقد|يدين|تدين|ادان|ادانت|ادانه|يندد|تندد|ندد|تعليق|تعليقا|يشكر|تشكر|يطالب|تطالب|مطالبات|دعوات|يهاجم|تهاجم|يحذر|تحذر|تحذير|تحذيرات|(?:ال)?(?:فرحه|غضب|قلق|حداد|وداع|جدل)|مخاوف|تداعيات|تثير|يثير|اثار|تودع|يودع|تحقيقات?|دوافع|منفذ|اعتقال|يعتقل|تعتقل)$/;
/** Headlines that explain what is known: portraits, lists, chronicles. */
const EXPLANATION = /^(?:كيف|هل|لماذا|ماذا|قصه|تعرف|ابرز|قايمه|سطور|مسيره|محطات|حقايق|معلومات|اسباب)$/;
/** What is still to come. */
const AHEAD =
  /^(?:و?س[يتن](?!اس|ار|طر|د|ناء|وات|وي|ين|اد|اق|اح|ول|رغي|ف|نار|نم|وك|غاف|ره)\p{L}{3,}|مرتقب\p{L}*|متوقع\p{L}*|توقعات|يتوقع|غدا|استعداد\p{L}*|يستعد|تستعد|يعتزم|تعتزم|المقبل\p{L}*|القادم\p{L}*|المنتظر\p{L}*|منتظره|يترقب|تترقب|يامل|تامل|سوف)$/u;
/** … in a headline also in these words. */
const BEFOREHAND = /^(?:قبل|قبيل|عشيه|ترقب|امل)$/;
/** «الوزير: …» — but «دوري الأبطال: …» and «لبنان: …» say what it is about, not who speaks. */
const BEFORE_COLON = /^([^:؟?!]{2,40}):\s*\S/u;
const TOPIC =
  /^(?:ال)?(?:دوري|كاس|بطوله|ابطال|مونديال|تصفيات|مباراه|كره|حرب|انتخابات|هجوم|قضيه|ازمه|قمه|موتمر|مفاوضات|حصيله|استطلاع|تقرير|دراسه|عاجل|مباشر|فيديو|صور)$/;
const QUOTATION = /["«“][^"»”]{12,}/u;
/** «… : المهندس الذي بنى الجسر». */
const PORTRAIT = /^[^:]{2,40}:\s*(?:\S+\s+){1,4}(?:الذي|التي)\s/u;

/** How a headline stands to the event that it is about. */
export interface Stance {
  readonly asks: boolean;
  /** Puts its news after other news; begins with the other news («بعد …»). */
  readonly follows: boolean;
  readonly beginsAfter: boolean;
  readonly answers: boolean;
  readonly moves: boolean;
  /** Is what somebody said. */
  readonly speaks: boolean;
  readonly reacts: boolean;
  readonly explains: boolean;
  /** Tells beforehand. */
  readonly previews: boolean;
}

/** Whether the words of an article's beginning speak of what is still to come. */
export const looksAhead = (words: readonly string[]) => words.some((word) => AHEAD.test(word));

/** The words that name who speaks in a headline: what stands before a colon and is neither a topic nor only a place. Empty: nobody. */
export function speakerOf(title: string): string[] {
  const before = tokens(BEFORE_COLON.exec(title)?.[1] ?? "");
  return TOPIC.test(before[0] ?? "") || placesIn(before).taken.size === before.length ? [] : before;
}

/** The stance of a headline, given as it is written and taken apart by `tokens`. */
export function stanceOf(title: string, words: readonly string[]): Stance {
  return {
    asks: words.some((word) => QUESTION.test(word)) || OPENING_QUESTION.test(words[0] ?? ""),
    follows: words.some((word) => AFTERMATH.test(word)),
    beginsAfter: AFTERMATH.test(words[0] ?? ""),
    answers: words.some((word) => ANSWER.test(word)),
    moves: words.some((word) => NEXT_STEP.test(word)) || NEXT_STEP_PHRASE.test(words.join(" ")),
    reacts: words.some((word) => REACTION.test(word)),
    explains: PORTRAIT.test(title) || words.some((word) => EXPLANATION.test(word)),
    previews: words.some((word) => AHEAD.test(word) || BEFOREHAND.test(word)),
    speaks: speakerOf(title).length > 0 || QUOTATION.test(title),
  };
}
