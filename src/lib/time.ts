/** A second. */
export const SECOND_MS = 1000;
/** A minute. */
export const MINUTE_MS = 60 * SECOND_MS;
/** An hour. */
export const HOUR_MS = 60 * MINUTE_MS;
/** 24 hours; a day of a calendar may be longer or shorter. */
export const DAY_MS = 24 * HOUR_MS;

/** A day of the calendar. `month` and `day` begin at 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock on the wall of a zone shows. */
export interface WallClock extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** The calendar day so many days later, or before for a negative count, with its ISO weekday. */
export function plusDays({ year, month, day }: CalendarDate, days: number): CalendarDate & { weekday: number } {
  const moved = new Date(Date.UTC(year, month - 1, day) + days * DAY_MS);
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    weekday: moved.getUTCDay() || 7,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Whether this is a zone by name: `Africa/Cairo` and `UTC` are, `+03:00` is an offset and none. */
export function isTimeZone(name: string): boolean {
  return zoneName(name) !== undefined;
}

/** The zone as Intl writes it, for a name in any case and for old names (`egypt` → `Africa/Cairo`); undefined for what is none. */
export function zoneName(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    // Not from the cache: people type names in more spellings than can be kept.
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.replace(/^Etc\/UTC$/, "UTC");
  } catch {
    return undefined;
  }
}

/** The wall clock of `timeZone` at this instant. Throws `RangeError` for an unknown zone. */
export function wallClock(at: number, timeZone: string): WallClock {
  const seconds = Math.floor(at / SECOND_MS) * SECOND_MS;
  const local = new Date(seconds + offsetMs(seconds, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    weekday: local.getUTCDay() || 7,
  };
}

/** Offsets of whole minutes that were asked for, by zone: slots ask for the same few again and again. */
const offsets = new Map<string, Map<number, number>>();
const OFFSETS_KEPT = 1000;

/** How far the zone is ahead of UTC at this instant, which has no milliseconds. */
function offsetMs(at: number, timeZone: string): number {
  if (at % MINUTE_MS !== 0) return printedOffsetMs(at, timeZone);
  let known = offsets.get(timeZone);
  if (known === undefined || known.size >= OFFSETS_KEPT) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  let offset = known.get(at);
  if (offset === undefined) {
    offset = printedOffsetMs(at, timeZone);
    known.set(at, offset);
  }
  return offset;
}

function printedOffsetMs(at: number, timeZone: string): number {
  // dd/mm/yyyy, hh:mm:ss: cut by hand, because formatToParts is several times slower.
  const text = formatter(timeZone).format(at);
  const [date = "", time = ""] = text.split(", ");
  const [day, month, year] = date.split("/").map(Number) as [number, number, number];
  const [hour, minute, second] = time.split(":").map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/**
 * The instant at which the wall clock of `timeZone` shows this date and `"HH:MM"`.
 *
 * A time that the zone skips (clocks go forward) gives the first minute after the gap; one that comes twice gives its first
 * occurrence.
 */
export function instantAt(date: CalendarDate, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const wall = Date.UTC(date.year, date.month - 1, date.day, hour, minute);
  const before = offsetMs(wall - DAY_MS, timeZone);
  const after = offsetMs(wall + DAY_MS, timeZone);
  const first = wall - before;
  if (offsetMs(first, timeZone) === before) return first;
  const second = wall - after;
  if (offsetMs(second, timeZone) === after) return second;
  return endOfGap(second, first, timeZone);
}

/** The first instant in (low, high] at which the zone has its later offset. */
function endOfGap(low: number, high: number, timeZone: string): number {
  const later = offsetMs(high, timeZone);
  let before = low;
  let after = high;
  while (after - before > MINUTE_MS) {
    const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
    if (middle <= before) break;
    if (offsetMs(middle, timeZone) === later) after = middle;
    else before = middle;
  }
  return after;
}

/** The zone's offset as ISO 8601 writes it: `+03:00`. */
export function offsetIso(at: number, timeZone: string): string {
  const minutes = Math.round(offsetMs(Math.floor(at / MINUTE_MS) * MINUTE_MS, timeZone) / MINUTE_MS);
  const part = (value: number) => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}
