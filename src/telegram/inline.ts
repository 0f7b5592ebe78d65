import type { InlineQueryResultArticle } from "grammy/types";
import { ageText } from "../digest/age.ts";
import type { StoryCard } from "../digest/card.ts";
import { oneLine } from "../digest/line.ts";
import { renderLoneCard } from "../digest/render.ts";
import { cleanText } from "../lib/arabic/clean.ts";
import { shortHash } from "../lib/hash.ts";
import type { BotContext, BotDeps } from "./context.ts";
import { cut } from "./cut.ts";
import { faultOf } from "./fault.ts";

const OFFERED = 10;
const QUERY_UNITS = 200;
const TITLE_UNITS = 120;
const DESCRIPTION_UNITS = 200;
/** Telegram asks again after so long: news change. */
const CACHE_SECONDS = 60;

/** Answers words typed after the bot's name in any chat with stories to send there; the latest where nothing was typed yet. */
export function createInlineSearch({ news, clock, logger }: Pick<BotDeps, "news" | "clock" | "logger">) {
  function resultOf(card: StoryCard, ctx: BotContext, wording: Parameters<typeof renderLoneCard>[1]) {
    const age = ageText(card.publishedAt, clock.now(), wording);
    const summary = oneLine(card.summary, DESCRIPTION_UNITS);
    return {
      type: "article",
      id: shortHash(card.url),
      title: oneLine(card.title, TITLE_UNITS) || ctx.t("untitled"),
      description: [`${oneLine(card.sourceName, TITLE_UNITS)} · ${age}`, summary].filter(Boolean).join("\n"),
      input_message_content: {
        message_text: renderLoneCard(card, wording),
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
      },
    } satisfies InlineQueryResultArticle;
  }

  return async (ctx: BotContext): Promise<void> => {
    const query = cut(cleanText(ctx.inlineQuery?.query ?? "").replace(/\s+/g, " "), QUERY_UNITS).trim();
    const chosen = await ctx.chosen();
    const cards = query === "" ? await news.latest(chosen, OFFERED) : (await news.search(query, OFFERED, chosen)).cards;
    const { locale, timeZone, digits, layout } = chosen;
    const wording = { translate: ctx.t, locale, timeZone, digits, layout, now: clock.now() };
    const results = new Map(cards.map((card) => [card.url, resultOf(card, ctx, wording)]));
    // Who types on has asked anew meanwhile: a late answer is no fault.
    await ctx
      .answerInlineQuery([...results.values()], { cache_time: CACHE_SECONDS, is_personal: true })
      .catch((error: unknown) => logger.debug(faultOf(error), "an inline query was answered too late"));
  };
}
