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
  /^و?(?:تاجيل|ارجاء|يوجل|توجل|يرجي|ترجي|تجميد|يجمد|تجمد|الغاء|يلغي|تلغي|يعلق|تعلق|تشييع|يشيع|جنازه|حداد|يمثل|تمثل|مثول|محاكمه|يحاكم|تحاكم|يقاضي|تقاضي|دعوي|استجواب|تسليم)$/;
const NEXT_STEP_PHRASE = /(?:^| )و?(?:اخلاء سبيل|توجيه تهمه|توجيه تهم|يوجه تهمه|توجه تهمه|من هو|من هي)(?: |$)/;
const SPEAKER = /^[^:؟?!]{2,40}:\s*\S/u;
const QUOTATION = /["«“][^"»”]{12,}/u;

/** How a headline stands to the event that it is about. */
export interface Stance {
  readonly asks: boolean;
  /** Puts its news after other news. */
  readonly follows: boolean;
  readonly answers: boolean;
  readonly moves: boolean;
  /** Is what somebody said. */
  readonly speaks: boolean;
}

/** The stance of a headline, given as it is written and taken apart by `tokens`. */
export function stanceOf(title: string, words: readonly string[]): Stance {
  return {
    asks: words.some((word) => QUESTION.test(word)) || OPENING_QUESTION.test(words[0] ?? ""),
    follows: words.some((word) => AFTERMATH.test(word)),
    answers: words.some((word) => ANSWER.test(word)),
    moves: words.some((word) => NEXT_STEP.test(word)) || NEXT_STEP_PHRASE.test(words.join(" ")),
    speaks: SPEAKER.test(title) || QUOTATION.test(title),
  };
}
