import { GrammyError } from "grammy/web";
import type { Button } from "../ports.ts";
import type { BotContext } from "./context.ts";
import { keyboardRows } from "./keyboard.ts";

const RLM = "\u200f";
const LRM = "\u200e";
const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** A text and the rows of buttons under it. */
export interface View {
  readonly text: string;
  /** The text is finished classic HTML. */
  readonly html?: true;
  readonly rows?: readonly (readonly Button[])[];
}

/** Whether this language is written from the right. */
function isRightToLeft(locale: string): boolean {
  return locale.startsWith("ar");
}

/**
 * Text whose every line has the direction of its language: clients lay a line out by its first letter, so one that begins with a
 * command or a foreign name gets a mark before it.
 */
export function directed(text: string, locale: string): string {
  const rightToLeft = isRightToLeft(locale);
  return text
    .split("\n")
    .map((line) => {
      const first = LETTER.exec(line)?.[0];
      if (first === undefined || RIGHT_TO_LEFT.test(first) === rightToLeft) return line;
      return (rightToLeft ? RLM : LRM) + line;
    })
    .join("\n");
}

function optionsFor(ctx: BotContext, rows: View["rows"]) {
  const { recipient, locale } = ctx;
  return {
    link_preview_options: { is_disabled: true },
    message_thread_id: recipient.threadId === 0 ? undefined : recipient.threadId,
    ...(rows === undefined ? {} : { reply_markup: keyboardRows(rows, isRightToLeft(locale)) }),
  };
}

/** Answers with plain text, in the topic that was asked in. */
export function say(ctx: BotContext, text: string, rows?: View["rows"]) {
  return ctx.api.sendMessage(ctx.recipient.chatId, directed(text, ctx.locale), optionsFor(ctx, rows));
}

/** Answers with finished messages of classic HTML, one after the other; `rows` stand under the last. */
export async function sayHtml(ctx: BotContext, messages: readonly string[], rows?: View["rows"]): Promise<void> {
  for (const [index, html] of messages.entries()) {
    const options = optionsFor(ctx, index === messages.length - 1 ? rows : undefined);
    await ctx.api.sendMessage(ctx.recipient.chatId, html, { parse_mode: "HTML", ...options });
  }
}

/** Puts finished messages in the place of one that was sent: the first by an edit, the others behind it. */
export async function replace(
  ctx: BotContext,
  messageId: number,
  messages: readonly string[],
  rows?: View["rows"],
): Promise<void> {
  const [first = "", ...others] = messages;
  const { message_thread_id: _, ...options } = optionsFor(ctx, rows);
  try {
    await ctx.api.editMessageText(ctx.recipient.chatId, messageId, first, { parse_mode: "HTML", ...options });
  } catch (error) {
    if (!isGone(error)) throw error;
    await ctx.api.sendMessage(ctx.recipient.chatId, first, { parse_mode: "HTML", ...optionsFor(ctx, rows) });
  }
  await sayHtml(ctx, others);
}

/** Changes the message whose button was pressed. `locale`: when the press has changed the language. */
export async function rewrite(ctx: BotContext, view: View, locale = ctx.locale): Promise<void> {
  await ctx
    .editMessageText(view.html ? view.text : directed(view.text, locale), {
      ...(view.html ? { parse_mode: "HTML" as const } : {}),
      link_preview_options: { is_disabled: true },
      reply_markup: keyboardRows(view.rows ?? [], isRightToLeft(locale)),
    })
    .catch((error: unknown) => {
      if (!isGone(error) && !isUnchanged(error)) throw error;
    });
}

/** A press that changes nothing is no fault. */
function isUnchanged(error: unknown): boolean {
  return error instanceof GrammyError && /not modified/.test(error.description);
}

/** Nor is it one that somebody deleted the message meanwhile. */
function isGone(error: unknown): boolean {
  return error instanceof GrammyError && /can't be edited|to edit not found/.test(error.description);
}
