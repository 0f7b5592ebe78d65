import { type App, type AppOptions, createApp } from "../../src/app.ts";
import { defaultSubscription } from "../../src/digest/choose.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import { loadTranslations } from "../../src/locales.ts";
import type { Fetcher, MessageSender, Stores } from "../../src/ports.ts";
import type { Source } from "../../src/source/source.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { createFakeFetcher } from "../fakes/fetcher.ts";
import { silent } from "../fakes/logger.ts";
import { type Backing, createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";
import { plainReader } from "../fakes/reader.ts";
import { createFakeSender } from "../fakes/sender.ts";

/** An article that an outlet of these tests publishes. */
export interface Published {
  readonly outlet: string;
  readonly slug: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly at: number;
}

/** The web of these outlets at a moment: a feed each, and a page for each article. */
export function webOf(articles: readonly Published[], now: () => number): Fetcher {
  return createFakeFetcher((request) => {
    const { hostname, pathname } = new URL(request.url);
    const id = hostname.replace(".example", "");
    const out = articles.filter((article) => article.outlet === id && article.at <= now());
    if (pathname === "/feed") {
      const items = out.map(
        (article) =>
          `<item><title>${article.title}</title><link>https://${hostname}/${article.slug}</link><pubDate>${new Date(article.at).toUTCString()}</pubDate></item>`,
      );
      return {
        html: `<?xml version="1.0"?><rss version="2.0"><channel><title>${id}</title><link>https://${hostname}/</link>${items.join("")}</channel></rss>`,
        contentType: "application/rss+xml",
      };
    }
    const article = out.find((entry) => `/${entry.slug}` === pathname);
    if (article === undefined) return undefined;
    const body = article.text.map((paragraph) => `<p>${paragraph}</p>`).join("");
    return `<html lang="ar"><head><title>${article.title} | ${id}</title><meta property="article:published_time" content="${new Date(article.at).toISOString()}"></head><body><article><h1>${article.title}</h1>${body}</article></body></html>`;
  }, now);
}

/** A chat that is subscribed. */
export function subscriber(chatId: number, changes: Partial<Subscription> = {}): Subscription {
  return {
    ...defaultSubscription(
      { chatId, threadId: 0 },
      { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00", "20:00"] },
    ),
    subscribedAt: 1,
    ...changes,
  };
}

export interface Scene {
  readonly app: App;
  readonly clock: FakeClock;
  readonly stores: Stores;
  readonly sender: ReturnType<typeof createFakeSender>;
}

/** One start of the program on a backing: everything real but the outside. */
export async function start(options: {
  clock?: FakeClock;
  startAt?: number;
  backing: Backing;
  fetcher: (now: () => number) => Fetcher;
  sources: readonly Source[];
  sender?: MessageSender;
  beforeWrite?: (store: string, key: string) => void;
  settings?: Partial<AppOptions>;
}): Promise<Scene> {
  const clock = options.clock ?? createFakeClock(options.startAt ?? 0);
  const now = () => clock.now();
  const stores = createMemoryStores({
    backing: options.backing,
    now,
    ...(options.beforeWrite === undefined ? {} : { beforeWrite: options.beforeWrite }),
  });
  const sender = createFakeSender();
  const app = createApp(
    {
      stores,
      search: createMemorySearch(),
      fetcher: options.fetcher(now),
      reader: plainReader,
      clock,
      logger: silent,
      random: () => 0.5,
      translations: loadTranslations("ar"),
      sender: options.sender ?? sender,
    },
    {
      retentionMs: 30 * DAY_MS,
      pagesPerRun: 30,
      messagesPerSecond: 25,
      canaryChat: null,
      operatorIds: [],
      defaults: { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00", "20:00"] },
      starterSources: options.sources,
      ...options.settings,
    },
  );
  await app.load();
  return { app, clock, stores, sender };
}
