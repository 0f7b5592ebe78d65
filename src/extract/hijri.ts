import { HIJRI_MONTHS, HIJRI_PATTERN } from "../lib/arabic/calendar-words.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { type CalendarDate, DAY_MS } from "../lib/time.ts";

const NUMERIC = /(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(1[34]\d{2})(?!\d)/;
const YEAR_FIRST = /(?<!\d)(1[34]\d{2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)/;
const NAMED = new RegExp(`(\\d{1,2})\\s*(?:من\\s+)?(${HIJRI_PATTERN})\\s*،?\\s*(1[34]\\d{2})`, "u");
/** 1 Muharram 1356, and the mean length of a Hijri year: near enough to search from. */
const EPOCH = Date.UTC(1937, 2, 14);
const EPOCH_YEAR = 1356;
const YEAR_MS = 354.367 * DAY_MS;

let calendar: Intl.DateTimeFormat | undefined;

/**
 * Umm al-Qura, the calendar of Saudi Arabia, whose pages are the ones that give Hijri dates alone. Made when
 * first asked for: it takes 8 MB.
 */
function ummAlQura(): Intl.DateTimeFormat {
  calendar ??= new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  return calendar;
}

/** The Gregorian day of a Hijri date in a text («22/01/1437», «1437/01/22», «22 محرم 1437»); undefined where there is none. */
export function parseHijri(written: string): CalendarDate | undefined {
  const text = normalise(written);
  const named = NAMED.exec(text);
  const fields = (named ?? NUMERIC.exec(text))?.slice(1) ?? YEAR_FIRST.exec(text)?.slice(1).reverse();
  if (fields === undefined) return undefined;
  const [day, year] = [Number(fields[0]), Number(fields[2])];
  const month = named === null ? Number(fields[1]) : (HIJRI_MONTHS.get(fields[1] as string) ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > 30) return undefined;
  const wanted = `${month}/${day}/${year}`;
  const near = EPOCH + (year - EPOCH_YEAR) * YEAR_MS + ((month - 1) * 29.53 + day - 1) * DAY_MS;
  for (let offset = 0; offset <= 4; offset++)
    for (const at of [near + offset * DAY_MS, near - offset * DAY_MS]) {
      const date = new Date(at);
      if (ummAlQura().format(date).startsWith(wanted))
        return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  return undefined;
}
