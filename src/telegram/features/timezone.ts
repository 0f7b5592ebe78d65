import { parseTimeZone } from "../../digest/choose.ts";
import type { Subscription } from "../../digest/subscription.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import type { BotContext, BotDeps } from "../context.ts";
import { cut } from "../cut.ts";
import type { Feature } from "../feature.ts";
import { inRows } from "../keyboard.ts";
import { nextDigestLine } from "../next-digest.ts";
import { REGIONS, zoneName } from "../regions.ts";
import { rewrite, say, type View } from "../say.ts";

const IN_ROW = 2;
const TYPED_UNITS = 60;

/** `/timezone Africa/Cairo`, `/timezone القاهرة`, and by buttons: a part of the world, then a city in it. */
export function timezoneFeature({ digests, clock }: BotDeps): Feature {
  function summary(ctx: BotContext, subscription: Subscription): string {
    const next = nextDigestLine(ctx.t, digests, subscription, clock.now());
    return `${ctx.t("zone-now", { zone: zoneName(ctx.t, subscription.timeZone) })}\n${next}`;
  }

  function regionRows({ t }: BotContext): Button[][] {
    return inRows(
      REGIONS.map(({ key }) => ({ text: t(`region-${key}`), data: encodePress("region", key) })),
      IN_ROW,
    );
  }

  function cityRows({ t }: BotContext, region: (typeof REGIONS)[number], subscription: Subscription): Button[][] {
    const cities = region.cities.map(([key, zone]) => ({
      text: `${subscription.timeZone === zone ? "✓ " : ""}${t(`city-${key}`)}`,
      data: encodePress("zone", zone),
    }));
    return [...inRows(cities, IN_ROW), [{ text: t("button-back"), data: encodePress("regions") }]];
  }

  function view(ctx: BotContext, subscription: Subscription): View {
    return { text: `${summary(ctx, subscription)}\n\n${ctx.t("zone-choose")}`, rows: regionRows(ctx) };
  }

  return {
    commands: [
      {
        name: "timezone",
        audience: "chat-admin",
        async run(ctx, argument) {
          const before = await ctx.chosen();
          if (argument === "") {
            const { text, rows } = view(ctx, before);
            return say(ctx, text, rows);
          }
          const timeZone = parseTimeZone(argument);
          if (timeZone === undefined)
            return say(ctx, ctx.t("zone-unknown", { zone: cut(argument, TYPED_UNITS) }), regionRows(ctx));
          const subscription = { ...before, timeZone };
          await digests.save(subscription);
          return say(ctx, summary(ctx, subscription));
        },
      },
    ],
    buttons: [
      {
        action: "zones",
        audience: "chat-admin",
        async press(ctx) {
          const { text, rows } = view(ctx, await ctx.chosen());
          await say(ctx, text, rows);
          return undefined;
        },
      },
      {
        action: "regions",
        audience: "chat-admin",
        async press(ctx) {
          await rewrite(ctx, view(ctx, await ctx.chosen()));
          return undefined;
        },
      },
      {
        action: "region",
        audience: "chat-admin",
        async press(ctx, argument) {
          const region = REGIONS.find(({ key }) => key === argument);
          if (region === undefined) return ctx.t("button-old");
          const subscription = await ctx.chosen();
          await rewrite(ctx, { text: summary(ctx, subscription), rows: cityRows(ctx, region, subscription) });
          return undefined;
        },
      },
      {
        action: "zone",
        audience: "chat-admin",
        async press(ctx, argument) {
          const region = REGIONS.find(({ cities }) => cities.some(([, zone]) => zone === argument));
          if (region === undefined) return ctx.t("button-old");
          const subscription = { ...(await ctx.chosen()), timeZone: argument };
          await digests.save(subscription);
          await rewrite(ctx, { text: summary(ctx, subscription), rows: cityRows(ctx, region, subscription) });
          return undefined;
        },
      },
    ],
  };
}
