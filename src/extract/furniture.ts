import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { isNotice } from "./notices.ts";
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
  "comments?|commentlist|disqus|respond|reply|rating|ratings|poll|vote|quiz|feedback",
  // About the article: who, when, on what, how long.
  "author-?(?:box|bio|info)|about-?author|post-?meta|entry-?meta|byline|tags?|tag-?(?:list|cloud|links)|post-?tags|keywords|toc|ez-toc-container|eztoc|table-?of-?contents|print|copyright|footnotes?|disclaimer|scroll-?hint",
  // What a program made of it, and what speaks it.
  "ai-?summary|summary-?ai|audio-?(?:box|player|bar)|listen(?:-?(?:box|player|to-?article))?|read-?speaker|tts|text-?to-?speech|speech-?player",
  // Offers to those who do not pay; `paywall` alone is what sites call the text behind it.
  "(?:paywall|regwall|piano)-?(?:offer|box|message|prompt|overlay|banner|modal|gate|cta)|subscribe-?(?:wall|box|cta|prompt)|support-?us|donat(?:e|ion)",
  // Under pictures, and what only screen readers say.
  "caption|wp-caption-text|credit|screen-reader-text|sr-only|visually-?hidden|d-none",
  // Posts of other sites, and figures of matches and the weather.
  "twitter-(?:tweet|video)|instagram-media|tiktok-embed|weather|match-?(?:card|box|widget|cent(?:er|re)|stats|score)|score-?(?:board|card|box|widget)|live-?score|standings|league-?table",
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
  `^[^\\p{L}]*(?:اقرا?[اء]? ?(?:وا)?(?:ايضا|كذلك)|(?:اقرووا|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?|انظر) ايضا|${STORIES} (?:اخري )?(?:(?:ذات|دات|ذو|ذي) (?:صله|علاقه)|مرتبطه|متعلقه|مشابهه|مقترحه|قد [تي](?:عجب|هم)ك)|(?:الموضوعات|المواضيع|الاخبار|المقالات) (?:المتعلقه|المرتبطه|المشابهه|ذات الصله)|(?:ذات|ذو|لها?) صله|(?:خبر|موضوع|مقال|مقاله|تقرير|قصه|ماده) (?:(?:ذو|ذات) صله|متصله?|مرتبطه?|متعلقه?|مشابهه?)[^\\p{L}]*$|(?:بيانات(?: صحفيه)?|حلقات|حوارات|تحقيقات|البومات|صور|فعاليات) (?:(?:ذات|ذو) صله|مشابهه|مقترحه|مرتبطه)[^\\p{L}]*$|\\p{L}+ (?:(?:ذات|ذو|لها) (?:صله|علاقه)|متصله|مشابهه)[^\\p{L}]*$|(?:${STORIES} اخري )?(?:في|من|عن) (?!.*(?:كاتب|مولف|محرر|قسم))(?:\\p{L}+ (?:نفسه|ذاته|نفسها|ذاتها)|نفس \\p{L}+|ذات السياق|سياق متصل)[^\\p{L}]*$|قد (?:يعجبك|يهمك|تعجبك|تهمك|يفيدك|يثير (?:فضولك|اهتمامك))(?: (?:ايضا|قراءه))?|قد \\p{L}+ ايضا[^\\p{L}]*$|ربما (?:يعجبك|يهمك)|المزيد (?:حول|عن) (?:هذه القصه|هذا الموضوع|الموضوع)|نرشح لك|اخترنا لك|related (?:articles|posts|stories|topics|news|content)|read (?:also|more|next)|see also|you may also like|more on this|(?:[aà] )?lire aussi)`,
  "u",
);

/** «مواضيع متعلقة ب…»: over paragraphs it is a heading of theirs. */
export const TOPIC_HEADING = new RegExp(`^[^\\p{L}]*${STORIES} (?:متعلقه|مرتبطه) ب`, "u");

/** The same as a label of links; as a link it leads to the rest of a text. */
export const MORE_HEADING = /^[^\p{L}]*(?:(?:اقرا|اقراوا|طالع|تابع) المزيد|(?:تابع|واصل) القراءه)[^\p{L}]*$/u;
/** What a site offers to everybody, unless nothing on the page is nearer to its article. */
export const PICKS_HEADING =
  /^[^\p{L}]*(?:قد (?:يعجبك|يهمك|تعجبك|تهمك|يفيدك|يثير (?:فضولك|اهتمامك))|قد \p{L}+ ايضا[^\p{L}]*$|ربما (?:يعجبك|يهمك)|نرشح لك|اخترنا لك|you may also like)/u;
/** What opens links that are the site's or the author's, whatever the part is called. */
export const OTHERS_HEADING =
  /^[^\p{L}]*(?:(?:اخر|احدث) (?:ال)?(?:اخبار|مقالات|مواضيع)|الاكثر (?:قراءه|مشاهده|تعليقا|شيوعا|تداولا)|الاشهر|(?:مقالات|مواضيع|المزيد|كتابات)(?: اخري)? (?:ل\p{L}*كاتب|بقلم|من (?:نفس )?(?:ال)?كاتب)|احدث ما كتب|most (?:read|popular)|latest)/u;

/** A line in the text that only leads to another article. */
export const READ_ALSO_LINE =
  /^[^\p{L}\d]*(?:اقرا?ا? ?(?:وا)?(?:ايضا|المزيد|كذلك)|اقر ايضا|اقرووا ايضا|اقرا عن|طالع ايضا|طالع المزيد|شاهد ايضا|شاهد(?: الفيديو)?\s*[:：]|تابع ايضا|قد (?:تحب|يعجبك|يهمك|يفيدك|تهمك)(?: ايضا)?(?: (?:مشاهده|قراءه))?|ربما يهمك|لمزيد من (?:الاخبار|المعلومات|التفاصيل)|للمزيد|للاطلاع علي|مواضيع ذات|مقالات ذات|اخبار ذات|موضوعات ذات|ذات صله|نرشح لك|لا تفوت|انظر ايضا|read also|see also|read more|related\s*:|(?:[aà] )?lire aussi)/u;

/** How a link within a sentence invites to another article. */
export const INVITING = /^(?:اقراو?ا?|طالعو?ا?|شاهدو?ا?|تعرفو?ا?|اطلعو?ا?|انظرو?ا?) /u;

/** What opens the comments; nothing after it belongs to the article. */
export const COMMENTS_HEADING =
  /^[^\p{L}]*(?:التعليقات|تعليقات (?:القراء|الزوار)?|اترك (?:تعليق|رد)|اضف (?:تعليق|رد)|اكتب تعليق|شارك(?:نا)? (?:ب)?(?:رايك|تعليقك)|(?:اراء|ردود|مشاركات|تفاعلات) (?:القراء|الزوار|المتابعين)|\(?\d+\)? تعليق(?:ا|ات)?[^\p{L}]*$|لن يتم نشر|الحقول الالزاميه|leave a (?:reply|comment)|comments?$)/u;

/** What opens the parts of a page that follow its article. */
export const END_HEADING =
  /^[^\p{L}]*(?:(?:اخر|احدث) (?:الاخبار|المقالات|المواضيع|التدوينات|المشاركات)|المشاركات الاخيره|مقالات (?:اخري|حديثه)|اخبار اخري|مواضيع اخري|الاكثر (?:قراءه|مشاهده|تعليقا|شيوعا)|الاشهر|معلومات عنا|من نحن|عن الموقع|اتصل بنا|اتصال|تواصل معنا|(?:ال)?(?:هوامش|حواشي|مراجع)(?: وال(?:مراجع|مصادر))?|قايمه المراجع|footnotes|references|مشاركه\s*:?|شارك(?: هذا)? (?:المقال|الخبر|الموضوع)|recent posts|latest news|most read)[^\p{L}]*$/u;

const NETWORK =
  "(?:facebook|twitter|x|whats ?app|telegram|e-?mail|print|linked ?in|pin ?(?:interest|terest)|messenger|copy link|واتس ?اب|فيس ?بوك|تويتر|اكس|منصه اكس|تيلي?جرام|تيلي?غرام|تلغرام|لينكد ?ا?ين|بينتريست|ماسنجر|ايميل|البريد الالكتروني|بريد الكتروني|طباعه|نسخ(?: الرابط)?|حفظ)";
/** How lines begin that are furniture wherever they stand; only short ones are tested. */
const LINE_BEGINNINGS = [
  // Under pictures.
  "التعليق علي الصوره|تعليق الصوره|صدر الصوره|مصدر الصوره|image (?:source|caption)|getty images|(?:ال)?صوره\\s*[:：]|صوره (?:ارشيفيه|تعبيريه|توضيحيه|من الارشيف)[^\\p{L}]*$",
  // Rights, and who may read.
  "©|copyright|(?:جميع|كافه|كل) الحقوق محفوظه|(?:جميع )?حقوق (?:النشر|الطبع)[^.]{0,20} محفوظه|هذ[اه] (?:المقال|الماده|المحتوي|الخبر) (?:متاح[ه]? )?(?:حصريا? )?للمشتركين|للمشتركين فقط",
  // When it was published, how long it is, how often it was read.
  "طبع (?:هذا |هذه )?(?:ال)?(?:خبر|مقال|صفحه|ماده|نص|من)|رابط (?:ال)?(?:خبر|مقال|صفحه)|الرابط\\s*:|تم نشره|نشر بتاريخ|تاريخ النشر|اخر (?:تحديث|تعديل)|تم التحديث|التاريخ\\s*:|وقت القراءه|(?:دقيقه|دقايق) (?:قراءه|للقراءه)|مده القراءه|عدد (?:المشاهدات|القراءات|الزيارات|التعليقات)[^\\p{L}]*$",
  // Who made it, and where it is from.
  "(?:author|role|reporting from)[،,] |كتبت?(?:\\s*[:/]|\\s[–—-]\\s)|(?:تحرير|اعداد|تصوير|عدسه|مونتاج|رسوم|تدقيق|حاور(?:ه|ته|ها|تها)?)\\s*:|(?:الاشراف العام|(?:رييس|مدير|سكرتير|نايب رييس) (?:التحرير|مجلس الاداره))\\s*[:：]|المصدر\\s*(?::.{0,40})?$",
  // Sharing: words, and bars of nothing but networks.
  "انسخ الرابط|نسخ الرابط|تم النسخ|رابط مختصر|شارك (?:المقال|الخبر|هذا|القصه|الموضوع|(?:علي|عبر) (?:فيسبوك|تويتر|واتساب|facebook|twitter))|شارك$|مشاركه$|مشاركه\\s*:$|انشر (?:علي|عبر)|ارسل (?:الي|لصديق)|طباعه$|e-?mail$|print$",
  `(?:${NETWORK}(?!\\p{L})[^\\p{L}]*)+$`,
  // Following and subscribing, in a few words; longer calls are invitations.
  "تابعوا? (?:قناتنا|صفحتنا|حسابنا|عبر)|تابعونا|تابعنا (?:علي|عبر|في|هنا|الان)|تابعنا[^\\p{L}]*$|اشترك(?:وا)? (?:في|ب).{0,40}(?:قنا[هت]|نشر[هت]|خدم[هت]|تنبيهات|القايمه|بريد|موقع|صفح[هت]|ليصل|لتصل)|(?:ال)?نشره (?:البريديه|الصباحيه|المساييه|اليوميه|الاسبوعيه)(?=$|[^\\p{L}])|(?:ال)?نشرتنا (?:البريديه|الاخباريه)|سجل بريدك|get it on|google play$|app store$|available on",
  // Words that the article is filed under, and what stands in it.
  "(?:ال)?وسوم\\s*(?::|$)|كلمات (?:دلاليه|مفتاحيه)|الكلمات المفتاحيه|علامات\\s*:|tags?\\s*:|فهرس المحتوي|محتويات (?:المقال|الموضوع)|جدول المحتويات",
  // To other places, and on the same page.
  "السابق$|التالي$|المقال (?:السابق|التالي)|الخبر (?:السابق|التالي)|زر الذهاب|العوده (?:الي|لل) ?اعلي|الذهاب الي|حجم الخط|(?:ال)?صفحه \\d+ من \\d+[^\\p{L}]*$",
  // Advertisement marks and the end.
  "(?:مساحه )?اعلان(?:ات|يه)?[^\\p{L}]*$|(?:يستكمل|يتبع|تتمه) .{0,20}بعد (?:ال)?(?:اعلان|فاصل)|(?:اعلان)?\\s*تابعو?ا? القراءه بعد|advertisement|(?:النهايه|انتهي)(?:[^\\p{L}]+\\p{L}(?!\\p{L}))*[^\\p{L}]*$",
  // What readers think.
  "لن يتم نشر|قيم هذا|(?:(?:اعجبني|احببته?|احزنني|اضحكني|اغضبني|ادهشني)[^\\p{L}]*)+$|تقييم(?: المقال| الخبر)?[^\\p{L}]*$|(?:لا (?:توجد|يوجد)|بدون|ليست هناك) (?:اي )?تعليقات?[^\\p{L}]*$|كن اول من (?:يعلق|علق|يكتب|يشارك|يترك|يقيم)",
].join("|");
const FURNITURE_LINE = new RegExp(`^[^\\p{L}\\d©]*(?:${LINE_BEGINNINGS})`, "u");
/** Beginnings that sentences have too: furniture in a few words without a full stop. */
const BEGINNING =
  /^[^\p{L}\d]*(?:نشر (?:في|يوم)|حدث في|بواسطه\s|بقلم|اشترك(?:وا)? (?:في|ب)|تابعوا? (?:اخبار|اخر|احدث|جديد|كل ما)|(?:يمكنكم?|لمتابعه|متابعه) (?:متابعه )?(?:اخبار|اخر|احدث|كل)|سجل الان|حمل (?:تطبيق|التطبيق)|كن اول من|(?:جميع|كافه) الحقوق|حقوق (?:النشر|الطبع)|استمع (?:الان )?(?:الي |ل)ل?(?:ال)?(?:مقال|خبر|تقرير|نص|ماده|قصه|موضوع|هذا|هذه)(?!\p{L})|(?:ال)?استماع (?:الي |ل)ل?(?:ال)?(?:مقال|خبر|ماده)|(?:مرر|اسحب|انزل)و?ا? (?:الي )?(?:لل?|ال)?اسفل|ادعم(?:وا|ونا|نا)? |تبرع (?:الان|ل)|كتابه\s*[:：]|اقرا (?:هذ[اه] )?(?:ال)?(?:مقال|خبر|نص|تقرير|ماده) .{0,12}ب(?:ال)?(?:انكليزيه|انجليزيه|فرنسيه|عربيه|كرديه|تركيه)|الرييسيه(?:[^\p{L}]|$)|\d+ (?:مشاهده|قراءه|تعليق))/u;
/** How often it was read. */
const COUNTER =
  /(?:عدد )?(?:ال)?(?:قراءات|مشاهدات|زيارات|مشاهده|قراءه|شوهد|قري|تعليقات)\s*[:：]?\s*\d[\d.,٫]*\s*(?:k|الف)?(?:\s*(?:مرات|مره))?(?!\p{L})|\d[\d.,٫]*\s*(?:k|الف)?\s*(?:مشاهدات|مشاهده|قراءات|قراءه|زيارات|زياره|تعليقات|تعليقا|تعليق)(?!\p{L})/gu;

function saysOnlyHowOften(line: string): boolean {
  if (!/\d/.test(line)) return false;
  const rest = line.replace(COUNTER, " ");
  return rest !== line && (!/[\p{L}\d]/u.test(rest) || saysOnlyWhen(rest));
}

/** A caption with its agency behind it; nothing but hashtags, an address, signs for the size of letters; the weather as figures. */
const OTHER_LINE =
  /^[^.؟!«»]{1,90}\((?:رويترز|(?:وكاله )?فرانس برس|الفرنسيه|ا ف ب|اف ب|ا ب|اسوشيتد ?برس|الاوروبيه|الاناضول|(?:غيتي|getty).{0,8}|afp|ap|epa|reuters|د ب ا|shutterstock|شترستوك|وكالات|(?:من )?(?:ال)?ارشيف|مواقع التواصل.{0,12})\)$|^(?:#[\p{L}\d_]+[\s|،,-]*)+$|^(?:https?:\/\/|www\.|t\.me\/)\S+$|^(?:[اa]\s*[+−-]\s*){1,3}$|^(?!.*[.؟!]$)[^\d]{0,30}-?\d{1,2}\s*°.{0,40}(?:رطوبه|رياح|غايم|مشمس|صحو|ممطر)/u;

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
    OTHER_LINE.test(line)
  );
}
