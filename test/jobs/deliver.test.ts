import { afterEach, expect, test } from "vitest";
import type { Subscription } from "../../src/digest/subscription.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { privateChat, tellingOf } from "./outbox-world.ts";
import { CANARY, OPERATOR, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

const chat = (chatId: number, changes: Partial<Subscription> = {}) =>
  subscriber(chatId, { timeZone: "UTC", digestAt: ["08:00"], ...changes });
const many = (count: number) => Array.from({ length: count }, (_, index) => chat(index + 1));
const rejected: SendResult = { kind: "rejected", description: "can't parse entities" };

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

test("a chat that refuses us is parked with its settings: nothing more, then one careful try a day, until it is welcome again", async () => {
  let isBlocked = true;
  const box = await outbox([chat(1, { digestAt: ["08:00", "12:00", "20:00"] })], {
    script: () => (isBlocked ? { kind: "parked", reason: "blocked" } : undefined),
  });
  await box.pass(DAY_MS - HOUR_MS);
  expect(box.calls).toHaveLength(1);
  await box.pass(2 * DAY_MS);
  expect(box.calls).toHaveLength(3);
  expect(await box.world.stores.subscriptions.get("1:0")).toMatchObject({ digestAt: ["08:00", "12:00", "20:00"] });
  isBlocked = false;
  await box.pass(DAY_MS);
  const [, , , first, second] = box.calls;
  expect(tellingOf(first?.html ?? "{}").since).toBe(SLOT - DAY_MS); // all that was missed
  expect(tellingOf(second?.html ?? "{}").since).toBe(tellingOf(first?.html ?? "{}").until);
});

test("a parked chat that welcomes us again gets its next digest as before", async () => {
  const box = await outbox([chat(1, { digestAt: ["08:00", "12:00"] })], {
    script: (_, call) => (call === 1 ? { kind: "parked", reason: "kicked" } : undefined),
  });
  await box.pass(HOUR_MS);
  await box.world.desk.unpark(privateChat(1));
  await box.pass(4 * HOUR_MS);
  expect(box.calls).toHaveLength(2);
});

test.each(["the refusal", "the service message"])(
  "a group that became a supergroup keeps its settings, its mark and its digest, told by %s",
  async (by) => {
    const [old, fresh] = [-77, -1_000_000_077];
    let isMoved = false;
    const box = await outbox([chat(old, { maxStories: 7, digestAt: ["08:00", "09:00"] })], {
      script: ({ chatId }) => (isMoved && chatId === old ? { kind: "moved", chatId: fresh } : undefined),
    });
    await box.pass(10 * MINUTE_MS);
    isMoved = true;
    if (by === "the service message") await box.world.desk.move(old, fresh);
    await box.pass(DAY_MS);
    const { stores } = box.world;
    expect(await stores.subscriptions.get(`${fresh}:0`)).toMatchObject({ chatId: fresh, maxStories: 7 });
    expect(await stores.subscriptions.get(`${old}:0`)).toBeUndefined();
    expect(await stores.marks.get(`${old}:0`)).toBeUndefined();
    const got = box.to(fresh).map(({ html }) => tellingOf(html));
    expect(got).toHaveLength(2);
    expect(got[0]?.since).toBe(tellingOf(box.to(old)[0]?.html ?? "{}").until);
    expect(box.to(old)).toHaveLength(by === "the refusal" ? 2 : 1);
  },
);

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

test("a damaged record is left out, and the others go on", async () => {
  const box = await outbox(many(3));
  box.backing.get("marks")?.set("2:0", { json: "{", expiresAt: Number.POSITIVE_INFINITY });
  await box.pass(5 * MINUTE_MS);
  expect(box.calls.map(({ chatId }) => chatId).sort()).toEqual([1, 3]);
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
