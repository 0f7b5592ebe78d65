import type { Update } from "grammy/types";
import { Api, Bot, BotError, type Context, HttpError } from "grammy/web";
import { BotStoppedError } from "../errors.ts";
import { backoffMs } from "../lib/retry.ts";
import { isOurFault } from "./answers.ts";
import { type BotDeps, LOCALES } from "./context.ts";
import { faultOf } from "./fault.ts";
import type { Feature } from "./feature.ts";
import { addSourceFeature } from "./features/addsource.ts";
import { digestFeature } from "./features/digest.ts";
import { exportFeature } from "./features/export.ts";
import { followMuteFeature } from "./features/follow-mute.ts";
import { forgetFeature } from "./features/forget.ts";
import { helpFeature } from "./features/help.ts";
import { latestFeature } from "./features/latest.ts";
import { pauseFeature } from "./features/pause.ts";
import { savedFeature } from "./features/saved.ts";
import { createSearch, searchFeature } from "./features/search.ts";
import { settingsFeature } from "./features/settings.ts";
import { sourcesFeature } from "./features/sources.ts";
import { splitFeature } from "./features/split.ts";
import { startFeature } from "./features/start.ts";
import { statsFeature } from "./features/stats.ts";
import { subscribeFeature } from "./features/subscribe.ts";
import { timesFeature } from "./features/times.ts";
import { timezoneFeature } from "./features/timezone.ts";
import { line } from "./line.ts";
import { waitForFlood } from "./patience.ts";
import { POLL_SECONDS, pollUpdates, stopReason } from "./poll.ts";
import { operatorCalls, profileCalls, type SetUpCall } from "./profile.ts";
import { createRights } from "./rights.ts";
import { createRouter } from "./router.ts";

/** Answers wait so long for Telegram, and polling a little longer than Telegram holds it. */
const ANSWER_SECONDS = 20;
const POLL_PATIENCE_SECONDS = POLL_SECONDS + 15;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** No chat of Telegram: asked for, it gives the choices of a chat that chose nothing. */
const NOBODY = { chatId: 0, threadId: 0 };

/** The bot that people talk to. */
export interface MujazBot {
  /**
   * Answers people until `signal` is aborted, then finishes what was begun. Beside that Telegram is told the commands and what the
   * bot is; what it answers oddly or not at all is logged. Rejects with `BotStoppedError` for what a person must mend: a refused
   * token, a webhook, a second process.
   */
  run(signal: AbortSignal): Promise<void>;
}

/** All that the bot can do, in the order in which its commands are shown. */
export function allFeatures(deps: BotDeps): readonly Feature[] {
  const search = createSearch(deps);
  return [
    latestFeature(deps, search),
    digestFeature(deps),
    searchFeature(search),
    subscribeFeature(deps),
    timesFeature(deps),
    timezoneFeature(deps),
    settingsFeature(deps),
    followMuteFeature(deps),
    savedFeature(deps),
    pauseFeature(deps),
    sourcesFeature(deps),
    addSourceFeature(deps),
    splitFeature(deps),
    statsFeature(deps),
    helpFeature(),
    exportFeature(deps),
    forgetFeature(deps),
    startFeature(deps),
  ];
}

/** A bot with all its features. Nothing is asked of Telegram before `run`. */
export function createBot(deps: BotDeps): MujazBot {
  const { token, clock, logger } = deps;
  const root = { ...line, ...(deps.apiRoot === undefined ? {} : { apiRoot: deps.apiRoot }) };
  const bot = new Bot(token, { client: { timeoutSeconds: ANSWER_SECONDS, ...root } });
  const pollingApi = new Api(token, { timeoutSeconds: POLL_PATIENCE_SECONDS, ...root });
  const features = allFeatures(deps);
  const unfinished = new Set<Promise<void>>();
  /** Operators who are shown their commands since this start. */
  const greeted = new Set<number>();
  let stop: AbortSignal = new AbortController().signal;

  function background(work: (signal: AbortSignal) => Promise<void>): void {
    const running: Promise<void> = work(stop)
      .catch((error: unknown) => logger.error(faultOf(error), "work behind an answer failed"))
      .finally(() => unfinished.delete(running));
    unfinished.add(running);
  }

  bot.api.config.use(waitForFlood(clock, () => stop));
  const route = createRouter(deps, features, createRights(clock), background);
  bot.use(async (ctx) => {
    await route(ctx);
    greetOperator(ctx);
  });

  /** One update, whatever happens: its failure is its own. */
  async function handle(update: Update): Promise<void> {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      // A group that is closed to us or a line that breaks is no fault of ours.
      const level = isOurFault(error instanceof BotError ? error.error : error) ? "error" : "warn";
      logger[level]({ ...faultOf(error), update: update.update_id }, "an update could not be handled");
    }
  }

  /** False when the line is down. Throws `BotStoppedError` for a refused token. */
  async function attempt(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const reason = what === "getMe" ? stopReason(error) : undefined;
      if (reason !== undefined) throw new BotStoppedError(reason);
      logger.warn({ ...faultOf(error), what }, "a set-up call was not answered as expected");
      return !(error instanceof HttpError);
    }
  }

  /** Asked by our own means: grammY's `init` would try for ever, and cannot be stopped. */
  async function learnWhoIAm(): Promise<void> {
    await attempt("getMe", async () => {
      bot.botInfo = await pollingApi.getMe(stop as never);
    });
  }

  /** One call after the other; no more of them once the line is down or we stop: the next start makes up for it. */
  async function perform(calls: readonly SetUpCall[]): Promise<void> {
    for (const { what, run } of calls) if (stop.aborted || !(await attempt(what, run))) return;
  }

  async function profile() {
    const { locale: defaultLocale } = await deps.digests.subscription(NOBODY).catch(() => ({ locale: LOCALES[0] }));
    const commands = features.flatMap((feature) => feature.commands ?? []).filter(({ name }) => name !== "start");
    return { commands, translations: deps.translations, defaultLocale };
  }

  /** An operator who had never written is shown the commands at the first word in private. */
  function greetOperator(ctx: Context): void {
    const id = ctx.from?.id;
    if (id === undefined || ctx.chat?.type !== "private" || !deps.adminIds.has(id) || greeted.has(id)) return;
    greeted.add(id);
    background(async () => perform(operatorCalls(bot.api, await profile(), id)));
  }

  return {
    async run(signal) {
      stop = signal;
      for (let failures = 1; !bot.isInited() && !signal.aborted; failures++) {
        await learnWhoIAm();
        if (!bot.isInited()) await clock.sleep(backoffMs(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, 0), signal);
      }
      background(async () => perform(profileCalls(bot.api, await profile())));
      try {
        if (!signal.aborted) await pollUpdates({ api: pollingApi, clock, logger, handle }, signal);
      } finally {
        while (unfinished.size > 0) await Promise.all(unfinished);
      }
    },
  };
}
