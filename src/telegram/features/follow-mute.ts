import { dateText } from "../../digest/age.ts";
import { mutedWords } from "../../digest/choose.ts";
import { oneLine } from "../../digest/line.ts";
import type { MutedStory, Subscription } from "../../digest/subscription.ts";
import { cleanText } from "../../lib/arabic/clean.ts";
import { normalise } from "../../lib/arabic/normalise.ts";
import { shortHash } from "../../lib/hash.ts";
import { DAY_MS } from "../../lib/time.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import type { ButtonFeature, CommandFeature, Feature } from "../feature.ts";
import { parsePauseEnd } from "../pause-end.ts";
import { rewrite, say, type View } from "../say.ts";

const MOST_WORDS = 30;
const LONGEST_UNITS = 80;
/** Enough to tell the words of one list apart; a button has no room for the words themselves. */
const HASH_LETTERS = 8;

/** A story is news for so long, with all that follows it. */
const STORY_MUTED_MS = 30 * DAY_MS;
const BUTTON_UNITS = 60;
/** Words and, behind them, until when: «بورصة حتى 31/1», `stocks for 2 weeks`. */
const WITH_END = /^(\S.*?)\s+((?:حتى|إلى|لمدة|until|for)\s.+)$/iu;

type List = "follow" | "mute";

const hashOf = (words: string) => shortHash(words, HASH_LETTERS);
/** The same words in another spelling are in a list only once. */
const indexOf = (list: readonly string[], words: string) =>
  list.findIndex((known) => normalise(known) === normalise(words));

/** The subscription without the mutes whose time is over. */
function withoutOverMutes(subscription: Subscription, now: number): Subscription {
  const mute = mutedWords(subscription, now);
  const ends = Object.entries(subscription.muteUntil ?? {}).filter(([words]) => mute.includes(words));
  const mutedStories = (subscription.mutedStories ?? []).filter(({ until }) => until > now);
  return { ...subscription, mute, muteUntil: Object.fromEntries(ends), mutedStories };
}

/**
 * `/follow <words>` and `/mute <words>` add words to a list, or show it with a button for each that takes it out again. A mute may
 * have an end, and the address of an article mutes its story with all that follows it.
 */
export function followMuteFeature({ digests, stories, clock }: BotDeps): Feature {
  const current = async (ctx: BotContext) => withoutOverMutes(await ctx.chosen(), clock.now());
  const dateOf = (ctx: BotContext, at: number, { timeZone, locale, digits }: Subscription) =>
    dateText(at, { timeZone, locale, digits, translate: ctx.t });

  function view(ctx: BotContext, list: List, subscription: Subscription): View {
    const { t } = ctx;
    const words = subscription[list];
    const muted = list === "mute" ? (subscription.mutedStories ?? []) : [];
    if (words.length + muted.length === 0) return { text: t(`${list}-usage`) };
    const row = (shown: string, key: string, until?: number): Button[] => {
      const end = until === undefined ? "" : ` (${t("muted-until", { date: dateOf(ctx, until, subscription) })})`;
      return [{ text: `✕ ${shown}${end}`, data: encodePress(`un${list}`, hashOf(key)) }];
    };
    const rows = [
      ...words.map((entry) => row(entry, entry, list === "mute" ? subscription.muteUntil?.[entry] : undefined)),
      ...muted.map(({ id, title, until }) => row(oneLine(title, BUTTON_UNITS), id, until)),
    ];
    return { text: t(`${list}-list`), rows };
  }

  async function muteStory(ctx: BotContext, url: string, until: number): Promise<unknown> {
    const subscription = await current(ctx);
    const story = await stories.storyOf(url);
    if (story === undefined) return say(ctx, ctx.t("mute-story-unknown"));
    const known = subscription.mutedStories ?? [];
    if (known.length >= MOST_WORDS) return say(ctx, ctx.t("words-too-many", counted(MOST_WORDS, subscription)));
    const muted: MutedStory = { ...story, until };
    await digests.save({ ...subscription, mutedStories: [...known.filter(({ id }) => id !== story.id), muted] });
    const text = ctx.t("mute-story-added", { title: story.title, date: dateOf(ctx, until, subscription) });
    return say(ctx, text, [[{ text: ctx.t("button-undo"), data: encodePress("unmute", hashOf(story.id)) }]]);
  }

  async function mute(ctx: BotContext, argument: string): Promise<unknown> {
    const words = cleanText(argument).replace(/\s+/g, " ");
    const [, before, end = ""] = WITH_END.exec(words) ?? [];
    const { timeZone } = await ctx.chosen();
    const until = before === undefined ? undefined : parsePauseEnd(end, timeZone, clock.now());
    const meant = until === undefined ? words : (before as string);
    if (/^https?:\/\/\S+$/i.test(meant)) return muteStory(ctx, meant, until ?? clock.now() + STORY_MUTED_MS);
    return change(ctx, "mute", meant, until);
  }

  async function change(ctx: BotContext, list: List, argument: string, until?: number): Promise<unknown> {
    const words = cleanText(argument).replace(/\s+/g, " ");
    const subscription = await current(ctx);
    if (words === "" || words.length > LONGEST_UNITS) {
      const { text, rows } = view(ctx, list, words === "" ? subscription : { ...subscription, [list]: [] });
      return say(ctx, text, rows);
    }
    const known = subscription[list];
    const at = indexOf(known, words);
    if (at >= 0 && until === undefined && !Object.hasOwn(subscription.muteUntil ?? {}, known[at] as string))
      return say(ctx, ctx.t(`${list}-known`, { words }));
    const others = at < 0 ? known : known.toSpliced(at, 1);
    if (others.length >= MOST_WORDS) return say(ctx, ctx.t("words-too-many", counted(MOST_WORDS, subscription)));
    const ends = Object.entries(subscription.muteUntil ?? {}).filter(
      ([entry]) => list === "follow" || others.includes(entry),
    );
    const muteUntil = Object.fromEntries(until === undefined ? ends : [...ends, [words, until]]);
    await digests.save({ ...subscription, muteUntil, [list]: [...others, words] });
    const added =
      until === undefined
        ? ctx.t(`${list}-added`, { words })
        : ctx.t("mute-added-until", { words, date: dateOf(ctx, until, subscription) });
    return say(ctx, added, [[{ text: ctx.t("button-undo"), data: encodePress(`un${list}`, hashOf(words)) }]]);
  }

  async function remove(ctx: BotContext, list: List, hash: string): Promise<string | undefined> {
    const before = await current(ctx);
    const words = before[list].find((entry) => hashOf(entry) === hash);
    const story = list === "mute" ? before.mutedStories?.find(({ id }) => hashOf(id) === hash) : undefined;
    if (words === undefined && story === undefined) return ctx.t("button-old");
    const subscription: Subscription = {
      ...before,
      [list]: before[list].filter((entry) => entry !== words),
      mutedStories: before.mutedStories?.filter((entry) => entry !== story) ?? [],
      muteUntil: Object.fromEntries(
        Object.entries(before.muteUntil ?? {}).filter(([entry]) => list === "follow" || entry !== words),
      ),
    };
    await digests.save(subscription);
    await rewrite(ctx, view(ctx, list, subscription));
    return ctx.t(`${list}-removed`, { words: words ?? oneLine(story?.title ?? "", BUTTON_UNITS) });
  }

  const command = (list: List): CommandFeature => ({
    name: list,
    audience: "chat-admin",
    run: (ctx, argument) => (list === "mute" ? mute(ctx, argument) : change(ctx, list, argument)),
  });
  const button = (list: List): ButtonFeature => ({
    action: `un${list}`,
    audience: "chat-admin",
    press: (ctx, argument) => remove(ctx, list, argument),
  });
  return { commands: [command("follow"), command("mute")], buttons: [button("follow"), button("mute")] };
}
