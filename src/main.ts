import { pino } from "pino";
import { type App, createApp, createWebFetcher } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type Config, loadConfig } from "./config.ts";
import type { Demo } from "./demo/demo.ts";
import { AppError, BotStoppedError, ForeignStoreError } from "./errors.ts";
import { createPageReader } from "./fetch/page-reader.ts";
import { startHttp } from "./http/server.ts";
import { startSchedule } from "./jobs/schedule.ts";
import type { SummaryModelOptions } from "./jobs/summaries.ts";
import { DAY_MS } from "./lib/time.ts";
import { loadTranslations } from "./locales.ts";
import { createSummaryModel } from "./model/summary-client.ts";
import type { Logger } from "./ports.ts";
import { starterSources } from "./source/catalogue.ts";
import { openStore } from "./store/open-store.ts";
import { createBot } from "./telegram/bot.ts";
import { createSender } from "./telegram/sender.ts";

const EVERY_MINUTE = "* * * * *";
const EVERY_NIGHT = "17 3 * * *";
const DEMO_CRON = "*/5 * * * * *";
const DEMO_STORE = "sqlite://data/demo.sqlite";
/** A supervisor must not start us again at once: settings, token or store are wrong (sysexits.h: EX_CONFIG). */
const EXIT_CONFIG = 78;
/** A drain that takes longer than this is given up: what is in flight is recorded and sent again. */
const DRAIN_MS = 8000;
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
  const adminIds = new Set(config.ADMIN_IDS);
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
    await runRoles(app, config, demo, logger, stop, () =>
      createBot({
        ...telegram,
        clock: systemClock,
        news: app.news,
        digests: app.digests,
        sources: app.sources,
        stories: app.storyDesk,
        translations,
        adminIds,
        access: config.ACCESS,
      }),
    );
  } finally {
    await fetcher.close();
    await reader.close();
    await store.close();
  }
}

async function runRoles(
  app: App,
  config: Config,
  demo: Demo | undefined,
  logger: Logger,
  stop: AbortController,
  makeBot: () => ReturnType<typeof createBot>,
): Promise<void> {
  const has = (role: Config["ROLES"][number]) => config.ROLES.includes(role);
  const { signal } = stop;
  const working: Promise<unknown>[] = [];
  /** A role that fails stops the others, which then finish what they are at. */
  const role = (work: Promise<unknown>) => {
    working.push(work);
    work.catch(() => stop.abort());
  };
  const http =
    demo === undefined
      ? await startHttp({ host: config.HTTP_HOST, port: config.HTTP_PORT, status: () => statusOf(app) })
      : undefined;
  if (http !== undefined) logger.info({ url: http.url }, "health and metrics");

  const collect = async () => {
    await app.collector.run(signal);
  };
  const works = [
    ...(has("deliver")
      ? [{ name: "tick", cron: demo === undefined ? EVERY_MINUTE : DEMO_CRON, run: () => app.tick() }]
      : []),
    ...(has("collect")
      ? [
          { name: "collect", cron: config.COLLECT_CRON, run: collect },
          { name: "prune", cron: EVERY_NIGHT, run: () => app.prune() },
        ]
      : []),
  ];
  const stopSchedule = startSchedule(works, logger);
  if (has("collect")) {
    /** What fails here, with a full disk, is tried again at the next run; readers are answered meanwhile. */
    const orLater = (work: Promise<unknown>) =>
      work.catch((error: unknown) => logger.error({ err: error }, "collecting failed"));
    app.onSourceChange(() => void orLater(collect()));
    working.push(orLater(app.rebuildSearch()).then(() => orLater(collect())));
  }
  if (has("deliver")) {
    role(app.tick());
    role(app.deliver(signal));
  }
  if (has("bot")) {
    role(makeBot().run(signal));
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const drained = new AbortController();
  const results = await Promise.race([
    Promise.allSettled([stopSchedule(), ...working]),
    systemClock.sleep(DRAIN_MS, drained.signal).then(() => undefined),
  ]);
  drained.abort();
  await http?.close();
  if (results === undefined)
    logger.warn({}, "not everything in flight was finished in time; it is recorded and goes on at the next start");
  const failed = results?.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function statusOf(app: App) {
  const { made, refused, failed, overBudget } = app.summaries.counts();
  const { pending, inFlight, subscribed, stories, sent, ambiguous, parked, rejected, dead } = app.counts();
  return {
    healthy: await app.isHealthy(),
    gauges: { deliveries_pending: pending, deliveries_in_flight: inFlight, chats_subscribed: subscribed, stories },
    counters: {
      messages_sent: sent,
      messages_ambiguous: ambiguous,
      chats_parked: parked,
      messages_rejected: rejected,
      deliveries_dead: dead,
      summaries_by_model: made,
      summaries_refused: refused,
      summaries_failed: failed,
      summaries_over_budget: overBudget,
    },
  };
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
      process.stdout.write(`${demo.greeting}\n`);
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
