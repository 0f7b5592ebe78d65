import { expect, test } from "vitest";
import { createAnswers } from "../../src/jobs/answers.ts";
import type { Tally } from "../../src/jobs/delivery.ts";
import { MINUTE_MS } from "../../src/lib/time.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { begin, MAX_ATTEMPTS } from "../../src/outbox/transition.ts";
import { EDITION, outboxParts } from "./outbox-parts.ts";
import { privateChat } from "./outbox-world.ts";
import { SLOT } from "./running-outbox.ts";

/** Gives one chat's message this answer. `backInMs`: when the chat is looked at again; undefined: its errand has come to an end. */
async function answered(result: SendResult, changes: Partial<Mark> = {}, saying?: SendResult) {
  const parts = await outboxParts([1, 2], saying);
  const answers = createAnswers(parts);
  const errand = await parts.errand();
  const { chatId } = errand.recipient;
  const begun = { ...begin(undefined, EDITION, errand.recipient, SLOT), ...changes };
  await answers.take(errand, begun, result);
  return { ...parts, chatId, backInMs: parts.lanes.nextAt(), mark: await parts.stores.marks.get(errand.key) };
}

test.each<[string, SendResult, Partial<Mark>, Partial<Mark>, number | undefined, Partial<Tally>]>([
  ["a part that was sent", { kind: "sent", messageId: 5 }, {}, { state: "waiting", part: 1 }, 0, { sent: 1 }],
  ["the last part", { kind: "sent", messageId: 5 }, { part: 1 }, { state: "sent", part: 2 }, undefined, { sent: 1 }],
  ["no clear answer", { kind: "maybe", why: "502" }, {}, { state: "waiting", part: 0 }, 2000, { ambiguous: 1 }],
  [
    "no clear answer, once too often",
    { kind: "maybe", why: "502" },
    { attempts: MAX_ATTEMPTS },
    { state: "dead", until: EDITION.since },
    undefined,
    { ambiguous: 1, dead: 1 },
  ],
  ["a line that is down", { kind: "unsent", why: "ENOTFOUND" }, {}, { state: "waiting" }, 2000, {}],
  ["a refusal by the person", { kind: "parked", reason: "blocked" }, {}, { state: "parked" }, undefined, { parked: 1 }],
])("%s", async (_, result, changes, mark, backInMs, tally) => {
  const after = await answered(result, changes);
  expect(after.mark).toMatchObject(mark);
  expect(after.backInMs).toBe(backInMs);
  expect(after.tally).toEqual({ sent: 0, ambiguous: 0, rejected: 0, parked: 0, dead: 0, ...tally });
  expect(after.lanes.pendingCount()).toBe(backInMs === undefined ? 1 : 2);
});

test("a flood limit of the whole bot holds everybody, one of a chat only the chat; both are on record", async () => {
  for (const scope of ["bot", "chat"] as const) {
    const after = await answered({ kind: "wait", scope, retryAfterMs: MINUTE_MS });
    expect(after.backInMs).toBe(MINUTE_MS);
    expect(after.pacer.blockedUntil()).toBe(scope === "bot" ? MINUTE_MS : 0);
    expect(after.pacer.freeAt(after.chatId)).toBe(scope === "bot" ? 0 : MINUTE_MS);
    const setting = scope === "bot" ? "blockedUntil" : `blockedUntil:${after.chatId}`;
    expect(await after.stores.settings.get(setting)).toBe(SLOT + MINUTE_MS);
  }
});

test("a group that moved is tried again at once by its new id, with what is known of it", async () => {
  const after = await answered({ kind: "moved", chatId: -100 }, { part: 1 });
  expect(after.moved).toEqual([[after.chatId, -100]]);
  expect(after.backInMs).toBe(0);
  expect(after.lanes.editionFor(privateChat(-100))?.id).toBe(EDITION.id);
  expect(await after.stores.marks.get("-100:0")).toMatchObject({ part: 1, state: "waiting" });
});

test("a text that comes without its markup stops the edition, and that chat alone was told the news", async () => {
  const after = await answered({ kind: "rejected", description: "can't parse entities" });
  expect(after.said).toEqual([`${after.chatId}: one, plain`]);
  expect(after.mark).toMatchObject({ state: "dead", until: EDITION.until });
  expect(await after.stores.editions.get(EDITION.id)).toMatchObject({ stopped: true });
  expect(after.tally).toMatchObject({ rejected: 1, dead: 1 });
});

test("a text that is refused in any form is the chat's own trouble, and its news stay new", async () => {
  const refused: SendResult = { kind: "rejected", description: "can't parse entities" };
  const after = await answered(refused, {}, refused);
  expect(after.mark).toMatchObject({ state: "dead", until: EDITION.since });
  expect(await after.stores.editions.get(EDITION.id)).toMatchObject({ stopped: false });
  expect(after.lanes.pendingCount()).toBe(1);
});

test("a token that is refused ends the work; the part stays to be sent", async () => {
  const parts = await outboxParts([1]);
  const errand = await parts.errand();
  const begun = begin(undefined, EDITION, errand.recipient, SLOT);
  const taken = createAnswers(parts).take(errand, begun, { kind: "fatal", description: "Unauthorized" });
  await expect(taken).rejects.toThrow("Telegram refuses the token: Unauthorized");
  expect(await parts.stores.marks.get("1:0")).toMatchObject({ state: "waiting", part: 0, attempts: 0 });
});
