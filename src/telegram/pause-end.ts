import { MONTH_PATTERN, MONTHS, SPAN_MS, WEEKDAYS } from "../lib/arabic/calendar-words.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { onlyNumber } from "../lib/arabic/numbers.ts";
import { type CalendarDate, DAY_MS, instantAt, plusDays, wallClock } from "../lib/time.ts";

/** Days that have a name of their own, normalised. */
const DAYS_AHEAD: ReadonlyMap<string, number> = new Map([
  ["غد", 1],
  ["غدا", 1],
  ["الغد", 1],
  ["tomorrow", 1],
  ["بعد غد", 2],
]);
/** As ISO counts the days, from Monday on. */
const ENGLISH_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NAMED_MONTH = new RegExp(`^(?:(\\d{1,2}) )?(?:شهر )?(${MONTH_PATTERN})(?: (\\d{4}))?$`);
const MONTH_FIRST = new RegExp(`^(${MONTH_PATTERN}) (\\d{1,2})(?:,? (\\d{4}))?$`);
const END_OF_MONTH = /^(?:(?:نهايه|اخر) (?:هذا )?الشهر|(?:the )?end of (?:the |this )?month)$/;
const END_OF_YEAR = /^(?:(?:نهايه|اخر) (?:هذا |هذه )?(?:العام|السنه)|(?:the )?end of (?:the |this )?year)$/;
/** «الجمعة القادمة», `next friday`: the next one is meant anyway. */
const NEXT = /^next | (?:القادم|المقبل|التالي|الاتي)ه?$/;
/** A leap day comes after so many years at most. */
const LEAP_YEARS = 8;
const LONGEST_DAYS = 3660;

/**
 * The end of a pause that a person typed: midnight, on the chat's clock, of `2027-01-31`, `31/1/2027`, `31/1` or «31 يناير» (the next
 * one), of the next «الجمعة», behind the end of the month or year, or so many days, weeks, months or years from today («3 أيام»,
 * «ثلاثة أيام», «أسبوع», `2 weeks`). Undefined for other text and for what has passed.
 */
export function parsePauseEnd(text: string, timeZone: string, now: number): number | undefined {
  const said = normalise(latinDigits(text))
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:حتي|الي|لمده|until|for) /, "");
  const today = wallClock(now, timeZone);
  const days = parseWeekday(said, today.weekday) ?? parseSpan(said);
  const date = days === undefined ? parseDate(said, today) : plusDays(today, days);
  if (date === undefined) return undefined;
  const at = instantAt(date, "00:00", timeZone);
  return at > now && at - now <= LONGEST_DAYS * DAY_MS ? at : undefined;
}

/** How many days ahead the next day of this name is; today's name means a week. */
function parseWeekday(said: string, today: number): number | undefined {
  const name = said.replace(/^يوم /, "").replace(NEXT, "");
  const weekday = Math.max(WEEKDAYS.indexOf(name), ENGLISH_WEEKDAYS.indexOf(name)) + 1;
  return weekday === 0 ? undefined : ((weekday - today + 6) % 7) + 1;
}

/** How many days a person named; spans of less than a day are none. */
function parseSpan(said: string): number | undefined {
  const ahead = DAYS_AHEAD.get(said);
  if (ahead !== undefined) return ahead;
  const [, figure, words, unit = ""] =
    /^(?:(\d{1,3}) ?|(?:an?|one) |(\p{L}[\p{L} ]*) )??(\p{L}+)(?: واحده?)?$/u.exec(said) ?? [];
  const count = words === undefined ? Number(figure ?? 1) : onlyNumber(words);
  const days = (count ?? 0) * ((SPAN_MS.get(unit) ?? 0) / DAY_MS);
  return days < 1 ? undefined : Math.floor(days);
}

function parseDate(said: string, today: CalendarDate): CalendarDate | undefined {
  if (END_OF_MONTH.test(said)) return plusDays({ year: today.year, month: today.month + 1, day: 0 }, 1);
  if (END_OF_YEAR.test(said)) return { year: today.year + 1, month: 1, day: 1 };
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(said);
  if (iso !== null) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, first, day = "", ofYear] = MONTH_FIRST.exec(said) ?? [];
  if (first !== undefined) return nextDate(Number(day), MONTHS.get(first) as number, ofYear, today);
  const [, dayFirst = "1", month, year] =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/.exec(said) ?? NAMED_MONTH.exec(said) ?? [];
  return month === undefined ? undefined : nextDate(Number(dayFirst), MONTHS.get(month) ?? Number(month), year, today);
}

/** The day in the year that was named, else the next time that there is one. */
function nextDate(day: number, month: number, year: string | undefined, today: CalendarDate): CalendarDate | undefined {
  if (year !== undefined) return realDate(Number(year), month, day);
  const hasPassed = month < today.month || (month === today.month && day <= today.day);
  const from = today.year + (hasPassed ? 1 : 0);
  const years = Array.from({ length: LEAP_YEARS }, (_, later) => realDate(from + later, month, day));
  return years.find((date) => date !== undefined);
}

function realDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}
