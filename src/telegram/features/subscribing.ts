import { numberText, timeText, type Wording } from "../../digest/age.ts";
import type { Subscription } from "../../digest/subscription.ts";
import type { Translate } from "../../lib/messages.ts";
import { wallClock } from "../../lib/time.ts";
import type { BotDeps } from "../context.ts";
import { type BotContext, say } from "../context.ts";
import type { Feature } from "../feature.ts";

/** «اليوم 20:00», «غدًا 08:00» or the weekday: when the chat's next digest comes; undefined when none does. */
export function nextDigestText(
  t: Translate,
  deps: Pick<BotDeps, "digests" | "clock">,
  subscription: Subscription,
): string | undefined {
  const at = deps.digests.nextDigestAt(subscription);
  if (at === null) return undefined;
  const { timeZone, locale, digits } = subscription;
  const wording: Wording = { translate: t, timeZone, locale, digits };
  const time = timeText(at, wording);
  const dayOf = (instant: number) => {
    const { year, month, day } = wallClock(instant, timeZone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  const days = dayOf(at) - dayOf(deps.clock.now());
  if (days === 0) return t("next-today", { time });
  if (days === 1) return t("next-tomorrow", { time });
  const day = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-${digits}`, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(at);
  return t("next-day", { day, time });
}

/** The line that names the next digest, or says that none comes. */
export function nextDigestLine(
  t: Translate,
  deps: Pick<BotDeps, "digests" | "clock">,
  subscription: Subscription,
): string {
  const next = nextDigestText(t, deps, subscription);
  if (next !== undefined) return t("next-digest", { when: next });
  return t("next-after-subscribing");
}

/** `/subscribe`, `/unsubscribe`, `/pause`, `/resume`, `/digest`. */
export function subscribingFeature(deps: BotDeps): Feature {
  const { digests, clock } = deps;

  async function subscribe(ctx: BotContext): Promise<void> {
    if (deps.access === "listed" && !ctx.isOperator) {
      await say(ctx, ctx.t("subscribe-listed-only"));
      return;
    }
    const before = await ctx.chosen();
    const now = clock.now();
    const subscription = { ...before, subscribedAt: before.subscribedAt ?? now, pausedUntil: null };
    await digests.save(subscription);
    await digests.unpark(ctx.recipient);
    const next = nextDigestLine(ctx.t, deps, subscription);
    if (before.subscribedAt !== null) {
      await say(ctx, `${ctx.t("already-subscribed")}\n${next}`);
      return;
    }
    const hours = subscription.digestAt.map((time) => numberText(time, subscription)).join(ctx.t("list-separator"));
    await say(ctx, `${ctx.t("subscribed", { hours, zone: subscription.timeZone })}\n${next}`);
    const first = await digests.digestNow(ctx.recipient, askedAt(ctx, now));
    if (first === "nothing-new") await say(ctx, ctx.t("first-digest-empty"));
  }

  async function digest(ctx: BotContext): Promise<void> {
    const outcome = await digests.digestNow(ctx.recipient, askedAt(ctx, clock.now()));
    if (outcome === "nothing-new") await say(ctx, ctx.t("nothing-new"));
    if (outcome === "busy") await say(ctx, ctx.t("digest-on-its-way"));
  }

  return {
    commands: [
      { names: ["subscribe"], audience: "chat-admin", run: subscribe },
      {
        names: ["unsubscribe"],
        audience: "chat-admin",
        async run(ctx) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          await digests.save({ ...subscription, subscribedAt: null });
          return say(ctx, ctx.t("unsubscribed"));
        },
      },
      { names: ["digest"], audience: "chat-admin", run: digest },
      {
        names: ["pause"],
        audience: "chat-admin",
        async run(ctx, argument) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          const until = argument === "" ? Number.MAX_SAFE_INTEGER : Date.parse(`${argument}T00:00:00Z`);
          if (!(until > clock.now())) return say(ctx, ctx.t("pause-usage"));
          await digests.save({ ...subscription, pausedUntil: until });
          return say(ctx, argument === "" ? ctx.t("paused") : ctx.t("paused-until", { date: argument }));
        },
      },
      {
        names: ["resume"],
        audience: "chat-admin",
        async run(ctx) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          const resumed = { ...subscription, pausedUntil: null };
          await digests.save(resumed);
          return say(ctx, `${ctx.t("resumed")}\n${nextDigestLine(ctx.t, deps, resumed)}`);
        },
      },
    ],
    buttons: [
      {
        action: "subscribe",
        audience: "chat-admin",
        async press(ctx) {
          await subscribe(ctx);
          return undefined;
        },
      },
    ],
  };
}

/** When a person asked: the same message that is told twice plans once. */
function askedAt(ctx: BotContext, now: number): number {
  const seconds = ctx.callbackQuery === undefined ? ctx.msg?.date : undefined;
  return seconds === undefined ? now : Math.min(now, seconds * 1000);
}
