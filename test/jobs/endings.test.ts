import { expect, test } from "vitest";
import { EDITION, outboxParts } from "./outbox-parts.ts";

test("a batch is deleted when the last of its recipients has come to an end", async () => {
  const parts = await outboxParts([1, 2]);
  await parts.endings.finish(await parts.errand());
  expect([parts.lanes.pendingCount(), await parts.batchCount()]).toEqual([1, 1]);
  await parts.endings.finish(await parts.errand());
  expect([parts.lanes.pendingCount(), await parts.batchCount()]).toEqual([0, 0]);
  expect(parts.tally.dead).toBe(0);
});

test("an edition that is dropped goes to nobody any more: who was left is counted, and free for another", async () => {
  const parts = await outboxParts([1, 2, 3]);
  const errand = await parts.errand();
  await parts.endings.finish(errand);
  await parts.endings.drop(EDITION);
  expect([parts.lanes.pendingCount(), await parts.batchCount(), parts.tally.dead]).toEqual([0, 0, 2]);
  expect(await parts.errand()).toBeUndefined();
  expect(parts.lanes.reserve({ chatId: 2, threadId: 0 })).toBe(true);
  expect(parts.told).toEqual([]);
});

test("an edition whose text is refused is stopped on record, too, and operators are told", async () => {
  const parts = await outboxParts([1, 2]);
  await parts.endings.stop(EDITION, "can't parse entities");
  expect(await parts.stores.editions.get(EDITION.id)).toMatchObject({ stopped: true });
  expect([parts.lanes.pendingCount(), await parts.batchCount()]).toEqual([0, 0]);
  expect(parts.told).toEqual(["can't parse entities"]);
});
