import { normalise } from "../lib/arabic/normalise.ts";
import { hasOwnWaw, stem } from "../lib/arabic/stem.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { tokens } from "../lib/arabic/tokens.ts";

/** No opening is longer. */
const LOOKED_AT = 80;
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
const NAME = '\\S+(?: \\S+){0,3}[»"][،,]? \\S|\\S+(?: \\S+){4,6}[»"] (?:\\(|[بل]?ان(?:ه|ها|هم)? )';
const NOBODY_SPEAKS = new RegExp(
  `^(?:و|ف)?(?:${listed(SPEAKS)}|${GOES_ON})(?:[\\s،]+(?:${NOBODY})${END}|\\s*:|\\s*[«"](?!(?:${NAME})))`,
);
const GOES_ON_SPEAKING = new RegExp(`^[وف](?:${listed(SPEAKS)})${END}`);
const OPENS_WITH_SPEECH = new RegExp(`^[وف]?(?:${listed(SPEAKS)}|${GOES_ON})${END}`);

const openingOf = (sentence: string) => normalise(sentence.slice(0, LOOKED_AT)).replace(/^[^\p{L}]+/u, "");

/** Whether a sentence reports what somebody says: «قالت الهيئة …». */
export function opensWithSpeech(sentence: string): boolean {
  return OPENS_WITH_SPEECH.test(openingOf(sentence));
}

/**
 * Whether a sentence opens with a reference to what was said before it: shown without that, it would not be understood. The first
 * sentence of a text points forward and goes on with nobody's speech («ودعت مصر …» is no «و» and «دعت»).
 */
export function leansOnEarlier(sentence: string, isFirst: boolean): boolean {
  const text = openingOf(sentence);
  if (LEANS.test(text) || NOBODY_SPEAKS.test(text)) return true;
  if (GOES_ON_WITH.test(text)) return !isFirst || REPORTS.test(text);
  return !isFirst && (POINTS.test(text) || GOES_ON_SPEAKING.test(text));
}

/** «وتتيح طبيعة هذا النظام», «وأعرب بالمقابل»: within the first words something of the sentences before. */
const BACK =
  /^(?:\S+\s+){0,4}(?:هذا|هذه|ذلك|تلك|هولاء|بالمقابل|بدوره|بدورها|ايضا|كذلك|نفسه|نفسها|ذاته|ذاتها|الجانبان|الجانبين|الطرفان|الطرفين)(?:[\s،:.]|$)/;

/** Whether a sentence that follows on another one than in its article would be taken to speak of what that one says. */
export function pointsBack(sentence: string): boolean {
  return BACK.test(normalise(sentence.slice(0, LOOKED_AT)));
}

/** «وتناقش», «وأعلن», «وفي»: a conjunction that joins to the sentence before; «والد» and «وزير» have none. */
const CONJUNCTION = /^و(?=[تيأإ]|ال(?!د|ي)|(?:على|في|من|قد|كان|كانت|لم|لا|بحسب|قال|قالت|ذكر|ذكرت|هناك)(?=\s))/;

const ARTICLE = /^ال(?!د)/;
/** «وصل», «وقع» begin with «و» themselves, of «وسجل» and «وصفه» nobody can tell. */
const LEAST_LETTERS = 3;
const SURE_LETTERS = 4;

/** The words of a text, normalised, as they are and without endings, that are written without «و» in front. */
export function wordsWithoutWaw(text: string): ReadonlySet<string> {
  const words = tokens(text).filter((word) => !word.startsWith("و"));
  return new Set([...words, ...words.map(stem)]);
}

/** «والي» is no «إلى», «وفقا» no conjunction. */
const OWN_WAW = /^و(?:الي|فقا)(?!\p{L})/u;
/** «وأعلن»: no other word begins so. */
const JOINED = /^[أإآ]/;
/** Behind its «و» a foreign name goes on with one of these: «ويلز», «واينستين», «ولفسبورغ», «ووهان», «وستهام». */
const MAY_BE_FOREIGN = /^[اويلسرن]/;

/**
 * A sentence without the «و» that joins it to what is not shown: «وانضم اللاعب …». What stands behind «و» is a word of its own where it
 * has an article, is one of those that every text has, or is `known` without «و», and where no name begins so. Undefined where nobody
 * can tell.
 */
export function withoutConjunction(sentence: string, known: ReadonlySet<string>): string | undefined {
  const [, joined = "", rest = ""] = /^و((?:قد\s+)?)(\p{L}.*)/su.exec(sentence) ?? [];
  if (rest === "" || joined !== "" || JOINED.test(rest)) return rest || sentence;
  const [written = ""] = rest.split(" ", 1);
  const word = normalise(written);
  if (OWN_WAW.test(sentence)) return sentence;
  if (ARTICLE.test(word) || isStopWord(written)) return rest;
  if (word.length < LEAST_LETTERS || hasOwnWaw(`و${word}`)) return sentence;
  const isSure = word.length >= SURE_LETTERS && !MAY_BE_FOREIGN.test(word);
  return isSure || known.has(word) || known.has(stem(word)) ? rest : undefined;
}

/** Whether a sentence is joined to the one before it: it leans on it, or begins with «و» as a conjunction, as far as its letters tell. */
export function isJoined(sentence: string): boolean {
  const [word = ""] = normalise(sentence.slice(0, LOOKED_AT)).split(" ", 1);
  return goesOn(sentence) || (word.startsWith("و") && word.length > LEAST_LETTERS && !hasOwnWaw(word));
}

/** Whether a sentence goes on with the one before it. */
export function goesOn(sentence: string): boolean {
  return leansOnEarlier(sentence, false) || CONJUNCTION.test(sentence);
}
