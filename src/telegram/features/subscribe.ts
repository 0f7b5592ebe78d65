import type { Subscription } from "../../digest/subscription.ts";
import { encodePress } from "../callback-codec.ts";
import { askedAt, type BotContext, type BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { hoursText, nextDigestLine } from "../next-digest.ts";
import { zoneName } from "../regions.ts";
import { say } from "../say.ts";

/** `/subscribe`, with a first digest at once, and `/unsubscribe`, which keeps what was chosen. */
export function subscribeFeature(deps: BotDeps): Feature {
  const { digests, clock } = deps;

  /** A post in a channel does not tell who wrote it: a channel needs an operator's leave. */
  async function maySubscribe({ isOperator, recipient, chat }: BotContext): Promise<boolean> {
    if (deps.access === "open") return true;
    if (!isOperator) return digests.isAdmitted(recipient.chatId);
    if (chat?.type !== "private") await digests.admit(recipient.chatId);
    return true;
  }

  async function subscribe(ctx: BotContext): Promise<void> {
    if (!(await maySubscribe(ctx))) {
      await say(ctx, ctx.t("subscribe-listed-only"));
      return;
    }
    const before = await ctx.chosen();
    const now = clock.now();
    const subscription: Subscription = { ...before, subscribedAt: before.subscribedAt ?? now, pausedUntil: null };
    await digests.save(subscription);
    await digests.unpark(ctx.recipient);
    const next = nextDigestLine(ctx.t, digests, subscription, now);
    if (before.subscribedAt !== null) {
      await say(ctx, `${ctx.t("already-subscribed")}\n${next}`);
      return;
    }
    const hours = hoursText(subscription);
    await say(ctx, `${ctx.t("subscribed", { hours, zone: zoneName(ctx.t, subscription.timeZone) })}\n${next}`);
    const first = await digests.digestNow(ctx.recipient, askedAt(ctx, now));
    if (first === "nothing-new") await say(ctx, ctx.t("first-digest-empty"));
  }

  return {
    commands: [
      { name: "subscribe", audience: "chat-admin", run: subscribe },
      {
        name: "unsubscribe",
        audience: "chat-admin",
        async run(ctx) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          await digests.save({ ...subscription, subscribedAt: null, pausedUntil: null });
          return say(ctx, ctx.t("unsubscribed"), [
            [{ text: ctx.t("button-subscribe"), data: encodePress("subscribe") }],
          ]);
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
