import { afterEach, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { privateChat, tellingOf } from "./outbox-world.ts";
import { chat, many, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test("a chat that is forgotten while the digest it asked for waits gets none, and nothing of it is kept", async () => {
  const box = await outbox(many(1), {
    script: () => ({ kind: "wait", scope: "bot", retryAfterMs: 10 * MINUTE_MS }),
  });
  await box.pass(2 * MINUTE_MS);
  await box.world.desk.save(chat(777));
  expect(await box.world.desk.digestNow(privateChat(777), box.clock.now())).toBe("planned");
  await box.world.desk.forget(privateChat(777));
  box.answer(() => undefined);
  await box.pass(HOUR_MS);
  expect(box.to(1).length).toBeGreaterThan(0);
  expect(box.to(777)).toEqual([]);
  expect(await box.world.stores.marks.get("777:0")).toBeUndefined();
  expect(box.count("batches")).toBe(0);
});

test("a chat that is forgotten while a message is on its way leaves nothing behind, also when we are killed then", async () => {
  for (const isKilled of [false, true]) {
    const { promise, resolve } = Promise.withResolvers<SendResult>();
    const box = await outbox(many(1), { script: () => promise });
    await box.pass(2 * MINUTE_MS);
    expect(box.calls).toHaveLength(1);
    const sending = await box.world.stores.marks.get("1:0");
    await box.world.desk.forget(privateChat(1));
    if (isKilled) await box.world.stores.marks.put("1:0", sending as Mark); // the write that was under way
    if (isKilled) await box.restart();
    else resolve({ kind: "sent", messageId: 1 });
    await box.pass(MINUTE_MS);
    expect([box.count("marks"), box.count("batches")]).toEqual([0, 0]);
  }
});

test("who forgets a chat and then blocks the bot leaves nothing behind", async () => {
  const box = await outbox(many(1));
  await box.pass(2 * MINUTE_MS);
  await box.world.desk.forget(privateChat(1));
  await box.world.desk.park(privateChat(1), "blocked");
  expect([box.count("subscriptions"), box.count("marks")]).toEqual([0, 0]);
});

test("who unsubscribes or pauses after a slot was planned gets nothing of it", async () => {
  const box = await outbox(many(200));
  await box.pass(MINUTE_MS);
  const late = many(200)
    .filter(({ chatId }) => box.to(chatId).length === 0)
    .map(({ chatId }) => chatId);
  const [gone, paused] = late.slice(-2) as [number, number];
  await box.world.desk.save(chat(gone, { subscribedAt: null }));
  await box.world.desk.save(chat(paused, { pausedUntil: SLOT + DAY_MS }));
  await box.pass(5 * MINUTE_MS);
  expect(box.calls).toHaveLength(198);
  expect([...box.to(gone), ...box.to(paused)]).toEqual([]);
});

test("quiet hours hold a digest and merge it into the next; an urgent story breaks through where the chat allows it", async () => {
  const quietHours: [string, string] = ["07:00", "09:00"];
  for (const urgent of [false, true]) {
    const box = await outbox(
      [
        chat(1, { quietHours, digestAt: ["08:00", "10:00"] }),
        chat(2, { quietHours, digestAt: ["08:00", "10:00"], urgentInQuietHours: true }),
      ],
      { news: () => ({ partCount: 1, urgent }) },
    );
    await box.pass(30 * MINUTE_MS);
    expect(box.to(1)).toEqual([]);
    expect(box.to(2)).toHaveLength(urgent ? 1 : 0);
    await box.pass(2 * HOUR_MS);
    expect(box.to(1).map(({ html }) => tellingOf(html).since)).toEqual([SLOT + 2 * HOUR_MS - DAY_MS]);
  }
});

test("a digest whose turn comes in quiet hours is held, and its news are in the next one", async () => {
  const box = await outbox([chat(1), chat(2, { quietHours: ["08:30", "10:00"] })], {
    script: (_, call) => (call === 1 ? { kind: "wait", scope: "bot", retryAfterMs: HOUR_MS } : undefined),
  });
  const sent = () => box.calls.slice(1).map(({ chatId }) => chatId);
  await box.pass(2 * HOUR_MS);
  expect(sent().filter((chatId) => chatId === 1)).toHaveLength(1);
  const early = sent().filter((chatId) => chatId === 2).length;
  await box.pass(DAY_MS);
  expect(early).toBe(0);
  const untils = box.to(2).map(({ html }) => tellingOf(html).until);
  expect(untils.at(-1)).toBeGreaterThanOrEqual(SLOT + DAY_MS);
});
