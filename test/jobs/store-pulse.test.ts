import { expect, test } from "vitest";
import { createStorePulse } from "../../src/jobs/store-pulse.ts";
import type { Stores } from "../../src/ports.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createMemoryStores } from "../fakes/memory-records.ts";

const clock = createFakeClock(0);

test("a store that refuses a write is not well, and is again when it takes one", async () => {
  let isFull = true;
  const stores = createMemoryStores({
    beforeWrite() {
      if (isFull) throw new Error("the disk is full");
    },
  });
  const pulse = createStorePulse(stores, clock);
  expect(await pulse.isWell()).toBe(false);
  isFull = false;
  await clock.advance(2000);
  expect(await pulse.isWell()).toBe(true);
});

test("a store that does not answer is not well, and is not asked again and again", async () => {
  let asked = 0;
  const settings = {
    async put() {
      asked++;
      return new Promise<never>(() => {});
    },
  } as Partial<Stores["settings"]> as Stores["settings"];
  const pulse = createStorePulse({ settings }, clock);
  const answers = Promise.all([pulse.isWell(), pulse.isWell()]);
  await clock.advance(2000);
  expect([await answers, asked]).toEqual([[false, false], 1]);
});
