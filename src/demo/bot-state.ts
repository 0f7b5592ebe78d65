import type { Clock } from "../ports.ts";
import { Chats } from "./chats.ts";
import type { MessageEntity, SentFile, User } from "./telegram-types.ts";
import { UpdateQueue } from "./updates.ts";

/** A button press that waits for its answer. */
export interface CallbackQuery {
  readonly id: string;
  readonly userId: number;
  readonly chatId: number;
  readonly messageId: number;
  readonly data: string;
  readonly pressedAt: number;
  answer: CallbackAnswer | undefined;
}

/** What the bot answered to a button press. */
export interface CallbackAnswer {
  readonly text: string;
  readonly alert: boolean;
  readonly url: string;
}

/** An article that the bot offers, and the message that choosing it sends. */
export interface InlineResult {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Words that somebody typed after the bot's name in any chat. */
export interface InlineQuery {
  readonly id: string;
  readonly userId: number;
  readonly query: string;
  readonly askedAt: number;
  answer: readonly InlineResult[] | undefined;
}

/** A command of the bot's menu. */
export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** What changed, for a page that watches. */
export type Change =
  | { readonly kind: "message" | "edited" | "deleted"; readonly chatId: number; readonly messageId: number }
  | { readonly kind: "answer"; readonly chatId: number; readonly userId: number; readonly answer: CallbackAnswer }
  | { readonly kind: "typing"; readonly chatId: number }
  | { readonly kind: "chats" | "commands" };

/** All that the stand-in remembers: chats, updates, presses, files, the bot's own card. */
export class BotState {
  readonly clock: Clock;
  readonly bot: User;
  readonly chats: Chats;
  readonly updates: UpdateQueue;
  /** Messages and deliveries kept per chat, the newest. */
  readonly keepMessages: number;
  readonly queries = new Map<string, CallbackQuery>();
  readonly inlineQueries = new Map<string, InlineQuery>();
  readonly files = new Map<string, { readonly file: SentFile; readonly bytes: Uint8Array }>();
  /** Commands by scope and language, as `scope|language`. */
  readonly commands = new Map<string, readonly BotCommand[]>();
  /** Names and descriptions by field and language, as `field|language`. */
  readonly profile = new Map<string, string>();
  readonly watchers = new Set<(change: Change) => void>();
  sentCount = 0;
  private lastQuery = 0;

  constructor(clock: Clock, bot: User, options: { keepMessages: number; acceptUnknown: boolean }) {
    this.clock = clock;
    this.bot = bot;
    this.chats = new Chats(bot, options.acceptUnknown);
    this.updates = new UpdateQueue(clock);
    this.keepMessages = options.keepMessages;
  }

  /** The next id of a button press or an inline query. */
  nextQueryId(): string {
    return `${this.bot.id}${String(++this.lastQuery).padStart(8, "0")}`;
  }

  tell(change: Change): void {
    for (const watch of this.watchers) watch(change);
  }

  /** The clock in seconds, as Telegram dates messages. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }
}
