import type { Subscription } from "../../digest/subscription.ts";
import { cleanText } from "../../lib/arabic/clean.ts";
import { normalise } from "../../lib/arabic/normalise.ts";
import { shortHash } from "../../lib/hash.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import type { ButtonFeature, CommandFeature, Feature } from "../feature.ts";
import { rewrite, say, type View } from "../say.ts";

const MOST_WORDS = 30;
const LONGEST_UNITS = 80;
/** Enough to tell the words of one list apart; a button has no room for the words themselves. */
const HASH_LETTERS = 8;

type List = "follow" | "mute";

const hashOf = (words: string) => shortHash(words, HASH_LETTERS);
/** The same words in another spelling are in a list only once. */
const indexOf = (list: readonly string[], words: string) =>
  list.findIndex((known) => normalise(known) === normalise(words));

/** `/follow <words>` and `/mute <words>` add words to a list, or show it with a button for each that takes it out again. */
export function followMuteFeature({ digests }: BotDeps): Feature {
  function view({ t }: BotContext, list: List, subscription: Subscription): View {
    const words = subscription[list];
    if (words.length === 0) return { text: t(`${list}-usage`) };
    const rows = words.map((entry): Button[] => [
      { text: `✕ ${entry}`, data: encodePress(`un${list}`, hashOf(entry)) },
    ]);
    return { text: t(`${list}-list`), rows };
  }

  async function change(ctx: BotContext, list: List, argument: string): Promise<unknown> {
    const words = cleanText(argument).replace(/\s+/g, " ");
    const subscription = await ctx.chosen();
    if (words === "" || words.length > LONGEST_UNITS) {
      const { text, rows } = view(ctx, list, words === "" ? subscription : { ...subscription, [list]: [] });
      return say(ctx, text, rows);
    }
    const known = subscription[list];
    if (indexOf(known, words) >= 0) return say(ctx, ctx.t(`${list}-known`, { words }));
    if (known.length >= MOST_WORDS) return say(ctx, ctx.t("words-too-many", counted(MOST_WORDS, subscription)));
    await digests.save({ ...subscription, [list]: [...known, words] });
    return say(ctx, ctx.t(`${list}-added`, { words }), [
      [{ text: ctx.t("button-undo"), data: encodePress(`un${list}`, hashOf(words)) }],
    ]);
  }

  async function remove(ctx: BotContext, list: List, hash: string): Promise<string | undefined> {
    const before = await ctx.chosen();
    const words = before[list].find((entry) => hashOf(entry) === hash);
    if (words === undefined) return ctx.t("button-old");
    const subscription = { ...before, [list]: before[list].filter((entry) => entry !== words) };
    await digests.save(subscription);
    await rewrite(ctx, view(ctx, list, subscription));
    return ctx.t(`${list}-removed`, { words });
  }

  const command = (list: List): CommandFeature => ({
    name: list,
    audience: "chat-admin",
    run: (ctx, argument) => change(ctx, list, argument),
  });
  const button = (list: List): ButtonFeature => ({
    action: `un${list}`,
    audience: "chat-admin",
    press: (ctx, argument) => remove(ctx, list, argument),
  });
  return { commands: [command("follow"), command("mute")], buttons: [button("follow"), button("mute")] };
}
