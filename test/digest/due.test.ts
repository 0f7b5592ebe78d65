import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSubscription } from "../../src/digest/choose.ts";
import {
  createDueIndex,
  latestSlot,
  nextDigestSlot,
  nextSlot,
  type Schedule,
  slotToSend,
} from "../../src/digest/due.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const at = (iso: string) => Date.parse(iso);

const printers = new Map<string, Intl.DateTimeFormat>();

function printerOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    weekday: "short",
  });
}

/** The wall clock by another way than the code's: what Intl prints. */
function wallOf(instant: number, timeZone: string): { date: string; time: string; weekday: number } {
  const printer = printers.get(timeZone) ?? printerOf(timeZone);
  printers.set(timeZone, printer);
  const parts = Object.fromEntries(printer.formatToParts(instant).map((part) => [part.type, part.value]));
  const weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(parts["weekday"] as string) + 1;
  return {
    date: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
    time: `${parts["hour"]}:${parts["minute"]}`,
    weekday,
  };
}

/**
 * The slots of a span, found minute by minute: a wall-clock time counts at its first occurrence, a skipped one at
 * the first minute after the gap.
 */
function referenceSlots(schedule: Schedule, from: number, to: number): number[] {
  const slots = new Set<number>();
  const done = new Set<string>();
  let previous = wallOf(from - MINUTE_MS, schedule.timeZone);
  for (let instant = from; instant <= to; instant += MINUTE_MS) {
    const now = wallOf(instant, schedule.timeZone);
    for (const time of schedule.digestAt) {
      const key = `${now.date} ${time}`;
      if (done.has(key) || !schedule.weekdays.includes(now.weekday)) continue;
      const reached = now.time === time;
      const jumped =
        now.date === previous.date
          ? previous.time < time && now.time > time
          : now.time > time && now.time !== "00:00" && time < now.time && previous.date < now.date;
      if (reached || jumped) {
        slots.add(instant);
        done.add(key);
      }
    }
    previous = now;
  }
  return [...slots].sort((a, b) => a - b);
}

test.each([
  {
    zone: "Africa/Cairo",
    day: "2027-04-30",
    time: "00:30",
    slot: "2027-04-29T22:00:00Z",
    why: "skipped by the clock: right after the gap",
  },
  {
    zone: "Asia/Beirut",
    day: "2027-03-28",
    time: "00:30",
    slot: "2027-03-27T22:00:00Z",
    why: "skipped by the clock: right after the gap",
  },
  {
    zone: "Africa/Cairo",
    day: "2027-10-28",
    time: "23:30",
    slot: "2027-10-28T20:30:00Z",
    why: "comes twice: the first counts",
  },
  {
    zone: "Australia/Lord_Howe",
    day: "2027-10-03",
    time: "02:15",
    slot: "2027-10-02T15:30:00Z",
    why: "a gap of half an hour: right after it",
  },
  {
    zone: "Australia/Lord_Howe",
    day: "2027-04-04",
    time: "01:45",
    slot: "2027-04-03T14:45:00Z",
    why: "half an hour that comes twice: the first counts",
  },
  { zone: "Asia/Riyadh", day: "2026-11-23", time: "08:00", slot: "2026-11-23T05:00:00Z", why: "an ordinary day" },
  { zone: "UTC", day: "2028-02-29", time: "12:00", slot: "2028-02-29T12:00:00Z", why: "a leap day" },
])("$time in $zone on $day: $why", ({ zone, time, slot }) => {
  const schedule = { digestAt: [time], timeZone: zone, weekdays: EVERY_DAY };
  expect(nextSlot(schedule, at(slot) - 1)).toBe(at(slot));
  expect(latestSlot(schedule, at(slot) - 1, at(slot))).toBe(at(slot));
  expect(latestSlot(schedule, at(slot), at(slot) + 6 * HOUR_MS)).toBeUndefined();
});

/** Midnights before the days of two years on which the clock of a zone changes, as Intl tells it. */
function changesOf(timeZone: string): number[] {
  const offsetOf = (instant: number) => {
    const { date, time } = wallOf(instant, timeZone);
    return Date.parse(`${date}T${time}:00Z`) - instant;
  };
  const days: number[] = [];
  for (let day = at("2026-11-01T00:00:00Z"); day < at("2028-11-01T00:00:00Z"); day += DAY_MS)
    if (offsetOf(day) !== offsetOf(day + DAY_MS)) days.push(day);
  return days;
}

const spans = fc.constantFrom(
  ...[
    "Africa/Cairo",
    "Asia/Beirut",
    "Africa/Casablanca",
    "Asia/Gaza",
    "Asia/Hebron",
    "Australia/Lord_Howe",
    "Europe/London",
  ].flatMap((timeZone) => changesOf(timeZone).map((from) => ({ timeZone, from: from - DAY_MS / 2 }))),
  { timeZone: "Asia/Riyadh", from: at("2026-12-31T00:00:00Z") },
  { timeZone: "UTC", from: at("2028-02-28T00:00:00Z") },
);
const times = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "45"))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`),
  { minLength: 1, maxLength: 6 },
);
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

test("slots are those that a clock watched minute by minute shows, also where clocks change", () => {
  fc.assert(
    fc.property(spans, times, weekdays, ({ timeZone, from }, digestAt, days) => {
      const schedule = { digestAt: [...digestAt].sort(), timeZone, weekdays: days };
      const to = from + 2 * DAY_MS;
      const found: number[] = [];
      for (let slot = nextSlot(schedule, from - 1); slot !== undefined && slot <= to; slot = nextSlot(schedule, slot))
        found.push(slot);
      expect(found).toEqual(referenceSlots(schedule, from, to));
    }),
    { numRuns: 60 },
  );
});

test("the next digest of a chat with quiet hours is the first slot at which its wall clock is outside of them", () => {
  const wallTime = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "20", "45"))
    .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${minute}`);
  fc.assert(
    fc.property(spans, times, fc.tuple(wallTime, wallTime), ({ timeZone, from }, digestAt, [begin, end]) => {
      const schedule = { digestAt: [...digestAt].sort(), timeZone, weekdays: EVERY_DAY };
      const isSilent = (instant: number) => {
        const { time } = wallOf(instant, timeZone);
        return begin <= end ? time >= begin && time < end : time >= begin || time < end; // the second: across midnight
      };
      const expected = referenceSlots(schedule, from, from + 2 * DAY_MS).find((slot) => !isSilent(slot));
      const found = nextDigestSlot({ ...schedule, quietHours: [begin, end] }, from - 1);
      if (expected === undefined) expect(found === undefined || found > from + 2 * DAY_MS).toBe(true);
      else expect(found).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

const chat = (chatId: number, changes: Partial<Subscription> = {}): Subscription => ({
  ...defaultSubscription(
    { chatId, threadId: 0 },
    { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00", "20:00"] },
  ),
  subscribedAt: 1,
  ...changes,
});
const chatsOf = (slots: readonly { recipient: { chatId: number } }[]) =>
  slots.map((slot) => slot.recipient.chatId).sort();

test("the index names each due chat once, with its latest slot", () => {
  const index = createDueIndex();
  for (const subscription of [
    chat(1),
    chat(2, { timeZone: "Africa/Cairo" }),
    chat(3, { subscribedAt: null }),
    chat(4, { pausedUntil: at("2027-01-01T00:00:00Z") }),
  ])
    index.set(subscription);
  const morning = index.due(at("2026-11-23T04:59:00Z"), at("2026-11-23T05:00:00Z"));
  expect(morning).toEqual([{ recipient: { chatId: 1, threadId: 0 }, slotAt: at("2026-11-23T05:00:00Z") }]);
  expect(index.due(at("2026-11-23T05:00:00Z"), at("2026-11-23T05:01:00Z"))).toEqual([]);
  const afterTwoDays = index.due(at("2026-11-23T05:01:00Z"), at("2026-11-25T05:01:00Z"));
  expect(chatsOf(afterTwoDays)).toEqual([1, 2]);
  expect(afterTwoDays.find((slot) => slot.recipient.chatId === 1)?.slotAt).toBe(at("2026-11-25T05:00:00Z"));
});

test("changed hours count from then on, and a clock that went ahead and came back skips nobody", () => {
  const index = createDueIndex();
  index.set(chat(1));
  index.due(at("2026-11-23T04:00:00Z"), at("2026-12-23T04:30:00Z"));
  expect(chatsOf(index.due(at("2026-11-23T04:59:00Z"), at("2026-11-23T05:00:00Z")))).toEqual([1]);
  index.set(chat(1, { digestAt: ["09:00"] }));
  expect(index.due(at("2026-11-23T16:59:00Z"), at("2026-11-23T17:00:00Z"))).toEqual([]);
  expect(chatsOf(index.due(at("2026-11-24T05:59:00Z"), at("2026-11-24T06:00:00Z")))).toEqual([1]);
  index.remove({ chatId: 1, threadId: 0 });
  expect(index.count()).toBe(0);
});

test("a missed slot is sent for three hours", () => {
  const slot = at("2026-11-23T05:00:00Z");
  expect([slot - 1, slot, slot + 3 * HOUR_MS, slot + 3 * HOUR_MS + 1].map((now) => slotToSend(slot, now))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
