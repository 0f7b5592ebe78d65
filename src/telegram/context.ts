import type { Context } from "grammy/web";
import type { DigestDesk, NewsDesk, SourceDesk, StoryDesk } from "../desks.ts";
import { numberText } from "../digest/age.ts";
import type { Recipient, Subscription } from "../digest/subscription.ts";
import type { Translate } from "../lib/messages.ts";
import { SECOND_MS } from "../lib/time.ts";
import type { Clock, Logger, Translations } from "../ports.ts";

/** What the bot works with. */
export interface BotDeps {
  readonly token: string;
  /** Telegram's own without it. */
  readonly apiRoot?: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly news: NewsDesk;
  readonly digests: DigestDesk;
  readonly sources: SourceDesk;
  readonly stories: StoryDesk;
  readonly translations: Translations;
  readonly adminIds: ReadonlySet<number>;
  /** `listed`: only operators may subscribe, and the groups and channels that one of them allowed. */
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
  /** Work that goes on after the update was handled. A stop aborts its signal and waits for it. */
  background(work: (signal: AbortSignal) => Promise<void>): void;
}

/** An update with what our features need to answer it. */
export type BotContext = Context & Extras;

/** The languages of `locales/`. */
export const LOCALES = ["ar", "en"] as const;

/** The language of a person in private or in inline mode, as far as Telegram tells; undefined for one that is not among ours. */
export function localeOf(ctx: Context): string | undefined {
  const code = ctx.from?.language_code?.split("-")[0];
  return ctx.inlineQuery !== undefined || ctx.chat?.type === "private"
    ? LOCALES.find((locale) => locale === code)
    : undefined;
}

/**
 * The chat and topic that an update belongs to; in inline mode, which tells no chat, the person's own. The topic
 * «General» has no id of its own.
 */
export function recipientOf(ctx: Context): Recipient {
  const message = ctx.msg;
  const threadId = message?.is_topic_message === true ? (message.message_thread_id ?? 0) : 0;
  return { chatId: ctx.chat?.id ?? ctx.inlineQuery?.from.id ?? 0, threadId: threadId === 1 ? 0 : threadId };
}

/**
 * When a person wrote. The same message that is told twice has the same time; a press has none of its own. Telegram tells whole
 * seconds: the number of the update tells messages of one second apart.
 */
export function askedAt(ctx: Context, now: number): number {
  const seconds = ctx.callbackQuery === undefined ? ctx.msg?.date : undefined;
  if (seconds === undefined) return now;
  const at = seconds * SECOND_MS + (ctx.update.update_id % SECOND_MS);
  return at > now + SECOND_MS ? now : at;
}

/** The placeholders of a counted message: the number that chooses the plural form, and as the chat writes it. */
export function counted(count: number, wording: Pick<Subscription, "digits">): { count: number; number: string } {
  return { count, number: numberText(count, wording) };
}
