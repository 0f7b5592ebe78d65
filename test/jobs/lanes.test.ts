import { expect, test } from "vitest";
import { type Batch, batchKey, type Edition } from "../../src/digest/edition.ts";
import { createLanes, type Lanes } from "../../src/jobs/lanes.ts";
import { EDITION } from "./outbox-parts.ts";
import { privateChat } from "./outbox-world.ts";

const edition = (id: string, changes: Partial<Edition> = {}): Edition => ({ ...EDITION, id, ...changes });
const batch = (editionId: string, number: number, ...chatIds: number[]): Batch => ({
  editionId,
  number,
  recipients: chatIds.map(privateChat),
});

/** Lanes over these batches, which are stored. */
function lanesOver(...batches: Batch[]) {
  const stored = new Map(batches.map((each) => [batchKey(each.editionId, each.number), each]));
  return { lanes: createLanes(async (key) => stored.get(key)), stored };
}

async function chatsOf(lanes: Lanes, now = 0): Promise<number[]> {
  const chats: number[] = [];
  for (let errand = await lanes.next(now); errand !== undefined; errand = await lanes.next(now))
    chats.push(errand.recipient.chatId);
  return chats;
}

test("editions go in the order of their slots, batch by batch; what a person asked for goes before", async () => {
  const batches = [batch("late", 0, 1), batch("early", 0, 2, 3), batch("early", 1, 4), batch("asked", 0, 5)];
  const { lanes } = lanesOver(...batches);
  lanes.add(edition("late", { slotAt: 2 }), [batches[0] as Batch]);
  lanes.add(edition("early", { slotAt: 1 }), batches.slice(1, 3));
  lanes.add(edition("asked", { slotAt: 3, asked: true }), [batches[3] as Batch]);
  expect(lanes.oldestSlot()).toBe(1);
  expect(await chatsOf(lanes)).toEqual([5, 2, 3, 4, 1]);
  expect([lanes.hasWork(0), lanes.pendingCount()]).toEqual([false, 5]);
});

test("what is held is given out when it is released", async () => {
  const { lanes } = lanesOver(batch("e", 0, 1));
  lanes.add(edition("e"), [batch("e", 0, 1)], true);
  expect([lanes.hasWork(0), await chatsOf(lanes)]).toEqual([false, []]);
  lanes.release("e");
  expect([lanes.hasWork(0), await chatsOf(lanes)]).toEqual([true, [1]]);
});

test("what was put off comes back at its time, before others of its lane", async () => {
  const { lanes } = lanesOver(batch("e", 0, 1, 2, 3));
  lanes.add(edition("e"), [batch("e", 0, 1, 2, 3)]);
  const first = await lanes.next(0);
  if (first !== undefined) lanes.putOff(first, 100);
  expect([lanes.nextAt(), (await lanes.next(99))?.recipient.chatId]).toEqual([100, 2]);
  expect(await lanes.next(100)).toMatchObject({ recipient: { chatId: 1 }, isLate: true });
  expect(await chatsOf(lanes, 100)).toEqual([3]);
});

test("what reading a batch throws leaves everything as it was", async () => {
  let isBroken = true;
  const lanes = createLanes(async () => {
    if (isBroken) throw new Error("database is locked");
    return batch("e", 0, 1);
  });
  lanes.add(edition("e"), [batch("e", 0, 1)]);
  await expect(lanes.next(0)).rejects.toThrow("locked");
  isBroken = false;
  expect(await chatsOf(lanes)).toEqual([1]);
});

test("the recipients of a batch that is gone are free when the rest of the edition has come to its end", async () => {
  const { lanes, stored } = lanesOver(batch("e", 0, 1), batch("e", 1, 2));
  lanes.add(edition("e"), [batch("e", 0, 1), batch("e", 1, 2)]);
  stored.delete("e:0");
  const errand = await lanes.next(0);
  expect([errand?.recipient.chatId, lanes.reserve(privateChat(1))]).toEqual([2, false]);
  if (errand !== undefined) expect(lanes.finish(errand)).toBe("e:1");
  expect([lanes.pendingCount(), lanes.reserve(privateChat(1))]).toEqual([0, true]);
});

test("an edition without recipients is not on its way", () => {
  const { lanes } = lanesOver();
  lanes.add(edition("e"), []);
  expect([lanes.hasWork(0), lanes.oldestSlot()]).toEqual([false, undefined]);
});
