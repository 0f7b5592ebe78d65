import type { RecordEntry, Records } from "../ports.ts";

/** Writes records that are asked for at the same time as one: a disk that needs 5 ms to make a write safe would else allow 200 a second. */
export interface GroupCommit<T> {
  /** Resolves when the record is safe; rejects when its group could not be written. Two writes to one key must not overlap. */
  put(key: string, value: T): Promise<void>;
}

interface Waiting<T> {
  readonly entry: RecordEntry<T>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** All that is asked for within one turn of the event loop, or while a group is being written, is the next group. */
export function createGroupCommit<T>(records: Pick<Records<T>, "putMany">): GroupCommit<T> {
  let waiting: Waiting<T>[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await records.putMany(group.map(({ entry }) => entry));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    writing = false;
  }

  return {
    put(key, value) {
      return new Promise<void>((resolve, reject) => {
        waiting.push({ entry: { key, value }, resolve, reject });
        if (!writing) void write();
      });
    },
  };
}
