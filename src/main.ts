import { pino } from "pino";
import { createApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type Config, loadConfig } from "./config.ts";
import type { Demo } from "./demo/demo.ts";
import { AppError, BotStoppedError, ForeignStoreError } from "./errors.ts";
import { createPageReader } from "./fetch/page-reader.ts";
import type { SummaryModelOptions } from "./jobs/summaries.ts";
import { DAY_MS } from "./lib/time.ts";
import { loadTranslations } from "./locales.ts";
import { createSummaryModel } from "./model/summary-client.ts";
import { createWebFetcher } from "./newsroom.ts";
import type { Logger } from "./ports.ts";
import { runRoles } from "./roles.ts";
import { starterSources } from "./source/catalogue.ts";
import { openStore } from "./store/open-store.ts";
import { createBot } from "./telegram/bot.ts";
import { createSender } from "./telegram/sender.ts";

const EVERY_MINUTE = "* * * * *";
const DEMO_CRON = "*/5 * * * * *";
const DEMO_STORE = "sqlite://data/demo.sqlite";
/** A supervisor must not start us again at once: settings, token or store are wrong (sysexits.h: EX_CONFIG). */
const EXIT_CONFIG = 78;
const LAST_MS = 1500;

/** The settings under which the program runs against the stand-in. */
function demoConfig(config: Config, demo: Demo): Config {
  return {
    ...config,
    BOT_TOKEN: demo.botToken,
    BOT_API_ROOT: demo.apiRoot,
    STORE_URL: DEMO_STORE,
    ADMIN_IDS: [...demo.operatorIds],
    COLLECT_CRON: DEMO_CRON,
    FETCH_ALLOW_PRIVATE: [...demo.allowPrivate],
    ROLES: ["bot", "collect", "deliver"],
  };
}

/** The model for summaries, where one is set. */
function modelOf(config: Config): SummaryModelOptions | undefined {
  const { SUMMARY_API_URL: url, SUMMARY_MODEL: name, SUMMARY_API_KEY: key = null } = config;
  if (url === undefined || name === undefined) return undefined;
  const model = createSummaryModel({ url, model: name, key }, systemClock);
  return { model, wordsPerDay: config.SUMMARY_WORDS_PER_DAY };
}

/** Runs all roles until `stop` is aborted, then finishes what is in flight. */
async function run(config: Config, demo: Demo | undefined, logger: Logger, stop: AbortController): Promise<void> {
  const token = config.BOT_TOKEN as string;
  const translations = loadTranslations(config.LOCALE);
  const store = await openStore(config.STORE_URL, {
    logger,
    botId: token.split(":")[0] as string,
    now: systemClock.now(),
    lock: true,
    anew: demo !== undefined,
  });
  const fetcher = createWebFetcher({
    contact: config.CONTACT,
    allowPrivate: config.FETCH_ALLOW_PRIVATE,
    logger,
  });
  const reader = createPageReader();
  // Pages that wait to be read are read again after the next start: the end does not wait for them.
  stop.signal.addEventListener("abort", () => void reader.close());
  const telegram = { token, logger, ...(config.BOT_API_ROOT === undefined ? {} : { apiRoot: config.BOT_API_ROOT }) };
  const defaults = { timeZone: config.TIME_ZONE, locale: config.LOCALE, digestAt: config.DIGEST_AT };
  const app = createApp(
    {
      stores: store.stores,
      search: store.search,
      sender: createSender({ ...telegram, paidBroadcast: config.PAID_BROADCAST === "true" }),
      fetcher,
      reader,
      clock: systemClock,
      logger,
      random: Math.random,
      translations,
      model: modelOf(config),
    },
    {
      retentionMs: config.RETENTION_DAYS * DAY_MS,
      pagesPerRun: config.PAGES_PER_RUN,
      messagesPerSecond: config.MESSAGES_PER_SECOND,
      canaryChat: config.CANARY_CHAT ?? null,
      operatorIds: config.ADMIN_IDS,
      defaults,
      starterSources: demo?.sources ?? starterSources(config.STARTER_SOURCES),
    },
  );
  try {
    await app.load();
    // Only now: a demo that runs already has its store.
    if (demo !== undefined) process.stdout.write(`${demo.greeting}\n`);
    const makeBot = () =>
      createBot({
        ...telegram,
        clock: systemClock,
        news: app.news,
        digests: app.digests,
        sources: app.sources,
        stories: app.storyDesk,
        translations,
        adminIds: new Set(config.ADMIN_IDS),
        access: config.ACCESS,
      });
    const roles = {
      roles: config.ROLES,
      tickCron: demo === undefined ? EVERY_MINUTE : DEMO_CRON,
      collectCron: config.COLLECT_CRON,
      http: demo === undefined ? { host: config.HTTP_HOST, port: config.HTTP_PORT } : null,
      makeBot,
      logger,
    };
    await runRoles(app, roles, stop);
  } finally {
    await fetcher.close();
    await reader.close();
    await store.close();
  }
}

/** Starts the live bot, or the demo where there is no token; answers the exit code. */
async function main(): Promise<number> {
  try {
    process.loadEnvFile();
  } catch {
    // There is no .env: the environment alone.
  }
  const stop = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.on(name, () => stop.abort());
  let logger: Logger | undefined;
  let demo: Demo | undefined;
  try {
    const config = loadConfig(process.env);
    const live = config.BOT_TOKEN !== undefined;
    const level = live || process.env["LOG_LEVEL"] ? config.LOG_LEVEL : "warn";
    logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
    if (live) {
      await run(config, undefined, logger, stop);
    } else {
      const { startDemo } = await import("./demo/demo.ts");
      demo = await startDemo({ httpHost: config.HTTP_HOST, botApiPort: config.HTTP_PORT, clock: systemClock, logger });
      await run(demoConfig(config, demo), demo, logger, stop);
    }
    return 0;
  } catch (error) {
    const known = error instanceof AppError;
    process.stderr.write(`mujaz: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    const needsPerson = error instanceof BotStoppedError || error instanceof ForeignStoreError;
    return needsPerson || (logger === undefined && known) ? EXIT_CONFIG : 1;
  } finally {
    await demo?.close();
  }
}

process.exitCode = await main();
// What was given up at the end of a drain may still hold the process: it has had its time.
setTimeout(() => process.exit(), LAST_MS).unref();
