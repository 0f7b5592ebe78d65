import fc from "fast-check";
import { expect, test } from "vitest";
import type { Edition } from "../../src/digest/edition.ts";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { Mark, SendResult } from "../../src/outbox/delivery.ts";
import { afterSend, begin, isFinal, MAX_ATTEMPTS, newsSince } from "../../src/outbox/transition.ts";

const START = 1_800_000_000_000;
const edition: Edition = {
  id: "e1",
  slotAt: START,
  since: START - 12 * HOUR_MS,
  until: START,
  storyIds: ["s"],
  messages: ["one", "two", "three"],
  batchCount: 1,
  planned: true,
  expiresAt: START + 3 * HOUR_MS,
  stopped: false,
  asked: false,
  urgent: false,
};

/** Telegram and the line, one attempt after the other; `arrived`: the reader got the message, whatever we heard of it. */
interface Attempt {
  readonly result: SendResult;
  readonly arrived: boolean;
  /** The process dies before the answer is recorded. */
  readonly killed: boolean;
}

/** Brings an edition to a chat as the deliverer does. What the reader saw, and the last mark. */
function deliver(attempts: readonly Attempt[], random = 0.5): { seen: number[]; mark: Mark | undefined; now: number } {
  const seen: number[] = [];
  let mark: Mark | undefined;
  let now = START;
  for (const { result, arrived, killed } of attempts) {
    if (mark !== undefined && isFinal(mark, edition, now)) break;
    now = Math.max(now, mark?.notBefore ?? 0) + 100;
    const begun = begin(mark, edition, { chatId: mark?.chatId ?? 7, threadId: 0 }, now);
    mark = begun;
    if (isFinal(begun, edition, now)) break;
    if (arrived) seen.push(begun.part);
    if (!killed) mark = afterSend(begun, result, edition, now, random).mark;
  }
  return { seen, mark, now };
}

const certain = (result: SendResult, arrived: boolean) => ({ result, arrived, killed: false });
const sent = certain({ kind: "sent", messageId: 1 }, true);
const refused = certain({ kind: "unsent", why: "ECONNREFUSED" }, false);
const unclear = certain({ kind: "maybe", why: "timeout" }, true);

const anyAttempt: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({
    result: fc.constant<SendResult>({ kind: "sent", messageId: 1 }),
    arrived: fc.constant(true),
    killed: fc.boolean(),
  }),
  fc.record({
    result: fc.constant<SendResult>({ kind: "maybe", why: "reset" }),
    arrived: fc.boolean(),
    killed: fc.boolean(),
  }),
  fc.record({
    result: fc.constantFrom<SendResult>(
      { kind: "unsent", why: "refused" },
      { kind: "wait", scope: "bot", retryAfterMs: 30_000 },
      { kind: "wait", scope: "chat", retryAfterMs: 4 * HOUR_MS },
      { kind: "moved", chatId: -1009 },
      { kind: "fatal", description: "Unauthorized" },
      { kind: "parked", reason: "blocked" },
    ),
    arrived: fc.constant(false),
    killed: fc.boolean(),
  }),
);

test("news are told completely, or they stay new: no answer, kill or delay loses them", () => {
  fc.assert(
    fc.property(
      fc.array(anyAttempt, { maxLength: 60 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempts, random) => {
        const { seen, mark } = deliver(attempts, random);
        if (mark === undefined) return;
        const complete = new Set(seen).size === edition.messages.length;
        // Also where the edition is given up in the middle, by a stop or because the chat left.
        expect(newsSince(mark)).toBe(mark.state === "sent" ? edition.until : edition.since);
        if (mark.state === "sent") expect(complete).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test("parts come in order, and only an unclear answer or a kill repeats one", () => {
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 60 }), (attempts) => {
      const { seen } = deliver(attempts);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      const repeats = seen.length - new Set(seen).size;
      const doubtful = attempts.filter((attempt) => attempt.killed || attempt.result.kind === "maybe").length;
      expect(repeats).toBeLessThanOrEqual(doubtful);
    }),
    { numRuns: 300 },
  );
});

test("a chat's place in the edition never goes back, and its new id stays", () => {
  fc.assert(
    fc.property(fc.array(anyAttempt, { maxLength: 40 }), (attempts) => {
      let last = 0;
      for (let count = 1; count <= attempts.length; count++) {
        const { mark } = deliver(attempts.slice(0, count));
        expect(mark?.part).toBeGreaterThanOrEqual(last);
        last = mark?.part ?? 0;
      }
    }),
    { numRuns: 60 },
  );
});

test("answers that never come repeat one part a bounded number of times, over a quarter of an hour", () => {
  const { seen, mark, now } = deliver(Array.from({ length: 100 }, () => unclear));
  expect(seen).toEqual(Array.from({ length: MAX_ATTEMPTS }, () => 0));
  expect(mark).toMatchObject({ state: "dead", until: edition.since });
  expect(now - START).toBeGreaterThan(10 * MINUTE_MS);
});

test("while nothing reaches Telegram the edition waits, soon to be tried again, as long as it lives", () => {
  const outage = Array.from({ length: 400 }, () => refused);
  const { mark, now } = deliver(outage);
  expect(mark).toMatchObject({ state: "waiting", part: 0 });
  expect(now - START).toBeGreaterThan(HOUR_MS);
  expect((mark?.notBefore ?? 0) - now).toBeLessThanOrEqual(20_000);
  expect(deliver([...outage, sent, sent, sent])).toMatchObject({ seen: [0, 1, 2], mark: { state: "sent" } });
  const tooLong = deliver(Array.from({ length: 5000 }, () => refused));
  expect(tooLong.mark).toMatchObject({ state: "dead", until: edition.since });
  expect(tooLong.now).toBeGreaterThan(edition.expiresAt);
});

test("a line that was down uses up no more than some of the attempts that may be unclear", () => {
  const { mark } = deliver([...Array.from({ length: 50 }, () => refused), unclear, unclear, sent, sent, sent]);
  expect(mark).toMatchObject({ state: "sent", until: edition.until });
});

test("an edition that was told in part and then given up is told again from its first part", () => {
  const { seen, mark } = deliver([sent, ...Array.from({ length: 100 }, () => unclear)]);
  expect(seen[0]).toBe(0);
  expect(mark).toMatchObject({ state: "dead", until: edition.since });
  const next: Edition = {
    ...edition,
    id: "e2",
    slotAt: START + 12 * HOUR_MS,
    since: mark?.until ?? 0,
    expiresAt: START + 15 * HOUR_MS,
  };
  expect(begin(mark, next, { chatId: 7, threadId: 0 }, next.slotAt)).toMatchObject({
    editionId: "e2",
    part: 0,
    attempts: 1,
    messageIds: [],
  });
});
