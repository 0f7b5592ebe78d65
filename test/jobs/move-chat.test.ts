import { expect, test } from "vitest";
import { createDueIndex } from "../../src/digest/due.ts";
import { moveChat } from "../../src/jobs/move-chat.ts";
import type { Mark } from "../../src/outbox/delivery.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { type Backing, createMemoryStores } from "../fakes/memory-records.ts";

const [OLD, FRESH] = [-77, -1_000_000_077];
const TOPICS = [0, 5];
const CHOSEN = { maxStories: 7, saved: [{ id: "a", title: "خبر", url: "https://marfa.example/a" }] };

const mark = (threadId: number): Mark => ({
  chatId: OLD,
  threadId,
  editionId: "e",
  slotAt: 1,
  since: 0,
  until: 1,
  part: 1,
  state: "sent",
  attempts: 1,
  notBefore: 0,
  messageIds: [9],
  parkReason: null,
  parkedAt: null,
});

test("killed before any of its writes and done again, a move loses neither settings, saved articles nor marks, of the group and its topics", async () => {
  for (let killAt = 0, more = true; more; killAt++) {
    const backing: Backing = new Map();
    const before = createMemoryStores({ backing });
    await before.settings.put(`admitted:${OLD}`, 1);
    for (const threadId of TOPICS) {
      await before.subscriptions.put(`${OLD}:${threadId}`, { ...subscriber(OLD, CHOSEN), threadId });
      await before.marks.put(`${OLD}:${threadId}`, mark(threadId));
    }
    /** One life: all that is kept is read at the start, and a write too many is its end. */
    const live = async (writes: number) => {
      const stores = createMemoryStores({
        backing,
        beforeWrite() {
          if (writes-- <= 0) throw new Error("killed");
        },
      });
      const due = createDueIndex();
      for await (const [, subscription] of stores.subscriptions.entries()) due.set(subscription);
      await moveChat(stores, due, OLD, FRESH);
      return due;
    };
    more = await live(killAt).then(
      () => false,
      () => true,
    );
    const due = await live(Number.POSITIVE_INFINITY);
    const after = createMemoryStores({ backing });
    for (const threadId of TOPICS) {
      const label = `killed before write ${killAt}, topic ${threadId}`;
      expect(await after.subscriptions.get(`${FRESH}:${threadId}`), label).toMatchObject({ ...CHOSEN, chatId: FRESH });
      expect(await after.marks.get(`${FRESH}:${threadId}`), label).toEqual({ ...mark(threadId), chatId: FRESH });
      expect(await after.subscriptions.get(`${OLD}:${threadId}`), label).toBeUndefined();
      expect(await after.marks.get(`${OLD}:${threadId}`), label).toBeUndefined();
    }
    expect(await after.settings.get(`admitted:${FRESH}`)).toBe(1);
    expect(await after.settings.get(`admitted:${OLD}`)).toBeUndefined();
    expect(due.ofChat(FRESH)).toHaveLength(TOPICS.length);
    expect(due.ofChat(OLD)).toEqual([]);
  }
});
