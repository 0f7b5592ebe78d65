import type { Clock, RecordEntry, Records } from "../ports.ts";

/**
 * Between two groups lies as long as the first took to write, and at least this: whoever asks meanwhile goes with the second. What
 * is asked for now and then is written at once.
 */
const LEAST_PAUSE_MS = 3;
const LONGEST_PAUSE_MS = 50;

/**
 * Writes records that are asked for at about the same time as one: a disk that needs 5 ms to make a write safe
 * would else allow 200 a second.
 */
export interface GroupCommit<T> {
  /** Resolves when the record is safe; rejects when its group could not be written. Two writes to one key must not overlap. */
  put(key: string, value: T): Promise<void>;
}

interface Waiting<T> {
  readonly entry: RecordEntry<T>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** `clock` must not go back. */
export function createGroupCommit<T>(records: Pick<Records<T>, "putMany">, clock: Clock): GroupCommit<T> {
  let waiting: Waiting<T>[] = [];
  let isWriting = false;
  let nextAt = Number.NEGATIVE_INFINITY;

  async function write(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => setImmediate(resolve)); // all answers of one turn of the event loop go together
      const now = clock.now();
      if (now < nextAt) await clock.sleep(nextAt - now);
      const group = waiting;
      waiting = [];
      const begunAt = clock.now();
      try {
        await records.putMany(group.map(({ entry }) => entry));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
      const endedAt = clock.now();
      nextAt = endedAt + Math.min(Math.max(endedAt - begunAt, LEAST_PAUSE_MS), LONGEST_PAUSE_MS);
    }
    isWriting = false;
  }

  return {
    put(key, value) {
      return new Promise<void>((resolve, reject) => {
        waiting.push({ entry: { key, value }, resolve, reject });
        if (!isWriting) void write();
      });
    },
  };
}
