import { GrammyError } from "grammy/web";
import { describe, expect, test } from "vitest";
import type { ParkReason, SendResult } from "../../src/outbox/delivery.ts";
import { type Refusal, resultOfError, resultOfRefusal } from "../../src/telegram/answers.ts";

const parked = (reason: ParkReason): SendResult => ({ kind: "parked", reason });
const forbidden = (description: string, reason: ParkReason) => ({
  refusal: { code: 403, description: `Forbidden: ${description}` },
  result: parked(reason),
});
const badChat = (description: string, reason: ParkReason) => ({
  refusal: { code: 400, description: `Bad Request: ${description}` },
  result: parked(reason),
});
const rejected = (description: string) => {
  const whole = `Bad Request: ${description}`;
  return { refusal: { code: 400, description: whole }, result: { kind: "rejected", description: whole } as SendResult };
};
const maybe = (code: number, description: string) => ({
  refusal: { code, description },
  result: { kind: "maybe", why: description } as SendResult,
});
const fatal = (code: number, description: string) => ({
  refusal: { code, description },
  result: { kind: "fatal", description } as SendResult,
});

/** Source of the words: https://github.com/tdlib/telegram-bot-api, https://github.com/tdlib/td */
const REFUSALS: readonly { readonly refusal: Refusal; readonly result: SendResult }[] = [
  // our own text
  rejected('can\'t parse entities: Unsupported start tag "p" at byte offset 0'),
  rejected("message is too long"),
  rejected("text is too long"),
  rejected("message caption is too long"),
  rejected("message text is empty"),
  rejected("text must be non-empty"),
  rejected("chat_id is empty"),
  rejected("BUTTON_DATA_INVALID"),
  rejected("reply markup is too long"),
  rejected("message to be replied not found"),
  rejected("something that nobody has seen yet"),
  // the chat
  forbidden("bot was blocked by the user", "blocked"),
  forbidden("bot can't initiate conversation with a user", "blocked"),
  forbidden("user is deactivated", "deactivated"),
  forbidden("the group chat was deleted", "kicked"),
  forbidden("bot was kicked from the group chat", "kicked"),
  forbidden("bot was kicked from the supergroup chat", "kicked"),
  forbidden("bot was kicked from the channel chat", "kicked"),
  forbidden("bot is not a member of the group chat", "kicked"),
  forbidden("bot is not a member of the supergroup chat", "kicked"),
  forbidden("bot is not a member of the channel chat", "kicked"),
  forbidden("something that nobody has seen yet", "no-rights"),
  badChat("chat not found", "not-found"),
  badChat("private chat not found", "not-found"),
  badChat("PEER_ID_INVALID", "not-found"),
  badChat("not enough rights to send text messages to the chat", "no-rights"),
  badChat("not enough rights to send photos to the chat", "no-rights"),
  badChat("not enough rights to send the rich message to the chat", "no-rights"),
  badChat("need administrator rights in the channel chat", "no-rights"),
  badChat("have no write access to the chat", "no-rights"),
  badChat("CHAT_WRITE_FORBIDDEN", "no-rights"),
  badChat("message thread not found", "topic-closed"),
  badChat("TOPIC_CLOSED", "topic-closed"),
  {
    refusal: {
      code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      migrateToChatId: -1_001_234_567_890,
    },
    result: { kind: "moved", chatId: -1_001_234_567_890 },
  },
  badChat("group chat was upgraded to a supergroup chat", "not-found"),
  // the bot
  fatal(401, "Unauthorized"),
  fatal(404, "Not Found"),
  fatal(404, "Not Found: method not found"),
  {
    refusal: { code: 429, description: "Too Many Requests: retry after 17", retryAfterSeconds: 17 },
    result: { kind: "wait", scope: "bot", retryAfterMs: 17_000 },
  },
  {
    refusal: { code: 429, description: "Too Many Requests" },
    result: { kind: "wait", scope: "bot", retryAfterMs: expect.any(Number) as unknown as number },
  },
  // Telegram itself
  maybe(500, "Internal Server Error: restart"),
  maybe(502, "Bad Gateway"),
  maybe(504, "Gateway Timeout"),
  {
    refusal: {
      code: 500,
      description: "Internal Server Error: sent message was immediately deleted and can't be returned",
    },
    result: { kind: "sent", messageId: 0 },
  },
];

describe("a refusal", () => {
  test.each(REFUSALS)("$refusal.code $refusal.description is $result.kind $result.reason", ({ refusal, result }) => {
    expect(resultOfRefusal(refusal)).toEqual(result);
    const { code, description, retryAfterSeconds, migrateToChatId } = refusal;
    const parameters = {
      ...(retryAfterSeconds === undefined ? {} : { retry_after: retryAfterSeconds }),
      ...(migrateToChatId === undefined ? {} : { migrate_to_chat_id: migrateToChatId }),
    };
    const answer = { ok: false as const, error_code: code, description, parameters };
    expect(resultOfError(new GrammyError("refused", answer, "sendMessage", {}))).toEqual(result);
  });

  test("a 429 without a time waits some seconds, not for ever and not not at all", () => {
    const result = resultOfRefusal({ code: 429, description: "Too Many Requests" });
    expect(result).toMatchObject({ kind: "wait" });
    const { retryAfterMs } = result as { retryAfterMs: number };
    expect(retryAfterMs).toBeGreaterThanOrEqual(1000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });
});
