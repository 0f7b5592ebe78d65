import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { zoneName } from "../lib/time.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../summarise/summary.ts";
import { CITY_ZONES, cityKey } from "./city-zones.ts";
import { DAY_PARTS, type DayPart, hourOfDay, hoursInFigures } from "./hour-words.ts";
import type { Choices, Recipient, Subscription } from "./subscription.ts";
import { mutedWords } from "./word-lists.ts";

/** More hours a day than this are refused. */
export const MAX_HOURS = 6;
const DEFAULT_STORIES = 10;
const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Longest first: «ص» begins «صباحا», and a match must not stop there. */
const PART_WORDS = [...DAY_PARTS.keys()].sort((a, b) => b.length - a.length).join("|");
const TIME = new RegExp(`^(?:(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?|(?<four>\\d{4}))(?<part>${PART_WORDS})?$`);
const BEFORE_PART = new RegExp(`(\\d)\\s+(?=(?:${PART_WORDS})(?![\\p{L}]))`, "gu");

/**
 * The hours that a person typed: `08:00 20:00`, «٨:٠٠ و ٢٠:٠٠», «8 ص، 8 مساءً», «الثامنة صباحًا». One to six of them, as `"HH:MM"`,
 * sorted, none twice; undefined when anything in it is no hour.
 */
export function parseTimes(text: string): string[] | undefined {
  const parts = hoursInFigures(normalise(latinDigits(text)))
    .replace(BEFORE_PART, "$1")
    .split(/[\s,،;؛/|+&–—-]+|(?<=\s|^)و(?=\s*\d)/)
    .map((part) => part.replace(/\.$/, ""))
    .filter((part) => part !== "" && part !== "و");
  const times = parts.map(parseTime);
  if (times.length === 0 || times.some((time) => time === undefined)) return undefined;
  const unique = [...new Set(times as string[])].sort();
  return unique.length > MAX_HOURS ? undefined : unique;
}

function parseTime(text: string): string | undefined {
  const groups = TIME.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { hour, minute = "00", four, part } = groups;
  const [typed, minutes] = four === undefined ? [Number(hour), minute] : [Number(four.slice(0, 2)), four.slice(2)];
  const ofDay = wholeDayHour(typed, Number(minutes), DAY_PARTS.get(part ?? ""));
  if (ofDay === undefined || ofDay > 23 || Number(minutes) > 59) return undefined;
  return `${String(ofDay).padStart(2, "0")}:${minutes}`;
}

function wholeDayHour(hour: number, minutes: number, part: DayPart | undefined): number | undefined {
  if (part !== undefined) return hourOfDay(hour, part);
  return hour === 24 && minutes === 0 ? 0 : hour;
}

/** Words before a name that say what it is: «توقيت القاهرة», «دولة الكويت». */
const KIND_OF_PLACE = /^(?:(?:ب?توقيت|مدينة|دولة|جمهورية|مملكة|سلطنة|محافظة|city of|time in)\s+)+/iu;

/**
 * The zone that a person typed: an IANA name in any case (`africa/cairo`, `UTC`), or a city or country in Arabic or English, also
 * both («القاهرة، مصر»). «عُمان» with its vowel is the country, «عمان» the city of Amman.
 */
export function parseTimeZone(text: string): string | undefined {
  const typed = text.trim();
  if (typed.includes("/") || /^utc$/i.test(typed)) return zoneName(typed.replaceAll(" ", "_"));
  if (/^(?:سلطنة\s+)?عُمان$/u.test(typed)) return "Asia/Muscat";
  const [first = ""] = typed.split(/\s*[،,(]\s*/);
  const named = [typed, first, first.replace(KIND_OF_PLACE, "")]
    .map((name) => CITY_ZONES.get(cityKey(name)))
    .find((zone) => zone !== undefined);
  // Names like `Iceland`; short ones like `EST` are none: they mean a zone without summer time.
  return named ?? (/^[a-z]{5,}$/i.test(typed) ? zoneName(typed) : undefined);
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
    urgentInQuietHours: false,
    pausedUntil: null,
  };
}

/** The part of a subscription that decides what an edition holds. */
export function choicesOf(subscription: Subscription, now: number): Choices {
  const { sourceIds, topics, countries, follow, maxStories, summary, timeZone, locale, digits, layout } = subscription;
  const mute = mutedWords(subscription, now);
  const stories = (subscription.mutedStories ?? []).filter(({ until }) => until > now).map(({ id }) => id);
  const choices = { sourceIds, topics, countries, follow, mute, maxStories, summary, timeZone, locale, digits, layout };
  return stories.length === 0 ? choices : { ...choices, withoutStories: stories };
}
