import { GrammyError, HttpError } from "grammy";
import type { ParkReason, SendResult } from "../outbox/delivery.ts";

/** What Telegram answered to a refused call. Source of the words: https://github.com/tdlib/telegram-bot-api, https://github.com/tdlib/td */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly migrateToChatId?: number | undefined;
}

/** 403 and those 400s that are about the chat; what else is refused is about our own text. */
const PARKED: readonly (readonly [code: number, description: RegExp, reason: ParkReason])[] = [
  [403, /blocked by the user|can't initiate conversation/, "blocked"],
  [403, /user is deactivated/, "deactivated"],
  [403, /kicked|not a member|was deleted/, "kicked"],
  [403, /./, "no-rights"],
  [
    400,
    /not enough rights|need administrator rights|have no write access|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|CHAT_ADMIN_REQUIRED/,
    "no-rights",
  ],
  [400, /message thread not found|TOPIC_CLOSED|TOPIC_DELETED/, "topic-closed"],
  [
    400,
    /chat not found|private chat not found|PEER_ID_INVALID|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED|group is deactivated/i,
    "not-found",
  ],
];

/** The reaction to a refusal; see the table in the test of this file. */
export function resultOfRefusal(refusal: Refusal): SendResult {
  const { code, description } = refusal;
  if (code === 429) return { kind: "wait", scope: "bot", retryAfterMs: (refusal.retryAfterSeconds ?? 5) * 1000 };
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

/** Connections that were never made: nothing was sent. Everything else may have been. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** The result of a call that threw, whatever it threw. */
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
  const cause =
    error instanceof HttpError
      ? (error.error as { code?: string; message?: string })
      : (error as { code?: string; message?: string });
  const why = String(cause.code ?? (error instanceof HttpError ? "no answer" : cause.message));
  return { kind: NEVER_SENT.has(why) ? "unsent" : "maybe", why };
}
