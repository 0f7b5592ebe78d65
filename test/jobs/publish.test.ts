import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Edition } from "../../src/digest/edition.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, wallClock } from "../../src/lib/time.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { tellingOf } from "./outbox-world.ts";
import { outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

const chat = (chatId: number, changes: Partial<Subscription> = {}) =>
  subscriber(chatId, { timeZone: "UTC", digestAt: ["08:00", "20:00"], ...changes });

const slotsOf = (box: Awaited<ReturnType<typeof outbox>>) =>
  [...(box.backing.get("editions")?.values() ?? [])].map(({ json }) => (JSON.parse(json) as Edition).slotAt).sort();

/** A change of hours or zone, so long after the one before it. */
const changes = fc.array(
  fc.record({
    afterMs: fc.integer({ min: MINUTE_MS, max: 20 * HOUR_MS }),
    digestAt: fc.uniqueArray(fc.constantFrom("00:30", "07:00", "08:00", "08:01", "12:15", "20:00"), {
      minLength: 1,
      maxLength: 3,
    }),
    timeZone: fc.constantFrom("UTC", "Asia/Riyadh", "Africa/Cairo", "Australia/Lord_Howe"),
  }),
  { maxLength: 5 },
);

test("whatever hours and zones a chat chooses and when, the slots that a clock watched minute by minute shows come, each once", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (list) => {
      const box = await outbox([chat(1)]);
      const begin = box.clock.now();
      let chosen: Pick<Subscription, "digestAt" | "timeZone"> = chat(1);
      const expected: number[] = [];
      /** All slots of what is chosen now, until the next change. */
      const watch = (from: number, until: number) => {
        for (let at = Math.floor(from / MINUTE_MS + 1) * MINUTE_MS; at <= until; at += MINUTE_MS) {
          const { hour, minute } = wallClock(at, chosen.timeZone);
          if (chosen.digestAt.includes(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`))
            expected.push(at);
        }
      };
      let changedAt = begin;
      for (const { afterMs, digestAt, timeZone } of list) {
        await box.pass(afterMs);
        watch(changedAt, box.clock.now());
        changedAt = box.clock.now();
        chosen = { digestAt: [...digestAt].sort(), timeZone };
        await box.world.desk.save(chat(1, chosen));
      }
      await box.pass(DAY_MS);
      watch(changedAt, box.clock.now() - MINUTE_MS);
      const planned = slotsOf(box).filter((slotAt) => slotAt <= box.clock.now() - MINUTE_MS);
      expect(planned).toEqual(expected);
      const spans = box.calls.map(({ html }) => tellingOf(html));
      for (const [index, span] of spans.slice(1).entries()) expect(span.since).toBe(spans[index]?.until);
      stopAll();
    }),
    { numRuns: 15 },
  );
});

test("a clock that is days ahead at the start and is set right then tells nobody twice and floods nobody", async () => {
  const box = await outbox(
    [1, 2, 3].map((chatId) => chat(chatId)),
    { startAt: SLOT + 3 * DAY_MS - MINUTE_MS },
  );
  await box.pass(5 * MINUTE_MS);
  expect(box.calls).toHaveLength(3);
  box.clock.set(SLOT - 2 * MINUTE_MS);
  await box.pass(DAY_MS);
  const got = box.to(1).map(({ html }) => tellingOf(html));
  expect(new Set(got.map(({ since, until }) => `${since}-${until}`)).size).toBe(got.length);
  expect(got.length).toBeLessThanOrEqual(3);
  await box.pass(4 * DAY_MS);
  const recent = box.to(1).filter(({ at }) => at > SLOT + 4 * DAY_MS);
  expect(recent).toHaveLength(2); // and the days go on as ever
});

test("a clock that starts in 1970 and is set right then sends one digest, not one for each slot in between", async () => {
  const box = await outbox([chat(1)], { startAt: 12 * HOUR_MS });
  await box.pass(10 * MINUTE_MS);
  expect(box.calls).toEqual([]);
  box.clock.set(SLOT + 30 * MINUTE_MS);
  await box.pass(10 * MINUTE_MS);
  expect(box.calls).toHaveLength(1);
  await box.pass(12 * HOUR_MS);
  expect(box.calls).toHaveLength(2);
});

test("after a downtime a chat gets one digest for all slots that it missed, or none when the last is older than three hours", async () => {
  for (const [downMs, expected] of [
    [DAY_MS + HOUR_MS, 1],
    [DAY_MS + 5 * HOUR_MS, 0],
  ] as const) {
    const box = await outbox([chat(1, { digestAt: ["06:00", "07:00", "08:00"] })]);
    await box.pass(5 * MINUTE_MS);
    expect(box.calls).toHaveLength(1);
    box.world.stop.abort();
    await box.clock.advance(downMs);
    await box.restart();
    await box.pass(5 * MINUTE_MS);
    expect(box.calls).toHaveLength(1 + expected);
    await box.pass(DAY_MS);
    const spans = box.calls.map(({ html }) => tellingOf(html));
    for (const [index, span] of spans.slice(1).entries()) expect(span.since).toBe(spans[index]?.until);
  }
});

test("a slot that comes while the digest before it is still on its way is not forgotten", async () => {
  const box = await outbox([chat(1, { digestAt: ["08:00", "08:30"] })], {
    script: (_, call) => (call === 1 ? { kind: "wait", scope: "bot", retryAfterMs: HOUR_MS } : undefined),
  });
  await box.pass(70 * MINUTE_MS);
  expect(slotsOf(box)).toEqual([SLOT, SLOT + 30 * MINUTE_MS]);
  expect(box.calls).toHaveLength(3);
});
