import { recipientHash } from "./recipient-hash.ts";
import type { Recipient } from "./subscription.ts";

const FIRST_CAPACITY = 1024;

/** A small number for each of very many chats: 24 bytes a place and no object, where a Map of objects takes over 100. */
export interface ChatTable {
  /** 0 for a chat that is not in it. */
  get(recipient: Recipient): number;
  /** `value`: 0 to 2³² - 1; 0 takes the chat out. Answers what was there before. */
  set(recipient: Recipient, value: number): number;
  /** The chat and its topics that are in it. A pass over one column: 1 ms for a million. */
  ofChat(chatId: number): Recipient[];
  /** Calls `visit` for every chat whose value `isWanted` marks with 1, in the order in which the chats first came. */
  forEach(isWanted: Uint8Array, visit: (recipient: Recipient, value: number) => void): void;
}

/** Rows in three columns, found by a hash table of row numbers. A chat that was taken out keeps its row for its return. */
export function createChatTable(): ChatTable {
  let capacity = FIRST_CAPACITY;
  let rowCount = 0;
  let chatIds = new Float64Array(capacity);
  let threadIds = new Int32Array(capacity);
  let values = new Uint32Array(capacity);
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
    const [oldChats, oldThreads, oldValues] = [chatIds, threadIds, values];
    capacity *= 2;
    chatIds = new Float64Array(capacity);
    chatIds.set(oldChats);
    threadIds = new Int32Array(capacity);
    threadIds.set(oldThreads);
    values = new Uint32Array(capacity);
    values.set(oldValues);
    places = new Uint32Array(capacity * 2);
    for (let row = 0; row < rowCount; row++) places[placeOf(recipientAt(row))] = row + 1;
  }

  const recipientAt = (row: number): Recipient => ({
    chatId: chatIds[row] as number,
    threadId: threadIds[row] as number,
  });

  function addRow(recipient: Recipient, value: number): void {
    if (rowCount === capacity) grow();
    chatIds[rowCount] = recipient.chatId;
    threadIds[rowCount] = recipient.threadId;
    values[rowCount] = value;
    places[placeOf(recipient)] = ++rowCount;
  }

  return {
    get(recipient) {
      const row = (places[placeOf(recipient)] as number) - 1;
      return row < 0 ? 0 : (values[row] as number);
    },
    set(recipient, value) {
      const row = (places[placeOf(recipient)] as number) - 1;
      if (row < 0) {
        if (value !== 0) addRow(recipient, value);
        return 0;
      }
      const before = values[row] as number;
      values[row] = value;
      return before;
    },
    ofChat(chatId) {
      const found: Recipient[] = [];
      for (let row = chatIds.indexOf(chatId); row >= 0 && row < rowCount; row = chatIds.indexOf(chatId, row + 1))
        if (values[row] !== 0) found.push(recipientAt(row));
      return found;
    },
    forEach(isWanted, visit) {
      for (let row = 0; row < rowCount; row++) {
        const value = values[row] as number;
        if (isWanted[value] === 1) visit(recipientAt(row), value);
      }
    },
  };
}
