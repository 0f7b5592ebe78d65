import type { Clock } from "../ports.ts";

/**
 * A clock that never goes back: where the machine's is set back, it goes on from what it showed. For waits and for what is spread
 * over time; its instants are not stored and are no dates.
 */
export function createSteadyClock(clock: Clock): Clock {
  let aheadMs = 0;
  let shown = Number.NEGATIVE_INFINITY;
  return {
    now() {
      const at = clock.now() + aheadMs;
      if (at < shown) aheadMs += shown - at;
      shown = Math.max(shown, at);
      return shown;
    },
    sleep: (ms, signal) => clock.sleep(ms, signal),
  };
}
