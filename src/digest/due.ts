import { type CalendarDate, DAY_MS, HOUR_MS, instantAt, wallClock } from "../lib/time.ts";
import { type Recipient, recipientKey, type Subscription } from "./subscription.ts";

/** What decides when a chat's digests are due. */
export type Schedule = Pick<Subscription, "digestAt" | "timeZone" | "weekdays">;

/** A slot that passed longer ago than this is not made up: its news are in the next one. */
export const LATE_SLOT_MS = 3 * HOUR_MS;
const DAYS_LOOKED_AT = 8;

function plusDays(date: CalendarDate, days: number): CalendarDate & { weekday: number } {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day) + days * DAY_MS);
  const weekday = moved.getUTCDay() || 7;
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate(), weekday };
}

/** The slots of one calendar day, in order. Two hours that fall into one gap of the clock are one slot. */
function slotsOf(schedule: Schedule, date: CalendarDate & { weekday: number }): number[] {
  if (!schedule.weekdays.includes(date.weekday)) return [];
  const slots = schedule.digestAt.map((time) => instantAt(date, time, schedule.timeZone));
  return [...new Set(slots)].sort((a, b) => a - b);
}

/** The latest slot in (after, until], or undefined. */
export function latestSlot(schedule: Schedule, after: number, until: number): number | undefined {
  const today = wallClock(until, schedule.timeZone);
  for (let back = 0; back < DAYS_LOOKED_AT; back++) {
    const found = slotsOf(schedule, plusDays(today, -back)).findLast((slot) => slot <= until);
    if (found !== undefined) return found > after ? found : undefined;
  }
  return undefined;
}

/** The first slot after this instant; undefined when there is no hour or no weekday. */
export function nextSlot(schedule: Schedule, after: number): number | undefined {
  const today = wallClock(after, schedule.timeZone);
  for (let ahead = 0; ahead < DAYS_LOOKED_AT; ahead++) {
    const found = slotsOf(schedule, plusDays(today, ahead)).find((slot) => slot > after);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a slot that was missed is still sent: the latest one, if it is not older than three hours. */
export function slotToSend(slotAt: number, now: number): boolean {
  return slotAt <= now && now - slotAt <= LATE_SLOT_MS;
}

/** Whether the chat gets nothing at this instant by its own choice. */
export function isHeld(subscription: Pick<Subscription, "subscribedAt" | "pausedUntil">, at: number): boolean {
  return subscription.subscribedAt === null || (subscription.pausedUntil !== null && at < subscription.pausedUntil);
}

/** A chat whose slot has come. */
export interface DueSlot {
  readonly recipient: Recipient;
  readonly slotAt: number;
}

/** Finds the chats that are due without looking at the others. */
export interface DueIndex {
  /** Takes the chat in, or its changed hours. A chat that is not subscribed is taken out. */
  set(subscription: Subscription): void;
  remove(recipient: Recipient): void;
  /** The latest slot in (after, until] of each chat that has one. A paused chat is not due. */
  due(after: number, until: number): DueSlot[];
  /** How many chats are in it. */
  count(): number;
}

/** Chats with the same hours. */
interface Timetable {
  readonly schedule: Schedule;
  readonly members: Map<string, number>;
  /** Its first slot after the last look. */
  nextAt: number;
}

/**
 * An index in memory. Chats with equal hours share a timetable, so a look costs as much as there are different timetables
 * and chats that are due, not as much as there are subscribers.
 */
export function createDueIndex(): DueIndex {
  const timetables = new Map<string, Timetable>();
  const placeOf = new Map<string, string>();
  let lookedAt = 0;

  function remove(key: string): void {
    const place = placeOf.get(key);
    if (place === undefined) return;
    placeOf.delete(key);
    const timetable = timetables.get(place);
    timetable?.members.delete(key);
    if (timetable?.members.size === 0) timetables.delete(place);
  }

  return {
    set(subscription) {
      const key = recipientKey(subscription);
      remove(key);
      if (subscription.subscribedAt === null) return;
      const { digestAt, timeZone, weekdays } = subscription;
      const place = `${timeZone}|${digestAt.join()}|${weekdays.join()}`;
      let timetable = timetables.get(place);
      if (timetable === undefined) {
        timetable = { schedule: { digestAt, timeZone, weekdays }, members: new Map(), nextAt: 0 };
        timetables.set(place, timetable);
      }
      timetable.members.set(key, subscription.pausedUntil ?? 0);
      placeOf.set(key, place);
    },
    remove: (recipient) => remove(recipientKey(recipient)),
    due(after, until) {
      const found: DueSlot[] = [];
      // After a look into the future (a clock that was wrong) what was put off is looked at again.
      if (until < lookedAt) for (const timetable of timetables.values()) timetable.nextAt = 0;
      lookedAt = until;
      for (const timetable of timetables.values()) {
        if (timetable.nextAt > until) continue;
        const slotAt = latestSlot(timetable.schedule, after, until);
        timetable.nextAt = 0;
        if (slotAt === undefined) {
          timetable.nextAt = nextSlot(timetable.schedule, until) ?? Number.POSITIVE_INFINITY;
          continue;
        }
        for (const [key, pausedUntil] of timetable.members)
          if (slotAt >= pausedUntil) found.push({ recipient: parseKey(key), slotAt });
      }
      return found;
    },
    count: () => placeOf.size,
  };
}

function parseKey(key: string): Recipient {
  const [chatId, threadId] = key.split(":").map(Number) as [number, number];
  return { chatId, threadId };
}
