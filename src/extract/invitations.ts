import { foldLetters } from "../lib/arabic/normalise.ts";
import { phrases } from "../lib/arabic/phrases.ts";

/*
 * Outlets ask their readers to follow them, in lines of their own or at the end of a paragraph. Such a sentence begins with what
 * it asks for, and names a channel. Verbs in the singular are also what somebody did («تابع رئيس البلدية …»): there the channel
 * must be the outlet's own («قناتنا»), the reader's («بريدك»), or what is asked for. All patterns are for normalised text.
 */

/** Longer sentences are not looked at. */
const LONGEST = 300;
/** A quotation is what somebody else asks for. */
const OPENING =
  /^[^\p{L}\d«"“]*(?:(?:للمزيد|لمزيد|للاطلاع|لمعرفه|لمتابعه|لتصل\p{L}*|ليصل\p{L}*|اذا اعجب\p{L}*)(?!\p{L})[^.؟!]{0,60}? )?و?/u
    .source;
const END = "(?!\\p{L})";
/** What nobody does but who is asked to. */
const ASKS_ALL = phrases`
  تابعونا|تابعوا|اشتركوا|انضموا|حملوا|نزلوا|سجلوا|فعلوا|احصلوا|زوروا|لا تنسوا? \p{L}+
  follow us|subscribe to|join our|sign up|download our
`;
const ASKS_ONE = phrases`
  تابع|تابعنا|اشترك|انضم|حمل|نزل|سجل|فعل|احصل|زر|اضغط|انقر
  (?:يمكنكم?|بامكانكم?)(?: ايضا| الان)* (?:متابعه|متابعتنا|الاشتراك|الانضمام|تحميل|تنزيل)
  (?:لمتابعه|للاشتراك|للانضمام|لتحميل|للحصول علي|ليصلكم?|لتصلكم?)
`;
const OURS = phrases`
  قناتنا|قنواتنا|صفحتنا|صفحاتنا|حسابنا|حساباتنا|تطبيقنا|نشرتنا|نشراتنا|موقعنا|منصاتنا|منصتنا|مجموعتنا|خدمتنا|اخبارنا
  our (?:channel|newsletter|app|page|telegram|whatsapp)
`;
const OUR = new RegExp(`(?:^|[^\\p{L}])[وفبل]?(?:${OURS})${END}`, "u");
const YOUR = /(?:بريدكم?|هاتفكم?|جوالكم?|(?:ي|ت|ل)صلكم?|(?:ليصل|لتصل)كم?)(?!\p{L})/u;
const MEDIUM = new RegExp(
  phrases`
  واتس ?اب|تي?لي?[غجق]رام|فيس ?بوك|تويتر|منصه (?:اكس|x)|انستا?[غج]رام|يوتيوب|تيك ?توك|سناب|نبض
  whatsapp|telegram|facebook|twitter|instagram|youtube
  (?:غوغل|جوجل) (?:نيوز|بلاي)|google (?:news|play)|اب ستور
  (?:ال)?نشره .{0,30}(?:البريديه|الاسبوعيه|اليوميه)|القايمه البريديه|خدمه (?:الاشعارات|التنبيهات|الرسايل|العاجل)
`,
  "u",
);
const NEWS = /(?:اخر|احدث|اهم|كل|المزيد من) (?:ال)?(?:اخبار|تطورات|جديد|مستجدات|تقارير)|(?:ال)?اخبار/u;
/** What is asked for, right behind the verb. */
const CHANNEL =
  /(?:ال|الي |في |علي |من |ب)*(?:قناه|صفحه|حساب|تطبيق|نشره|خدمه|مجموعه|قايمه|اخبار|اخر|احدث|اهم|كل|المزيد|جديد)(?!\p{L})/u
    .source;

const ALL = new RegExp(`${OPENING}(?:${ASKS_ALL})${END}`, "u");
const ONE = new RegExp(`${OPENING}(?:${ASKS_ONE})${END}`, "u");
const ONE_FOR_CHANNEL = new RegExp(`${OPENING}(?:${ASKS_ONE})${END} (?:الان |معنا )?${CHANNEL}`, "u");
/** The letters that such a sentence begins with, as they are written: most others need not be normalised. */
const BEGINNING = /^[^\p{L}\d«"“]*و?[تاأإآحنسفزليبfsjd]/iu;
/** Between two sentences; stops within an address and behind a single letter are none. */
const STOP = / (?<=[\p{L}\d»")\]\s]{2}[.!؟؛]{1,3} )(?=[^.!؟؛\s])/u;

/** The text without the invitations at its end; `""` for one that is nothing else. */
export function withoutInvitations(text: string): string {
  let rest = text;
  for (;;) {
    const end = rest.slice(-LONGEST);
    const last = end.split(STOP).at(-1) as string;
    if (rest === "" || last.length === LONGEST || !BEGINNING.test(last) || !invites(foldLetters(last))) return rest;
    rest = rest.slice(0, -last.length).trimEnd();
  }
}

function invites(sentence: string): boolean {
  if (ALL.test(sentence)) return OUR.test(sentence) || MEDIUM.test(sentence) || YOUR.test(sentence);
  if (!ONE.test(sentence)) return false;
  const isOwn = OUR.test(sentence) || YOUR.test(sentence);
  if (ONE_FOR_CHANNEL.test(sentence)) return isOwn || MEDIUM.test(sentence);
  return isOwn && (MEDIUM.test(sentence) || NEWS.test(sentence) || /(?:اضغط|انقر) /.test(sentence));
}
