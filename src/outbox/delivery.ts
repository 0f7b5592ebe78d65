import type { Recipient } from "../digest/subscription.ts";

/** Why a chat gets nothing until it is welcome again. The words are part of the store. */
export type ParkReason =
  | "blocked" // the person blocked the bot, or never wrote to it
  | "deactivated"
  | "kicked" // or the bot is no member any more
  | "no-rights" // may not write there
  | "topic-closed" // or the topic is gone
  | "not-found";

/** What became of one attempt to send one message. */
export type SendResult =
  | { readonly kind: "sent"; readonly messageId: number }
  | { readonly kind: "wait"; readonly scope: "bot" | "chat"; readonly retryAfterMs: number } // 429
  | { readonly kind: "moved"; readonly chatId: number } // the group became a supergroup
  | { readonly kind: "parked"; readonly reason: ParkReason }
  | { readonly kind: "rejected"; readonly description: string } // our text is wrong: a bug; parks nobody
  | { readonly kind: "unsent"; readonly why: string } // never reached Telegram: sent again, not ambiguous
  | { readonly kind: "maybe"; readonly why: string } // no clear answer (reset, timeout, 5xx): sent again, counted
  | { readonly kind: "fatal"; readonly description: string }; // 401, 404: the token is no good any more

/** What planner and sender know of a chat; nobody else writes it. One value, so one write changes it whole. */
export interface Mark extends Recipient {
  /** The last edition that was begun for this chat; `""` before the first. */
  readonly editionId: string;
  readonly slotAt: number;
  /** The edition tells what came after this; what counts as long as the edition is not at an end. */
  readonly since: number;
  /** News up to here were told, or left out by choice. */
  readonly until: number;
  /** Which message of the edition comes next, or is being sent. */
  readonly part: number;
  readonly state: "sending" | "waiting" | "sent" | "dead" | "parked";
  readonly attempts: number;
  /** Not before this instant is the part tried again. */
  readonly notBefore: number;
  /** Of this edition, in order. */
  readonly messageIds: readonly number[];
  readonly parkReason: ParkReason | null;
  /** When it was parked, for the daily careful try. */
  readonly parkedAt: number | null;
}
