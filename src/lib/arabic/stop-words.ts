import { cleanText } from "./clean.ts";

/** Words of closed classes: prepositions, conjunctions, pronouns, auxiliaries; as they are written, hamza and ى kept apart. */
const CLOSED = `في من إلى الى على عن مع بين حول خلال منذ حتى لدى عند بعد قبل تحت فوق ضد دون نحو عبر وسط أمام خلف إزاء بشأن بسبب رغم
أن إن ان أنّ إنّ لأن كأن لكن أو أم ثم بل لا لم لن ما ليس ليست قد لقد سوف إذا إذ لو لولا كما حيث بينما حين حينما عندما كلما مما فيما بما
هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللذين اللتين اللاتي اللواتي
هو هي هم هن أنا نحن أنت أنتم به بها بهم له لها لهم منه منها منهم فيه فيها فيهم عليه عليها عليهم إليه إليها إليهم عنه عنها عنهم معه معها معهم لديه لديها لديهم بينهم بينها
كان كانت كانوا يكون تكون كانا أصبح أصبحت صار بات مازال لايزال يزال تزال ظل
كل بعض جميع أي أية غير سوى مثل أيضا أيضًا أيضاً كذلك هنا هناك أين متى كيف لماذا هل أكثر أقل جدا جداً فقط حاليا
قال قالت يقول تقول قالوا أضاف أضافت أوضح أوضحت أشار أشارت أكد أكدت ذكر ذكرت أعلن أعلنت صرح لفت تابع كشف كشفت بحسب وفق وفقا وفقاً حسب نقلا
يوم اليوم أمس غدا مساء صباح الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت`;

/** Conjunctions that are written together with the next word. */
const CLITICS = ["", "و", "ف"];

const folded = (word: string) =>
  cleanText(word)
    .replace(/[\u064b-\u0652\u0670]/g, "")
    .replace(/[أإآٱ]/g, "ا");

const STOP_WORDS: ReadonlySet<string> = new Set(
  CLOSED.split(/\s+/).flatMap((word) => CLITICS.map((clitic) => folded(clitic + word))),
);

/** Whether a word, as it is written, says nothing of what a text is about. «على» is one, the name «علي» is not. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(folded(word));
}
