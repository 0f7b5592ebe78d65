import { afterEach, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { privateChat, tellingOf } from "./outbox-world.ts";
import { chat, many, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test("chats with the same choices share one edition, that is made once; others have their own", async () => {
  let made = 0;
  const box = await outbox(
    Array.from({ length: 60 }, (_, index) => chat(index + 1, { maxStories: 5 + (index % 3) })),
    {
      news: () => {
        made++;
        return { partCount: 1 };
      },
    },
  );
  await box.pass(5 * MINUTE_MS);
  expect(made).toBe(3);
  expect(box.count("editions")).toBe(3);
  expect(box.calls).toHaveLength(60);
});

test("what a person asks for does not wait behind a broadcast", async () => {
  const box = await outbox(many(200));
  await box.pass(MINUTE_MS);
  const before = box.calls.length;
  expect(before).toBeLessThan(150);
  await box.world.desk.save(chat(777, { subscribedAt: null }));
  await box.world.desk.digestNow(privateChat(777), box.clock.now());
  await box.clock.advance(400);
  const place = box.calls.slice(before).findIndex(({ chatId }) => chatId === 777);
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(5);
});

test("the parts of a digest come in order, each after the one before it was sent", async () => {
  const box = await outbox([chat(1), chat(-2)], {
    news: () => ({ partCount: 3 }),
    script: (message, call) =>
      tellingOf(message.html).part === 1 && call < 9 ? { kind: "maybe", why: "502" } : undefined,
  });
  await box.pass(10 * MINUTE_MS);
  for (const [chatId, leastMs] of [
    [1, 1000],
    [-2, 3200],
  ] as const) {
    const calls = box.to(chatId);
    const parts = calls.map(({ html }) => tellingOf(html).part);
    expect(parts).toEqual([...parts].sort());
    expect(new Set(parts)).toEqual(new Set([0, 1, 2]));
    for (const [index, { at }] of calls.slice(1).entries())
      expect(at - (calls[index]?.at as number)).toBeGreaterThanOrEqual(leastMs);
  }
});

test("news older than three hours are not sent any more; they are in the next digest", async () => {
  const box = await outbox(many(2), { script: () => ({ kind: "unsent", why: "ENOTFOUND" }) });
  await box.pass(4 * HOUR_MS);
  const tries = box.calls.length;
  expect(box.world.delivery.counts()).toMatchObject({ pending: 0 });
  expect(box.count("batches")).toBe(0);
  box.answer(() => undefined);
  await box.pass(HOUR_MS);
  expect(box.calls).toHaveLength(tries);
  await box.pass(20 * HOUR_MS);
  expect(tellingOf(box.to(1).at(-1)?.html ?? "{}")).toMatchObject({ since: SLOT - DAY_MS });
});

test("a first digest that ended before its turn came loses no news: they are in the next one, however late", async () => {
  const chats = [1, 2].map((chatId) => chat(chatId, { weekdays: [1, 4] }));
  const box = await outbox(chats, {
    script: (_, call) => (call === 1 ? { kind: "wait", scope: "bot", retryAfterMs: 4 * HOUR_MS } : undefined),
  });
  await box.pass(4 * DAY_MS);
  const first = tellingOf(box.calls[0]?.html as string);
  for (const { chatId } of chats) expect(tellingOf(box.to(chatId).at(-1)?.html as string).since).toBe(first.since);
});

test("a clock that is set back or forward in the middle of a delivery sends nothing twice and loses nobody", async () => {
  for (const jumpMs of [-HOUR_MS, -3 * DAY_MS, 2 * MINUTE_MS]) {
    const box = await outbox(many(300));
    await box.pass(MINUTE_MS);
    expect(box.calls.length).toBeLessThan(300);
    box.clock.set(box.clock.now() + jumpMs);
    await box.pass(10 * MINUTE_MS);
    const counts = many(300).map(({ chatId }) => box.to(chatId).length);
    expect(new Set(counts), `jump of ${jumpMs}`).toEqual(new Set([1]));
  }
});

test("a token that is refused ends the work; what was planned stays", async () => {
  const box = await outbox(many(3), { script: () => ({ kind: "fatal", description: "Unauthorized" }) });
  const ended = expect(box.world.running).rejects.toThrow(/Unauthorized/);
  await box.pass(2 * MINUTE_MS);
  await ended;
  await box.restart();
  box.answer(() => undefined);
  await box.pass(2 * MINUTE_MS);
  expect(new Set(box.calls.map(({ chatId }) => chatId))).toEqual(new Set([1, 2, 3]));
});
