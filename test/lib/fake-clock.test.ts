import { expect, test } from "vitest";
import { createFakeClock } from "../fakes/clock.ts";

test("sleepers wake in the order of their time, each at its own time", async () => {
  const clock = createFakeClock(1000);
  const woken: [string, number][] = [];
  const nap = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push([name, clock.now()]);
  };
  const naps = [nap("late", 300), nap("early", 100), nap("same time, asked later", 100), nap("too late", 301)];
  await clock.advance(300);
  expect(woken).toEqual([
    ["early", 1100],
    ["same time, asked later", 1100],
    ["late", 1300],
  ]);
  expect(clock.now()).toBe(1300);
  expect(clock.sleeperCount()).toBe(1);
  await clock.advance(1);
  await Promise.all(naps);
});

test("one that lies down again while the clock moves is woken again in the same move", async () => {
  const clock = createFakeClock(0);
  let beats = 0;
  const stop = new AbortController();
  const heart = (async () => {
    while (!stop.signal.aborted) {
      await clock.sleep(10, stop.signal);
      beats++;
    }
  })();
  await clock.advance(95);
  expect(beats).toBe(9);
  stop.abort();
  await heart;
  expect(clock.sleeperCount()).toBe(0);
});

test("setting the clock wakes nobody and shortens no sleep", async () => {
  const clock = createFakeClock(1_000_000);
  let awake = false;
  const nap = clock.sleep(100).then(() => {
    awake = true;
  });
  clock.set(0);
  await clock.advance(99);
  expect(awake).toBe(false);
  expect(clock.now()).toBe(99);
  await clock.advance(1);
  expect(awake).toBe(true);
  await nap;
});

test("sleeping for no time, or with a signal that is aborted, ends at once", async () => {
  const clock = createFakeClock(0);
  await clock.sleep(0);
  await clock.sleep(-5);
  await clock.sleep(1000, AbortSignal.abort());
  expect(clock.now()).toBe(0);
});
