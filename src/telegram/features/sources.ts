import type { SourceStatus } from "../../desks.ts";
import { ageText } from "../../digest/age.ts";
import type { Subscription } from "../../digest/subscription.ts";
import { isolate } from "../../lib/html.ts";
import type { Source } from "../../source/source.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import { cut, packLines } from "../cut.ts";
import { failureText } from "../failure-text.ts";
import type { Feature } from "../feature.ts";
import { say } from "../say.ts";

/** Within Telegram's limit also with the marks of direction that each line may get. */
const MESSAGE_UNITS = 3800;
const NAME_UNITS = 60;

const nameOf = (source: Source, locale: string) =>
  cut((locale === "ar" ? source.nameAr : source.nameEn) || source.name, NAME_UNITS);

/** `/sources`: who is read; for operators also how the last reads went. `/removesource <id>`. */
export function sourcesFeature({ sources, clock }: BotDeps): Feature {
  function statusLine(ctx: BotContext, { source, poll }: SourceStatus, chosen: Subscription): string {
    const failure = poll !== undefined && poll.failures > 0 ? poll.lastFailure : null;
    const mark = !source.enabled ? "⏸" : failure === null ? "✓" : "⚠️";
    const { locale, timeZone, digits } = chosen;
    const wording = { locale, timeZone, digits, translate: ctx.t };
    const parts = [`${mark} ${nameOf(source, locale)}`, isolate(source.id)];
    if (source.enabled && poll?.checkedAt != null) parts.push(ageText(poll.checkedAt, clock.now(), wording));
    if (source.enabled && poll?.checkedAt == null) parts.push(ctx.t("source-never-read"));
    if (failure !== null) parts.push(ctx.t("source-failing", counted(poll?.failures ?? 0, chosen)));
    const line = parts.join(" · ");
    return failure === null ? line : `${line}\n   ${failureText(ctx, failure.failure)}`;
  }

  async function list(ctx: BotContext): Promise<unknown> {
    const all = await sources.list();
    const read = all.filter(({ source }) => source.enabled);
    const chosen = await ctx.chosen();
    const isOperating = ctx.isOperator && ctx.chat?.type === "private";
    if (all.length === 0 && isOperating) return say(ctx, ctx.t("sources-none"));
    const title = ctx.t("sources-title", counted(read.length, chosen));
    const lines = isOperating
      ? all.map((status) => statusLine(ctx, status, chosen))
      : read.map(({ source }) => `• ${nameOf(source, chosen.locale)}`);
    const head = lines.length === 0 ? title : `${title}\n`;
    for (const part of packLines([head, ...lines], MESSAGE_UNITS)) await say(ctx, part);
    return undefined;
  }

  return {
    commands: [
      { name: "sources", audience: "everybody", run: list },
      {
        name: "removesource",
        audience: "operator",
        async run(ctx, argument) {
          if (argument === "") return say(ctx, ctx.t("remove-usage"));
          const removed = await sources.remove(argument);
          return say(ctx, ctx.t(removed ? "source-removed" : "source-unknown", { id: cut(argument, NAME_UNITS) }));
        },
      },
    ],
  };
}
