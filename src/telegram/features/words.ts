import { cleanText } from "../../lib/arabic/clean.ts";
import { type BotContext, type BotDeps, say } from "../context.ts";
import type { Feature } from "../feature.ts";

const MOST_WORDS = 30;
const LONGEST = 80;

/** `/mute <words>`: stories with these words are kept out; said again, they are let in. */
export function wordsFeature(deps: BotDeps): Feature {
  async function mute(ctx: BotContext, argument: string): Promise<unknown> {
    const words = cleanText(argument).replace(/\s+/g, " ").trim();
    const subscription = await ctx.chosen();
    const separator = ctx.t("list-separator");
    if (words === "")
      return say(
        ctx,
        subscription.mute.length === 0
          ? ctx.t("mute-usage")
          : ctx.t("mute-list", { words: subscription.mute.join(separator) }),
      );
    if (words.length > LONGEST) return say(ctx, ctx.t("mute-usage"));
    const known = subscription.mute.includes(words);
    if (!known && subscription.mute.length >= MOST_WORDS) return say(ctx, ctx.t("mute-too-many", { most: MOST_WORDS }));
    const list = known ? subscription.mute.filter((entry) => entry !== words) : [...subscription.mute, words];
    await deps.digests.save({ ...subscription, mute: list });
    return say(ctx, ctx.t(known ? "unmuted" : "muted", { words }));
  }

  return { commands: [{ names: ["mute"], audience: "chat-admin", run: mute }] };
}
