import { numberText } from "../../digest/age.ts";
import { MAX_HOURS, parseTimes } from "../../digest/choose.ts";
import type { Subscription } from "../../digest/subscription.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import type { Feature } from "../feature.ts";
import { inRows } from "../keyboard.ts";
import { hoursText, nextDigestLine } from "../next-digest.ts";
import { zoneName } from "../regions.ts";
import { rewrite, say, type View } from "../say.ts";

const SHOWN = ["06", "07", "08", "09", "12", "14", "16", "18", "20", "21", "22", "23"].map((hour) => `${hour}:00`);
const IN_ROW = 4;

/** `/times 08:00 20:00`, and the same by buttons. */
export function timesFeature({ digests, clock }: BotDeps): Feature {
  function summary(ctx: BotContext, subscription: Subscription): string {
    const hours = hoursText(subscription);
    return [
      ctx.t("times-now", { hours, zone: zoneName(ctx.t, subscription.timeZone) }),
      nextDigestLine(ctx.t, digests, subscription, clock.now()),
    ].join("\n");
  }

  function view(ctx: BotContext, subscription: Subscription): View {
    const hours = [...new Set([...SHOWN, ...subscription.digestAt])].sort();
    const buttons = hours.map((hour) => ({
      text: `${subscription.digestAt.includes(hour) ? "✓ " : ""}${numberText(hour, subscription)}`,
      data: encodePress("hour", hour),
    }));
    return { text: `${summary(ctx, subscription)}\n\n${ctx.t("times-choose")}`, rows: inRows(buttons, IN_ROW) };
  }

  async function show(ctx: BotContext): Promise<undefined> {
    const { text, rows } = view(ctx, await ctx.chosen());
    await say(ctx, text, rows);
  }

  return {
    commands: [
      {
        name: "times",
        audience: "chat-admin",
        async run(ctx, argument) {
          if (argument === "") return show(ctx);
          const digestAt = parseTimes(argument);
          const before = await ctx.chosen();
          if (digestAt === undefined) return say(ctx, ctx.t("times-usage", counted(MAX_HOURS, before)));
          const subscription = { ...before, digestAt };
          await digests.save(subscription);
          return say(ctx, summary(ctx, subscription));
        },
      },
    ],
    buttons: [
      { action: "hours", audience: "chat-admin", press: show },
      {
        action: "hour",
        audience: "chat-admin",
        async press(ctx, argument) {
          const [hour, ...others] = parseTimes(argument) ?? [];
          if (hour === undefined || others.length > 0) return ctx.t("button-old");
          const before = await ctx.chosen();
          const chosen = new Set(before.digestAt);
          if (!chosen.delete(hour)) chosen.add(hour);
          if (chosen.size === 0) return ctx.t("times-at-least-one");
          if (chosen.size > MAX_HOURS) return ctx.t("times-at-most", counted(MAX_HOURS, before));
          const subscription = { ...before, digestAt: [...chosen].sort() };
          await digests.save(subscription);
          await rewrite(ctx, view(ctx, subscription));
          return undefined;
        },
      },
    ],
  };
}
