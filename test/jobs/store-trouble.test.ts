import { afterEach, expect, test } from "vitest";
import { MINUTE_MS } from "../../src/lib/time.ts";
import { many, OPERATOR, outbox, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test("while the store fails nothing is sent, operators are told once, and afterwards everything comes, nothing twice", async () => {
  let isBroken = false;
  const box = await outbox(many(40), {
    beforeWrite: () => {
      if (isBroken) throw new Error("database or disk is full");
    },
  });
  await box.pass(MINUTE_MS);
  const before = box.calls.length;
  isBroken = true;
  for (let minute = 0; minute < 30; minute++) {
    await box.clock.advance(MINUTE_MS);
    await box.world.publisher.tick().catch(() => undefined);
  }
  expect(box.world.delivery.isHealthy()).toBe(box.world.delivery.counts().pending === 0);
  const during = box.calls.filter(({ chatId }) => chatId !== OPERATOR).length;
  expect(during - before).toBeLessThanOrEqual(3);
  expect(box.to(OPERATOR).map(({ html }) => html)).toEqual(["store: database or disk is full"]);
  isBroken = false;
  await box.pass(5 * MINUTE_MS);
  expect(box.world.delivery.isHealthy()).toBe(true);
  for (const { chatId } of many(40)) expect(box.to(chatId), `chat ${chatId}`).toHaveLength(1);
});

test("a damaged record is left out, and the others go on", async () => {
  const box = await outbox(many(3));
  box.backing.get("marks")?.set("2:0", { json: "{", expiresAt: Number.POSITIVE_INFINITY });
  await box.pass(5 * MINUTE_MS);
  expect(box.calls.map(({ chatId }) => chatId).sort()).toEqual([1, 3]);
});
