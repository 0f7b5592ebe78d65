/** How a headline takes up news: as words about an event that others told, not as the event. Normalised. */
const REACTION =
  /^[وف]?(?:رد|يرد|ترد|ردا|ردود|ترحيب|يرحب|ترحب|ينفي|تنفي|نفي|يندد|تندد|تنديد|يحذر|تحذر|تحذير|تحذيرات|يشيد|تشيد|اشاده|ينتقد|تنتقد|انتقاد|انتقادات|يدعو|تدعو|دعوات|يهدد|تهدد|يبرر|تبرر|يدافع|تدافع|يطالب|تطالب|مطالب|يتوعد|تتوعد|غضب|استنكار|يستنكر|تستنكر|يدين|تدين|ادانه|قلق|مخاوف|يعزي|تعازي|يهني|تهني|يخشي|تخشي|يخشون|خشيه|ياسف|تاسف|يستبعد|تستبعد|يسخر|تسخر|يستهجن|تستهجن|يرثي|تضامن|يتضامن|تتضامن|يعتذر|تداعيات|اصداء)$/;
const QUESTION =
  /^(?:كيف|هل|لماذا|ماذا|متي|تعرف|ابرز|قصه|تفاصيل|كواليس|هكذا|اسباب|تحليل|سيناريوهات|خبير|خبراء|مراقبون|محللون|راي|محطات|بروفايل|انفوغراف|انفوغرافيك|انفوجراف|انفوجرافيك|بالارقام|كاريكاتير|مقال|حوار|مقابله|بودكاست|ملف|خريطه)$/;
const OPENING_QUESTION = /^(?:من|ما|اين)$/;
const AFTERMATH = /^و?(?:بعد|عقب|اثر|غداه|عشيه|رغم|بسبب|قبيل|قبل|بشان|حول|ردا|منذ)$/;

/** Whether a headline reacts, asks or explains, or puts its news after other news. */
export interface Stance {
  readonly reacts: boolean;
  readonly asks: boolean;
  readonly follows: boolean;
}

/** The stance of a headline that was taken apart by `tokens`. */
export function stanceOf(words: readonly string[]): Stance {
  return {
    reacts: words.some((word) => REACTION.test(word)),
    asks: words.some((word) => QUESTION.test(word)) || OPENING_QUESTION.test(words[0] ?? ""),
    follows: words.some((word) => AFTERMATH.test(word)),
  };
}
