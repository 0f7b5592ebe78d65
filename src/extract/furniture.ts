import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { phrases } from "../lib/arabic/phrases.ts";
import { AGENCY_PATTERN } from "./agencies.ts";
import { isNotice } from "./notices.ts";
import { ARTICLE } from "./thresholds.ts";

/* Lines that stand on a page besides its text, whatever part they stand in. Patterns are written for normalised text. */

const NETWORK = phrases`
  facebook|twitter|x|whats ?app|telegram|e-?mail|print|linked ?in|pin ?(?:interest|terest)|messenger|copy link
  واتس ?اب|فيس ?بوك|تويتر|اكس|منصه اكس|تيلي?جرام|تيلي?غرام|تلغرام|لينكد ?ا?ين|بينتريست|ماسنجر|ايميل
  البريد الالكتروني|بريد الكتروني|طباعه|نسخ(?: الرابط)?|حفظ
`;
const LINES = phrases`
  // Under pictures.
  التعليق علي الصوره|تعليق الصوره|صدر الصوره|مصدر الصوره|image (?:source|caption)|getty images|(?:ال)?صوره\s*[:：]
  صوره (?:ارشيفيه|تعبيريه|توضيحيه|من الارشيف)[^\p{L}]*$
  // Rights, and who may read.
  ©|copyright|(?:جميع|كافه|كل) الحقوق محفوظه|(?:جميع )?حقوق (?:النشر|الطبع)[^.]{0,20} محفوظه
  هذ[اه] (?:المقال|الماده|المحتوي|الخبر) (?:متاح[ه]? )?(?:حصريا? )?للمشتركين|للمشتركين فقط
  // When it was published, how long it is, how often it was read.
  طبع (?:هذا |هذه )?(?:ال)?(?:خبر|مقال|صفحه|ماده|نص|من)|رابط (?:ال)?(?:خبر|مقال|صفحه)|الرابط\s*:
  تم نشره|نشر بتاريخ|تاريخ النشر|اخر (?:تحديث|تعديل)|تم التحديث|التاريخ\s*:|وقت القراءه
  (?:دقيقه|دقايق) (?:قراءه|للقراءه)|مده القراءه|عدد (?:المشاهدات|القراءات|الزيارات|التعليقات)[^\p{L}]*$
  // Who made it, and where it is from.
  (?:author|role|reporting from)[،,]\s|كتبت?(?:\s*[:/]|\s[–—-]\s)
  (?:تحرير|اعداد|تصوير|عدسه|مونتاج|رسوم|تدقيق|حاور(?:ه|ته|ها|تها)?)\s*:
  (?:الاشراف العام|(?:رييس|مدير|سكرتير|نايب رييس) (?:التحرير|مجلس الاداره))\s*[:：]|المصدر\s*(?::.{0,40})?$
  // Sharing: words, and bars of nothing but networks.
  انسخ الرابط|نسخ الرابط|تم النسخ|رابط مختصر
  شارك (?:المقال|الخبر|هذا|القصه|الموضوع|(?:علي|عبر) (?:فيسبوك|تويتر|واتساب|facebook|twitter))|شارك$|مشاركه$
  مشاركه\s*:$|انشر (?:علي|عبر)|ارسل (?:الي|لصديق)|طباعه$|e-?mail$|print$
  (?:(?:${NETWORK})(?!\p{L})[^\p{L}]*)+$
  // Following and subscribing, in a few words; longer calls are invitations.
  تابعوا? (?:قناتنا|صفحتنا|حسابنا|عبر)|تابعونا|تابعنا (?:علي|عبر|في|هنا|الان)|تابعنا[^\p{L}]*$
  اشترك(?:وا)? (?:في|ب).{0,40}(?:قنا[هت]|نشر[هت]|خدم[هت]|تنبيهات|القايمه|بريد|موقع|صفح[هت]|ليصل|لتصل)
  (?:ال)?نشره (?:البريديه|الصباحيه|المساييه|اليوميه|الاسبوعيه)(?=$|[^\p{L}])|(?:ال)?نشرتنا (?:البريديه|الاخباريه)
  سجل بريدك|get it on|google play$|app store$|available on
  // Words that the article is filed under, and what stands in it.
  (?:ال)?وسوم\s*(?::|$)|كلمات (?:دلاليه|مفتاحيه)|الكلمات المفتاحيه|علامات\s*:|tags?\s*:|فهرس المحتوي
  محتويات (?:المقال|الموضوع)|جدول المحتويات
  // To other places, and on the same page.
  السابق$|التالي$|المقال (?:السابق|التالي)|الخبر (?:السابق|التالي)|زر الذهاب|العوده (?:الي|لل) ?اعلي|الذهاب الي
  حجم الخط|(?:ال)?صفحه \d+ من \d+[^\p{L}]*$
  // Advertisement marks and the end.
  (?:مساحه )?اعلان(?:ات|يه)?[^\p{L}]*$|(?:يستكمل|يتبع|تتمه) .{0,20}بعد (?:ال)?(?:اعلان|فاصل)
  (?:اعلان)?\s*تابعو?ا? القراءه بعد|advertisement|(?:النهايه|انتهي)(?:[^\p{L}]+\p{L}(?!\p{L}))*[^\p{L}]*$
  // What readers think.
  لن يتم نشر|قيم هذا|(?:(?:اعجبني|احببته?|احزنني|اضحكني|اغضبني|ادهشني)[^\p{L}]*)+$
  تقييم(?: المقال| الخبر)?[^\p{L}]*$|(?:لا (?:توجد|يوجد)|بدون|ليست هناك) (?:اي )?تعليقات?[^\p{L}]*$
  كن اول من (?:يعلق|علق|يكتب|يشارك|يترك|يقيم)
`;
/** How lines begin that are furniture wherever they stand; only short ones are tested. */
const FURNITURE_LINE = new RegExp(`^[^\\p{L}\\d©]*(?:${LINES})`, "u");
const BEGINNINGS = phrases`
  نشر (?:في|يوم)|حدث في|بواسطه\s|بقلم|اشترك(?:وا)? (?:في|ب)|تابعوا? (?:اخبار|اخر|احدث|جديد|كل ما)
  (?:يمكنكم?|لمتابعه|متابعه) (?:متابعه )?(?:اخبار|اخر|احدث|كل)|سجل الان|حمل (?:تطبيق|التطبيق)|كن اول من
  (?:جميع|كافه) الحقوق|حقوق (?:النشر|الطبع)
  استمع (?:الان )?(?:الي |ل)ل?(?:ال)?(?:مقال|خبر|تقرير|نص|ماده|قصه|موضوع|هذا|هذه)(?!\p{L})
  (?:ال)?استماع (?:الي |ل)ل?(?:ال)?(?:مقال|خبر|ماده)|(?:مرر|اسحب|انزل)و?ا? (?:الي )?(?:لل?|ال)?اسفل
  ادعم(?:وا|ونا|نا)?\s|تبرع (?:الان|ل)|كتابه\s*[:：]
  اقرا (?:هذ[اه] )?(?:ال)?(?:مقال|خبر|نص|تقرير|ماده) .{0,12}ب(?:ال)?(?:انكليزيه|انجليزيه|فرنسيه|عربيه|كرديه|تركيه)
  الرييسيه(?:[^\p{L}]|$)|\d+ (?:مشاهده|قراءه|تعليق)
`;
/** Beginnings that sentences have too: furniture in a few words without a full stop. */
const BEGINNING = new RegExp(`^[^\\p{L}\\d]*(?:${BEGINNINGS})`, "u");
/** How often it was read. */
const COUNTER =
  /(?:عدد )?(?:ال)?(?:قراءات|مشاهدات|زيارات|مشاهده|قراءه|شوهد|قري|تعليقات)\s*[:：]?\s*\d[\d.,٫]*\s*(?:k|الف)?(?:\s*(?:مرات|مره))?(?!\p{L})|\d[\d.,٫]*\s*(?:k|الف)?\s*(?:مشاهدات|مشاهده|قراءات|قراءه|زيارات|زياره|تعليقات|تعليقا|تعليق)(?!\p{L})/gu;

function saysOnlyHowOften(line: string): boolean {
  if (!/\d/.test(line)) return false;
  const rest = line.replace(COUNTER, " ");
  return rest !== line && (!/[\p{L}\d]/u.test(rest) || saysOnlyWhen(rest));
}

/** Besides agencies. */
const PICTURES = phrases`
  الفرنسيه|الاوروبيه|(?:غيتي|getty).{0,8}|shutterstock|شترستوك|(?:من )?(?:ال)?ارشيف|مواقع التواصل.{0,12}
`;
/** A caption, and in brackets behind it whose picture it is. */
const CREDITED = new RegExp(`^[^.؟!«»]{1,90}\\((?:${AGENCY_PATTERN}|${PICTURES})\\)$`, "u");
/** Nothing but hashtags, an address, signs for the size of letters. */
const SIGNS = /^(?:#[\p{L}\d_]+[\s|،,-]*)+$|^(?:https?:\/\/|www\.|t\.me\/)\S+$|^(?:[اa]\s*[+−-]\s*){1,3}$/u;
/** «28° رطوبة 40%». */
const WEATHER = /^(?!.*[.؟!]$)[^\d]{0,30}-?\d{1,2}\s*°.{0,40}(?:رطوبه|رياح|غايم|مشمس|صحو|ممطر)/u;

/** «(أبوظبي - البيان)»: where an article comes from. */
const DATELINE = /^[([][^()[\]]{2,30}\s[-–—]\s?[^()[\]]{2,30}[)\]]$/u;

/** Whether a short line of the text, normalised, is furniture: caption, credit, share bar, tag list, date line. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > ARTICLE.rulesUnits) return false;
  if (isNotice(line)) return true;
  if (line.length > ARTICLE.furnitureUnits) return false;
  if (line.length <= ARTICLE.headingUnits && !/[.؟!]$/.test(line) && BEGINNING.test(line)) return true;
  return (
    FURNITURE_LINE.test(line) ||
    DATELINE.test(line) ||
    saysOnlyWhen(line) ||
    saysOnlyHowOften(line) ||
    (line.endsWith(")") && CREDITED.test(line)) ||
    SIGNS.test(line) ||
    (line.includes("°") && WEATHER.test(line))
  );
}
