import { recipientHash } from "./recipient-hash.ts";
import type { Recipient } from "./subscription.ts";

const FIRST_CAPACITY = 1024;

/** A small number for each of very many chats: 32 bytes a place and no object, where a Map of objects takes over 100. */
export interface ChatTable {
  /** 0 for a chat that is not in it. */
  get(recipient: Recipient): number;
  /** `value`: a whole number that others had or that is little more; 0 takes the chat out. Answers what was there before. */
  set(recipient: Recipient, value: number): number;
  /** The chat and its topics that are in it. A pass over one column: 1 ms for a million. */
  ofChat(chatId: number): Recipient[];
  /** The chats that have this value, without a look at the others. */
  withValue(value: number): Recipient[];
}

/** The numbers of a row beside its chat's: they lie together, because a walk along a ring waits for memory at every row. */
const [THREAD, VALUE, NEXT, BEFORE] = [0, 1, 2, 3];
const ROW = 4;

/**
 * Rows found by a hash table of their numbers; those with equal values are linked in a ring. A chat that was taken out keeps its
 * row for its return.
 */
export function createChatTable(): ChatTable {
  let capacity = FIRST_CAPACITY;
  let rowCount = 0;
  let chatIds = new Float64Array(capacity);
  let rows = new Int32Array(capacity * ROW);
  /** By value: row number + 1 of the first in its ring. */
  const firsts: number[] = [];
  /** Row number + 1 at the place that the hash says, or at the next free one; 0 is free. Never more than half full. */
  let places = new Uint32Array(capacity * 2);

  const of = (row: number, column: number) => rows[row * ROW + column] as number;
  const put = (row: number, column: number, number: number) => {
    rows[row * ROW + column] = number;
  };

  /** Where the row of a chat is noted, or would be. */
  function placeOf({ chatId, threadId }: Recipient): number {
    let place = recipientHash({ chatId, threadId }, 0) & (places.length - 1);
    for (;;) {
      const row = (places[place] as number) - 1;
      if (row < 0 || (chatIds[row] === chatId && of(row, THREAD) === threadId)) return place;
      place = (place + 1) & (places.length - 1);
    }
  }

  function grow(): void {
    capacity *= 2;
    chatIds = longer(new Float64Array(capacity), chatIds);
    rows = longer(new Int32Array(capacity * ROW), rows);
    places = new Uint32Array(capacity * 2);
    for (let row = 0; row < rowCount; row++) places[placeOf(recipientAt(row))] = row + 1;
  }

  const recipientAt = (row: number): Recipient => ({
    chatId: chatIds[row] as number,
    threadId: of(row, THREAD),
  });

  /** Into the ring of a value, behind those that are there. */
  function enter(row: number, value: number): void {
    put(row, VALUE, value);
    if (value === 0) return;
    while (firsts.length <= value) firsts.push(0);
    const first = (firsts[value] as number) - 1;
    if (first < 0) {
      firsts[value] = row + 1;
      put(row, NEXT, row);
      put(row, BEFORE, row);
      return;
    }
    const last = of(first, BEFORE);
    put(last, NEXT, row);
    put(first, BEFORE, row);
    put(row, NEXT, first);
    put(row, BEFORE, last);
  }

  function leave(row: number): void {
    const value = of(row, VALUE);
    if (value === 0) return;
    const next = of(row, NEXT);
    const before = of(row, BEFORE);
    put(before, NEXT, next);
    put(next, BEFORE, before);
    if (firsts[value] === row + 1) firsts[value] = next === row ? 0 : next + 1;
  }

  function addRow(recipient: Recipient, place: number, value: number): void {
    const isFull = rowCount === capacity;
    if (isFull) grow();
    const row = rowCount++;
    chatIds[row] = recipient.chatId;
    put(row, THREAD, recipient.threadId);
    places[isFull ? placeOf(recipient) : place] = row + 1;
    enter(row, value);
  }

  return {
    get(recipient) {
      const row = (places[placeOf(recipient)] as number) - 1;
      return row < 0 ? 0 : of(row, VALUE);
    },
    set(recipient, value) {
      const place = placeOf(recipient);
      const row = (places[place] as number) - 1;
      if (row < 0) {
        if (value !== 0) addRow(recipient, place, value);
        return 0;
      }
      const before = of(row, VALUE);
      if (before === value) return before;
      leave(row);
      enter(row, value);
      return before;
    },
    ofChat(chatId) {
      const found: Recipient[] = [];
      for (let row = chatIds.indexOf(chatId); row >= 0 && row < rowCount; row = chatIds.indexOf(chatId, row + 1))
        if (of(row, VALUE) !== 0) found.push(recipientAt(row));
      return found;
    },
    withValue(value) {
      const found: Recipient[] = [];
      const first = (firsts[value] ?? 0) - 1;
      if (first < 0) return found;
      let row = first;
      do {
        found.push(recipientAt(row));
        row = of(row, NEXT);
      } while (row !== first);
      return found;
    },
  };
}

function longer<Column extends Float64Array | Int32Array>(column: Column, begun: Column): Column {
  column.set(begun);
  return column;
}
