import { afterEach, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import { tellingOf } from "./outbox-world.ts";
import { CANARY, chat, many, OPERATOR, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

const rejected: SendResult = { kind: "rejected", description: "can't parse entities" };

test("the canary sees an edition before anybody else does, once", async () => {
  const box = await outbox([...many(3), chat(CANARY)], { canary: true });
  await box.pass(5 * MINUTE_MS);
  expect(box.calls[0]?.chatId).toBe(CANARY);
  expect(box.calls.map(({ chatId }) => chatId).sort()).toEqual([1, 2, 3, CANARY]);
});

test("what Telegram refuses at the canary goes to nobody else: once as plain text, and operators are told; the news come next time", async () => {
  const box = await outbox(many(3), { canary: true });
  await box.pass(DAY_MS - MINUTE_MS);
  const before = box.calls.length;
  box.answer((message) => (message.chatId === CANARY && !message.plain ? rejected : undefined));
  await box.pass(5 * MINUTE_MS);
  box.calls.splice(0, before);
  expect(box.to(CANARY).map(({ plain }) => plain === true)).toEqual([false, true]);
  expect(box.to(OPERATOR).map(({ html }) => html)).toEqual(["stopped: can't parse entities"]);
  expect(many(3).flatMap(({ chatId }) => box.to(chatId))).toEqual([]);
  expect(box.count("batches")).toBe(0);
  box.answer(() => undefined);
  await box.pass(DAY_MS);
  expect(box.to(1).map(({ html }) => tellingOf(html).since)).toEqual([SLOT]);
});
