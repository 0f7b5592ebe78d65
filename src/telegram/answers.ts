import { GrammyError, HttpError } from "grammy/web";
import type { ParkReason, SendResult } from "../outbox/delivery.ts";
import { lineFault } from "./fault.ts";

/**
 * What Telegram answered to a refused call. Source of the words:
 * https://github.com/tdlib/telegram-bot-api, https://github.com/tdlib/td
 */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly migrateToChatId?: number | undefined;
}

/** Telegram always says how long to wait; this is for a server in between that does not. */
const UNNAMED_WAIT_SECONDS = 5;

/** 403 and those 400s that are about the chat; what else is refused is about our own text. */
const PARKED: readonly (readonly [code: number, description: RegExp, reason: ParkReason])[] = [
  [403, /blocked by the user|can't initiate conversation|USER_IS_BLOCKED/, "blocked"],
  [403, /user is deactivated|INPUT_USER_DEACTIVATED/, "deactivated"],
  [403, /kicked|not a member|was deleted/, "kicked"],
  [403, /./, "no-rights"],
  [
    400,
    /not enough rights|need administrator rights|have no write access|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|CHAT_ADMIN_REQUIRED/,
    "no-rights",
  ],
  [400, /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/, "topic-closed"],
  [400, /USER_IS_BLOCKED/, "blocked"],
  [400, /INPUT_USER_DEACTIVATED/, "deactivated"],
  [400, /chat not found|PEER_ID_INVALID|group is deactivated|upgraded to a supergroup/i, "not-found"],
];

/** The reaction to a refusal. A 429 is the bot's: `createSender` knows when it is one chat's alone. */
export function resultOfRefusal(refusal: Refusal): SendResult {
  const { code, description } = refusal;
  if (code === 429) {
    const seconds = refusal.retryAfterSeconds ?? UNNAMED_WAIT_SECONDS;
    return { kind: "wait", scope: "bot", retryAfterMs: seconds * 1000 };
  }
  if (refusal.migrateToChatId !== undefined) return { kind: "moved", chatId: refusal.migrateToChatId };
  if (code === 401 || code === 404) return { kind: "fatal", description };
  if (code >= 500) {
    // The message was sent, and somebody deleted it: sent again it would come twice.
    if (/immediately deleted/.test(description)) return { kind: "sent", messageId: 0 };
    return { kind: "maybe", why: description };
  }
  const parked = PARKED.find(([parkCode, words]) => parkCode === code && words.test(description));
  return parked === undefined ? { kind: "rejected", description } : { kind: "parked", reason: parked[2] };
}

/** The result of a call that threw, whatever it threw. A connection that was made may have carried the message. */
export function resultOfError(error: unknown): SendResult {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    return resultOfRefusal({
      code,
      description,
      retryAfterSeconds: parameters.retry_after,
      migrateToChatId: parameters.migrate_to_chat_id,
    });
  }
  const { code, connected } = lineFault(error instanceof HttpError ? error.error : error);
  return { kind: connected ? "maybe" : "unsent", why: code };
}

/** Whether this is a fault of ours: anything but what Telegram or the line did, and a text of ours that Telegram refuses. */
export function isOurFault(error: unknown): boolean {
  const isTelegrams = error instanceof GrammyError || error instanceof HttpError;
  return !isTelegrams || resultOfError(error).kind === "rejected";
}
