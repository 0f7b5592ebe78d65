import type { SteadyClock } from "../../src/jobs/delivery.ts";

/** A clock that stands still until the test moves it. */
export interface FakeClock extends SteadyClock {
  /**
   * Moves on by so much; sleepers wake in the order of their time, each at its own time, and what they
   * set off is done before the next.
   */
  advance(ms: number): Promise<void>;
  /** Sets the clock, forwards or back, as a machine's clock is set: sleepers go on sleeping as long as they were asked to. */
  set(at: number): void;
  /** How many are asleep. */
  sleeperCount(): number;
}

interface Sleeper {
  /** On a count that only grows, whatever the clock shows. */
  readonly wakesAt: number;
  readonly wake: () => void;
}

/** A fake of `Clock` that shows `startAt`. `turns` of the event loop are given to what a sleeper sets off. */
export function createFakeClock(startAt: number, turns = 5): FakeClock {
  let shown = startAt;
  let passed = 0;
  let sleepers: Sleeper[] = [];

  /** Lets everything run that waits for nothing but its turn, also what needs the event loop (files, sockets on this machine). */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
  }

  function pass(ms: number): void {
    passed += ms;
    shown += ms;
  }

  return {
    now: () => shown,
    elapsedMs: () => passed,
    sleep(ms, signal) {
      if (ms <= 0 || signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper: Sleeper = {
          wakesAt: passed + ms,
          wake() {
            sleepers = sleepers.filter((other) => other !== sleeper);
            signal?.removeEventListener("abort", sleeper.wake);
            resolve();
          },
        };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", sleeper.wake, { once: true });
      });
    },
    async advance(ms) {
      const end = passed + ms;
      await settle(); // what was just begun may still be on its way to bed
      for (;;) {
        const next = sleepers.filter((sleeper) => sleeper.wakesAt <= end).sort((a, b) => a.wakesAt - b.wakesAt)[0];
        if (next === undefined) break;
        pass(next.wakesAt - passed);
        next.wake();
        await settle();
      }
      pass(end - passed);
    },
    set(at) {
      shown = at;
    },
    sleeperCount: () => sleepers.length,
  };
}
