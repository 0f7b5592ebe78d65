import type { Clock, Logger } from "../ports.ts";
import type { Source } from "../source/source.ts";
import { startBotApi } from "./bot-api.ts";
import { createChatPage } from "./chat-page.ts";
import type { BotApi } from "./control.ts";
import { type NewsSite, startNewsSite } from "./news-site.ts";

const BOT_TOKEN = "700100200:demo-token-that-only-the-stand-in-knows";
const READER_ID = 1001;
const OPERATOR_ID = 1002;
const GROUP_ID = -2001;
const FORUM_ID = -1_001_000_002_003;
const CHANNEL_ID = -1_001_000_002_002;
const KEEP_MESSAGES = 500;

/** Where the demo listens, and by which clock it goes. */
export interface DemoOptions {
  readonly httpHost: string;
  /** Of the chat page and the Bot API; the sample outlets have the next two, or any free ones. 0: any. */
  readonly botApiPort: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A running demo: all that the program needs instead of Telegram and the web. */
export interface Demo {
  readonly botToken: string;
  readonly apiRoot: string;
  readonly pageUrl: string;
  readonly sources: readonly Source[];
  /** `host:port` of the sample outlets. */
  readonly allowPrivate: readonly string[];
  /** Who may run the bot, of the people on the page. */
  readonly operatorIds: readonly number[];
  /** What a newcomer reads in the terminal. */
  readonly greeting: string;
  readonly api: BotApi;
  close(): Promise<void>;
}

/** Starts the stand-in, its chat page and the sample outlets; when it resolves, a bot may connect. */
export async function startDemo({ httpHost, botApiPort, clock, logger }: DemoOptions): Promise<Demo> {
  const api = await startBotApi({
    token: BOT_TOKEN,
    port: botApiPort,
    host: httpHost,
    clock,
    keepMessages: KEEP_MESSAGES,
    serve: createChatPage(),
  });
  api.people.person(READER_ID, "سلمى (قارئة)");
  api.people.person(OPERATOR_ID, "فارس (مشغّل)");
  furnish(api);
  const site = await startOutlets(api, httpHost, botApiPort, clock);
  const pageUrl = `${api.url}/`;
  logger.info({ pageUrl, outlets: site.sources.map(({ homeUrl }) => homeUrl) }, "demo is ready");
  return {
    botToken: BOT_TOKEN,
    apiRoot: api.url,
    pageUrl,
    sources: site.sources,
    allowPrivate: site.sources.map(({ url }) => new URL(url).host),
    operatorIds: [OPERATOR_ID],
    greeting: [
      "Mujaz demo: no token is set, so this runs against a local stand-in of Telegram and two sample news sites.",
      `  Chat page:  ${pageUrl}`,
      ...site.sources.map(({ nameEn, homeUrl }) => `  News site:  ${homeUrl}  (${nameEn})`),
      "Open the chat page, press the start button and then the first one below the answer: a digest comes at once. Ctrl+C ends the demo.",
    ].join("\n"),
    api,
    close: async () => {
      await Promise.all([api.close(), site.close()]);
    },
  };
}

/** Chats of every kind: private ones, a group, a forum with topics, and a channel that the operator owns. */
function furnish({ people }: BotApi): void {
  for (const id of [READER_ID, OPERATOR_ID]) people.openChat(id, "private");
  people.openChat(GROUP_ID, "group", { title: "أهل الحي", botStatus: "administrator" });
  people.openChat(FORUM_ID, "supergroup", { title: "منتدى القراء", botStatus: "administrator", isForum: true });
  people.createTopic(FORUM_ID, { id: 2, name: "أخبار" });
  people.createTopic(FORUM_ID, { id: 3, name: "نقاش" });
  people.openChat(CHANNEL_ID, "channel", { title: "قناة الحي", username: "alhayy_demo" });
  for (const id of [GROUP_ID, FORUM_ID]) {
    people.setMember(id, READER_ID, "member");
    people.setMember(id, OPERATOR_ID, "creator");
  }
  people.setMember(CHANNEL_ID, OPERATOR_ID, "creator");
}

/** The sample outlets take the two ports after the page's, or any free ones where these are taken. */
async function startOutlets(api: BotApi, host: string, botApiPort: number, clock: Clock): Promise<NewsSite> {
  const startedAt = clock.now();
  try {
    return await startNewsSite({ port: botApiPort === 0 ? 0 : botApiPort + 1, host, startedAt, clock }).catch(() =>
      startNewsSite({ host, startedAt, clock }),
    );
  } catch (error) {
    await api.close();
    throw error;
  }
}
