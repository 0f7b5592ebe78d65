import { HIJRI_PATTERN, MONTHS, SPAN_MS, SPAN_PATTERN } from "../lib/arabic/calendar-words.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { type CalendarDate, DAY_MS, instantAt, offsetIso, wallClock } from "../lib/time.ts";
import { parseHijri } from "./hijri.ts";
import { ARTICLE } from "./thresholds.ts";
import { type ClockTime, clockIn, dateIn } from "./written-date.ts";

/** A time that a page gives. */
export interface Stamp {
  /** A date without a time of day is noon in the zone, so that it is the same day nearly everywhere. */
  readonly at: number;
  /** With the page's own offset, else the zone's (`2020-12-01T02:00:00+03:00`); a date alone as `2020-12-01`. */
  readonly iso: string;
}

/** What a written time has to be read with. */
export interface StampOptions {
  /** For times that name no offset. */
  readonly timeZone: string;
  /** Times more than a day after it are not believed. */
  readonly now: number;
}

const OLDEST = Date.UTC(1990, 0, 1);
/** A half of the day behind it makes it a time as people write it. */
const ISO =
  /^(?!.*\d\s*(?:[ap]\.?m|ص|م)(?!\p{L}))((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/iu;
const RFC =
  /^(?:\p{L}{3,9}\.?[,،]?\s+)?(\d{1,2})[ -](\p{L}{3,9})\.?[ -](\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(z|ut|utc|gmt|[ecmp][sd]t|[+-]\d{2}:?\d{2})?/iu;
const ZONES: Readonly<Record<string, string>> = {
  z: "+00:00",
  ut: "+00:00",
  utc: "+00:00",
  gmt: "+00:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};
/** «20260923», «20260923T091500Z». */
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const HIJRI_DATE = new RegExp(
  `(?:\\d{1,2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*1[34]\\d{2}|(?<!\\d)1[34]\\d{2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}(?!\\d)|\\d{1,2}\\s*(?:من\\s+)?(?:${HIJRI_PATTERN})\\s*،?\\s*1[34]\\d{2})\\s*(?:ه(?:ـ|جريه?)?)?`,
  "gu",
);
const BETWEEN_SCRIPTS = /(?<=\p{Script=Arabic})(?=[a-z])|(?<=[a-z])(?=\p{Script=Arabic})/gu;
/** «منذ 3 ساعات», «قبل ساعة ونصف», «2 hours ago»; «منذ شهر رمضان» names a month. */
const RELATIVE = new RegExp(
  `(?:منذ|قبل)\\s+(?:(\\d+)\\s+)?(?!(?:شهر|سنه|عام)\\s+[\\p{L}\\d])(${SPAN_PATTERN})(?!\\p{L})(?:\\s+و(نصف|ربع))?|(\\d+)\\s*(${SPAN_PATTERN})\\s+ago`,
  "u",
);
/** A day's name alone is a newspaper's too: it needs a time of day. */
const TODAY = /(?<!\p{L})اليوم(?!\p{L})/u;
const YESTERDAY = /(?<!\p{L})امس(?!\p{L})/u;
const BEFORE_YESTERDAY = /(?:اول (?:من )?|قبل )امس/u;
/** «GMT+0300», as a script prints a date; «GMT+3». */
const GMT_OFFSET = /(?:gmt|utc)\s*([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)/u;
const NAMED_OFFSETS: readonly (readonly [pattern: RegExp, offset: string])[] = [
  [/غرينتش|جرينتش|gmt|utc/u, "+00:00"],
  [/بتوقيت (?:مكه|السعوديه|الرياض|الدوحه|الكويت|بغداد)/u, "+03:00"],
  [/بتوقيت (?:ابو ?ظبي|دبي|الامارات)/u, "+04:00"],
];

/**
 * Reads a time as pages and feeds write it: ISO 8601, RFC 822, Arabic dates with any month names and digits, Hijri beside Gregorian,
 * «منذ 3 ساعات», «أمس». Undefined for what is none, lies before 1990 or more than a day ahead.
 */
export function parseStamp(text: string, options: StampOptions): Stamp | undefined {
  if (text.length > 400) return undefined;
  const stamp = parseMachine(text.trim(), options) ?? parseVisible(text, options);
  return stamp !== undefined && stamp.at >= OLDEST && stamp.at <= options.now + DAY_MS ? stamp : undefined;
}

interface Fields extends CalendarDate {
  readonly time: ClockTime | null;
  /** `+03:00`; null where none is named. */
  readonly offset: string | null;
}

const two = (value: number) => String(value).padStart(2, "0");

function stampOf({ year, month, day, time, offset }: Fields, timeZone: string): Stamp | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const isoDate = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  if (time === null) return { at: instantAt({ year, month, day }, "12:00", timeZone), iso: isoDate };
  const { hour, minute, second } = time;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = instantAt({ year, month, day }, `${two(hour)}:${two(minute)}`, timeZone) + second * 1000;
  const zone = offset ?? offsetIso(wall, timeZone);
  const iso = `${isoDate}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
  return { at: offset === null ? wall : Date.parse(iso), iso };
}

function offsetOf(zone: string | undefined): string | null {
  if (zone === undefined || zone === "") return null;
  const named = ZONES[zone.toLowerCase()];
  return named ?? `${zone.slice(0, 3)}:${zone.slice(-2)}`;
}

function gmtOffset(text: string): string | undefined {
  const match = GMT_OFFSET.exec(text);
  return match === null ? undefined : `${match[1]}${two(Number(match[2]))}:${match[3] ?? "00"}`;
}

function parseMachine(text: string, { timeZone }: StampOptions): Stamp | undefined {
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const time =
      hour === undefined ? null : { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
    return stampOf(
      { year: Number(year), month: Number(month), day: Number(day), time, offset: offsetOf(zone) },
      timeZone,
    );
  }
  const rfc = RFC.exec(text);
  const monthOf = rfc === null ? undefined : MONTHS.get(normalise(rfc[2] as string));
  if (rfc !== null && monthOf !== undefined) {
    const [, day, , year, hour, minute, second, zone] = rfc;
    const full = Number(year) + (year?.length === 2 ? 2000 : 0);
    const time = { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) };
    return stampOf({ year: full, month: monthOf, day: Number(day), time, offset: offsetOf(zone) }, timeZone);
  }
  if (/^\d{10}$/.test(text) || /^\d{13}$/.test(text)) {
    const at = Number(text) * (text.length === 10 ? 1000 : 1);
    return { at, iso: new Date(at).toISOString().replace(/\.\d+Z$/, "+00:00") };
  }
  return undefined;
}

function parseVisible(written: string, options: StampOptions): Stamp | undefined {
  // Elements side by side are apart on the screen: «سلوىNov 22, 2026».
  const text = normalise(written).replace(BETWEEN_SCRIPTS, " ").replace(HIJRI_DATE, " ");
  const date = dateIn(text) ?? parseHijri(written);
  if (date === undefined) return relative(text, options);
  const offset = gmtOffset(text) ?? NAMED_OFFSETS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return stampOf({ ...date, time: clockIn(text), offset }, options.timeZone);
}

function relative(text: string, { timeZone, now }: StampOptions): Stamp | undefined {
  if (text.length > ARTICLE.agoUnits) return undefined;
  const match = RELATIVE.exec(text);
  const clock = match === null ? clockIn(text) : null;
  let at: number | undefined;
  let spanMs = DAY_MS;
  if (match !== null) {
    const [, arabic, arabicSpan, part, english, englishSpan] = match;
    spanMs = SPAN_MS.get((arabicSpan ?? englishSpan) as string) as number;
    at = now - spanMs * (Number(arabic ?? english ?? 1) + (part === undefined ? 0 : part === "نصف" ? 0.5 : 0.25));
  } else if (YESTERDAY.test(text)) at = now - (BEFORE_YESTERDAY.test(text) ? 2 : 1) * DAY_MS;
  else if (clock !== null && TODAY.test(text)) at = now;
  if (at === undefined || !(at >= OLDEST)) return undefined;
  const { year, month, day, hour, minute } = wallClock(at, timeZone);
  return stampOf(
    { year, month, day, time: spanMs < DAY_MS ? { hour, minute, second: 0 } : clock, offset: null },
    timeZone,
  );
}
