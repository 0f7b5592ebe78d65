import { arabicDigits } from "../lib/arabic/digits.ts";
import type { Translate } from "../lib/messages.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, wallClock } from "../lib/time.ts";
import type { Choices } from "./subscription.ts";

/** What decides how instants and numbers are written. */
export type Wording = Pick<Choices, "locale" | "timeZone" | "digits"> & { readonly translate: Translate };

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(wording: Wording, withYear: boolean): Intl.DateTimeFormat {
  const { locale, timeZone, digits } = wording;
  const key = `${locale}|${timeZone}|${digits}|${withYear}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-${digits}`, {
      timeZone,
      weekday: "long",
      day: "numeric",
      month: "long",
      ...(withYear ? { year: "numeric" } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

/** «الاثنين، 23 نوفمبر 2026» on the chat's calendar, in its digits. */
export function dateText(at: number, wording: Wording): string {
  return dateFormat(wording, true).format(at);
}

/** `"08:05"` on the chat's wall clock, in its digits. */
export function timeText(at: number, wording: Wording): string {
  const { hour, minute } = wallClock(at, wording.timeZone);
  const text = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return numberText(text, wording);
}

/** A number, or a time made of digits, as the chat writes it. */
export function numberText(value: number | string, wording: Pick<Wording, "digits">): string {
  return wording.digits === "arab" ? arabicDigits(String(value)) : String(value);
}

/** How long ago: «الآن», «قبل 3 ساعات», and after a day the date. */
export function ageText(at: number, now: number, wording: Wording): string {
  const ageMs = Math.max(0, now - at);
  if (ageMs < MINUTE_MS) return wording.translate("age-now");
  const [key, count] =
    ageMs < HOUR_MS
      ? (["age-minutes", Math.floor(ageMs / MINUTE_MS)] as const)
      : (["age-hours", Math.floor(ageMs / HOUR_MS)] as const);
  if (ageMs >= DAY_MS) return dateFormat(wording, now - at > 300 * DAY_MS).format(at);
  return wording.translate(key, { count, number: numberText(count, wording) });
}
