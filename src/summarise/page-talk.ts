import { tokens } from "../lib/arabic/tokens.ts";

/** What a page of news is made of and offers, normalised. */
const THINGS =
  "موقع|صفحه|تطبيق|تطبيقات|نشره|بريد|حساب|حسابات|قناه|قنوات|منصه|منصات|رابط|متصفح|تصفح|كوكيز|خصوصيه|اشعارات|تنبيه|تنبيهات|اشتراك|مشترك|مشتركين|متابع|متابعين|تعليقات|محتوي|مقال|مقاله|ماده|صحيفه|جريده|مجله|تحرير|محرر|مراسل|كاتب|كاتبه|مترجم|قسم|قراءه|قارئ|قراء|نسخه|نص|خبر|اخبار|تقرير|صوره|فيديو|عدسه|مصور";
const OF_THE_PAGE = new RegExp(`^(?:ولل|لل|[وفبك]?ال|[وفبلك])?(?:${THINGS})(?:ي|نا|كم|ك|ها|ه)?$`);
/** A command to who reads, to one or to many. */
const COMMAND =
  /^(?:اشترك|سجل|نزل|حمل|تابع|شارك|ارسل|انضم|استمع|شاهد|اقرا|اكتب|ادعم|فعل|احصل|تواصل|تعرف|اكتشف|جرب|اطلع|اضغط|انقر|راسل|تصفح|اختر|ساعد|انسخ|احفظ|تبرع|علق)(?:وا|نا|ونا|وه)?$/;
/** «بريدكم», «يمكنك», «رأيك»: words of who reads with a pronoun behind; «بنك» and «حكم» have none. */
const YOURS =
  /^[وفبل]?(?:يمكن|لدي|راي|اراي|اراء|بريد|هاتف|جهاز|متصفح|اصدقاي|اصدقاء|تصل|الي|علي|تصفح|متابعت|استخدام|استمرار|موافقت|تجربت|ندعو|ننصح|نوافي|حساب|دعم|مقترحات|معلومات|اشتراك|عزيز)(?:ك|كم)$/;
/** «معنا», «نشرتنا»: the outlet speaks of itself. */
const OURS =
  /^[وفبل]?(?:مع|ل|موقع|صفحت|صفحات|تطبيق|نشرت|قنات|قنوات|منصات|حساب|حسابات|مراسل|مراسلت|مراسلي|محرر|صحيفت|قراي|خدمات|خدمت|فريق)نا$/;

/** How much a line speaks of its page or to who reads it: 0 in nearly all news, which tell of others. */
export function pageTalk(line: string): number {
  const words = tokens(line);
  const speech = words.map((word) => (YOURS.test(word) || OURS.test(word) ? 2 : OF_THE_PAGE.test(word) ? 1 : 0));
  return speech.reduce<number>((sum, each) => sum + each, COMMAND.test(words[0] ?? "") ? 1 : 0);
}
