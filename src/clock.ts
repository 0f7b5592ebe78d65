import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./ports.ts";

/** The longest that Node's timers take at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock = {
  now: () => Date.now(),
  /** Goes on evenly when the machine's clock is set. */
  elapsedMs: () => performance.now(),
  async sleep(ms: number, signal?: AbortSignal) {
    await wait(Math.min(ms, LONGEST_MS), undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  },
} satisfies Clock & { elapsedMs(): number };
