import { systemClock } from "../clock.ts";
import { type Config, loadConfig } from "../config.ts";
import { createPageReader } from "../fetch/page-reader.ts";
import { DAY_MS } from "../lib/time.ts";
import { loadTranslations } from "../locales.ts";
import { createNewsroom, createWebFetcher, type Newsroom } from "../newsroom.ts";
import type { Logger } from "../ports.ts";
import { starterSources } from "../source/catalogue.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";

/** What a terminal command works with: the store of the settings, and the half of the program that reads news. */
export interface TerminalNewsroom extends Newsroom {
  readonly config: Config;
  readonly store: OpenStore;
}

const nothing = () => undefined;
let lastTold = "";
/** A server that cannot be reached is tried again and again: what was just said is not said once more. */
function tell(_: object, message: string): void {
  if (message !== lastTold) process.stderr.write(`${message}\n`);
  lastTold = message;
}
/** Warnings and errors of a terminal command go to stderr, in one line each. */
const terminalLogger: Logger = { debug: nothing, info: nothing, warn: tell, error: tell };

/** Opens the store that the settings name, beside a bot that may be running, and closes it after `work`. */
export async function withNewsroom(work: (newsroom: TerminalNewsroom) => Promise<void>): Promise<void> {
  const config = loadConfig(process.env);
  const store = await openStore(config.STORE_URL, { logger: terminalLogger, botId: null, now: Date.now() });
  const fetcher = createWebFetcher({
    contact: config.CONTACT,
    allowPrivate: config.FETCH_ALLOW_PRIVATE,
    logger: terminalLogger,
  });
  const reader = createPageReader();
  try {
    const newsroom = createNewsroom(
      {
        stores: store.stores,
        search: store.search,
        fetcher,
        reader,
        clock: systemClock,
        logger: terminalLogger,
        random: Math.random,
        translations: loadTranslations(config.LOCALE),
      },
      {
        retentionMs: config.RETENTION_DAYS * DAY_MS,
        pagesPerRun: config.PAGES_PER_RUN,
        defaults: { timeZone: config.TIME_ZONE, locale: config.LOCALE, digestAt: config.DIGEST_AT },
        starterSources: starterSources(config.STARTER_SOURCES),
      },
    );
    await newsroom.load();
    await newsroom.rebuildSearch();
    await work({ ...newsroom, config, store });
  } finally {
    await fetcher.close();
    await reader.close();
    await store.close();
  }
}
