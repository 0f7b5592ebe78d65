import { Bot, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { AppError, BotStoppedError } from "../errors.ts";
import { parsePress } from "./callback-codec.ts";
import { type BotContext, type BotDeps, type Extras, localeOf, recipientOf, say } from "./context.ts";
import type { Audience, ButtonFeature, CommandFeature, Feature } from "./feature.ts";
import { clockFeature } from "./features/clock.ts";
import { operatingFeature } from "./features/operating.ts";
import { readingFeature } from "./features/reading.ts";
import { settingsFeature } from "./features/settings.ts";
import { subscribingFeature } from "./features/subscribing.ts";
import { welcomeFeature } from "./features/welcome.ts";
import { wordsFeature } from "./features/words.ts";
import { groupMigrated, membershipChanged } from "./members.ts";
import { pollUpdates, stopReason } from "./poll.ts";
import { createRights } from "./rights.ts";
import { parseWish } from "./triggers.ts";

/** Interactive answers wait so long for Telegram. */
const TIMEOUT_SECONDS = 40;
const SHOWN_COMMANDS = [
  "latest",
  "digest",
  "search",
  "subscribe",
  "unsubscribe",
  "times",
  "timezone",
  "settings",
  "mute",
  "pause",
  "resume",
  "help",
  "privacy",
  "forget",
];
const OPERATOR_COMMANDS = ["sources", "addsource", "testsource", "removesource"];

/** The bot that people talk to. */
export interface MujazBot {
  /** Tells Telegram the commands. What it answers oddly is logged; rejects with `BotStoppedError` only for a refused token. */
  setUp(): Promise<void>;
  /** Answers people until `signal` is aborted and what was begun is done. Rejects with `BotStoppedError` for what a person must mend. */
  run(signal: AbortSignal): Promise<void>;
}

/** A bot with all its features. Nothing is asked of Telegram before `setUp`. */
export function createBot(deps: BotDeps): MujazBot {
  const { logger, digests, translations } = deps;
  const bot = new Bot<BotContext>(deps.token, {
    client: { timeoutSeconds: TIMEOUT_SECONDS, ...(deps.apiRoot === undefined ? {} : { apiRoot: deps.apiRoot }) },
  });
  const rights = createRights(deps.clock);
  const unfinished = new Set<Promise<void>>();
  const features: readonly Feature[] = [
    welcomeFeature(deps),
    readingFeature(deps),
    subscribingFeature(deps),
    clockFeature(deps),
    settingsFeature(deps),
    wordsFeature(deps),
    operatingFeature(deps),
  ];
  const commands = new Map<string, CommandFeature>(
    features.flatMap((feature) =>
      (feature.commands ?? []).flatMap((command) => command.names.map((name) => [name, command] as const)),
    ),
  );
  const buttons = new Map<string, ButtonFeature>(
    features.flatMap((feature) => (feature.buttons ?? []).map((button) => [button.action, button] as const)),
  );

  async function isAllowed(ctx: BotContext, audience: Audience): Promise<boolean> {
    if (audience === "operator") return ctx.isOperator;
    return audience === "everybody" || rights.mayChange(ctx);
  }

  const refusal = (audience: Audience) => (audience === "operator" ? "operators-only" : "chat-admins-only");

  bot.use(async (ctx: BotContext, next) => {
    const recipient = recipientOf(ctx);
    const { locale } = await digests.subscription(recipient, localeOf(ctx));
    const extras: Extras = {
      recipient,
      locale,
      t: translations(locale),
      isOperator: ctx.from !== undefined && deps.adminIds.has(ctx.from.id),
      chosen: () => digests.subscription(recipient, localeOf(ctx)),
      background(work) {
        const running: Promise<void> = work()
          .catch((error: unknown) => logger.error({ err: scrubbed(error, deps.token) }, "work behind an answer failed"))
          .finally(() => unfinished.delete(running));
        unfinished.add(running);
      },
    };
    Object.assign(ctx, extras);
    await next();
  });

  bot.on("my_chat_member", (ctx) => membershipChanged(ctx, deps));

  bot.on(["message", "channel_post"], async (ctx) => {
    if (await groupMigrated(ctx, deps)) return;
    const text = ctx.msg.text;
    if (text === undefined) return;
    const wish = parseWish(text, ctx.me.username);
    const command = wish === undefined ? undefined : commands.get(wish.command);
    if (wish === undefined || command === undefined) {
      if (ctx.chat.type === "private") await say(ctx, ctx.t("not-understood"));
      return;
    }
    if (await isAllowed(ctx, command.audience)) await command.run(ctx, wish.argument);
    else await say(ctx, ctx.t(refusal(command.audience)));
  });

  bot.on("callback_query", async (ctx) => {
    const press = parsePress(ctx.callbackQuery.data ?? "");
    const button = press === undefined ? undefined : buttons.get(press.action);
    let toast: string | undefined;
    try {
      if (press === undefined || button === undefined || ctx.chat === undefined) toast = ctx.t("button-old");
      else if (!(await isAllowed(ctx, button.audience))) toast = ctx.t(refusal(button.audience));
      else toast = await button.press(ctx, press.argument);
    } finally {
      // Answered also when the work failed: otherwise the button would go on turning. A late answer is no fault.
      await ctx.answerCallbackQuery(toast === undefined ? {} : { text: toast.slice(0, 200) }).catch(() => undefined);
    }
  });

  /** One update, whatever happens: its failure is its own. */
  async function handle(update: Update): Promise<void> {
    try {
      await bot.handleUpdate(update);
    } catch (error) {
      logger.error({ err: scrubbed(error, deps.token), update: update.update_id }, "an update could not be handled");
    }
  }

  async function call(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof GrammyError ? stopReason(error) : undefined;
      if (reason !== undefined && error instanceof GrammyError && error.error_code !== 409)
        throw new BotStoppedError(reason);
      logger.warn({ err: scrubbed(error, deps.token), what }, "a set-up call was not answered as expected");
    }
  }

  return {
    async setUp() {
      await call("getMe", () => bot.init());
      for (const locale of ["ar", "en"] as const) {
        const t = translations(locale);
        const described = (names: readonly string[]) =>
          names.map((command) => ({ command, description: t(`command-${command}`) }));
        const options = locale === "ar" ? {} : { language_code: locale };
        await call("setMyCommands", () => bot.api.setMyCommands(described(SHOWN_COMMANDS), options));
        for (const id of deps.adminIds)
          await call("setMyCommands for an operator", () =>
            bot.api.setMyCommands(described([...SHOWN_COMMANDS, ...OPERATOR_COMMANDS]), {
              ...options,
              scope: { type: "chat", chat_id: id },
            }),
          );
      }
    },
    async run(signal) {
      // Without an answer to getMe nothing can be handled: it is asked again until there is one.
      for (let failures = 0; !bot.isInited() && !signal.aborted; failures++) {
        await call("getMe", () => bot.init(signal as never));
        if (!bot.isInited()) await deps.clock.sleep(Math.min(30_000, 1000 * 2 ** failures), signal);
      }
      if (!signal.aborted) await pollUpdates({ api: bot.api, clock: deps.clock, logger, handle }, signal);
      await Promise.allSettled(unfinished);
    },
  };
}

/** An error without the token, which a request's address holds. */
function scrubbed(error: unknown, token: string): Error {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AppError(text.replaceAll(token, "<token>"));
}
