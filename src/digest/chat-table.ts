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

/**
 * Rows in columns, found by a hash table of row numbers; those with equal values are linked in a ring. A chat that was taken out
 * keeps its row for its return.
 */
export function createChatTable(): ChatTable {
  let capacity = FIRST_CAPACITY;
  let rowCount = 0;
  let chatIds = new Float64Array(capacity);
  let threadIds = new Int32Array(capacity);
  let values = new Uint32Array(capacity);
  let nexts = new Uint32Array(capacity);
  let befores = new Uint32Array(capacity);
  /** By value: row number + 1 of the first in its ring. */
  const firsts: number[] = [];
  /** Row number + 1 at the place that the hash says, or at the next free one; 0 is free. Never more than half full. */
  let places = new Uint32Array(capacity * 2);

  /** Where the row of a chat is noted, or would be. */
  function placeOf({ chatId, threadId }: Recipient): number {
    let place = recipientHash({ chatId, threadId }, 0) & (places.length - 1);
    for (;;) {
      const row = (places[place] as number) - 1;
      if (row < 0 || (chatIds[row] === chatId && threadIds[row] === threadId)) return place;
      place = (place + 1) & (places.length - 1);
    }
  }

  function grow(): void {
    capacity *= 2;
    chatIds = longer(new Float64Array(capacity), chatIds);
    threadIds = longer(new Int32Array(capacity), threadIds);
    values = longer(new Uint32Array(capacity), values);
    nexts = longer(new Uint32Array(capacity), nexts);
    befores = longer(new Uint32Array(capacity), befores);
    places = new Uint32Array(capacity * 2);
    for (let row = 0; row < rowCount; row++) places[placeOf(recipientAt(row))] = row + 1;
  }

  const recipientAt = (row: number): Recipient => ({
    chatId: chatIds[row] as number,
    threadId: threadIds[row] as number,
  });

  /** Into the ring of a value, behind those that are there. */
  function enter(row: number, value: number): void {
    values[row] = value;
    if (value === 0) return;
    while (firsts.length <= value) firsts.push(0);
    const first = (firsts[value] as number) - 1;
    if (first < 0) {
      firsts[value] = row + 1;
      nexts[row] = befores[row] = row;
      return;
    }
    const last = befores[first] as number;
    nexts[last] = befores[first] = row;
    nexts[row] = first;
    befores[row] = last;
  }

  function leave(row: number): void {
    const value = values[row] as number;
    if (value === 0) return;
    const next = nexts[row] as number;
    const before = befores[row] as number;
    nexts[before] = next;
    befores[next] = before;
    if (firsts[value] === row + 1) firsts[value] = next === row ? 0 : next + 1;
  }

  function addRow(recipient: Recipient, place: number, value: number): void {
    const isFull = rowCount === capacity;
    if (isFull) grow();
    const row = rowCount++;
    chatIds[row] = recipient.chatId;
    threadIds[row] = recipient.threadId;
    places[isFull ? placeOf(recipient) : place] = row + 1;
    enter(row, value);
  }

  return {
    get(recipient) {
      const row = (places[placeOf(recipient)] as number) - 1;
      return row < 0 ? 0 : (values[row] as number);
    },
    set(recipient, value) {
      const place = placeOf(recipient);
      const row = (places[place] as number) - 1;
      if (row < 0) {
        if (value !== 0) addRow(recipient, place, value);
        return 0;
      }
      const before = values[row] as number;
      if (before === value) return before;
      leave(row);
      enter(row, value);
      return before;
    },
    ofChat(chatId) {
      const found: Recipient[] = [];
      for (let row = chatIds.indexOf(chatId); row >= 0 && row < rowCount; row = chatIds.indexOf(chatId, row + 1))
        if (values[row] !== 0) found.push(recipientAt(row));
      return found;
    },
    withValue(value) {
      const found: Recipient[] = [];
      const first = (firsts[value] ?? 0) - 1;
      if (first < 0) return found;
      let row = first;
      do {
        found.push(recipientAt(row));
        row = nexts[row] as number;
      } while (row !== first);
      return found;
    },
  };
}

function longer<Column extends Float64Array | Int32Array | Uint32Array>(column: Column, begun: Column): Column {
  column.set(begun);
  return column;
}
