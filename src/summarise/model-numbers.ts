import { latinDigits } from "../lib/arabic/digits.ts";
import { numbersIn, numbersOfTokens } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { nounsOf } from "../story/plurals.ts";

/** Figures with their decimals, without those that a word multiplies: «3 ملايين» is not 3. */
const DIGITS = /(?<![\d.,])\d+(?:[.,]\d+)*(?!\d|[.,]\d|\s*(?:ألفا?|آلاف|الاف|مليون|ملايين|مليار|بليون|تري?ليون))/g;
const digitRuns = (text: string) => latinDigits(text).match(DIGITS) ?? [];
/** «3,500» is 3500, «3,5» is 3.5. */
const figureOf = (run: string) => Number(run.replace(/,(?=\d{3}(?!\d))/g, "").replace(",", "."));

/** «3-1»: one and none are said in words that are no numbers, «مقابل هدف», «دون رد». */
const SCORE = /(?<![\d-])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\d-])/g;
const sayScore = (_: string, ...goals: string[]) =>
  goals
    .slice(0, 2)
    .filter((goal) => Number(goal) > 1)
    .join(" ");

/** «مئات», «نصف», «أقل», «الرابع»: no numbers, but as telling as numbers. */
export const QUANTITY =
  /^(?:[وبلف]?ال|[وبلف])?(?:عشرات|ميات|مءات|الاف|ملايين|مليارات|نصف|ثلث|ربع|ضعف|ضعفي|ثلث(?:ي|ين|ا|ان)|ارباع|معظم|غالبيه|جميع|كل|اكثر|اقل|(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ه?|اولي?|ثاني(?:ه)?)$/;

const DAYS = "أول ثان[يى]? ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split(" ");
const MONTH =
  "(?:يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يونيه|يوليو|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذي)";
const DAY_OF_MONTH = new RegExp(
  `(?<!\\p{L})(?:ال)?(${DAYS.join("|")})\\s+(?:من\\s+)?(?=(?:شهر\\s+)?${MONTH}(?!\\p{L}))`,
  "gu",
);

/** Signs and phrases as one word each, on both sides: «12%» and «12 في المئة», «5$» and «5 دولارات». */
export function unifiedUnits(text: string): string {
  return text
    .replace(
      DAY_OF_MONTH,
      (_, day: string) => `${DAYS.findIndex((form) => new RegExp(`^${form}$`, "u").test(day)) + 1} `,
    )
    .replace(/(?<!\s)\s*(?:[%٪]|(?:في|ب)\s?الم(?:ئة|ائة|ية|ئه|ائه))(?!\p{L})/gu, " بالنسبة")
    .replace(/\$\s*/g, " دولار ")
    .replace(/€\s*/g, " يورو ")
    .replace(/£\s*/g, " جنيه ")
    .replace(/(?<!\p{L})صفر(?!\p{L})/gu, "0");
}

/** Whether all numbers of a text are the article's, in figures or in words, and two of a kind are two in the article. */
export function keepsNumbers(text: string, said: readonly string[], source: string, known: readonly string[]): boolean {
  const runs = new Set(digitRuns(source));
  const figures = new Set([...runs].map(figureOf));
  const values = numbersOfTokens(known);
  const counts = countsOf(known);
  const isTwo = numbersOfTokens(known.filter((word) => dualOf(word) === undefined)).has(2);
  const hasDuals = known.some((word) => dualOf(word) !== undefined);
  // A number that is written in words counts as well, and what is written in words may be digits in the article.
  const isKnown = (value: number) => values.has(value) || figures.has(value) || (value === 2 && hasDuals);
  return (
    !turnsScore(text, source) &&
    digitRuns(text.replace(SCORE, sayScore)).every((run) => runs.has(run) || isKnown(figureOf(run))) &&
    [...numbersOfTokens(said)].every((value) => isKnown(value) || value < 2) &&
    said.every((word) => {
      const noun = dualOf(word);
      return noun === undefined || isTwo || known.includes(word) || counts.get(noun)?.has(2) === true;
    }) &&
    [...countsOf(said)].every(([noun, own]) => own.isSubsetOf(counts.get(noun) ?? own))
  );
}

/** Whether a score stands in the article only the other way about: «3-1» is not «1-3». */
function turnsScore(text: string, source: string): boolean {
  const scoresOf = (one: string) =>
    [...latinDigits(one).matchAll(SCORE)].map(([, left = "", right = ""]) => [left, right]);
  const known = new Set(scoresOf(source).map((score) => score.join("-")));
  return scoresOf(text).some(([left, right]) => !known.has(`${left}-${right}`) && known.has(`${right}-${left}`));
}

/** What each number of a text counts: the noun behind it, in the plural, singular or dual. */
function countsOf(words: readonly string[]): Map<string, Set<number>> {
  const counts = new Map<string, Set<number>>();
  const add = (noun: string, value: number) => counts.set(noun, (counts.get(noun) ?? new Set()).add(value));
  for (const { value, next } of numbersIn(words)) {
    const word = words[next];
    if (word !== undefined && !isStopWord(word))
      add(nounsOf(word.replace(/ا$/, ""))[0] ?? nounsOf(word)[0] ?? stem(word), value);
  }
  for (const word of words) {
    const noun = dualOf(word);
    if (noun !== undefined) add(noun, 2);
  }
  return counts;
}

const ATTACHED = /^(?:[وفبلك]?ال|[وفبل])(?=....)/;
const DUAL = /^(.{3,})(?:ان|ين)$/;

/**
 * The noun of which a normalised word is the dual: «قتيلان», «هدفين», «مدينتين»; undefined for any other
 * word, and where it may be a plural.
 */
export function dualOf(word: string): string | undefined {
  return dualNoun(word) ?? dualNoun(word.replace(ATTACHED, ""));
}

function dualNoun(word: string): string | undefined {
  const [, noun = ""] = DUAL.exec(word) ?? [];
  const singular = noun.endsWith("ت") && nounsOf(noun).length === 0 ? `${noun.slice(0, -1)}ه` : noun;
  const nouns = nounsOf(singular);
  // «لاعبين» is the plural too, of «قتيل» it is «قتلى».
  const isPlural = nouns.includes(`${singular}ين`) || nouns.includes(word);
  return nouns[0] === undefined || (isPlural && word.endsWith("ين")) ? undefined : nouns[0];
}
