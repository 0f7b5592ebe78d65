import { type CalendarDate, DAY_MS, HOUR_MS, instantAt, plusDays, wallClock } from "../lib/time.ts";
import { createChatTable } from "./chat-table.ts";
import { type Recipient, recipientKey, type Subscription } from "./subscription.ts";

/** What decides when a chat's digests are due. */
export type Schedule = Pick<Subscription, "digestAt" | "timeZone" | "weekdays">;

/** A slot that passed longer ago than this is not made up: its news are in the next one. */
const LATE_SLOT_MS = 3 * HOUR_MS;
const DAYS_LOOKED_AT = 8;

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

/** Whether the chat wants silence at this instant: from the first of its quiet hours up to the second, also across midnight. */
export function isQuiet(subscription: Pick<Subscription, "quietHours" | "timeZone">, at: number): boolean {
  if (subscription.quietHours === null) return false;
  const [from, to] = subscription.quietHours;
  const { hour, minute } = wallClock(at, subscription.timeZone);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/**
 * When the chat gets its next digest after this instant: its next slot that is not held by its quiet hours. Undefined when there is
 * none. An urgent story may come earlier.
 */
export function nextDigestSlot(
  subscription: Schedule & Pick<Subscription, "quietHours">,
  after: number,
): number | undefined {
  const last = after + DAYS_LOOKED_AT * DAY_MS;
  for (
    let slot = nextSlot(subscription, after);
    slot !== undefined && slot <= last;
    slot = nextSlot(subscription, slot)
  )
    if (!isQuiet(subscription, slot)) return slot;
  return undefined;
}

/** A chat whose slot has come. */
export interface DueSlot {
  readonly recipient: Recipient;
  readonly slotAt: number;
}

/** Finds the chats that are due without looking at the others. */
export interface DueIndex {
  /**
   * Takes the chat in, or its changed hours: its slots after `changedAt` count, so that an hour that has passed begins with the
   * next day. A chat that is not subscribed is taken out.
   */
  set(subscription: Subscription, changedAt?: number): void;
  remove(recipient: Recipient): void;
  /** The latest slot in (after, until] of each chat that has one. A paused chat is not due. */
  due(after: number, until: number): DueSlot[];
  /** The chat and its topics that are in it. */
  ofChat(chatId: number): Recipient[];
  /** How many chats are in it. */
  count(): number;
}

/** Chats with the same hours. */
interface Timetable {
  readonly id: number;
  readonly name: string;
  readonly schedule: Schedule;
  memberCount: number;
  /** Its first slot after the last look. */
  nextAt: number;
}

/**
 * An index in memory, 32 to 64 bytes a chat. Chats with equal hours share a timetable: a minute costs as much as there are different
 * timetables, and chats that are due.
 */
export function createDueIndex(): DueIndex {
  const timetables = new Map<string, Timetable>();
  /** By id, from 1 on; the ids of timetables that are gone are given again. */
  const byId: (Timetable | undefined)[] = [undefined];
  const freeIds: number[] = [];
  /** By the list of hours: chats that chose the same are read from a store with the same list. */
  const lastFor = new WeakMap<readonly string[], Schedule & { readonly timetable: Timetable }>();
  const chats = createChatTable();
  /** The few chats whose slots begin to count at an instant of their own. */
  const firstAt = new Map<string, number>();
  let chatCount = 0;
  let lookedAt = 0;

  function timetableFor({ digestAt, timeZone, weekdays }: Schedule): Timetable {
    const last = lastFor.get(digestAt);
    if (last?.timeZone === timeZone && last.weekdays === weekdays && byId[last.timetable.id] === last.timetable)
      return last.timetable;
    let name = timeZone;
    for (const time of digestAt) name += `,${time}`; // a third of the time that join takes, a million times
    for (const day of weekdays) name += `;${day}`;
    let timetable = timetables.get(name);
    if (timetable === undefined) {
      const id = freeIds.pop() ?? byId.length;
      timetable = { id, name, schedule: { digestAt, timeZone, weekdays }, memberCount: 0, nextAt: 0 };
      timetables.set(name, timetable);
      byId[id] = timetable;
    }
    lastFor.set(digestAt, { digestAt, timeZone, weekdays, timetable });
    return timetable;
  }

  function leave(id: number): void {
    const timetable = byId[id];
    if (timetable === undefined) return;
    chatCount--;
    if (--timetable.memberCount > 0) return;
    timetables.delete(timetable.name);
    byId[id] = undefined;
    freeIds.push(id);
  }

  function remove(recipient: Recipient): void {
    firstAt.delete(recipientKey(recipient));
    leave(chats.set(recipient, 0));
  }

  /** Whether the slots of a chat count already at this one. `after`: looks that begin before it are over. */
  function counts(recipient: Recipient, slotAt: number, after: number): boolean {
    if (firstAt.size === 0) return true;
    const key = recipientKey(recipient);
    const first = firstAt.get(key);
    if (first !== undefined && first <= after) firstAt.delete(key);
    return first === undefined || slotAt >= first;
  }

  return {
    set(subscription, changedAt) {
      if (subscription.subscribedAt === null) return remove(subscription);
      const timetable = timetableFor(subscription);
      timetable.memberCount++;
      chatCount++;
      leave(chats.set(subscription, timetable.id));
      const first = Math.max(subscription.pausedUntil ?? 0, changedAt === undefined ? 0 : changedAt + 1);
      if (first > 0) firstAt.set(recipientKey(subscription), first);
      else if (firstAt.size > 0) firstAt.delete(recipientKey(subscription));
    },
    remove,
    due(after, until) {
      // A look that begins before the end of the last one: what that found was not recorded, or the clock
      // was wrong. Nothing is put off.
      if (after < lookedAt) for (const timetable of timetables.values()) timetable.nextAt = 0;
      lookedAt = until;
      const found: DueSlot[] = [];
      for (const timetable of timetables.values()) {
        if (timetable.nextAt > until) continue;
        const slotAt = latestSlot(timetable.schedule, after, until);
        timetable.nextAt = nextSlot(timetable.schedule, until) ?? Number.POSITIVE_INFINITY;
        if (slotAt === undefined) continue;
        for (const recipient of chats.withValue(timetable.id))
          if (counts(recipient, slotAt, after)) found.push({ recipient, slotAt });
      }
      return found;
    },
    ofChat: (chatId) => chats.ofChat(chatId),
    count: () => chatCount,
  };
}
