import { SPAN_MS } from "../lib/arabic/calendar-words.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { type CalendarDate, DAY_MS, instantAt, plusDays, wallClock } from "../lib/time.ts";

/** Days that have a name of their own, normalised. */
const DAYS_AHEAD: ReadonlyMap<string, number> = new Map([
  ["غدا", 1],
  ["الغد", 1],
  ["tomorrow", 1],
  ["بعد غد", 2],
]);
const LONGEST_DAYS = 3660;

/**
 * The end of a pause that a person typed: midnight, on the chat's clock, of `2027-01-31`, `31/1/2027`, `31/1` (the next one), or so
 * many days, weeks, months or years from today («3 أيام», «أسبوع», `2 weeks`). Undefined for other text and for what has passed.
 */
export function parsePauseEnd(text: string, timeZone: string, now: number): number | undefined {
  const said = normalise(latinDigits(text))
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:حتي|الي|لمده|until|for) /, "");
  const today = wallClock(now, timeZone);
  const days = parseSpan(said);
  const date = days === undefined ? parseDate(said, today) : plusDays(today, days);
  if (date === undefined) return undefined;
  const at = instantAt(date, "00:00", timeZone);
  return at > now && at - now <= LONGEST_DAYS * DAY_MS ? at : undefined;
}

/** How many days a person named; spans of less than a day are none. */
function parseSpan(said: string): number | undefined {
  const ahead = DAYS_AHEAD.get(said);
  if (ahead !== undefined) return ahead;
  const match = /^(?:(\d{1,3}) ?)?(\p{L}+)$/u.exec(said);
  const days = Number(match?.[1] ?? 1) * ((SPAN_MS.get(match?.[2] ?? "") ?? 0) / DAY_MS);
  return days < 1 ? undefined : Math.floor(days);
}

function parseDate(said: string, today: CalendarDate): CalendarDate | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(said);
  if (iso !== null) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/.exec(said);
  if (short === null) return undefined;
  const [day, month] = [Number(short[1]), Number(short[2])];
  if (short[3] !== undefined) return realDate(Number(short[3]), month, day);
  const hasPassed = month < today.month || (month === today.month && day <= today.day);
  return realDate(today.year + (hasPassed ? 1 : 0), month, day);
}

function realDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}
