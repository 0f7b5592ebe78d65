import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { ARTICLE } from "./thresholds.ts";

/**
 * What stands on a page besides its text. Patterns are written for normalised text, so that every spelling («إقرأ أيضاً», «اقر ايضا»,
 * «شاهد ايضآ») is one.
 */

const PART_NAMES = [
  // The site around the article.
  "nav(?:bar|igation)?|menu|breadcrumbs?|side-?bar|footer|toolbar|skip-?links?|login|search(?:form|-?box)?|pagination|pager|prev-?next|post-?navigation|apps?-?links",
  // Other articles.
  "related|jp-relatedposts|yarpp|recommend(?:ed|ations?)?|read-?(?:also|more|next)|more-?(?:news|stories|posts)|inline-?related|also-?read|most-?(?:read|viewed|popular)|trending|popular|ticker|breaking",
  // Sharing, following, subscribing.
  "share|sharing|sharedaddy|social(?:s|-?media|-?icons|-?share)?|addtoany|a2a|google-?news|follow-?us|newsletter|subscri(?:be|ption)",
  // Advertising and notices.
  "promo(?:tion)?|advert(?:s|isement)?|ads?|ad-(?:slot|unit|container|wrapper)|banner|sponsor(?:ed)?|cookies?|gdpr|consent|popup|modal",
  // What readers write.
  "comments?|commentlist|disqus|respond|reply|rating|ratings|poll|vote",
  // About the article: who, when, on what, how long.
  "author-?(?:box|bio|info)|about-?author|post-?meta|entry-?meta|byline|tags?|tag-?(?:list|cloud|links)|post-?tags|keywords|toc|ez-toc-container|eztoc|table-?of-?contents|print|copyright",
  // Under pictures, and what only screen readers say.
  "caption|wp-caption-text|credit|screen-reader-text|sr-only|visually-?hidden|d-none",
  // Posts of other sites, and figures of matches and the weather.
  "twitter-(?:tweet|video)|instagram-media|tiktok-embed|weather|match-?(?:card|box|widget|cent(?:er|re)|stats|score)|score-?(?:board|card|box|widget)|live-?score",
].join("|");
/** Classes, ids and roles of parts that hold no text of the article. */
export const FURNITURE_NAMES = new RegExp(
  `(?:^|\\s)widgets?(?=$|[\\s_-])|(?:^|[\\s_-])(?:${PART_NAMES})(?=$|[\\s_-])`,
  "i",
);

/** Classes and ids of what is longer than many an article and never one: what readers write, and what the law wants said. */
export const FOREIGN_NAMES =
  /(?:^|[\s_-])(?:comments?(?!-(?:open|closed))|commentlist|disqus|respond|replies|cookies?|consent|gdpr|newsletter)(?=$|[\s_-])/i;

/** Classes and ids of parts that hold the article's text, whatever else they are called. */
export const CONTENT_NAMES =
  /(?:^|[\s_-])(?:articlebody|article-?(?:body|content|text)|post-?(?:body|content|text)|entry-?content|story-?(?:body|content)|news-?(?:body|content|text)|content-?(?:body|text|inner))(?=$|[\s_])/i;

/** What sites call their stories when they offer more of them. */
const STORIES = "(?:مقالات?|مواضيع|موضوعات|اخبار|تقارير|قصص|مواد|محتوي|موارد|روابط|فيديوهات?|متابعات)";
/** What opens a block of the page's own related links. */
export const RELATED_HEADING = new RegExp(
  `^[^\\p{L}]*(?:اقرا?ا? ?(?:وا)?(?:ايضا|كذلك)|(?:اقرووا|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?|انظر) ايضا|${STORIES} (?:اخري )?(?:(?:ذات|دات|ذو|ذي) (?:صله|علاقه)|مرتبطه|متعلقه|مشابهه|مقترحه|قد [تي](?:عجب|هم)ك)|(?:الموضوعات|المواضيع|الاخبار|المقالات) (?:المتعلقه|المرتبطه|المشابهه|ذات الصله)|(?:ذات|ذو) صله|قد (?:يعجبك|يهمك|تعجبك|تهمك|يفيدك)(?: (?:ايضا|قراءه))?|ربما (?:يعجبك|يهمك)|المزيد (?:حول|عن) (?:هذه القصه|هذا الموضوع|الموضوع)|نرشح لك|اخترنا لك|related (?:articles|posts|stories|topics|news|content)|read (?:also|more|next)|see also|you may also like|more on this|(?:[aà] )?lire aussi)`,
  "u",
);

/** A line in the text that only leads to another article. */
export const READ_ALSO_LINE =
  /^[^\p{L}\d]*(?:اقرا?ا? ?(?:وا)?(?:ايضا|المزيد|كذلك)|اقر ايضا|اقرووا ايضا|اقرا عن|طالع ايضا|طالع المزيد|شاهد ايضا|شاهد(?: الفيديو)?\s*[:：]|تابع ايضا|قد (?:تحب|يعجبك|يهمك|يفيدك|تهمك)(?: ايضا)?(?: (?:مشاهده|قراءه))?|ربما يهمك|لمزيد من (?:الاخبار|المعلومات|التفاصيل)|للمزيد|للاطلاع علي|مواضيع ذات|مقالات ذات|اخبار ذات|موضوعات ذات|ذات صله|نرشح لك|لا تفوت|انظر ايضا|read also|see also|read more|related\s*:|(?:[aà] )?lire aussi)/u;

/** How a link within a sentence invites to another article. */
export const INVITING = /^(?:اقراو?ا?|طالعو?ا?|شاهدو?ا?|تعرفو?ا?|اطلعو?ا?|انظرو?ا?) /u;

/** What opens the comments; nothing after it belongs to the article. */
export const COMMENTS_HEADING =
  /^[^\p{L}]*(?:التعليقات|تعليقات (?:القراء|الزوار)?|اترك (?:تعليق|رد)|اضف (?:تعليق|رد)|اكتب تعليق|شارك(?:نا)? (?:ب)?(?:رايك|تعليقك)|لن يتم نشر|الحقول الالزاميه|leave a (?:reply|comment)|comments?$)/u;

/** What opens the parts of a page that follow its article. */
export const END_HEADING =
  /^[^\p{L}]*(?:(?:اخر|احدث) (?:الاخبار|المقالات|المواضيع|التدوينات|المشاركات)|المشاركات الاخيره|مقالات (?:اخري|حديثه)|اخبار اخري|مواضيع اخري|الاكثر (?:قراءه|مشاهده|تعليقا|شيوعا)|الاشهر|معلومات عنا|من نحن|عن الموقع|اتصل بنا|اتصال|تواصل معنا|مشاركه\s*:?|شارك(?: هذا)? (?:المقال|الخبر|الموضوع)|recent posts|latest news|most read)[^\p{L}]*$/u;

const NETWORK =
  "(?:facebook|twitter|x|whats ?app|telegram|e-?mail|print|linked ?in|pin ?(?:interest|terest)|messenger|copy link|واتس ?اب|فيس ?بوك|تويتر|اكس|منصه اكس|تيلي?جرام|تيلي?غرام|تلغرام|لينكد ?ا?ين|بينتريست|ماسنجر|ايميل|البريد الالكتروني|بريد الكتروني|طباعه|نسخ(?: الرابط)?|حفظ)";
/** How lines begin that are furniture wherever they stand; only short ones are tested. */
const LINE_BEGINNINGS = [
  // Under pictures.
  "التعليق علي الصوره|تعليق الصوره|صدر الصوره|مصدر الصوره|image (?:source|caption)|getty images",
  // Rights, and who may read.
  "©|copyright|جميع الحقوق|حقوق (?:النشر|الطبع)|هذ[اه] (?:المقال|الماده|المحتوي|الخبر) (?:متاح[ه]? )?(?:حصريا? )?للمشتركين|للمشتركين فقط",
  // When it was published, how long it is, how often it was read.
  "تم نشره|نشر بتاريخ|تاريخ النشر|اخر (?:تحديث|تعديل)|تم التحديث|التاريخ\\s*:|وقت القراءه|(?:دقيقه|دقايق) (?:قراءه|للقراءه)|مده القراءه|عدد (?:المشاهدات|القراءات|الزيارات|التعليقات)",
  // Who made it, and where it is from.
  "كتبت?(?:\\s*[:/]|\\s[–—-]\\s)|(?:تحرير|اعداد|تصوير|عدسه|حاور(?:ه|ته|ها|تها)?)\\s*:|(?:الاشراف العام|(?:رييس|مدير|سكرتير|نايب رييس) (?:التحرير|مجلس الاداره))\\s*[:：]|المصدر\\s*(?::.{0,40})?$",
  // Sharing: words, and bars of nothing but networks.
  "انسخ الرابط|نسخ الرابط|تم النسخ|رابط مختصر|شارك (?:المقال|الخبر|هذا|القصه|الموضوع|(?:علي|عبر) (?:فيسبوك|تويتر|واتساب|facebook|twitter))|شارك$|مشاركه$|مشاركه\\s*:$|انشر (?:علي|عبر)|ارسل (?:الي|لصديق)|طباعه$|e-?mail$|print$",
  `(?:${NETWORK}(?!\\p{L})[^\\p{L}]*)+$`,
  // Following and subscribing, in a few words; longer calls are invitations.
  "تابعوا? (?:قناتنا|صفحتنا|حسابنا|عبر)|تابعونا|تابعنا|اشترك(?:وا)? (?:في|ب).{0,40}(?:قنا[هت]|نشر[هت]|خدم[هت]|تنبيهات|القايمه|بريد|موقع|صفح[هت]|ليصل|لتصل)|(?:ال)?نشره (?:البريديه|الصباحيه|المساييه|اليوميه|الاسبوعيه)(?=$|[^\\p{L}])|(?:ال)?نشرتنا (?:البريديه|الاخباريه)|سجل (?:الان|بريدك)|حمل (?:تطبيق|التطبيق)|get it on|google play$|app store$|available on",
  // Words that the article is filed under, and what stands in it.
  "(?:ال)?وسوم\\s*(?::|$)|كلمات (?:دلاليه|مفتاحيه)|الكلمات المفتاحيه|علامات\\s*:|tags?\\s*:|فهرس المحتوي|محتويات (?:المقال|الموضوع)|جدول المحتويات",
  // To other places, and on the same page.
  "السابق$|التالي$|المقال (?:السابق|التالي)|الخبر (?:السابق|التالي)|زر الذهاب|العوده (?:الي|لل) ?اعلي|الذهاب الي|حجم الخط",
  // Advertisement marks and the end.
  "اعلان(?:ات)?[^\\p{L}]*$|(?:اعلان)?\\s*تابعو?ا? القراءه بعد|advertisement|(?:النهايه|انتهي)(?:[^\\p{L}]+\\p{L}(?!\\p{L}))*[^\\p{L}]*$",
  // What readers think.
  "لن يتم نشر|قيم هذا|تقييم(?: المقال| الخبر)?[^\\p{L}]*$|(?:لا (?:توجد|يوجد)|بدون|ليست هناك) (?:اي )?تعليقات?[^\\p{L}]*$|كن اول من",
].join("|");
const FURNITURE_LINE = new RegExp(`^[^\\p{L}\\d©]*(?:${LINE_BEGINNINGS})`, "u");
/** Beginnings that sentences have too: furniture in a few words without a full stop. */
const BEGINNING =
  /^[^\p{L}\d]*(?:نشر (?:في|يوم)|حدث في|بواسطه\s|بقلم|اشترك(?:وا)? (?:في|ب)|تابعوا? (?:اخبار|اخر|احدث|جديد|كل ما)|(?:يمكنكم?|لمتابعه|متابعه) (?:متابعه )?(?:اخبار|اخر|احدث|كل)|الرييسيه(?:[^\p{L}]|$)|\d+ (?:مشاهده|قراءه|تعليق))/u;
/** Longer lines of rules for comments and of disclaimers. */
const RULES_LINE =
  /(?:الاراء|التعليقات|المقالات) (?:الوارده|المنشوره).{0,60}(?:لا )?تعبر|ترحب .{0,40}بالنقاش|(?:نحتفظ|يحتفظ|تحتفظ) .{0,30}(?:الحق|بحق) .{0,30}(?:حذف|نشر)|لن يتم نشر (?:عنوان|التعليقات)/u;

/** «(أبوظبي - البيان)»: where an article comes from. */
const DATELINE = /^[([][^()[\]]{2,30}\s[-–—]\s?[^()[\]]{2,30}[)\]]$/u;

/** Whether a short line of the text, normalised, is furniture: caption, credit, share bar, tag list, date line. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > ARTICLE.rulesUnits) return false;
  if (RULES_LINE.test(line)) return true;
  if (line.length > ARTICLE.furnitureUnits) return false;
  if (line.length <= ARTICLE.headingUnits && !/[.؟!]$/.test(line) && BEGINNING.test(line)) return true;
  return FURNITURE_LINE.test(line) || DATELINE.test(line) || saysOnlyWhen(line);
}
