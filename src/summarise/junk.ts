import { normalise } from "../lib/arabic/normalise.ts";
import { tokens } from "../lib/arabic/tokens.ts";

/** How furniture begins, normalised: captions, credits, invitations to read, share or subscribe, datelines of publication. */
const OPENINGS = new RegExp(
  `^(?:${[
    "صوره",
    "الصوره",
    "تعليق الصوره",
    "التعليق علي الصوره",
    "مصدر الصوره",
    "صدر الصوره",
    "image",
    "getty",
    "reuters",
    "photo",
    "اقر[اأ]? ?ايضا",
    "اقرا",
    "شاهد",
    "فيديو",
    "بالفيديو",
    "بالصور",
    "تابعوا",
    "تابعونا",
    "تابع اخبار",
    "للمزيد",
    "المزيد",
    "لمزيد من",
    "انظر",
    "مشاركه",
    "شارك",
    "كتب",
    "كتبت",
    "تحرير",
    "اعداد",
    "ترجمه",
    "المصدر",
    "نشر في",
    "نشرت في",
    "تم نشره",
    "اخر تحديث",
    "تم النشر",
    "تاريخ النشر",
    "جميع الحقوق",
    "حقوق النشر",
    "النشره البريديه",
    "اشترك",
    "copyright",
    "©",
    "قد يهمك",
    "قد يعجبك",
    "مواضيع ذات",
    "مقالات ذات",
    "اخبار ذات",
    "اترك تعليق",
    "لن يتم نشر",
    "زر الذهاب",
    "انسخ الرابط",
    "حمل تطبيق",
    "نرشح لك",
    "لا تفوت",
    "موضوعات متعلقه",
  ].join("|")})(?=[\\s:،.|؛!؟-]|$)`,
);
const DATE_ONLY = /^\D{0,30}\d{1,4}\s*[/-]\s*\d{1,2}\s*[/-]\s*\d{1,4}\D{0,20}$/;
const LONGEST_JUNK = 25;
const LEAST_TOKENS = 4;

/** Whether a sentence is page furniture, not text: too short to tell anything, a caption, a credit, an invitation, a bare date. */
export function isJunk(sentence: string): boolean {
  const words = tokens(sentence);
  if (words.length < LEAST_TOKENS) return true;
  const text = normalise(sentence).replace(/^[^\p{L}\d©]+/u, "");
  if (words.length < LONGEST_JUNK && (OPENINGS.test(text) || DATE_ONLY.test(text))) return true;
  if (/:\s*$/.test(sentence) && words.length < 8) return true;
  const arabic = sentence.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sentence.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return arabic > 0 && latin > arabic;
}
