import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { isTimeZone } from "../lib/time.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../summarise/summary.ts";
import { CITY_ZONES, cityKey } from "./city-zones.ts";
import type { Choices, Recipient, Subscription } from "./subscription.ts";

/** More hours a day than this are refused. */
export const MAX_HOURS = 6;
const DEFAULT_STORIES = 10;
const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*(ص|م|صباحا|مساء|ظهرا|am|pm)?$/;
const AFTERNOON = new Set(["م", "مساء", "ظهرا", "pm"]);

/**
 * The hours that a person typed: `08:00 20:00`, «٨:٠٠ و ٢٠:٠٠», «8 ص، 8 مساءً». One to six of them, as `"HH:MM"`, sorted, none
 * twice; undefined when anything in it is no hour.
 */
export function parseTimes(text: string): string[] | undefined {
  const parts = normalise(latinDigits(text))
    .replace(/(\d)\s+(?=ص|م|ظهرا|am|pm)/g, "$1")
    .split(/[\s,،;؛]+|(?<=\s|^)و(?=\s*\d)/)
    .filter((part) => part !== "" && part !== "و");
  const times = parts.map(parseTime);
  if (times.length === 0 || times.some((time) => time === undefined)) return undefined;
  const unique = [...new Set(times as string[])].sort();
  return unique.length > MAX_HOURS ? undefined : unique;
}

function parseTime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? "0");
  const half = match[3];
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (AFTERNOON.has(half) ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The zone that a person typed: an IANA name in any case (`africa/cairo`, `UTC`), or a city or country in Arabic or English. */
export function parseTimeZone(text: string): string | undefined {
  const typed = text.trim();
  if (typed.includes("/") || /^utc$/i.test(typed)) {
    const name = typed.replaceAll(" ", "_");
    return isTimeZone(name)
      ? new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone.replace(/^Etc\/UTC$/, "UTC")
      : undefined;
  }
  return CITY_ZONES.get(cityKey(typed));
}

/** What a chat has that chose nothing. */
export function defaultSubscription(
  recipient: Recipient,
  defaults: { readonly timeZone: string; readonly locale: string; readonly digestAt: readonly string[] },
): Subscription {
  return {
    chatId: recipient.chatId,
    threadId: recipient.threadId,
    sourceIds: "all",
    topics: [],
    countries: [],
    follow: [],
    mute: [],
    maxStories: DEFAULT_STORIES,
    summary: DEFAULT_SUMMARY_LIMITS,
    timeZone: defaults.timeZone,
    locale: defaults.locale,
    digits: "latn",
    layout: "full",
    subscribedAt: null,
    digestAt: defaults.digestAt,
    weekdays: EVERY_DAY,
    quietHours: null,
    pausedUntil: null,
  };
}

/** The part of a subscription that decides what an edition holds. */
export function choicesOf(subscription: Subscription): Choices {
  const { sourceIds, topics, countries, follow, mute, maxStories, summary, timeZone, locale, digits, layout } =
    subscription;
  return { sourceIds, topics, countries, follow, mute, maxStories, summary, timeZone, locale, digits, layout };
}
