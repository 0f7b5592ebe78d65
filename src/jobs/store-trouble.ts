import { DamagedRecordError } from "../errors.ts";
import { HOUR_MS } from "../lib/time.ts";
import type { Clock, Logger } from "../ports.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** A disk that is nearly full takes one write and refuses the next: operators hear of it once in so long. */
const TOLD_AGAIN_MS = HOUR_MS;

/** What to do while the store cannot be used: say so once, wait, try again. */
export interface StoreTrouble {
  /** Notes that the store failed and waits a while, longer from time to time; not when the program stops. */
  pause(error: unknown): Promise<void>;
  /** Does it, however long the store cannot be used. Throws when the program stops before, and for a damaged record. */
  surely(work: () => Promise<void>): Promise<void>;
  /** Notes that the store did what was asked. */
  over(): void;
  /** Whether it failed the last time. */
  isFailing(): boolean;
}

/** `tell` is called for an outage, with what the store says, and not again within the hour. `stopping` answers the signal that ends all
 * waiting. */
export function createStoreTrouble(deps: {
  clock: Clock;
  logger: Logger;
  stopping: () => AbortSignal;
  tell: (reason: string) => void;
}): StoreTrouble {
  const { clock, logger, stopping, tell } = deps;
  let pauseMs = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  /** Those who fail together wait together. */
  let pausing: Promise<void> | undefined;

  function pause(error: unknown): Promise<void> {
    if (pauseMs === 0) {
      logger.error({ err: error }, "the store cannot be used: deliveries wait until it can");
      const now = clock.now();
      if (Math.abs(now - toldAt) >= TOLD_AGAIN_MS) {
        toldAt = now;
        tell(error instanceof Error ? error.message : String(error));
      }
    }
    pausing ??= (async () => {
      pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      await clock.sleep(pauseMs, stopping());
      pausing = undefined;
    })();
    return pausing;
  }

  function over(): void {
    if (pauseMs === 0) return;
    pauseMs = 0;
    logger.info({}, "the store can be used again: deliveries go on");
  }

  return {
    pause,
    over,
    async surely(work) {
      for (;;) {
        try {
          await work();
          over();
          return;
        } catch (error) {
          if (stopping().aborted || error instanceof DamagedRecordError) throw error;
          await pause(error);
        }
      }
    },
    isFailing: () => pauseMs > 0,
  };
}
