import { numberText } from "../../digest/age.ts";
import { MAX_HOURS, parseTimes, parseTimeZone } from "../../digest/choose.ts";
import type { Subscription } from "../../digest/subscription.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, rewrite, say } from "../context.ts";
import type { Feature } from "../feature.ts";
import { nextDigestLine } from "./subscribing.ts";

const HOURS = [
  "06:00",
  "07:00",
  "08:00",
  "09:00",
  "12:00",
  "14:00",
  "16:00",
  "18:00",
  "20:00",
  "21:00",
  "22:00",
  "23:00",
];
const HOURS_IN_ROW = 4;
const ZONES_IN_ROW = 2;
/** Zones that have a button; their names are messages. */
const ZONES: readonly (readonly [key: string, zone: string])[] = [
  ["city-riyadh", "Asia/Riyadh"],
  ["city-cairo", "Africa/Cairo"],
  ["city-dubai", "Asia/Dubai"],
  ["city-baghdad", "Asia/Baghdad"],
  ["city-kuwait", "Asia/Kuwait"],
  ["city-doha", "Asia/Qatar"],
  ["city-amman", "Asia/Amman"],
  ["city-damascus", "Asia/Damascus"],
  ["city-beirut", "Asia/Beirut"],
  ["city-jerusalem", "Asia/Hebron"],
  ["city-khartoum", "Africa/Khartoum"],
  ["city-tripoli", "Africa/Tripoli"],
  ["city-tunis", "Africa/Tunis"],
  ["city-algiers", "Africa/Algiers"],
  ["city-rabat", "Africa/Casablanca"],
  ["city-istanbul", "Europe/Istanbul"],
  ["city-london", "Europe/London"],
  ["city-berlin", "Europe/Berlin"],
];

function inRows(buttons: readonly Button[], perRow: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}

function hourRows(subscription: Subscription): Button[][] {
  const hours = [...new Set([...HOURS, ...subscription.digestAt])].sort();
  const buttons = hours.map((hour) => ({
    text: `${subscription.digestAt.includes(hour) ? "✓ " : ""}${numberText(hour, subscription)}`,
    data: encodePress("hour", hour),
  }));
  return inRows(buttons, HOURS_IN_ROW);
}

function zoneRows(ctx: BotContext, subscription: Subscription): Button[][] {
  const buttons = ZONES.map(([key, zone]) => ({
    text: `${subscription.timeZone === zone ? "✓ " : ""}${ctx.t(key)}`,
    data: encodePress("zone", zone),
  }));
  return inRows(buttons, ZONES_IN_ROW);
}

/** `/times 08:00 20:00`, `/timezone Africa/Cairo`, and both by buttons. */
export function clockFeature(deps: BotDeps): Feature {
  const { digests } = deps;

  function timesText(ctx: BotContext, subscription: Subscription): string {
    const hours = subscription.digestAt.map((time) => numberText(time, subscription)).join(ctx.t("list-separator"));
    const lines = [
      ctx.t("times-now", { hours, zone: subscription.timeZone }),
      nextDigestLine(ctx.t, deps, subscription),
    ];
    return lines.join("\n");
  }

  function zoneText(ctx: BotContext, subscription: Subscription): string {
    return `${ctx.t("zone-now", { zone: subscription.timeZone })}\n${nextDigestLine(ctx.t, deps, subscription)}`;
  }

  async function showTimes(ctx: BotContext): Promise<void> {
    const subscription = await ctx.chosen();
    await say(ctx, `${timesText(ctx, subscription)}\n\n${ctx.t("times-choose")}`, hourRows(subscription));
  }

  return {
    commands: [
      {
        names: ["times"],
        audience: "chat-admin",
        async run(ctx, argument) {
          if (argument === "") return showTimes(ctx);
          const digestAt = parseTimes(argument);
          if (digestAt === undefined) return say(ctx, ctx.t("times-usage", { most: MAX_HOURS }));
          const subscription = { ...(await ctx.chosen()), digestAt };
          await digests.save(subscription);
          return say(ctx, timesText(ctx, subscription));
        },
      },
      {
        names: ["timezone"],
        audience: "chat-admin",
        async run(ctx, argument) {
          const before = await ctx.chosen();
          if (argument === "")
            return say(ctx, `${zoneText(ctx, before)}\n\n${ctx.t("zone-choose")}`, zoneRows(ctx, before));
          const timeZone = parseTimeZone(argument);
          if (timeZone === undefined)
            return say(ctx, ctx.t("zone-unknown", { zone: argument.slice(0, 60) }), zoneRows(ctx, before));
          const subscription = { ...before, timeZone };
          await digests.save(subscription);
          return say(ctx, zoneText(ctx, subscription));
        },
      },
    ],
    buttons: [
      {
        action: "hours",
        audience: "chat-admin",
        async press(ctx) {
          await showTimes(ctx);
          return undefined;
        },
      },
      {
        action: "zones",
        audience: "chat-admin",
        async press(ctx) {
          const subscription = await ctx.chosen();
          await say(ctx, `${zoneText(ctx, subscription)}\n\n${ctx.t("zone-choose")}`, zoneRows(ctx, subscription));
          return undefined;
        },
      },
      {
        action: "hour",
        audience: "chat-admin",
        async press(ctx, argument) {
          const [hour] = parseTimes(argument) ?? [];
          if (hour === undefined) return ctx.t("button-old");
          const before = await ctx.chosen();
          const chosen = new Set(before.digestAt);
          if (!chosen.delete(hour)) chosen.add(hour);
          if (chosen.size === 0) return ctx.t("times-at-least-one");
          if (chosen.size > MAX_HOURS) return ctx.t("times-at-most", { most: MAX_HOURS });
          const subscription = { ...before, digestAt: [...chosen].sort() };
          await digests.save(subscription);
          await rewrite(ctx, `${timesText(ctx, subscription)}\n\n${ctx.t("times-choose")}`, hourRows(subscription));
          return undefined;
        },
      },
      {
        action: "zone",
        audience: "chat-admin",
        async press(ctx, argument) {
          const timeZone = parseTimeZone(argument);
          if (timeZone === undefined) return ctx.t("button-old");
          const subscription = { ...(await ctx.chosen()), timeZone };
          await digests.save(subscription);
          await rewrite(ctx, zoneText(ctx, subscription), zoneRows(ctx, subscription));
          return undefined;
        },
      },
    ],
  };
}
