import type { Context } from "grammy";
import type { Recipient, Subscription } from "../digest/subscription.ts";
import type { Translate } from "../lib/messages.ts";
import type { Button, Clock, DigestDesk, Logger, NewsDesk, SourceDesk, Translations } from "../ports.ts";
import { keyboardRows } from "./sender.ts";

/** What the bot works with. */
export interface BotDeps {
  readonly token: string;
  readonly apiRoot?: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly news: NewsDesk;
  readonly digests: DigestDesk;
  readonly sources: SourceDesk;
  readonly translations: Translations;
  readonly adminIds: ReadonlySet<number>;
  readonly access: "open" | "listed";
}

/** What each update brings along, besides what grammY gives. */
export interface Extras {
  readonly recipient: Recipient;
  readonly t: Translate;
  readonly locale: string;
  readonly isOperator: boolean;
  /** What this chat chose; read anew each time. */
  chosen(): Promise<Subscription>;
  /** Work that goes on after the update was handled; a stop waits for it. */
  background(work: () => Promise<void>): void;
}

export type BotContext = Context & Extras;

const LOCALES = ["ar", "en"];

/** The language of a person, as far as Telegram tells; undefined for one that is not among ours. */
export function localeOf(ctx: Context): string | undefined {
  const code = ctx.from?.language_code?.split("-")[0];
  return ctx.chat?.type === "private" && code !== undefined && LOCALES.includes(code) ? code : undefined;
}

/** The chat and topic that an update belongs to. The topic «General» has no id of its own. */
export function recipientOf(ctx: Context): Recipient {
  const message = ctx.msg;
  const threadId = message?.is_topic_message === true ? (message.message_thread_id ?? 0) : 0;
  return { chatId: ctx.chat?.id ?? ctx.from?.id ?? 0, threadId };
}

function optionsFor(ctx: BotContext, rows: readonly (readonly Button[])[] | undefined) {
  return {
    link_preview_options: { is_disabled: true },
    ...(ctx.recipient.threadId === 0 ? {} : { message_thread_id: ctx.recipient.threadId }),
    ...(rows === undefined ? {} : { reply_markup: { inline_keyboard: keyboardRows(rows, ctx.locale) } }),
  };
}

/** Answers with plain text, in the topic that was asked in. */
export function say(ctx: BotContext, text: string, rows?: readonly (readonly Button[])[]) {
  return ctx.api.sendMessage(ctx.recipient.chatId, text, optionsFor(ctx, rows));
}

/** Answers with finished messages of classic HTML, one after the other; buttons under the last. */
export async function sayHtml(
  ctx: BotContext,
  messages: readonly string[],
  rows?: readonly (readonly Button[])[],
): Promise<void> {
  for (const [index, html] of messages.entries())
    await ctx.api.sendMessage(ctx.recipient.chatId, html, {
      parse_mode: "HTML",
      ...optionsFor(ctx, index === messages.length - 1 ? rows : undefined),
    });
}

/** Changes the message whose button was pressed. A press that changes nothing is no fault. */
export async function rewrite(
  ctx: BotContext,
  text: string,
  rows: readonly (readonly Button[])[] = [],
  locale = ctx.locale,
): Promise<void> {
  const done = ctx.editMessageText(text, { reply_markup: { inline_keyboard: keyboardRows(rows, locale) } });
  await done.catch((error: { description?: string }) => {
    if (!/not modified|can't be edited|to edit not found/.test(error.description ?? "")) throw error;
  });
}
