import type { Context, FilterQuery } from "grammy/web";
import { isOurFault } from "./answers.ts";
import { parsePress } from "./callback-codec.ts";
import { type BotContext, type BotDeps, type Extras, LOCALES, localeOf, recipientOf } from "./context.ts";
import { cut } from "./cut.ts";
import { faultOf } from "./fault.ts";
import type { Audience, ButtonFeature, CommandFeature, Feature } from "./feature.ts";
import { createInlineSearch } from "./inline.ts";
import { membershipChanged } from "./members.ts";
import type { Rights } from "./rights.ts";
import { say } from "./say.ts";
import { parseWish, type Wish } from "./triggers.ts";

/** A toast may have 200 characters. Source: https://core.telegram.org/bots/api#answercallbackquery */
const TOAST_UNITS = 200;
/** What a person writes in private without a command is searched for, up to this length. */
const QUERY_UNITS = 100;
const ANSWERED_KINDS: FilterQuery[] = ["message:file", "message:location", "message:contact", "message:poll"];

/** The command that a text in private without one stands for: an operator's address is tried, words are searched for; else `""`. */
function meantBy(text: string, isOperator: boolean): string {
  if (isOperator && /^https?:\/\/\S+$/i.test(text)) return "testsource";
  return text !== "" && !text.startsWith("/") && text.length <= QUERY_UNITS ? "search" : "";
}

/** Brings each update to the feature that it asks for. */
export function createRouter(
  deps: BotDeps,
  features: readonly Feature[],
  rights: Rights,
  background: Extras["background"],
): (ctx: Context) => Promise<void> {
  const { digests, translations, logger } = deps;
  const searchInline = createInlineSearch(deps);
  const commands = new Map<string, CommandFeature>();
  const buttons = new Map<string, ButtonFeature>();
  for (const feature of features) {
    for (const command of feature.commands ?? []) commands.set(command.name, command);
    for (const button of feature.buttons ?? []) buttons.set(button.action, button);
  }

  /** Gives the update its chat's language and choices. When the store fails, a language is found all the same: to say so. */
  async function equip(ctx: Context): Promise<BotContext> {
    const recipient = recipientOf(ctx);
    const spoken = localeOf(ctx);
    const chosen = () => digests.subscription(recipient, spoken);
    const { locale } = await chosen().catch(() => ({ locale: spoken ?? LOCALES[0] }));
    const isOperator = ctx.from !== undefined && deps.adminIds.has(ctx.from.id);
    return Object.assign(ctx, { recipient, locale, t: translations(locale), isOperator, chosen, background });
  }

  /** Undefined when it may be used; else the key of what the person is told. */
  async function refusalFor(ctx: BotContext, audience: Audience): Promise<string | undefined> {
    if (audience === "everybody") return undefined;
    if (audience === "operator") {
      if (!ctx.isOperator) return "operators-only";
      return ctx.chat?.type === "private" ? undefined : "operators-in-private";
    }
    const may = await rights.mayChange(ctx);
    if (may === undefined) return "rights-unknown";
    return may ? undefined : "chat-admins-only";
  }

  /** A failure of ours is told; the rest of it is for the log. */
  async function run(ctx: BotContext, command: CommandFeature, argument: string): Promise<void> {
    try {
      await command.run(ctx, argument);
    } catch (error) {
      // Where Telegram did not answer, or does not let us write, there is nobody to tell.
      if (isOurFault(error)) await say(ctx, ctx.t("failed"));
      throw error;
    }
  }

  async function fulfil(ctx: BotContext, command: CommandFeature, wish: Wish): Promise<void> {
    const refusal = await refusalFor(ctx, command.audience);
    if (refusal === undefined) return run(ctx, command, wish.argument);
    // People who happen to say «الإعدادات» among themselves are left in peace.
    if (ctx.chat?.type === "private" || wish.calledBy !== "words") await say(ctx, ctx.t(refusal));
  }

  async function heard(plain: Context): Promise<void> {
    const message = plain.msg;
    const isPrivate = plain.chat?.type === "private";
    if (message === undefined) return;
    if (message.migrate_to_chat_id !== undefined) return digests.move(message.chat.id, message.migrate_to_chat_id);
    const text = message.text?.trim() ?? "";
    // What was said elsewhere and is passed on here is no wish.
    const isQuoted = !isPrivate && message.forward_origin !== undefined;
    const wish = text === "" || isQuoted ? undefined : parseWish(text, plain.me.username, isPrivate);
    const command = wish === undefined ? undefined : commands.get(wish.command);
    if (wish !== undefined && command !== undefined) return fulfil(await equip(plain), command, wish);
    if (!isPrivate && wish?.calledBy !== "name") return;
    if (text === "" && !plain.has(ANSWERED_KINDS)) return;
    const ctx = await equip(plain);
    const meant = wish === undefined ? commands.get(meantBy(text, ctx.isOperator)) : undefined;
    if (meant !== undefined) await run(ctx, meant, text);
    else await say(ctx, ctx.t("not-understood"));
  }

  async function pressed(plain: Context): Promise<void> {
    const ctx = await equip(plain);
    let toast: string | undefined = ctx.t("failed");
    try {
      toast = await press(ctx);
    } finally {
      // Answered also when the work failed: otherwise the button would go on turning. A late answer is no fault.
      const answer = toast === undefined ? {} : { text: cut(toast, TOAST_UNITS) };
      await ctx.answerCallbackQuery(answer).catch((error: unknown) => {
        logger.debug(faultOf(error), "a press was answered too late");
      });
    }
  }

  async function press(ctx: BotContext): Promise<string | undefined> {
    const { data = "", message } = ctx.callbackQuery ?? {};
    const asked = parsePress(data);
    const button = asked === undefined ? undefined : buttons.get(asked.action);
    // Telegram shows no more of a very old message than its id: not even its topic.
    const isOld = message === undefined || message.date === 0;
    if (asked === undefined || button === undefined || isOld) return ctx.t("button-old");
    const refusal = await refusalFor(ctx, button.audience);
    return refusal === undefined ? button.press(ctx, asked.argument) : ctx.t(refusal);
  }

  return async (ctx) => {
    if (ctx.myChatMember !== undefined) return membershipChanged(await equip(ctx), deps);
    if (ctx.callbackQuery !== undefined) return pressed(ctx);
    if (ctx.inlineQuery !== undefined) return searchInline(await equip(ctx));
    if (ctx.message === undefined && ctx.channelPost === undefined) return;
    await heard(ctx);
  };
}
