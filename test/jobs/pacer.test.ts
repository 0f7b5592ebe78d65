import fc from "fast-check";
import { expect, test } from "vitest";
import { createPacer, type Pacer } from "../../src/jobs/pacer.ts";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { Clock } from "../../src/ports.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { mostInASecond } from "./most-in-a-second.ts";

const LIMIT = 30;
const never = new AbortController().signal;

/** A machine and a line: how late a sleeper wakes, and how long the message of this number takes there and back. */
interface Line {
  readonly oversleepMs: (sleep: number) => number;
  readonly thereMs: (message: number) => number;
  readonly backMs: (message: number) => number;
}
const quiet: Line = { oversleepMs: () => 1, thereMs: () => 1, backMs: () => 100 };

/** Sends so many messages, one chat each, over such a line. Answers when each was sent and when it arrived. */
async function sendOver(line: Line, count: number): Promise<{ sent: number[]; arrived: number[] }> {
  let now = 1_800_000_000_000;
  let sleeps = 0;
  const answers: { at: number; answered: () => void }[] = [];
  const clock: Clock = {
    now: () => Math.floor(now),
    async sleep(ms) {
      const wakesAt = now + ms + line.oversleepMs(sleeps++);
      answers.sort((a, b) => a.at - b.at);
      while ((answers[0]?.at ?? wakesAt) < wakesAt) {
        const first = answers.shift() as (typeof answers)[0];
        now = Math.max(now, first.at);
        first.answered();
      }
      now = wakesAt;
    },
  };
  const pacer = createPacer(clock, LIMIT);
  const sent: number[] = [];
  const arrived: number[] = [];
  for (let message = 0; message < count; message++) {
    const turn = await pacer.turn(never);
    await turn?.start(1000 + message);
    sent.push(now);
    const arrivesAt = now + line.thereMs(message);
    arrived.push(arrivesAt);
    answers.push({ at: arrivesAt + line.backMs(message), answered: () => turn?.answered() });
  }
  return { sent, arrived: arrived.sort((a, b) => a - b) };
}

const shareOfLimit = (at: readonly number[]) =>
  ((at.length - 1) * SECOND_MS) / LIMIT / ((at.at(-1) as number) - (at[0] as number));

test("on a quiet machine 99 % of the limit are used, evenly spaced", async () => {
  const { sent, arrived } = await sendOver(quiet, LIMIT * 60);
  expect(mostInASecond(arrived)).toBe(LIMIT);
  expect(shareOfLimit(arrived)).toBeGreaterThan(0.99);
  const gaps = sent.slice(1).map((at, index) => at - (sent[index] as number));
  expect(Math.min(...gaps)).toBeGreaterThan(31);
  expect(Math.max(...gaps)).toBeLessThan(37);
});

test("however late sleepers wake and messages arrive now and then, never more than the limit arrives in any second", async () => {
  const nowAndThen = (mostMs: number) =>
    fc.dictionary(fc.integer({ min: 0, max: 299 }).map(String), fc.integer({ min: 0, max: mostMs }), { maxKeys: 9 });
  await fc.assert(
    fc.asyncProperty(nowAndThen(200), nowAndThen(150), async (stalls, delays) => {
      const { arrived } = await sendOver(
        {
          oversleepMs: (sleep) => (stalls[sleep % 300] ?? 0) + 1,
          thereMs: (message) => 1 + (delays[message % 300] ?? 0),
          backMs: () => 20,
        },
        LIMIT * 20,
      );
      expect(mostInASecond(arrived)).toBeLessThanOrEqual(LIMIT);
      expect(shareOfLimit(arrived)).toBeGreaterThan(0.8);
    }),
    { numRuns: 50 },
  );
});

test("a line whose answers always vary does not cost the pace", async () => {
  const { sent } = await sendOver({ ...quiet, backMs: (message) => 50 + ((message * 7919) % 150) }, LIMIT * 60);
  expect(mostInASecond(sent)).toBeLessThanOrEqual(LIMIT);
  expect(shareOfLimit(sent)).toBeGreaterThan(0.985);
});

test("after a while without messages there is no burst", async () => {
  const clock = createFakeClock(0);
  const pacer = createPacer(clock, LIMIT);
  const sent: number[] = [];
  const send = async () => {
    for (let message = 0; message < 5; message++) {
      await (await pacer.turn(never))?.start(message);
      sent.push(clock.now());
    }
  };
  for (let round = 0; round < 2; round++) {
    const sending = send();
    await clock.advance(SECOND_MS);
    await sending;
    await clock.advance(HOUR_MS);
  }
  for (const [index, at] of sent.entries())
    if (index % 5 > 0) expect(at - (sent[index - 1] as number)).toBeGreaterThan(32);
});

/** Whether the next message could go, and when. */
async function next(pacer: Pacer, clock: ReturnType<typeof createFakeClock>, chatId: number) {
  let gone: number | undefined;
  const sending = (async () => {
    for (;;) {
      const turn = await pacer.turn(never);
      if (await turn?.start(chatId)) break;
    }
    gone = clock.now();
  })();
  while (gone === undefined) await clock.advance(1);
  await sending;
  return gone;
}

test("nothing goes during a block, also not what had its turn already", async () => {
  const clock = createFakeClock(0);
  const pacer = createPacer(clock, LIMIT);
  expect(await next(pacer, clock, 1)).toBe(0);
  const begun = await Promise.race([pacer.turn(never), clock.advance(25).then(() => undefined)]);
  pacer.block(clock.now() + MINUTE_MS);
  expect(pacer.blockedUntil()).toBe(clock.now() + MINUTE_MS);
  const start = begun?.start(2);
  await clock.advance(20);
  expect(await start).toBe(false);
  expect(await next(pacer, clock, 2)).toBeGreaterThanOrEqual(MINUTE_MS);
  expect(pacer.blockedUntil()).toBe(0);
});

test("a private chat is free a second after its message, a group after more than three, and not before a hold ends", async () => {
  const clock = createFakeClock(0);
  const pacer = createPacer(clock, LIMIT);
  const privately = await next(pacer, clock, 1);
  const group = await next(pacer, clock, -1);
  expect(pacer.freeAt(1)).toBe(privately + 1000);
  expect(pacer.freeAt(-1)).toBe(group + 3200);
  pacer.hold(-1, group + MINUTE_MS);
  pacer.hold(-1, group + 10);
  expect(pacer.freeAt(-1)).toBe(group + MINUTE_MS);
  expect(pacer.freeAt(5)).toBe(0);
});

test("who stops while waiting for a turn gets none", async () => {
  const clock = createFakeClock(0);
  const pacer = createPacer(clock, LIMIT);
  pacer.block(MINUTE_MS);
  const stop = new AbortController();
  const turn = pacer.turn(stop.signal);
  stop.abort();
  expect(await turn).toBeUndefined();
});
