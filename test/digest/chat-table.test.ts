import fc from "fast-check";
import { expect, test } from "vitest";
import { createChatTable } from "../../src/digest/chat-table.ts";
import { type Recipient, recipientKey } from "../../src/digest/subscription.ts";

const recipient = fc.record({
  chatId: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: -(2 ** 51), max: -1 })),
  threadId: fc.integer({ min: 0, max: 2 }),
});
const changes = fc.array(fc.tuple(recipient, fc.integer({ min: 0, max: 3 })), { maxLength: 200 });

/** All that a table holds. */
function contents(table: ReturnType<typeof createChatTable>): Map<string, number> {
  const found = new Map<string, number>();
  for (const value of [1, 2, 3])
    for (const chat of table.withValue(value)) {
      expect(found.has(recipientKey(chat))).toBe(false);
      found.set(recipientKey(chat), value);
    }
  return found;
}

test("a table holds what a Map would hold, also for chats that go and come back", () => {
  fc.assert(
    fc.property(changes, (list) => {
      const table = createChatTable();
      const map = new Map<string, number>();
      for (const [chat, value] of list) {
        expect(table.set(chat, value)).toBe(map.get(recipientKey(chat)) ?? 0);
        if (value === 0) map.delete(recipientKey(chat));
        else map.set(recipientKey(chat), value);
        expect(table.get(chat)).toBe(value);
      }
      expect(contents(table)).toEqual(map);
    }),
  );
});

test("it grows to many chats and loses none, among them those whose numbers are far apart or differ in one bit", () => {
  const table = createChatTable();
  const chatOf = (index: number): Recipient => ({
    chatId: index % 3 === 0 ? -1_000_000_000_000 - index : index % 3 === 1 ? index : 2 ** 31 + index * 2 ** 20,
    threadId: index % 7 === 0 ? index : 0,
  });
  for (let index = 1; index <= 20_000; index++) expect(table.set(chatOf(index), 1 + (index % 3))).toBe(0);
  for (let index = 1; index <= 20_000; index++) expect(table.get(chatOf(index))).toBe(1 + (index % 3));
  expect(contents(table).size).toBe(20_000);
});

test("the chats of one value are told in the order in which they got it", () => {
  const table = createChatTable();
  const chat = (chatId: number) => ({ chatId, threadId: 0 });
  for (let index = 1; index <= 9; index++) table.set(chat(index), 1 + (index % 3));
  table.set(chat(5), 1);
  table.set(chat(2), 0);
  table.set(chat(2), 3);
  expect(table.withValue(3)).toEqual([8, 2].map(chat));
  expect(table.withValue(1)).toEqual([3, 6, 9, 5].map(chat));
  expect(table.withValue(4)).toEqual([]);
});
