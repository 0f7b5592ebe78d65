import { phrases } from "../lib/arabic/phrases.ts";

/*
 * What opens a part of a page besides its text, or a line that leads elsewhere. Patterns are written for normalised text, so that
 * every spelling («إقرأ أيضاً», «اقر ايضا», «شاهد ايضآ») is one.
 */

/** A line that opens with one of these, marks before it aside. */
const opening = (list: string) => new RegExp(`^[^\\p{L}]*(?:${list})`, "u");

/** What sites call their stories when they offer more of them. */
const STORIES = "(?:مقالات?|مواضيع|موضوعات|اخبار|تقارير|قصص|مواد|محتوي|موارد|روابط|فيديوهات?|متابعات)";
/** What opens a block of the page's own related links. */
export const RELATED_HEADING = opening(phrases`
  اقرا?[اء]? ?(?:وا)?(?:ايضا|كذلك)|(?:اقرووا|طالع(?:وا)?|شاهد(?:وا)?|تابع(?:وا)?|انظر) ايضا
  ${STORIES} (?:اخري )?(?:(?:ذات|دات|ذو|ذي) (?:صله|علاقه)|مرتبطه|متعلقه|مشابهه|مقترحه|قد [تي](?:عجب|هم)ك)
  (?:الموضوعات|المواضيع|الاخبار|المقالات) (?:المتعلقه|المرتبطه|المشابهه|ذات الصله)|(?:ذات|ذو|لها?) صله
  \p{L}+ (?:(?:ذات|ذو|لها) (?:صله|علاقه)|متصله|مشابهه)[^\p{L}]*$
  (?:خبر|موضوع|مقال|مقاله|تقرير|قصه|ماده) (?:(?:ذو|ذات) صله|متصله?|مرتبطه?|متعلقه?|مشابهه?)[^\p{L}]*$
  (?:بيانات(?: صحفيه)?|حلقات|حوارات|تحقيقات|البومات|صور|فعاليات) (?:(?:ذات|ذو) صله|مشابهه|مقترحه|مرتبطه)[^\p{L}]*$
  (?:${STORIES} اخري )?(?:في|من|عن) (?!.*(?:كاتب|مولف|محرر|قسم))(?:\p{L}+ (?:نفسه|ذاته|نفسها|ذاتها)|نفس \p{L}+)[^\p{L}]*$
  (?:${STORIES} اخري )?في (?:ذات السياق|سياق متصل)[^\p{L}]*$
  قد (?:يعجبك|يهمك|تعجبك|تهمك|يفيدك)(?: (?:ايضا|قراءه))?|قد يثير (?:فضولك|اهتمامك)|قد \p{L}+ ايضا[^\p{L}]*$
  ربما (?:يعجبك|يهمك)
  المزيد (?:حول|عن) (?:هذه القصه|هذا الموضوع|الموضوع)|نرشح لك|اخترنا لك
  related (?:articles|posts|stories|topics|news|content)|read (?:also|more|next)|see also|you may also like
  more on this|(?:[aà] )?lire aussi
`);

/** «مواضيع متعلقة ب…»: over paragraphs it is a heading of theirs. */
export const TOPIC_HEADING = opening(`${STORIES} (?:متعلقه|مرتبطه) ب`);

/** The same as a label of links; as a link it leads to the rest of a text. */
export const MORE_HEADING = opening(phrases`
  (?:اقرا|اقراوا|طالع|تابع) المزيد[^\p{L}]*$|(?:تابع|واصل) القراءه[^\p{L}]*$
`);
/** What a site offers to everybody, unless nothing on the page is nearer to its article. */
export const PICKS_HEADING = opening(phrases`
  قد (?:يعجبك|يهمك|تعجبك|تهمك|يفيدك)|قد يثير (?:فضولك|اهتمامك)|قد \p{L}+ ايضا[^\p{L}]*$
  ربما (?:يعجبك|يهمك)|نرشح لك|اخترنا لك|you may also like
`);
/** What opens links that are the site's or the author's, whatever the part is called. */
export const OTHERS_HEADING = opening(phrases`
  (?:اخر|احدث|اهم|ابرز) (?:ال)?(?:اخبار|مقالات|مواضيع|عناوين)|(?:اخر|احدث|اهم|ابرز) المستجدات[^\p{L}]*$
  اخبار عاجله|المزيد من الاخبار[^\p{L}]*$|الاكثر (?:قراءه|مشاهده|تعليقا|شيوعا|تداولا)|الاشهر
  (?:مقالات|مواضيع|المزيد|كتابات)(?: اخري)? (?:ل\p{L}*كاتب|بقلم|من (?:نفس )?(?:ال)?كاتب)|احدث ما كتب
  most (?:read|popular)|latest
`);

const READ_ALSO = phrases`
  اقرا?ا? ?(?:وا)?(?:ايضا|المزيد|كذلك)|اقر ايضا|اقرووا ايضا|اقرا عن|طالع ايضا|طالع المزيد|شاهد ايضا
  شاهد(?: الفيديو)?\s*[:：]|تابع ايضا|قد (?:تحب|يعجبك|يهمك|يفيدك|تهمك)(?: ايضا)?(?: (?:مشاهده|قراءه))?|ربما يهمك
  لمزيد من (?:الاخبار|المعلومات|التفاصيل)|للمزيد|للاطلاع علي|مواضيع ذات|مقالات ذات|اخبار ذات|موضوعات ذات|ذات صله
  نرشح لك|لا تفوت|انظر ايضا|read also|see also|read more|related\s*:|(?:[aà] )?lire aussi
`;
/** A line in the text that only leads to another article. */
export const READ_ALSO_LINE = new RegExp(`^[^\\p{L}\\d]*(?:${READ_ALSO})`, "u");

/** How a link within a sentence invites to another article. */
export const INVITING = /^(?:اقراو?ا?|طالعو?ا?|شاهدو?ا?|تعرفو?ا?|اطلعو?ا?|انظرو?ا?) /u;

/** What opens the comments; nothing after it belongs to the article. */
export const COMMENTS_HEADING = opening(phrases`
  التعليقات|تعليقات (?:القراء|الزوار)?|اترك (?:تعليق|رد)|اضف (?:تعليق|رد)|اكتب تعليق
  شارك(?:نا)? (?:ب)?(?:رايك|تعليقك)|(?:اراء|ردود|مشاركات|تفاعلات) (?:القراء|الزوار|المتابعين)
  \(?\d+\)? تعليق(?:ا|ات)?[^\p{L}]*$|لن يتم نشر|الحقول الالزاميه|leave a (?:reply|comment)|comments?$
`);

const ENDS = phrases`
  (?:اخر|احدث) (?:الاخبار|المقالات|المواضيع|التدوينات|المشاركات)|المشاركات الاخيره|مقالات (?:اخري|حديثه)
  اخبار اخري|مواضيع اخري|الاكثر (?:قراءه|مشاهده|تعليقا|شيوعا)|الاشهر|معلومات عنا|من نحن|عن الموقع|اتصل بنا|اتصال
  تواصل معنا|(?:ال)?(?:هوامش|حواشي|مراجع)(?: وال(?:مراجع|مصادر))?|قايمه المراجع|footnotes|references|مشاركه\s*:?
  شارك(?: هذا)? (?:المقال|الخبر|الموضوع)|recent posts|latest news|most read
`;
/** What opens the parts of a page that follow its article. */
export const END_HEADING = opening(`(?:${ENDS})[^\\p{L}]*$`);
