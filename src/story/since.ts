import { MONTH_PATTERN, MONTHS, SPAN_MS, WEEKDAYS } from "../lib/arabic/calendar-words.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { onlyNumber } from "../lib/arabic/numbers.ts";
import { type CalendarDate, DAY_MS, HOUR_MS, instantAt, wallClock } from "../lib/time.ts";

/** A span by its first letter. */
const LETTERS: ReadonlyMap<string, number> = new Map([
  ...["h", "س"].map((letter) => [letter, HOUR_MS] as const),
  ...["d", "ي", ""].map((letter) => [letter, DAY_MS] as const),
  ...["w", "ا"].map((letter) => [letter, 7 * DAY_MS] as const),
  ...["ش"].map((letter) => [letter, 30 * DAY_MS] as const),
  ...["y"].map((letter) => [letter, 365 * DAY_MS] as const),
]);
/** «3أيام», «خمسة عشر يوما», «الأسبوع», «آخر أسبوع», «الشهر الماضي»: how many, and of what. */
const SPAN = /^(?:اخر |last )?(?:(\d{1,4}) ?|(\p{L}[\p{L} ]*) )??(?:ال)?(\p{L}*)(?: (?:الماضي|الاخير)ه?)?$/u;
const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ...["اليوم", "today"].map((word) => [word, 0] as const),
  ...["امس", "الامس", "البارحه", "yesterday"].map((word) => [word, 1] as const),
  ...["اول امس", "امس الاول", "اول البارحه"].map((word) => [word, 2] as const),
]);
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/;
const NAMED_MONTH = new RegExp(`^(?:(\\d{1,2}) )?(?:شهر )?(${MONTH_PATTERN})(?: (\\d{4}))?$`);
const YEAR = /^(?:عام |سنه )?((?:19|20)\d\d)$/;

/**
 * The instant that a person means by a time in the past: «3أيام», «7 أيام», «أسبوع», «ثلاثة أيام», «أمس», «السبت», `12h`,
 * `2026-11-01`, «1/11», «1 نوفمبر», «نوفمبر», «2026». Days begin at midnight in the zone; undefined for what is no such time.
 */
export function parseSince(written: string, now: number, timeZone: string): number | undefined {
  const text = normalise(written);
  const date = dateOf(text, now, timeZone);
  if (date !== undefined) return midnight(date, timeZone);
  const today = wallClock(now, timeZone);
  // «السبت» is the last Saturday.
  const weekday = WEEKDAYS.indexOf(text.replace(/^يوم /, "")) + 1;
  const daysAgo = DAYS_AGO.get(text) ?? (weekday > 0 ? (today.weekday - weekday + 7) % 7 : undefined);
  if (daysAgo !== undefined) return midnight({ ...today, day: today.day - daysAgo }, timeZone);
  const span = SPAN.exec(text);
  if (span === null || text === "") return undefined;
  const [, figure, words, name = ""] = span;
  const count = figure === undefined ? (words === undefined ? 1 : onlyNumber(words)) : Number(figure);
  if (count === undefined) return undefined;
  const spanMs = SPAN_MS.get(name) ?? LETTERS.get(name);
  return spanMs === undefined ? undefined : now - count * spanMs;
}

function dateOf(text: string, now: number, timeZone: string): CalendarDate | undefined {
  const [, firstYear, secondMonth, thirdDay] = YEAR_FIRST.exec(text) ?? [];
  if (firstYear !== undefined) return { year: Number(firstYear), month: Number(secondMonth), day: Number(thirdDay) };
  const [, wholeYear] = YEAR.exec(text) ?? [];
  if (wholeYear !== undefined) return { year: Number(wholeYear), month: 1, day: 1 };
  const [, day = "1", month, year] = DAY_FIRST.exec(text) ?? NAMED_MONTH.exec(text) ?? [];
  if (month === undefined) return undefined;
  const date = { month: MONTHS.get(month) ?? Number(month), day: Number(day) };
  const thisYear = wallClock(now, timeZone).year;
  if (year !== undefined) return { ...date, year: Number(year) };
  // Without a year it is the last time that there was this day.
  return Date.UTC(thisYear, date.month - 1, date.day) > now
    ? { ...date, year: thisYear - 1 }
    : { ...date, year: thisYear };
}

/** undefined for a day that no calendar has; the day may be before the first of its month. */
function midnight({ year, month, day }: CalendarDate, timeZone: string): number | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDay = Number.isFinite(at.getTime()) && month >= 1 && month <= 12 && day <= 31;
  if (!isDay || (day > 0 && at.getUTCDate() !== day)) return undefined;
  return instantAt({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }, "00:00", timeZone);
}
