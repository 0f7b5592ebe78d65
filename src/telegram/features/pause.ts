import { dateText } from "../../digest/age.ts";
import type { BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { FOREVER_AT, nextDigestLine } from "../next-digest.ts";
import { parsePauseEnd } from "../pause-end.ts";
import { say } from "../say.ts";

/** `/pause` keeps the subscription and stops its digests, for good or until a date; `/resume` undoes it. */
export function pauseFeature({ digests, clock }: BotDeps): Feature {
  return {
    commands: [
      {
        name: "pause",
        audience: "chat-admin",
        async run(ctx, argument) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          const { timeZone, locale, digits } = subscription;
          const until = argument === "" ? FOREVER_AT : parsePauseEnd(argument, timeZone, clock.now());
          if (until === undefined) return say(ctx, ctx.t("pause-usage"));
          await digests.save({ ...subscription, pausedUntil: until });
          if (until === FOREVER_AT) return say(ctx, ctx.t("paused"));
          const date = dateText(until, { timeZone, locale, digits, translate: ctx.t });
          return say(ctx, ctx.t("paused-until", { date }));
        },
      },
      {
        name: "resume",
        audience: "chat-admin",
        async run(ctx) {
          const subscription = await ctx.chosen();
          if (subscription.subscribedAt === null) return say(ctx, ctx.t("not-subscribed"));
          const resumed = { ...subscription, pausedUntil: null };
          await digests.save(resumed);
          return say(ctx, `${ctx.t("resumed")}\n${nextDigestLine(ctx.t, digests, resumed, clock.now())}`);
        },
      },
    ],
  };
}
