import { createChatTable } from "../digest/chat-table.ts";
import type { Recipient } from "../digest/subscription.ts";

/** What is on its way to whom: each recipient has one at most, or a place that is kept for one. Kept are numbers, for millions. */
export interface Places<T> {
  give(recipient: Recipient, entry: T): void;
  /** What is on its way to this recipient. */
  of(recipient: Recipient): T | undefined;
  free(recipient: Recipient): void;
  /** What one recipient had is the other's now. */
  move(from: Recipient, to: Recipient): void;
  /** All who have this are free. */
  freeAll(entry: T): void;
  /** Nobody has this any more, or ever will. */
  forget(entry: T): void;
  /** Keeps the recipient's place; false when it is taken, or kept already. */
  reserve(recipient: Recipient): boolean;
  /** Gives up a place that was kept. */
  unreserve(recipient: Recipient): void;
  /** How many recipients have something on its way. */
  count(): number;
}

const FREE = 0;
const RESERVED = 1;

/** All places are free. */
export function createPlaces<T>(): Places<T> {
  const table = createChatTable();
  /** By number, from 2 on; the numbers of what was forgotten are given again. */
  const entries: (T | undefined)[] = [undefined, undefined];
  const numbers = new Map<T, number>();
  const freeNumbers: number[] = [];
  let count = 0;

  function set(recipient: Recipient, number: number): void {
    const before = table.set(recipient, number);
    count += (number > RESERVED ? 1 : 0) - (before > RESERVED ? 1 : 0);
  }

  function numberOf(entry: T): number {
    const known = numbers.get(entry);
    if (known !== undefined) return known;
    const number = freeNumbers.pop() ?? entries.length;
    entries[number] = entry;
    numbers.set(entry, number);
    return number;
  }

  return {
    give: (recipient, entry) => set(recipient, numberOf(entry)),
    of: (recipient) => entries[table.get(recipient)],
    free: (recipient) => set(recipient, FREE),
    move(from, to) {
      const number = table.get(from);
      set(from, FREE);
      set(to, number);
    },
    freeAll(entry) {
      const number = numbers.get(entry);
      if (number === undefined) return;
      for (const recipient of table.withValue(number)) set(recipient, FREE);
    },
    forget(entry) {
      const number = numbers.get(entry);
      if (number === undefined) return;
      numbers.delete(entry);
      entries[number] = undefined;
      freeNumbers.push(number);
    },
    reserve(recipient) {
      if (table.get(recipient) !== FREE) return false;
      set(recipient, RESERVED);
      return true;
    },
    unreserve(recipient) {
      if (table.get(recipient) === RESERVED) set(recipient, FREE);
    },
    count: () => count,
  };
}
