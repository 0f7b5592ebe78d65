import { askedAt, type BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { say } from "../say.ts";

/** `/digest` sends what is new now. The digest is its own answer. */
export function digestFeature({ digests, clock }: BotDeps): Feature {
  return {
    commands: [
      {
        name: "digest",
        audience: "chat-admin",
        async run(ctx) {
          const chosen = await ctx.chosen();
          // The digest is worded as the chat's record says: one that is asked for before anything was chosen gets its record now.
          if (chosen.subscribedAt === null) await digests.save(chosen);
          const outcome = await digests.digestNow(ctx.recipient, askedAt(ctx, clock.now()));
          if (outcome === "nothing-new") return say(ctx, ctx.t("nothing-new"));
          if (outcome === "busy") return say(ctx, ctx.t("digest-on-its-way"));
          return ctx.replyWithChatAction("typing");
        },
      },
    ],
  };
}
