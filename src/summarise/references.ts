import { normalise } from "../lib/arabic/normalise.ts";
import { hasConjunction } from "../lib/arabic/stem.ts";

/** No opening is longer. */
const LOOKED_AT = 60;
/** Openings that lean on what was said before, normalised. */
const LEANING = `
من جهته|من جهتها|من جهه اخري|من جهه ثانيه|من جانبه|من جانبها|من جانبهم|من ناحيته|من ناحيتها|من ناحيه اخري|بدوره|بدورها|بدورهم|في المقابل|بالمقابل|في هذا السياق|في السياق
في السياق نفسه|في السياق ذاته|في سياق متصل|في سياق اخر|في الوقت نفسه|في الوقت ذاته|في غضون ذلك|في الاثناء|في هذه الاثناء|في تلك الاثناء|الي ذلك|علي صعيد|علي الصعيد|في موازاه ذلك|بالتوازي
لكن|لكنه|لكنها|غير ان|الا ان|بيد ان|مع ذلك|رغم ذلك|بالرغم من ذلك|لذلك|لهذا|ولذا|لذا|كما(?! لو)|ثم|بل|كذلك|ايضا|اما|حيث|اذ|وعليه|بالتالي|نتيجه لذلك
جاء ذلك|جاءت هذه|جاء هذا|ياتي ذلك|ياتي هذا|تاتي هذه|يذكر ان|يذكر انه|يشار الي|تجدر الاشاره|جدير بالذكر|الجدير بالذكر|من الجدير|يحدث هذا|يضاف الي ذلك|علاوه علي|فضلا عن ذلك|وفق المصدر|بحسب المصدر
معظمه|معظمها|معظمهم|اغلبه|اغلبها|اغلبهم|بعضها|بعضهم|كلها|كلهم|جميعها|جميعهم|نصفها|نصفهم|احدهم|احداها|احدها|من بينها|من بينهم|بينها|بينهم|اخرون
(?:اكثر|اقل) من (?:نصف|ثلث|ربع|ثلثي)(?:ها|هم|ه|هن)|بحسب البيان|وفق البيان|وقتها|حينها|عندها|منذ ذلك|بعد ذلك|قبل ذلك|عقب ذلك|اثر ذلك|خلال ذلك|بهذا|بذلك|عنه|فيه|فيها|منه|منها|به|بها|له|لها|عليه|عليها|ختاما|من هنا`;
/** «نعم، …»: an answer. */
const YES = "نعم|اجل|كلا|لا|بالطبع|بالتاكيد|طبعا";
/** The same, but as the first words of a text they point to what follows: «هذا هو مدرب المنتخب الجديد …», «أخيرا …». */
const POINTING = "ان|هذا|هذه|ذلك|تلك|هولاء|هو|هي|هم|انه|انها|اخيرا|هكذا|فيما";
/** Verbs that go on with what somebody said, whatever follows. */
const GOES_ON = "اضاف|اضافت|اضافوا|تابع|تابعت|اردف|اردفت|استطرد|استطردت|استدرك|استدركت|ختم|ختمت|زاد|زادت|استرسل";
/** Verbs of speech: they lean with a conjunction and without it where nobody is named as the speaker («قال إن …»). */
const SPEAKS = `
قال|قالت|قالوا|ذكر|ذكرت|اكد|اكدت|اعلن|اعلنت|صرح|صرحت|راي|رات|اعتبر|اعتبرت|كشف|كشفت|افاد|افادت|بين|بينت|نفي|نفت|حذر|حذرت|دعا|دعت|كتب|كتبت|نقل|نقلت|توقع|توقعت|وصف|وصفت|طالب|طالبت
تساءل|يقول|تقول|يضيف|تضيف|واصل|واصلت|اختتم|اختتمت|نوه|نوهت|لفت|لفتت|اشار|اشارت|اوضح|اوضحت|شدد|شددت`;
const NOBODY =
  "ان|انه|انها|انهم|انهما|اننا|اني|بان|بانه|بانها|الي ان|علي ان|ايضا|كذلك|قايلا|قايله|مشيرا|موضحا|مضيفا|خلال|في تصريح|في بيان|له|لها|لهم";
/** «فعلى», «ففي», «فهو»: the reason for what came before. */
const THEREFORE = "ففي|فعلي|فمن|فان|فانه|فانا|فهو|فهي|فهم|فهذا|فهذه|فكان|فكانت|فلا|فلم|فلن|فاذا|فهناك";

const listed = (words: string) => words.trim().split(/\||\n/).join("|");
const END = '(?=[\\s،:«"؛]|$)';
const LEANS = new RegExp(
  `^(?:و?(?:${listed(LEANING)})|و(?:${GOES_ON})|${THEREFORE}|لانه|لانها)${END}|^(?:${YES})[،,.!]`,
);
const GOES_ON_WITH = new RegExp(`^(?:${GOES_ON})${END}`);
/** «أضاف الوزير أن …» reports; «أضاف الأهلي لقبا إلى خزائنه» tells. */
const REPORTS = /^(?:\S+\s+){0,6}(?:ان|بان|انه|انها|قايلا|قايله)\s/;
const POINTS = new RegExp(`^و?(?:${POINTING})${END}`);
/** «أفادت "رويترز" بأن …»: what is in quotation marks speaks. */
const NAME = '\\S+(?: \\S+){0,3}[»"][،,]? \\S';
const NOBODY_SPEAKS = new RegExp(
  `^(?:و|ف)?(?:${listed(SPEAKS)}|${GOES_ON})(?:[\\s،]+(?:${NOBODY})${END}|\\s*:|\\s*[«"](?!${NAME}))`,
);
const GOES_ON_SPEAKING = new RegExp(`^[وف](?:${listed(SPEAKS)})${END}`);

/**
 * Whether a sentence opens with a reference to what was said before it: shown without that, it would not be understood. The first
 * sentence of a text points forward and goes on with nobody's speech («ودعت مصر …» is no «و» and «دعت»).
 */
export function leansOnEarlier(sentence: string, isFirst: boolean): boolean {
  const text = normalise(sentence.slice(0, LOOKED_AT)).replace(/^[^\p{L}]+/u, "");
  if (LEANS.test(text) || NOBODY_SPEAKS.test(text)) return true;
  if (GOES_ON_WITH.test(text)) return !isFirst || REPORTS.test(text);
  return !isFirst && (POINTS.test(text) || GOES_ON_SPEAKING.test(text));
}

/** «وتناقش», «وأعلن», «وفي»: a conjunction that joins to the sentence before; «والد» and «وزير» have none. */
const CONJUNCTION = /^و(?=[تيأإ]|ال(?!د|ي)|(?:على|في|من|قد|كان|كانت|لم|لا|بحسب|قال|قالت|ذكر|ذكرت|هناك)(?=\s))/;

/** «ويلز», «ويمبلدون», «وتيرة», «وداعا»: these begin with «و» themselves, though what follows looks like a word. */
const OWN_WAW =
  /^و(?:يلز|يمبلدون|يكيبيديا|يكيليكس|يليام(?:ز|زون)?|يلسون|يلكنز|يل+ينغتون|يسكونسن|ينستون|يندوز|يندسور|ينيبيغ|يستهام|يستمنستر|يسترن|يست|يغان|يتني|يب|يبو|يلات|يلا|يح|التر|الت|التون|الاس|تره?|تيره|تد|تاد|اد|داعا|حشيه?|حيدا|رديه?|سامه|ساده|صلنا|جدان|جداني|شاحا?|هران)$/u;

/** A sentence without the conjunction that joins it to what is not shown: «وانضم اللاعب …». */
export function withoutConjunction(sentence: string): string {
  const [first = ""] = sentence.split(" ", 1);
  const word = normalise(first);
  if (OWN_WAW.test(word)) return sentence;
  return CONJUNCTION.test(sentence) || hasConjunction(word) ? sentence.slice(1) : sentence;
}

/** Whether a sentence goes on with the one before it. */
export function goesOn(sentence: string): boolean {
  return leansOnEarlier(sentence, false) || CONJUNCTION.test(sentence);
}
