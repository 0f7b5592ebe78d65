import type { StoryCard } from "../../digest/card.ts";
import { packBlocks } from "../../digest/pack.ts";
import { renderCards, renderTitle } from "../../digest/render.ts";
import type { Subscription } from "../../digest/subscription.ts";
import { latinDigits } from "../../lib/arabic/digits.ts";
import { type BotContext, type BotDeps, say, sayHtml } from "../context.ts";
import type { Feature } from "../feature.ts";

const DEFAULT_COUNT = 5;
const MOST = 20;
const FOUND_SHOWN = 8;

/** Cards under a title as finished messages, as this chat wants them. */
export function renderAnswer(
  ctx: BotContext,
  title: string,
  cards: readonly StoryCard[],
  subscription: Subscription,
  now: number,
): string[] {
  const { locale, timeZone, digits, layout } = subscription;
  const options = { translate: ctx.t, locale, timeZone, digits, layout, now };
  return packBlocks([renderTitle(title, { locale }), ...renderCards(cards, options)]);
}

/** `/latest [n or words]`, `/search <words>`. */
export function readingFeature(deps: BotDeps): Feature {
  const { news, clock } = deps;

  async function latest(ctx: BotContext, argument: string): Promise<unknown> {
    const number = latinDigits(argument);
    if (argument !== "" && !/^\d+$/.test(number)) return search(ctx, argument);
    const count = Math.min(MOST, Math.max(1, argument === "" ? DEFAULT_COUNT : Number(number)));
    const subscription = await ctx.chosen();
    const cards = await news.latest(subscription, count);
    if (cards.length === 0) return say(ctx, ctx.t("no-news-yet"));
    return sayHtml(ctx, renderAnswer(ctx, ctx.t("latest-title"), cards, subscription, clock.now()));
  }

  async function search(ctx: BotContext, query: string): Promise<unknown> {
    if (query === "") return say(ctx, ctx.t("search-usage"));
    const subscription = await ctx.chosen();
    const { cards, suggestion } = await news.search(query, FOUND_SHOWN, subscription);
    if (cards.length > 0)
      return sayHtml(ctx, renderAnswer(ctx, ctx.t("search-title", { query }), cards, subscription, clock.now()));
    const nothing = ctx.t("search-nothing", { query });
    return say(ctx, suggestion === undefined ? nothing : `${nothing}\n${ctx.t("did-you-mean", { suggestion })}`);
  }

  return {
    commands: [
      { names: ["latest"], audience: "everybody", run: latest },
      { names: ["search"], audience: "everybody", run: search },
    ],
    buttons: [
      {
        action: "latest",
        audience: "everybody",
        async press(ctx) {
          await latest(ctx, "");
          return undefined;
        },
      },
    ],
  };
}
