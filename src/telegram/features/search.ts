import { cleanText } from "../../lib/arabic/clean.ts";
import { renderAnswer } from "../answer-cards.ts";
import { encodePress, fitsPress } from "../callback-codec.ts";
import type { BotContext, BotDeps } from "../context.ts";
import { cut } from "../cut.ts";
import type { Feature } from "../feature.ts";
import { say, sayHtml } from "../say.ts";

const FOUND_SHOWN = 8;
const QUERY_UNITS = 200;

/** Answers a search; shared with `/latest <words>`. */
export function createSearch({ news, clock }: BotDeps) {
  return async (ctx: BotContext, argument: string): Promise<unknown> => {
    const query = cut(cleanText(argument).replace(/\s+/g, " "), QUERY_UNITS).trim();
    if (query === "") return say(ctx, ctx.t("search-usage"));
    const chosen = await ctx.chosen();
    const { cards, suggestion, isPartial } = await news.search(query, FOUND_SHOWN, chosen);
    if (cards.length > 0)
      await sayHtml(ctx, renderAnswer({ title: ctx.t("search-title", { query }), cards }, ctx.t, chosen, clock.now()));
    const lines = cards.length > 0 ? [] : [ctx.t("search-nothing", { query })];
    if (suggestion !== undefined) lines.push(ctx.t("did-you-mean", { suggestion }));
    if (isPartial) lines.push(ctx.t("search-partial"));
    if (lines.length === 0) return;
    // A suggestion that is too long for a button is still there to be read.
    const pressable = suggestion !== undefined && fitsPress("search", suggestion);
    const button = pressable && {
      text: ctx.t("button-search", { query: suggestion }),
      data: encodePress("search", suggestion),
    };
    return say(ctx, lines.join("\n"), button ? [[button]] : undefined);
  };
}

/** `/search <words>`, with «هل تقصد» where no article has one of the words. */
export function searchFeature(search: ReturnType<typeof createSearch>): Feature {
  return {
    commands: [{ name: "search", audience: "everybody", run: search }],
    buttons: [
      {
        action: "search",
        audience: "everybody",
        async press(ctx, argument) {
          await search(ctx, argument);
          return undefined;
        },
      },
    ],
  };
}
