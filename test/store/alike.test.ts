import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { recipientKey, type Subscription } from "../../src/digest/subscription.ts";
import { openStore } from "../../src/store/open-store.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { silent as logger } from "../fakes/logger.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-alike-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "mujaz.sqlite");
const open = () => openStore(`sqlite://${file}`, { logger, now: Date.now(), botId: "42" });

/** Words that look like what the reader looks for. */
const words = fc.constantFrom("غزة", '"subscribedAt":5,', '{"value":{"chatId":1,"subscribedAt":2,', "\\", '"');
/** Few choices, so that most chats share theirs. */
const subscriptions = fc.uniqueArray(
  fc
    .record({
      chatId: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-1_001_234_567_890_123, 2 ** 52)),
      threadId: fc.constantFrom(0, 7),
      subscribedAt: fc.constantFrom(null, 1, 1_764_000_000_000),
      follow: fc.array(words, { maxLength: 1 }),
      digestAt: fc.constantFrom(["08:00"], ["08:00", "20:00"]),
      pausedUntil: fc.constantFrom(null, 5),
    })
    .map((choices): Subscription => ({ ...subscriber(choices.chatId), ...choices })),
  { selector: recipientKey, maxLength: 20 },
);

test("chats that chose the same are read in a row as they were written, each its own", async () => {
  const { stores, close } = await open();
  await fc.assert(
    fc.asyncProperty(subscriptions, async (list) => {
      await stores.subscriptions.putMany(list.map((value) => ({ key: recipientKey(value), value })));
      const read = new Map<string, Subscription>();
      for await (const [key, value] of stores.subscriptions.entries()) read.set(key, value);
      expect(read).toEqual(new Map(list.map((value) => [recipientKey(value), value])));
      await stores.subscriptions.deleteMany(list.map(recipientKey));
    }),
  );
  await close();
});

test("a damaged record among those that are alike is left out, and the next one is read", async () => {
  const { stores, close } = await open();
  const chats = [1, 2, 3].map((chatId) => subscriber(chatId));
  await stores.subscriptions.putMany(chats.map((value) => ({ key: recipientKey(value), value })));
  const db = new DatabaseSync(file);
  db.exec(`UPDATE records SET v = replace(v, '"chatId":2', '"chatId":"two"') WHERE k = '2:0'`);
  db.close();
  const read: number[] = [];
  for await (const [, { chatId }] of stores.subscriptions.entries()) read.push(chatId);
  expect(read).toEqual([1, 3]);
  await close();
});
