import { dateText } from "../../digest/age.ts";
import { oneLine } from "../../digest/line.ts";
import type { Subscription } from "../../digest/subscription.ts";
import {
  MOST_WORDS,
  muteEnd,
  type WordList,
  withMutedStory,
  withoutMutedStory,
  withoutOverMutes,
  withoutWords,
  withWords,
} from "../../digest/word-lists.ts";
import { cleanText } from "../../lib/arabic/clean.ts";
import { shortHash } from "../../lib/hash.ts";
import { DAY_MS } from "../../lib/time.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import type { ButtonFeature, CommandFeature, Feature } from "../feature.ts";
import { parsePauseEnd } from "../pause-end.ts";
import { rewrite, say, type View } from "../say.ts";

const LONGEST_UNITS = 80;
/** Enough to tell the words of one list apart; a button has no room for the words themselves. */
const HASH_LETTERS = 8;
/** A story is news for so long, with all that follows it. */
const STORY_MUTED_MS = 30 * DAY_MS;
const BUTTON_UNITS = 60;
/** Words and, behind them, until when: «بورصة حتى 31/1», `stocks for 2 weeks`. */
const WITH_END = /^(\S.*?)[،,]?\s+((?:حت[ىي]|[إا]ل[ىي]|لمد[ةه]|until|for)\s.+)$/iu;
/** Of these nothing else is meant, as in «رحلة إلى القمر» or `care for the old`. */
const SURE_END = /^(?:حت[ىي]|لمد[ةه]|until)\s/iu;

const hashOf = (words: string) => shortHash(words, HASH_LETTERS);

/**
 * `/follow <words>` and `/mute <words>` add words to a list, or show it with a button for each that takes it out again. A mute may
 * have an end, and the address of an article mutes its story with all that follows it.
 */
export function followMuteFeature({ digests, stories, clock }: BotDeps): Feature {
  const current = async (ctx: BotContext) => withoutOverMutes(await ctx.chosen(), clock.now());
  const dateOf = (ctx: BotContext, at: number, { timeZone, locale, digits }: Subscription) =>
    dateText(at, { timeZone, locale, digits, translate: ctx.t });

  function view(ctx: BotContext, list: WordList, subscription: Subscription): View {
    const { t } = ctx;
    const words = subscription[list];
    const muted = list === "mute" ? (subscription.mutedStories ?? []) : [];
    if (words.length + muted.length === 0) return { text: t(`${list}-usage`) };
    const row = (shown: string, key: string, until?: number): Button[] => {
      const end = until === undefined ? "" : ` (${t("muted-until", { date: dateOf(ctx, until, subscription) })})`;
      return [{ text: `✕ ${shown}${end}`, data: encodePress(`un${list}`, hashOf(key)) }];
    };
    const rows = [
      ...words.map((entry) => row(entry, entry, list === "mute" ? muteEnd(subscription, entry) : undefined)),
      ...muted.map(({ id, title, until }) => row(oneLine(title, BUTTON_UNITS), id, until)),
    ];
    return { text: t(`${list}-list`), rows };
  }

  const sayTooMany = (ctx: BotContext, subscription: Subscription) =>
    say(ctx, ctx.t("words-too-many", counted(MOST_WORDS, subscription)));
  const undo = (ctx: BotContext, list: WordList, key: string) => [
    [{ text: ctx.t("button-undo"), data: encodePress(`un${list}`, hashOf(key)) }],
  ];

  async function muteStory(ctx: BotContext, url: string, until: number): Promise<unknown> {
    const story = await stories.storyOf(url);
    if (story === undefined) return say(ctx, ctx.t("mute-story-unknown"));
    const before = await current(ctx);
    const changed = withMutedStory(before, { ...story, until });
    if (changed === "too-many") return sayTooMany(ctx, before);
    await digests.save(changed);
    const date = dateOf(ctx, until, before);
    return say(ctx, ctx.t("mute-story-added", { title: story.title, date }), undo(ctx, "mute", story.id));
  }

  async function mute(ctx: BotContext, words: string): Promise<unknown> {
    const [, before, end = ""] = WITH_END.exec(words) ?? [];
    const { timeZone } = await ctx.chosen();
    const until = before === undefined ? undefined : parsePauseEnd(end, timeZone, clock.now());
    if (until === undefined && SURE_END.test(end)) return say(ctx, ctx.t("mute-end-unknown"));
    const meant = until === undefined ? words : (before as string);
    if (/^https?:\/\/\S+$/i.test(meant)) return muteStory(ctx, meant, until ?? clock.now() + STORY_MUTED_MS);
    return add(ctx, "mute", meant, until);
  }

  async function add(ctx: BotContext, list: WordList, words: string, until?: number): Promise<unknown> {
    const before = await current(ctx);
    if (words === "") {
      const { text, rows } = view(ctx, list, before);
      return say(ctx, text, rows);
    }
    if (words.length > LONGEST_UNITS) return say(ctx, ctx.t("words-too-long", counted(LONGEST_UNITS, before)));
    const changed = withWords(before, list, words, until);
    if (changed === "known") return say(ctx, ctx.t(`${list}-known`, { words }));
    if (changed === "too-many") return sayTooMany(ctx, before);
    await digests.save(changed);
    const added =
      until === undefined
        ? ctx.t(`${list}-added`, { words })
        : ctx.t("mute-added-until", { words, date: dateOf(ctx, until, before) });
    return say(ctx, added, undo(ctx, list, words));
  }

  async function remove(ctx: BotContext, list: WordList, hash: string): Promise<string | undefined> {
    const before = await current(ctx);
    const words = before[list].find((entry) => hashOf(entry) === hash);
    const story = list === "mute" ? before.mutedStories?.find(({ id }) => hashOf(id) === hash) : undefined;
    if (words === undefined && story === undefined) return ctx.t("button-old");
    const changed =
      words === undefined ? withoutMutedStory(before, story?.id ?? "") : withoutWords(before, list, words);
    await digests.save(changed);
    await rewrite(ctx, view(ctx, list, changed));
    return ctx.t(`${list}-removed`, { words: words ?? oneLine(story?.title ?? "", BUTTON_UNITS) });
  }

  const command = (list: WordList): CommandFeature => ({
    name: list,
    audience: "chat-admin",
    run(ctx, argument) {
      const words = cleanText(argument).replace(/\s+/g, " ");
      return list === "mute" ? mute(ctx, words) : add(ctx, list, words);
    },
  });
  const button = (list: WordList): ButtonFeature => ({
    action: `un${list}`,
    audience: "chat-admin",
    press: (ctx, argument) => remove(ctx, list, argument),
  });
  return { commands: [command("follow"), command("mute")], buttons: [button("follow"), button("mute")] };
}
