import { Api } from "grammy/web";
import { plainText } from "../lib/html.ts";
import type { Logger, MessageSender, OutgoingMessage } from "../ports.ts";
import { resultOfError } from "./answers.ts";
import { keyboardRows } from "./keyboard.ts";
import { line } from "./line.ts";

/** grammY's own limit is 500 s: a digest would hold its lane for that long. */
const TIMEOUT_SECONDS = 30;
/** A group may get 20 messages a minute (https://core.telegram.org/bots/faq); from here on a 429 is taken to be about that. */
const GROUP_MESSAGES = 15;
const GROUP_WINDOW_MS = 60_000;
const MOST_GROUPS = 10_000;

/** Whose token, which server, and how messages are paid and laid out. */
export interface SenderOptions {
  readonly token: string;
  /** Telegram's own without it. */
  readonly apiRoot?: string;
  readonly logger: Logger;
  /** Messages beyond the free rate are paid for. */
  readonly paidBroadcast: boolean;
  /** Default true: rows of buttons are turned, so that they read from the right. */
  readonly buttonsRightToLeft?: boolean;
}

/**
 * Sends finished messages over an `Api` of its own: 30 s of patience and no retries, because only the outbox knows what may be sent
 * again. Neither errors nor logs hold the token.
 *
 * A 429 does not say whose limit it is. It is one chat's (`scope: "chat"`) for a group or channel that got fifteen messages or
 * more within the last minute, else the bot's: then everything waits, as Telegram asks.
 */
export function createSender(options: SenderOptions): MessageSender {
  const { logger, paidBroadcast, buttonsRightToLeft = true } = options;
  const api = new Api(options.token, {
    ...line,
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }),
  });
  const groups = new Map<number, number[]>();

  /** When this group got its messages of the last minute. Private chats have positive ids and no such limit. */
  function recent(chatId: number, now: number): number[] {
    const times = (groups.get(chatId) ?? []).filter((at) => now - at < GROUP_WINDOW_MS);
    if (times.length === 0) groups.delete(chatId);
    return times;
  }

  function remember(chatId: number, now: number): void {
    if (chatId > 0) return;
    if (groups.size >= MOST_GROUPS) groups.delete(groups.keys().next().value as number);
    groups.set(chatId, [...recent(chatId, now), now]);
  }

  function optionsOf(message: OutgoingMessage) {
    const { threadId, buttons, previewUrl } = message;
    return {
      ...(message.plain ? {} : { parse_mode: "HTML" as const }),
      ...(threadId === 0 ? {} : { message_thread_id: threadId }),
      ...(message.silent ? { disable_notification: true } : {}),
      ...(paidBroadcast ? { allow_paid_broadcast: true } : {}),
      ...(buttons === undefined ? {} : { reply_markup: keyboardRows(buttons, buttonsRightToLeft) }),
      link_preview_options:
        previewUrl === undefined ? { is_disabled: true } : { url: previewUrl, show_above_text: true },
    };
  }

  return {
    async send(message, signal) {
      const { chatId } = message;
      const text = message.plain ? plainText(message.html) : message.html;
      try {
        const sent = await api.sendMessage(chatId, text, optionsOf(message), signal as never);
        remember(chatId, performance.now());
        return { kind: "sent", messageId: sent.message_id };
      } catch (error) {
        const result = resultOfError(error);
        logger.debug({ chatId, result }, "a message was not sent");
        if (result.kind !== "wait" || recent(chatId, performance.now()).length < GROUP_MESSAGES) return result;
        return { ...result, scope: "chat" };
      }
    },
  };
}
