import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../time.ts";

/*
 * The words of dates, times and spans of time, normalised (see normalise.ts): the one list of them.
 */

/** As Arabic pages write the months, then English, and what feeds made by software in French, Spanish, Portuguese, German and Turkish have. */
const NAMES: readonly string[] = [
  "يناير كانون_الثاني كانون2 جانفي january jan janvier janv enero ene janeiro januar ocak oca",
  "فبراير شباط فيفري february feb février fevrier févr fevr febrero fevereiro fev februar şubat şub",
  "مارس اذار march mar mars marzo março märz mart",
  "ابريل نيسان افريل april apr avril avr abril abr nisan nis",
  "مايو ايار ماي may mai mayo maio mayıs",
  "يونيو يونيه حزيران جوان june jun juin junio junho juni haziran haz",
  "يوليو يوليه تموز جويليه يوليوز july jul juillet juil julio julho juli temmuz tem",
  "اغسطس اب غشت اوت august aug août aout agosto ago ağustos ağu",
  "سبتمبر ايلول شتنبر september sep sept septembre septiembre setembro set eylül eyl",
  "اكتوبر تشرين_الاول تشرين1 october oct octobre octubre outubro out oktober okt ekim eki",
  "نوفمبر تشرين_الثاني تشرين2 نونبر november nov novembre noviembre novembro kasım kas",
  "ديسمبر كانون_الاول كانون1 دجنبر december dec décembre decembre déc diciembre dic dezembro dez dezember aralık ara",
];

const HIJRI: readonly string[] = [
  "محرم",
  "صفر",
  "ربيع_الاول",
  "ربيع_الاخر ربيع_الثاني",
  "جمادي_الاولي",
  "جمادي_الاخره جمادي_الثانيه",
  "رجب",
  "شعبان",
  "رمضان",
  "شوال",
  "ذو_القعده ذي_القعده",
  "ذو_الحجه ذي_الحجه",
];

const pairs = (list: readonly string[]) =>
  list.flatMap((names, index) =>
    names.split(" ").map((name): [string, number] => [name.replaceAll("_", " "), index + 1]),
  );

/** Name → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(pairs(NAMES));
/** Hijri name → 1–12. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = new Map(pairs(HIJRI));

const alternatives = (names: ReadonlyMap<string, number>) =>
  [...names.keys()].sort((a, b) => b.length - a.length).join("|");

/** Any month name, as the inside of a pattern. */
export const MONTH_PATTERN = alternatives(MONTHS);
/** The same for the months of the Hijri calendar. */
export const HIJRI_PATTERN = alternatives(HIJRI_MONTHS);

/** As ISO counts the days, from Monday on. */
export const WEEKDAYS: readonly string[] = ["الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"];

/** What stands behind the hour; the longer before what they begin with. */
const HALVES_OF_DAY = "قبل الظهر|بعد الظهر|صباحا|فجرا|ظهرا|عصرا|مساء|ليلا|ص|م|am|pm|a.m|p.m".split("|");
/** The same, as the inside of a pattern. */
export const HALF_OF_DAY_PATTERN = HALVES_OF_DAY.map((half) => half.replace(".", String.raw`\.`)).join("|");

/** Names of a span of time: for one and many, and for two. */
const SPANS: readonly (readonly [ms: number, names: string, two: string])[] = [
  [SECOND_MS, "ثانيه ثواني ثوان لحظات second seconds", "ثانيتين ثانيتان"],
  [MINUTE_MS, "دقيقه دقايق minute minutes min mins", "دقيقتين دقيقتان"],
  [HOUR_MS, "ساعه ساعات hour hours", "ساعتين ساعتان"],
  [DAY_MS, "يوم يوما ايام day days", "يومين يومان"],
  [7 * DAY_MS, "اسبوع اسبوعا اسابيع week weeks", "اسبوعين اسبوعان"],
  [30 * DAY_MS, "شهر شهرا اشهر شهور month months", "شهرين شهران"],
  [365 * DAY_MS, "سنه عام عاما سنوات سنين اعوام year years", "سنتين سنتان عامين عامان"],
];
/** Name → its length; «يومين» is two days. */
export const SPAN_MS: ReadonlyMap<string, number> = new Map(
  SPANS.flatMap(([ms, names, two]) => [
    ...names.split(" ").map((name) => [name, ms] as const),
    ...two.split(" ").map((name) => [name, 2 * ms] as const),
  ]),
);
/** Any of them, as the inside of a pattern. */
export const SPAN_PATTERN = [...SPAN_MS.keys()].sort((a, b) => b.length - a.length).join("|");

const TIME_WORDS: ReadonlySet<string> = new Set(
  [
    ...MONTHS.keys(),
    ...HIJRI_MONTHS.keys(),
    ...SPAN_MS.keys(),
    ...WEEKDAYS,
    ...HALVES_OF_DAY,
    "في من يوم اليوم امس منذ قبل الساعه الموافق تاريخ بتاريخ نشر نشرت النشر اخر تحديث ه هـ هجري ميلادي ت غ توقيت غرينتش gmt utc",
  ].flatMap((words) => words.split(/[ .]/)),
);
const IN_ZONE = /(?<!\p{L})بتوقيت (?:ابو )?\p{L}+(?: المكرمه| المحتله)?/gu;

/** Whether a line, normalised, is nothing but a date, a time of day or «منذ 3 ساعات». */
export function saysOnlyWhen(line: string): boolean {
  if (!/\d/.test(line)) return false;
  const words = line.replace(IN_ZONE, " ").split(/[^\p{L}]+/u);
  return words.every((word) => word === "" || TIME_WORDS.has(word));
}
