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
  table.forEach(new Uint8Array([0, 1, 1, 1]), (chat, value) => {
    expect(found.has(recipientKey(chat))).toBe(false);
    found.set(recipientKey(chat), value);
  });
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

test("only wanted values are visited", () => {
  const table = createChatTable();
  for (let index = 1; index <= 9; index++) table.set({ chatId: index, threadId: 0 }, index % 3);
  const visited: number[] = [];
  table.forEach(new Uint8Array([0, 0, 1]), ({ chatId }) => visited.push(chatId));
  expect(visited).toEqual([2, 5, 8]);
});
