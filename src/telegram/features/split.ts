import { oneLine } from "../../digest/line.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import type { BotContext, BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { rewrite, say, type View } from "../say.ts";

const STORIES_SHOWN = 8;
const TELLINGS_SHOWN = 20;
const BUTTON_UNITS = 60;

/**
 * `/split`, for operators: stories that several articles tell, the articles of one of them, and at a press an article gets a story of
 * its own. It is remembered: the two are never put together again.
 */
export function splitFeature({ stories }: BotDeps): Feature {
  async function storiesView({ t }: BotContext): Promise<View> {
    const merged = await stories.merged(STORIES_SHOWN);
    if (merged.length === 0) return { text: t("split-nothing") };
    const button = ({ id, title }: (typeof merged)[number]): Button[] => [
      { text: oneLine(title, BUTTON_UNITS) || t("untitled"), data: encodePress("splitstory", id) },
    ];
    return { text: t("split-choose-story"), rows: merged.map(button) };
  }

  async function tellingsView({ t, locale }: BotContext, storyId: string): Promise<View | undefined> {
    const tellings = (await stories.tellings(storyId, locale)).slice(0, TELLINGS_SHOWN);
    if (tellings.length < 2) return undefined;
    const rows = tellings.map(({ articleId, sourceName, title }): Button[] => [
      { text: oneLine(`${sourceName}: ${title}`, BUTTON_UNITS), data: encodePress("splitarticle", articleId) },
    ]);
    return {
      text: t("split-choose-article"),
      rows: [...rows, [{ text: t("button-back"), data: encodePress("splitback") }]],
    };
  }

  async function split({ t }: BotContext, articleId: string): Promise<string> {
    return t({ split: "split-done", alone: "split-alone", unknown: "button-old" }[await stories.split(articleId)]);
  }

  return {
    commands: [
      {
        name: "split",
        audience: "operator",
        async run(ctx) {
          const { text, rows } = await storiesView(ctx);
          return say(ctx, text, rows);
        },
      },
    ],
    buttons: [
      {
        action: "splitstory",
        audience: "operator",
        async press(ctx, storyId) {
          const view = await tellingsView(ctx, storyId);
          if (view === undefined) return ctx.t("button-old");
          await rewrite(ctx, view);
          return undefined;
        },
      },
      {
        action: "splitback",
        audience: "operator",
        async press(ctx) {
          await rewrite(ctx, await storiesView(ctx));
          return undefined;
        },
      },
      {
        action: "splitarticle",
        audience: "operator",
        async press(ctx, articleId) {
          const told = await split(ctx, articleId);
          await rewrite(ctx, await storiesView(ctx));
          return told;
        },
      },
    ],
  };
}
