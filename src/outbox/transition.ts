import type { Edition } from "../digest/edition.ts";
import type { Recipient } from "../digest/subscription.ts";
import { backoffMs } from "../lib/retry.ts";
import { HOUR_MS, MINUTE_MS, SECOND_MS } from "../lib/time.ts";
import type { Mark, SendResult } from "./delivery.ts";

/**
 * After so many attempts at one part, a quarter of an hour without a clear answer, a chat's edition is given up;
 * its news come with the next one.
 */
export const MAX_ATTEMPTS = 10;
/** Attempts that never reached Telegram repeat nothing: they go on as long as the edition lives, and soon after the line is back. */
const UNSENT_ATTEMPTS = 4;
const FIRST_RETRY_MS = 2 * SECOND_MS;
const LONGEST_RETRY_MS = 10 * MINUTE_MS;
/** Added to what Telegram asks for, so that chats do not come back all at once. */
const JITTER_MS = SECOND_MS;

/** A parked chat is tried once a day: less, because a digest may be three hours late, and a day an hour shorter than others. */
const PARKED_MS = 20 * HOUR_MS;

/** What has to be done besides writing the mark. */
export type Effect =
  | { readonly kind: "next" } // the next part, now
  | { readonly kind: "done" } // all parts were sent
  | { readonly kind: "retry" } // the same part again, not before `mark.notBefore`
  | { readonly kind: "block"; readonly until: number } // nobody is written to before this
  | { readonly kind: "moved"; readonly chatId: number } // the same part, at the chat's new id
  | { readonly kind: "parked" } // nothing more until the chat welcomes us again
  | { readonly kind: "rejected"; readonly description: string } // once as plain text; then the edition stops
  | { readonly kind: "dead" } // too many attempts, or too late
  | { readonly kind: "fatal"; readonly description: string }; // the bot role stops; the part stays to be sent

/**
 * Whether nothing is left to be done for this edition and chat. A mark of a later edition is final for the earlier one; a chat that
 * was parked for a day may be tried.
 */
export function isFinal(mark: Mark, edition: Pick<Edition, "id" | "slotAt">, now: number): boolean {
  if (mark.parkReason !== null && (mark.editionId === edition.id || !mayTryAgain(mark, now))) return true;
  if (mark.editionId !== edition.id) return mark.slotAt > edition.slotAt && !isOfAnotherTime(mark, now);
  return mark.state === "sent" || mark.state === "dead" || mark.state === "parked";
}

/** Whether the clock was wrong when the mark was made: its slot is still to come. Such a slot is no reason to keep a digest back. */
export function isOfAnotherTime(mark: Mark, now: number): boolean {
  return mark.slotAt > now + MINUTE_MS;
}

/** From where on news are new for a chat: an edition that never came to its end told nothing. */
export function newsSince(mark: Mark): number {
  const isOpen = mark.state === "sending" || mark.state === "waiting";
  return isOpen ? Math.min(mark.since, mark.until) : mark.until;
}

/** The mark of a chat that was never written to: its first digest is still to come, and tells what came after `since`. */
export function firstMark({ chatId, threadId }: Recipient, since: number): Mark {
  return {
    chatId,
    threadId,
    editionId: "",
    slotAt: 0,
    since,
    until: since,
    part: 0,
    state: "sent",
    attempts: 0,
    notBefore: 0,
    messageIds: [],
    parkReason: null,
    parkedAt: null,
  };
}

/**
 * The mark to write before the next attempt at sending. A chat that begins an edition starts at its first part; one that was cut
 * short in the middle of an attempt tries the same part again. After the edition's time is over the mark is dead instead.
 */
export function begin(mark: Mark | undefined, edition: Edition, recipient: Recipient, now: number): Mark {
  const resumed = mark?.editionId === edition.id ? mark : undefined;
  const begun: Mark = {
    chatId: recipient.chatId,
    threadId: recipient.threadId,
    editionId: edition.id,
    slotAt: edition.slotAt,
    since: edition.since,
    until: edition.until,
    part: resumed?.part ?? 0,
    state: "sending",
    attempts: (resumed?.attempts ?? 0) + 1,
    notBefore: 0,
    messageIds: resumed?.messageIds ?? [],
    parkReason: null,
    parkedAt: null,
  };
  return now > edition.expiresAt ? givenUp(begun, edition) : begun;
}

/**
 * The edition ends for this chat although parts of it were not sent: all of its news stay new. Those of the parts that were sent
 * come again with the next edition, because a repeated story is better than a lost one.
 */
function givenUp(mark: Mark, edition: Edition): Mark {
  return { ...mark, state: "dead", until: Math.min(mark.until, edition.since) };
}

/**
 * What an answer means for the chat's mark, and what has to be done. `random` in [0, 1) is the jitter.
 *
 * Every answer has its row; see the table in the test of this file. Source of the answers:
 * https://core.telegram.org/bots/api#making-requests and https://github.com/tdlib/telegram-bot-api
 */
export function afterSend(
  mark: Mark,
  result: SendResult,
  edition: Edition,
  now: number,
  random: number,
): { readonly mark: Mark; readonly effect: Effect } {
  switch (result.kind) {
    case "sent": {
      const messageIds = [...mark.messageIds, result.messageId];
      const part = mark.part + 1;
      if (part >= edition.messages.length)
        return { mark: { ...mark, part, messageIds, state: "sent" }, effect: { kind: "done" } };
      return { mark: { ...mark, part, messageIds, state: "waiting", attempts: 0 }, effect: { kind: "next" } };
    }
    case "wait": {
      const until = now + result.retryAfterMs + Math.floor(random * JITTER_MS);
      const waiting: Mark = { ...mark, state: "waiting", attempts: mark.attempts - 1, notBefore: until };
      return { mark: waiting, effect: result.scope === "bot" ? { kind: "block", until } : { kind: "retry" } };
    }
    case "moved":
      return {
        mark: { ...mark, chatId: result.chatId, state: "waiting", attempts: mark.attempts - 1 },
        effect: { kind: "moved", chatId: result.chatId },
      };
    case "parked":
      return {
        mark: { ...givenUp(mark, edition), state: "parked", parkReason: result.reason, parkedAt: now },
        effect: { kind: "parked" },
      };
    case "rejected":
      return { mark: { ...mark, state: "dead" }, effect: { kind: "rejected", description: result.description } };
    case "fatal":
      return {
        mark: { ...mark, state: "waiting", attempts: mark.attempts - 1 },
        effect: { kind: "fatal", description: result.description },
      };
    case "unsent":
    case "maybe": {
      if (result.kind === "maybe" && mark.attempts >= MAX_ATTEMPTS)
        return { mark: givenUp(mark, edition), effect: { kind: "dead" } };
      const attempts = result.kind === "unsent" ? Math.min(mark.attempts, UNSENT_ATTEMPTS) : mark.attempts;
      const notBefore = now + backoffMs(attempts, FIRST_RETRY_MS, LONGEST_RETRY_MS, random);
      return { mark: { ...mark, state: "waiting", attempts, notBefore }, effect: { kind: "retry" } };
    }
  }
}

/**
 * A parked chat is tried again, carefully, once a day: one attempt, with the digest that is due. One that was parked in time to come
 * was parked by a wrong clock: it would wait for longer than a day.
 */
export function mayTryAgain({ parkReason, parkedAt }: Mark, now: number): boolean {
  return parkReason !== null && parkedAt !== null && (now - parkedAt >= PARKED_MS || parkedAt > now);
}
