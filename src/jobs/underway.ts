import type { Clock } from "../ports.ts";

/** Work that was begun and is not at an end. */
export interface Underway {
  /** Takes note of work that was begun now, and that does not reject. */
  add(work: Promise<void>): void;
  count(): number;
  /** When each of it began, in order. */
  begunAt(): number[];
  /** Resolves when none is left, also of what was begun meanwhile. */
  ended(): Promise<void>;
}

/** Nothing is under way yet. `onEnd` is called after each end. */
export function createUnderway(clock: Clock, onEnd: () => void): Underway {
  const begun = new Map<Promise<void>, number>();
  return {
    add(work) {
      const running: Promise<void> = work.finally(() => {
        begun.delete(running);
        onEnd();
      });
      begun.set(running, clock.now());
    },
    count: () => begun.size,
    begunAt: () => [...begun.values()],
    async ended() {
      while (begun.size > 0) await Promise.all(begun.keys());
    },
  };
}
