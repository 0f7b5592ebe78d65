import type { Clock } from "../ports.ts";

/** Wakes the one who waits for something to happen or for a time to come. */
export interface Bell {
  /** Resolves when the bell rings, after `ms` at the latest; at once when it rang since the last wait. */
  wait(ms: number): Promise<void>;
  ring(): void;
}

const LONGEST_MS = 60_000;

/** A bell that has not rung. */
export function createBell(clock: Clock): Bell {
  let rung = false;
  let waiting: AbortController | undefined;
  return {
    async wait(ms) {
      if (!rung) {
        waiting = new AbortController();
        await clock.sleep(Math.min(Math.max(ms, 1), LONGEST_MS), waiting.signal);
        waiting = undefined;
      }
      rung = false;
    },
    ring() {
      rung = true;
      waiting?.abort();
    },
  };
}
