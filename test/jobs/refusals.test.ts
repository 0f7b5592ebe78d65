import { afterEach, expect, test } from "vitest";
import { createRefusals, type Verdict } from "../../src/jobs/refusals.ts";
import { DAY_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import { tellingOf } from "./outbox-world.ts";
import { many, OPERATOR, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

const rejected: SendResult = { kind: "rejected", description: "can't parse entities" };

test("without a canary the first refusal stops the edition: one plain text, operators told, the others get the news next time", async () => {
  const box = await outbox(many(30));
  await box.pass(DAY_MS - MINUTE_MS);
  box.calls.splice(0);
  box.answer((message) => (message.plain ? undefined : rejected));
  await box.pass(5 * MINUTE_MS);
  const plain = box.calls.filter((call) => call.plain && call.chatId !== OPERATOR);
  expect(plain).toHaveLength(1);
  expect(box.to(OPERATOR)).toHaveLength(1);
  // A few were on their way when the answer came; it parked nobody.
  expect(box.calls.length).toBeLessThan(8);
  expect(box.world.delivery.counts()).toMatchObject({ pending: 0, parked: 0 });
  box.answer(() => undefined);
  await box.pass(DAY_MS);
  const told = plain[0]?.chatId;
  for (const { chatId } of many(30).filter((each) => each.chatId !== told))
    expect(tellingOf(box.to(chatId).at(-1)?.html ?? "{}").since, `chat ${chatId}`).toBe(SLOT);
});

const plainly = (kind: "sent" | "rejected" | "maybe" | "stopped") => async (): Promise<SendResult | undefined> => {
  if (kind === "stopped") return undefined;
  if (kind === "sent") return { kind, messageId: 1 };
  return kind === "rejected" ? rejected : { kind, why: "502" };
};

test.each<[Parameters<typeof plainly>[0], Verdict]>([
  ["sent", "told"],
  ["maybe", "stop"],
  ["rejected", "refused"],
  ["stopped", "known"],
])("a refused text whose plain form is %s: %s", async (kind, verdict) => {
  expect(await createRefusals().judge("e", plainly(kind))).toBe(verdict);
});

test("one chat at a time is sent the plain form of an edition", async () => {
  const refusals = createRefusals();
  const { promise, resolve } = Promise.withResolvers<SendResult>();
  const first = refusals.judge("e", () => promise);
  expect(await refusals.judge("e", plainly("sent"))).toBe("known");
  expect(await refusals.judge("another", plainly("sent"))).toBe("told");
  resolve(rejected);
  expect(await first).toBe("refused");
  expect(await refusals.judge("e", plainly("sent"))).toBe("told");
});

test("an edition that three chats refuse in any form is stopped", async () => {
  const refusals = createRefusals();
  const verdicts = [];
  for (let chats = 0; chats < 3; chats++) verdicts.push(await refusals.judge("e", plainly("rejected")));
  expect(verdicts).toEqual(["refused", "refused", "stop"]);
});
