import { Api } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { plainText } from "../lib/html.ts";
import type { Button, Logger, MessageSender } from "../ports.ts";
import { resultOfError } from "./answers.ts";

/** grammY's own limit is 500 s: a digest would hold its lane for that long. */
const TIMEOUT_SECONDS = 30;

/** Rows as Telegram lays them out, from the left: an Arabic row is turned, so that it reads from the right. */
export function keyboardRows(rows: readonly (readonly Button[])[], locale: string): InlineKeyboardButton[][] {
  return rows.map((row) => {
    const buttons = row.map(({ text, data }) => ({ text, callback_data: data }));
    return locale.startsWith("ar") ? buttons.reverse() : buttons;
  });
}

/**
 * Sends finished messages over an `Api` of its own: 30 s of patience and no retries, because only the outbox knows what may be sent
 * again. The token is in no error and no log.
 */
export function createSender(options: {
  token: string;
  apiRoot?: string;
  paidBroadcast: boolean;
  logger: Logger;
}): MessageSender {
  const api = new Api(options.token, {
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(options.apiRoot === undefined ? {} : { apiRoot: options.apiRoot }),
  });
  return {
    async send(message, signal) {
      try {
        const text = message.plain ? plainText(message.html) : message.html;
        const sent = await api.sendMessage(
          message.chatId,
          text,
          {
            ...(message.plain ? {} : { parse_mode: "HTML" as const }),
            ...(message.threadId === 0 ? {} : { message_thread_id: message.threadId }),
            ...(message.silent ? { disable_notification: true } : {}),
            ...(options.paidBroadcast ? { allow_paid_broadcast: true } : {}),
            ...(message.buttons === undefined
              ? {}
              : { reply_markup: { inline_keyboard: keyboardRows(message.buttons, "ar") } }),
            link_preview_options:
              message.previewUrl === undefined
                ? { is_disabled: true }
                : { url: message.previewUrl, show_above_text: true },
          },
          signal as never,
        );
        return { kind: "sent", messageId: sent.message_id };
      } catch (error) {
        const result = resultOfError(error);
        options.logger.debug({ chatId: message.chatId, result }, "a message was not sent");
        return result;
      }
    },
  };
}
