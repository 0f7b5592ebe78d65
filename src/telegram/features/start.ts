import { encodePress } from "../callback-codec.ts";
import type { BotContext, BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { nextDigestLine } from "../next-digest.ts";
import { say, type View } from "../say.ts";

/** The three things that a newcomer may want first; the one that matters most has its own row. */
function firstButtons({ t }: BotContext): View["rows"] {
  return [
    [{ text: t("button-subscribe"), data: encodePress("subscribe") }],
    [
      { text: t("button-latest"), data: encodePress("latest") },
      { text: t("button-hours"), data: encodePress("hours") },
    ],
  ];
}

/** `/start` greets. Who comes back after a block gets digests again. */
export function startFeature({ digests, clock }: BotDeps): Feature {
  return {
    commands: [
      {
        name: "start",
        audience: "everybody",
        async run(ctx) {
          if (ctx.chat?.type === "private") await digests.unpark(ctx.recipient);
          const chosen = await ctx.chosen();
          if (chosen.subscribedAt === null) return say(ctx, ctx.t("welcome"), firstButtons(ctx));
          const next = nextDigestLine(ctx.t, digests, chosen, clock.now());
          return say(ctx, `${ctx.t("welcome-back")}\n${next}`, firstButtons(ctx)?.slice(1));
        },
      },
    ],
  };
}
