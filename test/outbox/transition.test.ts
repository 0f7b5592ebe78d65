import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edition } from "../../src/digest/edition.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { afterSend, begin, isFinal, MAX_ATTEMPTS, mayTryAgain } from "../../src/outbox/transition.ts";

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
    expect(isFinal(outcome.mark, edition)).toBe(final);
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
  expect(isFinal(late, edition)).toBe(true);
});

test("a mark of a later edition is final for an earlier one, not the other way round", () => {
  expect(isFinal({ ...first, editionId: "e2", slotAt: 900 }, edition)).toBe(true);
  expect(isFinal({ ...first, editionId: "e0", slotAt: 100, state: "sent" }, edition)).toBe(false);
});

test("a parked chat may be tried again after a day", () => {
  const { mark } = afterSend(first, { kind: "parked", reason: "kicked" }, edition, NOW, 0);
  expect(mayTryAgain(mark, NOW + 86_399_999)).toBe(false);
  expect(mayTryAgain(mark, NOW + 86_400_000)).toBe(true);
  expect(mayTryAgain(first, NOW + 86_400_000)).toBe(false);
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
        if (mark !== undefined && isFinal(mark, edition)) break;
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
