import { HALF_OF_DAY_PATTERN, MONTH_PATTERN, MONTHS } from "../lib/arabic/calendar-words.ts";
import type { CalendarDate } from "../lib/time.ts";

/** «9 صباحا». */
const HOUR = new RegExp(String.raw`(?<!\d)(\d{1,2})()\s*(${HALF_OF_DAY_PATTERN})(?![\p{L}\d])`, "u");
const CLOCK = new RegExp(
  String.raw`(\d{1,2})\s*[:٫]\s*(\d{2})(?:\s*:\s*\d{2})?\s*(${HALF_OF_DAY_PATTERN})?(?![\p{L}\d])`,
  "u",
);
const DAY_MONTH_YEAR = new RegExp(
  `(\\d{1,2})\\s*(?:من\\s+)?[-/.،,]?\\s*(${MONTH_PATTERN})(?:\\s*[/()-]+\\s*(?:${MONTH_PATTERN})\\s*\\)?)?\\s*[-/.،,]?\\s*(\\d{4})`,
  "u",
);
const MONTH_DAY_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH_PATTERN})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*[،,]?\\s+(\\d{4})`,
  "u",
);
const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*((?:19|20)\d{2})(?!\d)/;

/** A time of day, to the second. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** The Gregorian date that a text names, normalised: as Arabic and English pages write it. Not checked against the calendar. */
export function dateIn(text: string): CalendarDate | undefined {
  const named = DAY_MONTH_YEAR.exec(text);
  if (named !== null)
    return { day: Number(named[1]), month: MONTHS.get(named[2] as string) as number, year: Number(named[3]) };
  const american = MONTH_DAY_YEAR.exec(text);
  if (american !== null)
    return { month: MONTHS.get(american[1] as string) as number, day: Number(american[2]), year: Number(american[3]) };
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]), day: Number(yearFirst[3]) };
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst === null) return undefined;
  const [first, second] = [Number(dayFirst[1]), Number(dayFirst[2])];
  // Arab pages write the day first; a second number above 12 says that this one does not.
  return second > 12
    ? { day: second, month: first, year: Number(dayFirst[3]) }
    : { day: first, month: second, year: Number(dayFirst[3]) };
}

/** The time of day that a text names, normalised; null for none. */
export function clockIn(text: string): ClockTime | null {
  const match = CLOCK.exec(text) ?? HOUR.exec(text);
  if (match === null) return null;
  let hour = Number(match[1]);
  const half = match[3];
  if (half !== undefined && hour <= 12) {
    // «10 ليلا» is before midnight, «1 ليلا» after it.
    const isLater = /^(?:[مp]|ظهرا|عصرا|بعد)/.test(half) || (half === "ليلا" && hour >= 6 && hour < 12);
    hour = (hour % 12) + (isLater ? 12 : 0);
  }
  return hour > 23 || Number(match[2]) > 59 ? null : { hour, minute: Number(match[2]), second: 0 };
}
