import type { Clock } from "../../src/ports.ts";

/** A clock that stands still until somebody sleeps: then it is at once as late as the sleeper wants. */
export function manualClock(
  startAt = Date.UTC(2026, 0, 1),
): Clock & { pass(ms: number): void; readonly slept: number[] } {
  let now = startAt;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    pass: (ms) => {
      now += ms;
    },
    async sleep(ms, signal) {
      if (signal?.aborted) return;
      slept.push(ms);
      now += ms;
    },
  };
}
