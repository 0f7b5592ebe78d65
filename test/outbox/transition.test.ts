import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edition } from "../../src/digest/edition.ts";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { afterSend, begin, isFinal, MAX_ATTEMPTS, mayTryAgain, newsSince } from "../../src/outbox/transition.ts";

const NOW = 1_000_000;
const chat = { chatId: 7, threadId: 0 };
const edition: Edition = {
  id: "e1",
  slotAt: 500,
  since: 100,
  until: 600,
  storyIds: ["s"],
  messages: ["one", "two", "three"],
  batchCount: 1,
  planned: true,
  expiresAt: NOW + 10_800_000,
  stopped: false,
  asked: false,
  urgent: false,
};
const first = begin(undefined, edition, chat, NOW);

test("a chat begins an edition at its first part, on record before the attempt", () => {
  expect(first).toMatchObject({
    editionId: "e1",
    part: 0,
    state: "sending",
    attempts: 1,
    until: 600,
    parkReason: null,
  });
});

test("a part that was cut short is tried again, one that was sent is not", () => {
  expect(begin(first, edition, chat, NOW)).toMatchObject({ part: 0, attempts: 2 });
  const { mark } = afterSend(first, { kind: "sent", messageId: 1 }, edition, NOW, 0);
  expect(begin(mark, edition, chat, NOW)).toMatchObject({ part: 1, attempts: 1, messageIds: [1] });
});

const table: { result: SendResult; state: Mark["state"]; effect: string; final: boolean; more?: Partial<Mark> }[] = [
  {
    result: { kind: "sent", messageId: 9 },
    state: "waiting",
    effect: "next",
    final: false,
    more: { part: 1, messageIds: [9], attempts: 0 },
  },
  {
    result: { kind: "wait", scope: "bot", retryAfterMs: 17_000 },
    state: "waiting",
    effect: "block",
    final: false,
    more: { attempts: 0, notBefore: NOW + 17_000 },
  },
  {
    result: { kind: "wait", scope: "chat", retryAfterMs: 5000 },
    state: "waiting",
    effect: "retry",
    final: false,
    more: { attempts: 0, notBefore: NOW + 5000 },
  },
  {
    result: { kind: "moved", chatId: -1009 },
    state: "waiting",
    effect: "moved",
    final: false,
    more: { chatId: -1009, part: 0, attempts: 0 },
  },
  {
    result: { kind: "parked", reason: "blocked" },
    state: "parked",
    effect: "parked",
    final: true,
    more: { parkReason: "blocked", parkedAt: NOW, until: 100 },
  },
  {
    result: { kind: "rejected", description: "can't parse entities" },
    state: "dead",
    effect: "rejected",
    final: true,
    more: { parkReason: null },
  },
  {
    result: { kind: "unsent", why: "ECONNREFUSED" },
    state: "waiting",
    effect: "retry",
    final: false,
    more: { part: 0, attempts: 1, notBefore: NOW + 2000 },
  },
  {
    result: { kind: "maybe", why: "ECONNRESET" },
    state: "waiting",
    effect: "retry",
    final: false,
    more: { part: 0, attempts: 1, notBefore: NOW + 2000 },
  },
  {
    result: { kind: "fatal", description: "Unauthorized" },
    state: "waiting",
    effect: "fatal",
    final: false,
    more: { part: 0, attempts: 0 },
  },
];

test.each(table)(
  "after $result.kind the mark is $state and the effect is $effect",
  ({ result, state, effect, final, more }) => {
    const outcome = afterSend(first, result, edition, NOW, 0);
    expect(outcome.mark).toMatchObject({ state, ...more });
    expect(outcome.effect.kind).toBe(effect);
    expect(isFinal(outcome.mark, edition, NOW)).toBe(final);
  },
);

test("after its last part an edition is done", () => {
  const { mark, effect } = afterSend(
    { ...first, part: 2, messageIds: [1, 2] },
    { kind: "sent", messageId: 3 },
    edition,
    NOW,
    0,
  );
  expect(effect.kind).toBe("done");
  expect(mark).toMatchObject({ state: "sent", messageIds: [1, 2, 3], until: 600 });
});

test("after too many attempts, or too late, nothing was told: the news stay new", () => {
  const tired = { ...first, attempts: MAX_ATTEMPTS };
  expect(afterSend(tired, { kind: "maybe", why: "timeout" }, edition, NOW, 0)).toMatchObject({
    mark: { state: "dead", until: 100 },
    effect: { kind: "dead" },
  });
  const late = begin(undefined, edition, chat, edition.expiresAt + 1);
  expect(late).toMatchObject({ state: "dead", until: 100 });
  expect(isFinal(late, edition, edition.expiresAt + 1)).toBe(true);
});

test("a mark of a later edition is final for an earlier one, not the other way round", () => {
  expect(isFinal({ ...first, editionId: "e2", slotAt: 900 }, edition, NOW)).toBe(true);
  expect(isFinal({ ...first, editionId: "e0", slotAt: 100, state: "sent" }, edition, NOW)).toBe(false);
});

test("a mark whose slot is still to come was made by a clock that was wrong: it ends no other edition", () => {
  const ahead: Mark = { ...first, editionId: "e2", slotAt: NOW + 3_600_000, state: "sent" };
  expect(isFinal(ahead, edition, NOW)).toBe(false);
  expect(isFinal(ahead, edition, NOW + 3_600_000)).toBe(true);
  expect(isFinal({ ...first, state: "sent" }, edition, 0)).toBe(true);
});

test("an edition that was begun and never ended told nothing", () => {
  expect(newsSince(first)).toBe(100);
  expect(newsSince({ ...first, state: "waiting", part: 2 })).toBe(100);
  expect(newsSince({ ...first, state: "waiting", parkReason: "blocked", parkedAt: NOW })).toBe(100);
  expect(newsSince({ ...first, state: "sent" })).toBe(600);
});

test("a parked chat may be tried again after a day, with another edition, once", () => {
  const { mark } = afterSend(first, { kind: "parked", reason: "kicked" }, edition, NOW, 0);
  const later = NOW + 20 * HOUR_MS;
  const next: Edition = { ...edition, id: "e2", slotAt: later, expiresAt: later + 3 * HOUR_MS };
  expect(mayTryAgain(mark, later - 1)).toBe(false);
  expect(mayTryAgain(mark, later)).toBe(true);
  expect(mayTryAgain(first, later)).toBe(false);
  expect([mayTryAgain(mark, NOW), mayTryAgain(mark, NOW - 1)]).toEqual([false, true]); // the clock was set back
  expect([isFinal(mark, next, later - 1), isFinal(mark, next, later), isFinal(mark, edition, later)]).toEqual([
    true,
    false,
    true,
  ]);
  const tried = afterSend(begin(mark, next, chat, later), { kind: "parked", reason: "kicked" }, next, later, 0).mark;
  expect(tried).toMatchObject({ parkReason: "kicked", parkedAt: later, until: 100, state: "parked" });
  expect(isFinal(tried, next, later + DAY_MS)).toBe(true);
});

const answers: fc.Arbitrary<SendResult> = fc.oneof(
  fc.constant<SendResult>({ kind: "sent", messageId: 1 }),
  fc.constant<SendResult>({ kind: "maybe", why: "reset" }),
  fc.constant<SendResult>({ kind: "unsent", why: "refused" }),
  fc.constant<SendResult>({ kind: "wait", scope: "bot", retryAfterMs: 1000 }),
  fc.constant<SendResult>({ kind: "moved", chatId: -100 }),
);

test("whatever Telegram answers, parts go out in order, each until it was sent, and kills in between repeat at most that part", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(answers, fc.boolean()), { maxLength: 40 }), (steps) => {
      let mark: Mark | undefined;
      let now = NOW;
      const told: number[] = [];
      for (const [answer, killed] of steps) {
        if (mark !== undefined && isFinal(mark, edition, now)) break;
        const begun: Mark = begin(mark, edition, { chatId: mark?.chatId ?? 7, threadId: 0 }, now);
        if (answer.kind === "sent") told.push(begun.part);
        // Killed between the answer and its record: the mark on disk is the one that was written before the attempt.
        mark = killed ? begun : afterSend(begun, answer, edition, now, 0.5).mark;
        now += 1000;
      }
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(new Set(told).size).toBe(told.length === 0 ? 0 : Math.max(...told) + 1);
    }),
  );
});
