import { cleanText } from "./clean.ts";

/** Words of closed classes: prepositions, conjunctions, pronouns, auxiliaries, reporting verbs, days; as they are written. */
const CLOSED = `في من إلى على عن مع بين حول خلال منذ حتى لدى عند بعد قبل تحت فوق ضد دون نحو عبر وسط أمام خلف إزاء بشأن بسبب رغم عقب إثر طوال
أن إن أنّ إنّ لأن كأن لكن أو أم ثم بل لا لم لن ما ليس ليست قد لقد سوف إذا إذ لو لولا كما حيث بينما حين حينما عندما كلما مما فيما بما إنما لما
أنه إنه أنها إنها أنهم إنهم أنهما لأنه لأنها بأن بأنه بأنها لكنه لكنها
هذا هذه هذان هذين ذلك تلك هؤلاء أولئك الذي التي الذين اللذين اللتين اللذان اللتان اللاتي اللواتي
هو هي هما هم هن أنا نحن أنت أنتم به بها بهم بهما له لها لهم لهما منه منها منهم فيه فيها فيهم عليه عليها عليهم إليه إليها إليهم عنه عنها عنهم
معه معها معهم لديه لديها لديهم بينهم بينها بينهما خلاله خلالها
كان كانت كانوا كانا يكون تكون ستكون سيكون أصبح أصبحت يصبح صار بات باتت مازال لايزال يزال تزال ظل ظلت تم يتم تمت ستتم سيتم
كل بعض جميع أي أية غير سوى مثل أيضا كذلك هنا هناك أين متى كيف لماذا هل أكثر أقل جدا فقط حاليا حوالي تقريبا ذات ذو ذي كافة
قال قالت قالوا يقول تقول أضاف أضافت أوضح أوضحت أشار أشارت أكد أكدت يؤكد تؤكد ذكر ذكرت أعلن أعلنت يعلن تعلن صرح صرحت لفت تابع كشف كشفت يكشف تكشف
أفاد أفادت مشيرا موضحا مؤكدا مضيفا قائلا معتبرا بحسب وفق وفقا حسب نقلا حسبما
يوم اليوم أمس غدا مساء صباح الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت`;

/** Conjunctions that are written together with the next word. */
const CLITICS = ["", "و", "ف"];
/** The only one whose end tells it from a name: «على» is not «علي». Elsewhere final ى and ي are one («فى», «في»). */
const KEPT_APART = "على";

/** «فتحت المدارس»: hardly ever «so under». */
const OPENED = "فتحت";

const PLAIN = /^[\u0621-\u064a]+$/;
const folded = (word: string) =>
  (PLAIN.test(word) ? word : cleanText(word).replace(/[\u064b-\u0652\u0670\u0640]/g, "")).replace(/[أإآٱ]/g, "ا");

function spellings(word: string): string[] {
  return word === KEPT_APART ? [word] : [word, word.replace(/[ىي]$/, "ى"), word.replace(/[ىي]$/, "ي")];
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  CLOSED.split(/\s+/)
    .flatMap(spellings)
    .flatMap((word) => CLITICS.map((clitic) => folded(clitic + word)))
    .filter((word) => word !== OPENED),
);

/** Whether a word, as it is written, says nothing of what a text is about. «على» is one, the name «علي» is not. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(folded(word));
}
