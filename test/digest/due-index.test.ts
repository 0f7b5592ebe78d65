import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSubscription } from "../../src/digest/choose.ts";
import { createDueIndex, type DueSlot, isHeld, isQuiet, latestSlot } from "../../src/digest/due.ts";
import { recipientKey, type Subscription } from "../../src/digest/subscription.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";

const at = (iso: string) => Date.parse(iso);
const MORNING = at("2026-11-23T05:00:00Z"); // 08:00 in Riyadh

const chat = (chatId: number, changes: Partial<Subscription> = {}): Subscription => ({
  ...defaultSubscription({ chatId, threadId: 0 }, { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00"] }),
  subscribedAt: 1,
  ...changes,
});
const found = (slots: readonly DueSlot[]) =>
  slots.map((slot) => `${recipientKey(slot.recipient)}@${slot.slotAt}`).sort();

test("a look whose outcome was not recorded finds the same chats again", () => {
  const index = createDueIndex();
  index.set(chat(1));
  const first = index.due(MORNING - MINUTE_MS, MORNING);
  expect(first).toHaveLength(1);
  expect(index.due(MORNING - MINUTE_MS, MORNING + MINUTE_MS)).toEqual(first);
  expect(index.due(MORNING + MINUTE_MS, MORNING + 2 * MINUTE_MS)).toEqual([]);
});

test("an hour that has passed when it is chosen begins with the next day, also after hours without a look", () => {
  const index = createDueIndex();
  index.set(chat(1, { digestAt: ["07:00"] }), MORNING);
  index.set(chat(2, { digestAt: ["07:00"] }));
  expect(found(index.due(MORNING - 6 * HOUR_MS, MORNING + MINUTE_MS))).toEqual([`2:0@${MORNING - HOUR_MS}`]);
  expect(index.due(MORNING + MINUTE_MS, MORNING + 23 * HOUR_MS).map((slot) => slot.recipient.chatId)).toEqual([1, 2]);
});

test("topics of one forum are chats of their own", () => {
  const index = createDueIndex();
  for (const threadId of [0, 5, 17]) index.set({ ...chat(-1_001_234_567_890), threadId });
  index.remove({ chatId: -1_001_234_567_890, threadId: 5 });
  expect(found(index.due(MORNING - 1, MORNING))).toEqual([
    `-1001234567890:0@${MORNING}`,
    `-1001234567890:17@${MORNING}`,
  ]);
});

test("a clock that goes back repeats no slot that was recorded", () => {
  const index = createDueIndex();
  index.set(chat(1));
  let recorded = MORNING - 10 * MINUTE_MS;
  const told: DueSlot[] = [];
  for (const now of [
    MORNING - 1,
    MORNING + 5,
    MORNING - 20_000,
    MORNING - 40_000,
    MORNING + 10_000,
    MORNING + HOUR_MS,
  ]) {
    told.push(...index.due(recorded, now));
    recorded = Math.max(recorded, now);
  }
  expect(found(told)).toEqual([`1:0@${MORNING}`]);
});

/** A change of a chat's hours, or a look after some time. */
const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("set" as const),
      chatId: fc.integer({ min: 1, max: 5 }),
      digestAt: fc.uniqueArray(fc.constantFrom("00:00", "00:30", "08:00", "12:15", "23:30"), {
        minLength: 1,
        maxLength: 3,
      }),
      timeZone: fc.constantFrom("Africa/Cairo", "Asia/Beirut", "Africa/Casablanca", "Asia/Hebron", "UTC"),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      subscribedAt: fc.constantFrom(1, 1, 1, null),
      pauseMs: fc.constantFrom(null, null, HOUR_MS, 2 * DAY_MS),
    }),
    fc.record({ kind: fc.constant("remove" as const), chatId: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ kind: fc.constant("look" as const), afterMs: fc.integer({ min: 1, max: 40 * HOUR_MS }) }),
  ),
  { maxLength: 30 },
);

test("the index finds what asking every chat one by one would find", () => {
  fc.assert(
    fc.property(
      steps,
      fc.constantFrom("2027-04-28T03:00:00Z", "2027-10-27T03:00:00Z", "2027-03-26T20:00:00Z"),
      (list, start) => {
        const index = createDueIndex();
        const chats = new Map<number, Subscription>();
        let now = at(start);
        for (const step of list) {
          if (step.kind === "set") {
            const { chatId, digestAt, timeZone, weekdays, subscribedAt, pauseMs } = step;
            const pausedUntil = pauseMs === null ? null : now + pauseMs;
            const changed = chat(chatId, {
              digestAt: [...digestAt].sort(),
              timeZone,
              weekdays,
              subscribedAt,
              pausedUntil,
            });
            index.set(changed, now);
            chats.set(chatId, changed);
          } else if (step.kind === "remove") {
            index.remove({ chatId: step.chatId, threadId: 0 });
            chats.delete(step.chatId);
          } else {
            const until = now + step.afterMs;
            const expected = [...chats.values()].flatMap((subscription) => {
              const slotAt = latestSlot(subscription, now, until);
              const due = slotAt !== undefined && !isHeld(subscription, slotAt);
              return due ? [`${recipientKey(subscription)}@${slotAt}`] : [];
            });
            expect(found(index.due(now, until))).toEqual(expected.sort());
            now = until;
          }
          expect(index.count()).toBe([...chats.values()].filter((entry) => entry.subscribedAt !== null).length);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  { quiet: ["23:00", "07:00"] as const, time: "22:59", expected: false },
  { quiet: ["23:00", "07:00"] as const, time: "23:00", expected: true },
  { quiet: ["23:00", "07:00"] as const, time: "03:00", expected: true },
  { quiet: ["23:00", "07:00"] as const, time: "07:00", expected: false },
  { quiet: ["13:00", "15:30"] as const, time: "15:29", expected: true },
  { quiet: ["13:00", "15:30"] as const, time: "15:30", expected: false },
  { quiet: ["08:00", "08:00"] as const, time: "08:00", expected: false },
  { quiet: null, time: "03:00", expected: false },
])("quiet hours $quiet hold at $time in the chat's zone: $expected", ({ quiet, time, expected }) => {
  const instant = at(`2026-11-23T${time}:30+03:00`);
  expect(isQuiet({ quietHours: quiet, timeZone: "Asia/Riyadh" }, instant)).toBe(expected);
});

test.each([
  { subscribedAt: null, pausedUntil: null, held: true, why: "not subscribed" },
  { subscribedAt: 1, pausedUntil: null, held: false, why: "subscribed" },
  { subscribedAt: 1, pausedUntil: MORNING + 1, held: true, why: "paused" },
  { subscribedAt: 1, pausedUntil: MORNING, held: false, why: "the pause is over" },
])("a chat is held: $held ($why)", ({ held, ...subscription }) => {
  expect(isHeld(subscription, MORNING)).toBe(held);
});
