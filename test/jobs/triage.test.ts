import { expect, test } from "vitest";
import { createTriage } from "../../src/jobs/triage.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { Mark } from "../../src/outbox/delivery.ts";
import { begin, firstMark } from "../../src/outbox/transition.ts";
import { EDITION, outboxParts } from "./outbox-parts.ts";
import { privateChat } from "./outbox-world.ts";
import { CANARY, chat, SLOT } from "./running-outbox.ts";

const begun = (changes: Partial<Mark> = {}): Mark => ({
  ...begin(undefined, EDITION, privateChat(1), SLOT),
  ...changes,
});

/** Who is chosen of these chats, after `arrange`, until nobody is left that needs a message now. */
async function chosenOf(chatIds: number[], arrange: (parts: Awaited<ReturnType<typeof outboxParts>>) => unknown) {
  const parts = await outboxParts(chatIds);
  await arrange(parts);
  const triage = createTriage(parts);
  const chosen: number[] = [];
  for (let next = await triage.next(); next !== undefined; next = await triage.next())
    chosen.push(next.errand.recipient.chatId);
  return { chosen, parts, triage };
}

test.each<[string, Mark | undefined, number[]]>([
  ["was never written to", undefined, [1, 2]],
  ["was told of older news", { ...firstMark(privateChat(1), SLOT - DAY_MS), editionId: "old", slotAt: 1 }, [1, 2]],
  ["was cut short in the middle of an attempt", begun(), [1, 2]],
  ["was sent all of it", begun({ state: "sent", part: 2 }), [2]],
  ["was given up", begun({ state: "dead" }), [2]],
  ["blocked us", begun({ state: "parked", parkReason: "blocked", parkedAt: SLOT }), [2]],
  ["was told of a later edition", begun({ editionId: "later", slotAt: SLOT + 1, state: "sent" }), [2]],
  ["must wait for a while", begun({ state: "waiting", notBefore: SLOT + MINUTE_MS }), [2]],
  ["must wait for days, by a clock that was wrong", begun({ notBefore: SLOT + 9 * DAY_MS }), [1, 2]],
])("a chat that %s, beside one that needs the edition", async (_, mark, expected) => {
  const { chosen } = await chosenOf([1, 2], ({ stores }) => mark && stores.marks.put("1:0", mark));
  expect(chosen).toEqual(expected);
});

test.each<[string, Parameters<typeof chat>[1]]>([
  ["unsubscribed", { subscribedAt: null }],
  ["paused", { pausedUntil: SLOT + DAY_MS }],
  ["is in its quiet hours", { quietHours: ["07:00", "09:00"] }],
])("a chat that %s needs no message", async (_, changes) => {
  const { chosen, parts } = await chosenOf([1], ({ stores }) => stores.subscriptions.put("1:0", chat(1, changes)));
  expect([chosen, parts.lanes.pendingCount(), await parts.batchCount()]).toEqual([[], 0, 0]);
});

test("of a chat that was forgotten nothing stays", async () => {
  const { chosen, parts } = await chosenOf([1], async ({ stores }) => {
    await stores.marks.put("1:0", begun());
    await stores.subscriptions.delete("1:0");
  });
  expect([chosen, parts.lanes.pendingCount(), await parts.stores.marks.get("1:0")]).toEqual([[], 0, undefined]);
});

test("who must wait comes back at the time, and not before", async () => {
  const { parts, triage } = await chosenOf([1], ({ pacer }) => pacer.hold(1, MINUTE_MS));
  await parts.clock.advance(MINUTE_MS - SECOND_MS);
  expect(await triage.next()).toBeUndefined();
  await parts.clock.advance(SECOND_MS);
  expect((await triage.next())?.errand.recipient.chatId).toBe(1);
});

test("the canary that saw the edition has got it", async () => {
  const { chosen, parts } = await chosenOf([CANARY, 1], ({ canary }) => canary.restore(`shown:${EDITION.id}`));
  expect(chosen).toEqual([1]);
  expect(await parts.stores.marks.get(`${CANARY}:0`)).toMatchObject({ state: "sent", part: 2, until: EDITION.until });
});

test("a group that moved is told by its new id", async () => {
  const { chosen, parts } = await chosenOf([-7], async ({ stores, relocation }) => {
    await stores.subscriptions.put("-100:0", chat(-100));
    await relocation.note(-7, -100);
  });
  expect(chosen).toEqual([-100]);
  expect(parts.lanes.editionFor(privateChat(-7))).toBeUndefined();
});

test("an edition whose time is over goes to nobody", async () => {
  const { chosen, parts } = await chosenOf([1, 2], ({ clock }) => clock.set(SLOT + 4 * HOUR_MS));
  expect([chosen, parts.tally.dead, await parts.batchCount()]).toEqual([[], 2, 0]);
});

test("a store that fails loses nobody: all are looked at again", async () => {
  const { stores, ...parts } = await outboxParts([1, 2]);
  let isBroken = true;
  const get = async (key: string) => {
    if (isBroken) throw new Error("database is locked");
    return stores.marks.get(key);
  };
  const triage = createTriage({ ...parts, stores: { ...stores, marks: { ...stores.marks, get } } });
  for (let times = 0; times < 3; times++) await expect(triage.next()).rejects.toThrow("locked");
  isBroken = false;
  const chosen = [await triage.next(), await triage.next(), await triage.next()];
  expect(chosen.map((each) => each?.errand.recipient.chatId).sort()).toEqual([1, 2, undefined]);
});
