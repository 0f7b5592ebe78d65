import { latinDigits } from "../../lib/arabic/digits.ts";
import { renderAnswer } from "../answer-cards.ts";
import type { BotContext, BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { say, sayHtml } from "../say.ts";

const COUNT = 5;
const MOST = 20;

/** `/latest`, `/latest 10`, and `/latest <words>`, which searches. */
export function latestFeature(
  { news, clock }: BotDeps,
  search: (ctx: BotContext, query: string) => Promise<unknown>,
): Feature {
  async function latest(ctx: BotContext, argument: string): Promise<unknown> {
    const number = latinDigits(argument);
    if (argument !== "" && !/^\d{1,9}$/.test(number)) return search(ctx, argument);
    const count = Math.min(MOST, Math.max(1, argument === "" ? COUNT : Number(number)));
    const chosen = await ctx.chosen();
    const cards = await news.latest(chosen, count);
    if (cards.length === 0) return say(ctx, ctx.t("no-news-yet"));
    return sayHtml(ctx, renderAnswer({ title: ctx.t("latest-title"), cards }, ctx.t, chosen, clock.now()));
  }

  return {
    commands: [{ name: "latest", audience: "everybody", run: latest }],
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
