import { afterEach, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import { chat, many, outbox, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test("a 429 stops the whole bot until the named time, also over a start; then all go on", async () => {
  const box = await outbox(many(50), {
    script: (_, call) => (call === 10 ? { kind: "wait", scope: "bot", retryAfterMs: 10 * MINUTE_MS } : undefined),
  });
  await box.pass(2 * MINUTE_MS);
  const sentAt = box.calls[9]?.at as number;
  const before = box.calls.length;
  expect(before).toBeLessThan(14); // what was on its way
  await box.restart();
  await box.pass(5 * MINUTE_MS);
  expect(box.calls).toHaveLength(before);
  await box.pass(6 * MINUTE_MS);
  expect(box.calls).toHaveLength(51);
  expect(box.calls[before]?.at).toBeGreaterThanOrEqual(sentAt + 10 * MINUTE_MS);
});

test("a clock that is set forward ends no wait that Telegram asked for", async () => {
  const box = await outbox(many(1), {
    script: (_, call) => (call === 1 ? { kind: "wait", scope: "bot", retryAfterMs: 10 * MINUTE_MS } : undefined),
  });
  await box.pass(2 * MINUTE_MS);
  box.clock.set(box.clock.now() + HOUR_MS);
  await box.pass(7 * MINUTE_MS);
  expect(box.calls).toHaveLength(1);
  await box.pass(3 * MINUTE_MS);
  expect(box.calls).toHaveLength(2);
});

test("a group over its own limit waits alone, also over a start", async () => {
  const box = await outbox([...many(20), chat(-5)], {
    script: ({ chatId }) => (chatId === -5 ? { kind: "wait", scope: "chat", retryAfterMs: HOUR_MS } : undefined),
  });
  await box.pass(2 * MINUTE_MS);
  expect(box.calls).toHaveLength(21);
  await box.restart();
  await box.pass(30 * MINUTE_MS);
  expect(box.to(-5)).toHaveLength(1);
  box.answer(() => undefined);
  await box.pass(31 * MINUTE_MS);
  expect(box.to(-5)).toHaveLength(2);
});

test("one chat whose answer hangs, and one that cannot be reached, delay nobody", async () => {
  const box = await outbox(many(100), {
    script: ({ chatId }) => {
      if (chatId === 3) return new Promise(() => {});
      return chatId === 7 ? { kind: "unsent", why: "ECONNREFUSED" } : undefined;
    },
  });
  await box.pass(MINUTE_MS + 15 * SECOND_MS);
  const others = new Set(box.calls.map(({ chatId }) => chatId).filter((chatId) => chatId !== 3 && chatId !== 7));
  expect(others.size).toBe(98);
});
