import { readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { InlineResult } from "../../src/demo/bot-state.ts";
import type { BotApi } from "../../src/demo/control.ts";
import type { SayOptions } from "../../src/demo/people.ts";
import type { Message } from "../../src/demo/telegram-types.ts";
import { createTranslate } from "../../src/lib/messages.ts";
import type { Logger, Translations } from "../../src/ports.ts";
import { createBot } from "../../src/telegram/bot.ts";
import type { BotDeps } from "../../src/telegram/context.ts";
import { startApi, TOKEN } from "../demo/client.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { createFakeDigestDesk, createFakeNewsDesk, createFakeSourceDesk } from "../fakes/desks.ts";
import { createFakeStoryDesk, type FakeStoryDesk } from "../fakes/story-desk.ts";

/** 17:00 UTC, 20:00 in Riyadh, on a Monday. */
export const NOW = Date.UTC(2026, 10, 23, 17);
export const READER = 501;
export const OPERATOR = 502;
export const MEMBER = 503;
export const GROUP = -600;
export const FORUM = -1_000_000_000_601;
export const TOPIC = 7;
export const CHANNEL = -1_000_000_000_602;
/** For `vi.waitFor`, whose own second is short on a busy machine. */
export const PATIENCE = { timeout: 30_000, interval: 2 };

const LOCALES = join(import.meta.dirname, "../../locales");

/** The real texts of a language. */
export const texts = (locale: string) => createTranslate(locale, readFileSync(join(LOCALES, `${locale}.ftl`), "utf8"));
const translated = new Map(["ar", "en"].map((locale) => [locale, texts(locale)]));
export const translations: Translations = (locale) => translated.get(locale) ?? texts("ar");
export const ar = translations("ar");
export const en = translations("en");

/** A log that is kept. */
export interface KeptLog extends Logger {
  readonly lines: string[];
}

export function keptLog(): KeptLog {
  const lines: string[] = [];
  const keep = (level: string) => (fields: object, message: string) => {
    const shown = JSON.stringify(fields, (_, value) =>
      value instanceof Error ? { ...value, message: value.message, stack: value.stack, cause: value.cause } : value,
    );
    lines.push(`${level} ${message} ${shown}`);
  };
  return { lines, debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
}

/** A bot at work against the stand-in. */
export interface Bed {
  readonly api: BotApi;
  readonly clock: FakeClock;
  readonly log: KeptLog;
  readonly news: ReturnType<typeof createFakeNewsDesk>;
  readonly digests: ReturnType<typeof createFakeDigestDesk>;
  readonly sources: ReturnType<typeof createFakeSourceDesk>;
  readonly stories: FakeStoryDesk;
  /** Resolves or rejects as `run` does. */
  readonly running: Promise<void>;
  /** A person writes in private, or in `chatId`; resolves with what the bot sent for it. */
  say(text: string, where?: { chatId?: number; userId?: number } & SayOptions): Promise<string[]>;
  /** A person presses the button with this text on the newest message that has it; resolves with the toast. */
  press(button: string, where?: { chatId?: number; userId?: number }): Promise<string>;
  /** A person types after the bot's name in any chat; resolves with what is offered. */
  type(query: string, userId?: number): Promise<readonly InlineResult[]>;
  /** A press whose data no button has. */
  forge(data: string, where?: { chatId?: number; userId?: number }): Promise<string>;
  /** Resolves when every update is handled and confirmed. */
  settled(): Promise<void>;
  /** The newest message of the bot in a chat, as it is now. */
  last(chatId?: number): Message;
  /** Aborts and waits. */
  stop(): Promise<void>;
}

/** Starts a stand-in with a reader, an operator, a group, a forum and a channel, and a bot that polls it. */
export async function startBed(change: Partial<BotDeps> & { before?: (api: BotApi) => void } = {}): Promise<Bed> {
  const { before, ...deps } = change;
  const clock = createFakeClock(NOW);
  const api = await startApi({ clock });
  furnish(api);
  before?.(api);
  const log = keptLog();
  const news = createFakeNewsDesk();
  const digests = createFakeDigestDesk(clock);
  const sources = createFakeSourceDesk();
  const stories = createFakeStoryDesk();
  const bot = createBot({
    token: TOKEN,
    apiRoot: api.url,
    clock,
    logger: log,
    news,
    digests,
    sources,
    stories,
    translations,
    adminIds: new Set([OPERATOR]),
    access: "open",
    ...deps,
  });
  const abort = new AbortController();
  const running = bot.run(abort.signal);
  running.catch(() => undefined);
  const stop = async () => {
    abort.abort();
    await running.catch(() => undefined);
  };
  onTestFinished(stop);

  const settled = () => vi.waitFor(() => expectNone(api.state.updates.count()), PATIENCE);

  async function answered(queryId: string): Promise<string> {
    await settled();
    const answer = api.state.queries.get(queryId)?.answer;
    if (answer === undefined) throw new Error("the press was not answered");
    return answer.text;
  }

  return {
    api,
    clock,
    log,
    news,
    digests,
    sources,
    stories,
    running,
    settled,
    stop,
    async say(text, { chatId, userId = READER, ...options } = {}) {
      await settled();
      const count = api.delivered().length;
      api.people.say(chatId ?? userId, userId, text, options);
      await settled();
      return api
        .delivered()
        .slice(count)
        .map((delivery) => delivery.text);
    },
    async press(button, { chatId, userId = READER } = {}) {
      const place = chatId ?? userId;
      const found = api
        .messages(place)
        .toReversed()
        .flatMap((message) => (message.reply_markup?.inline_keyboard ?? []).flat().map((entry) => ({ message, entry })))
        .find(({ entry }) => entry.text === button);
      if (found === undefined) throw new Error(`there is no button ${button}`);
      return answered(api.people.press(place, userId, found.message.message_id, String(found.entry.callback_data)));
    },
    async type(query, userId = READER) {
      const id = api.people.type(userId, query);
      await settled();
      const answer = api.state.inlineQueries.get(id)?.answer;
      if (answer === undefined) throw new Error("the inline query was not answered");
      return answer;
    },
    async forge(data, { chatId, userId = READER } = {}) {
      const place = chatId ?? userId;
      const message = api.messages(place).at(-1);
      if (message === undefined) throw new Error("there is no message to press on");
      const id = api.state.nextQueryId();
      const { state } = api;
      const query = { id, userId, chatId: place, messageId: message.message_id, data, pressedAt: clock.now() };
      state.queries.set(id, { ...query, answer: undefined });
      state.updates.push("callback_query", { id, from: state.chats.person(userId), message, chat_instance: "1", data });
      return answered(id);
    },
    last(chatId = READER) {
      const own = api.messages(chatId).filter((message) => message.from?.is_bot || message.sender_chat !== undefined);
      const message = own.at(-1);
      if (message === undefined) throw new Error("the bot has said nothing");
      return message;
    },
  };
}

function expectNone(count: number): void {
  if (count > 0) throw new Error(`${count} updates are not handled`);
}

function furnish({ people }: BotApi): void {
  for (const id of [READER, OPERATOR]) people.openChat(id, "private");
  people.openChat(GROUP, "group", { title: "أهل الحي", botStatus: "administrator" });
  people.openChat(FORUM, "supergroup", { title: "منتدى", botStatus: "administrator", isForum: true });
  people.createTopic(FORUM, { id: TOPIC, name: "أخبار" });
  people.openChat(CHANNEL, "channel", { title: "قناة" });
  for (const id of [GROUP, FORUM]) {
    people.setMember(id, READER, "creator");
    people.setMember(id, MEMBER, "member");
  }
  people.setMember(CHANNEL, READER, "creator");
}

/** The texts of the buttons under a message, row by row, as Telegram lays them out from the left. */
export function buttonsOf(message: Message): string[][] {
  return (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map((button) => button.text));
}
