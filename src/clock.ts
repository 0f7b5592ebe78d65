import { setTimeout as wait } from "node:timers/promises";
import type { SteadyClock } from "./ports.ts";

/** The longest that Node's timers take at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: SteadyClock = {
  now: () => Date.now(),
  elapsedMs: () => performance.now(),
  async sleep(ms, signal) {
    await wait(Math.min(ms, LONGEST_MS), undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
};
