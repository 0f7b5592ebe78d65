import { AGENCY_PATTERN } from "../extract/agencies.ts";
import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { phrases } from "../lib/arabic/phrases.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";

/** What follows a phrase: «كتب» is not the beginning of «كتبت». */
const END = '(?=[\\s:،.|/؛!؟«"()\\-–…\\[]|$)';

/** How furniture begins, normalised, whatever follows: captions, credits, invitations to read or subscribe, times of publication. */
const OPENINGS = new RegExp(
  `^(?:${phrases`
صوره ارشيفيه|صوره من الارشيف|الصوره من|تعليق الصوره|التعليق علي الصوره|مصدر الصوره|صدر الصوره|حقوق الصوره|تصوير
image|getty|reuters|afp|photo|copyright|©|all rights
اقرا ايضا|اقرا كذلك|اقراوا ايضا|اقرا المزيد|اقرا في|طالع ايضا|طالع المزيد|شاهد ايضا|شاهد الفيديو|لمشاهده الفيديو|مشاهده الفيديو|شاهدوا ايضا|شاهد اخر|استمع الي
تابعوا اخر|تابعونا|تابعنا علي|تابعوا|تابع اخبار|تابع القراءه|تابع كل جديد|للمزيد|المزيد من|المزيد عن|المزيد حول|لمزيد من الاخبار|لمزيد من التفاصيل|لقراءه المزيد
شارك الخبر|شارك المقال|شارك هذا|شارك عبر|شارك علي|شارك الموضوع|شارك بتعليق|مشاركه الخبر|مشاركه المقال|مشاركه عبر|شاركها|شاركنا برايك
نشر في|نشرت في|نشر بتاريخ|تم نشره|تم النشر|تاريخ النشر|اخر تحديث|تم التحديث|اخر تعديل|حدث في
جميع الحقوق|جميع المقالات|المقالات المنشوره|الاراء الوارده|الاراء المنشوره|حقوق النشر|حقوق الطبع|النشره البريديه|اشترك في|اشترك الان|اشترك معنا|اشتركوا في|سجل في|سجل الان
قد يهمك|قد يعجبك|ربما يعجبك|مواضيع ذات|مقالات ذات|اخبار ذات|موضوعات متعلقه|مواضيع متعلقه|مقالات متعلقه|اخبار متعلقه|نرشح لك|لا تفوت|لا يفوتك
اترك تعليق|اضف تعليق|لن يتم نشر|التعليقات مغلقه|زر الذهاب|انسخ الرابط|رابط مختصر|الرابط المختصر|طباعه الخبر|حمل تطبيق|حمل التطبيق|اضغط هنا|انقر هنا
الكلمات المفتاحيه|الكلمات الداله|الوسوم|كلمات دلاليه|هاشتاغ|يرجي تفعيل|متصفحك لا|هذا المحتوي|نستخدم ملفات|سياسه الخصوصيه|عوده الي الصفحه|الصفحه الرييسيه
الاكثر قراءه|الاكثر مشاهده|اهم الاخبار|اخبار عاجله`})`,
);
/** The same where only a mark, a name or little else follows: «كتب: …», «تحرير: …», «المصدر: وكالات», «صورة». */
const LABELS = new RegExp(
  `^(?:${phrases`
صوره|الصوره|فيديو|بالفيديو|بالصور|شاهد|انظر|مشاركه|شارك|كتب|كتبت|كتبه|بقلم|نقلا عن|تحرير|تحرير وترجمه|اعداد|اعداد وتحرير|ترجمه|المصدر|مصدر|المحرر|مراسل|مراسلنا|متابعات|وكالات
اقرا|ايضا|وايضا|المزيد|طالع|تابع|حقوق|اشترك|الزمن|وقت القراءه|مده القراءه|الكاتب|القسم|تصنيف|التصنيف|اضافه|فهرس|تنويه|ملاحظه|تصحيح|استدراك`})${END}`,
);
/**
 * What speaks of the page or to who sees it, anywhere in a short sentence: «اضغط هنا», «كما يظهر في
 * الفيديو المرفق», «تابعوا قناتنا».
 */
const OF_THE_PAGE = new RegExp(
  `(?:^|[^ء-ي])[وفبل]?(?:${phrases`
(?:اضغط|انقر) (?:هنا|علي)|(?:شاهد|شاهدوا) (?:الفيديو|الصور|المقطع|البث)
(?:الفيديو|الصوره|الصور|المقطع|الانفوغرافيك|الانفوغراف|الانفوجراف|الانفوجرافيك|الجدول|الرابط|التسجيل|الرسم) (?:المرفقه?|المصاحبه?|التاليه?|ادناه|اعلاه|في (?:الاعلي|الاسفل))
قناتنا|قنواتنا|موقعنا|صفحتنا|صفحاتنا|تطبيقنا|حسابنا|حساباتنا|نشرتنا|نشراتنا|بريدك|بريدكم|متصفحك|متصفحكم|عزيزي القاري|اعزاءنا القراء|اعزاينا القراء
(?:تصلك|تصلكم|تفعيل|فعل|فعلوا) (?:الاشعارات|التنبيهات|الاخبار)|(?:تحميل|تحديث) الصفحه
(?:سنورد|سنوافيكم|نوافيكم|سنطلعكم|سننشر) (?:\S+ ){0,2}(?:ب?ال?تفاصيل|بال?مزيد|ال?مزيد)|(?:تفاصيل|التفاصيل|تفاصيله|تفاصيلها)(?: (?:س?(?:تاتي|ترد|تتبع)|اوفي|اكثر|اخري|وافيه))? (?:لاحقا|قريبا|تباعا|بعد قليل|فور ورودها)
(?:ساهم|ساهمت|شارك|شاركت|اسهم) في (?:اعداد|تحرير|كتابه|تغطيه) (?:هذا |هذه )?(?:التقرير|الخبر|المقال|التحقيق|الماده)
هذا (?:الخبر|المقال|المحتوي|النص|التقرير|التحليل) (?:مترجم|منقول|منشور|متاح|محمي|بقلم|بالتعاون)|يمكنك(?:م)? (?:متابعه|مشاهده|الاطلاع|قراءه|الاشتراك|تحميل|تنزيل)`})(?![ء-ي])`,
);
/** The name of an agency in brackets at the end says that a short line is the credit of a picture. */
const CREDIT = new RegExp(
  `[([/|–-]\\s*(?:${AGENCY_PATTERN}|غيتي|جيتي|getty(?: images)?|pa|ارشيف|ارشيفيه|مواقع التواصل|انترنت)\\s*[)\\]]?\\s*\\.?$`,
);
/** «القاهرة - رويترز», «دبي، الإمارات العربية المتحدة (CNN)»: a dateline that stands alone. */
const DATELINE_ALONE = new RegExp(
  `^[\\p{L}\\s،,]{2,50}[-–—/(:]\\s*\\(?(?:${AGENCY_PATTERN}|cnn|bbc|العربيه نت|سكاي نيوز عربيه)\\)?\\s*[-–—:.]*$`,
  "u",
);
/** «بحسب رويترز.»: half a sentence that says whose the one before is. */
const ATTRIBUTION_ALONE = /^(?:حسب|بحسب|حسبما|وفق|وفقا|نقلا عن)\s[^،]*(?:، \S+(?: \S+)?)?$/;
/** «حسبما نقلت الوكالة عن …»: the same in more words, as long as no clause of its own follows. */
const AS_WAS_SAID = /^(?:حسبما|وفق ما|بحسب ما|حسب ما) [^،؛]*$/;

/** Cells of a row are joined so; no sentence is. */
const TABLE_ROW = " | ";
/** «… *** …»: the halves of a verse. */
const VERSE = /\p{L}\s+(?:\*\s?){2,}\s*\p{L}/u;

const LONGEST_OPENING = 25;
const LONGEST_LABEL = 7;
const LONGEST_CREDIT = 16;
const LONGEST_ATTRIBUTION = 12;
const LONGEST_SAYING = 16;
const LONGEST_HEADING = 8;
/** So many Arabic words tell something, whatever names of products in Latin letters stand among them. */
const TELLING_WORDS = 5;
const ARABIC_WORD = /\p{Script=Arabic}{2,}/gu;
const LEAST_TOKENS = 4;
const LEAST_TOKENS_WITHIN = 2;
/** «كتب: …», «أيضا.. …». */
const LABEL_MARK = /^[\p{L}\s]{2,20}(?:[:|/]|\.\.)/u;

/**
 * Whether a sentence, cleaned, is page furniture, not text: too short to tell anything, a caption, a credit, an invitation, a
 * bare date or dateline, a heading. Within a line of several sentences a short one is text.
 */
export function isFurnitureSentence(sentence: string, isAlone = true): boolean {
  if (sentence.includes(TABLE_ROW) || (sentence.includes("*") && VERSE.test(sentence))) return true;
  const count = sentence.match(TOKEN)?.length ?? 0;
  if (count < (isAlone ? LEAST_TOKENS : LEAST_TOKENS_WITHIN)) return true;
  if (count < LONGEST_OPENING && isShortFurniture(sentence, count)) return true;
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin === 0) return false;
  const arabic = sentence.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic > 0 && latin > arabic && (sentence.match(ARABIC_WORD)?.length ?? 0) < TELLING_WORDS;
}

function isShortFurniture(sentence: string, count: number): boolean {
  const text = foldLetters(sentence).replace(/^[^\p{L}\d©]+/u, "");
  if (OPENINGS.test(text) || OF_THE_PAGE.test(text)) return true;
  if (LABELS.test(text) && (count <= LONGEST_LABEL || LABEL_MARK.test(text))) return true;
  if (count <= LONGEST_CREDIT && CREDIT.test(text)) return true;
  if (count <= LONGEST_ATTRIBUTION && ATTRIBUTION_ALONE.test(text)) return true;
  if (count <= LONGEST_SAYING && AS_WAS_SAID.test(text)) return true;
  if (saysOnlyWhen(text) || DATELINE_ALONE.test(text)) return true;
  return /[:：]\s*$/.test(sentence) && count < LONGEST_HEADING;
}
