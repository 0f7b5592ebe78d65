import { encodePress } from "../callback-codec.ts";
import type { BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { rewrite, say } from "../say.ts";

/** `/forget` deletes all that is kept of a chat, after it was asked. */
export function forgetFeature({ digests }: BotDeps): Feature {
  return {
    commands: [
      {
        name: "forget",
        audience: "chat-admin",
        run: (ctx) =>
          say(ctx, ctx.t("forget-confirm"), [
            [{ text: ctx.t("button-forget"), data: encodePress("forget") }],
            [{ text: ctx.t("button-keep"), data: encodePress("keep") }],
          ]),
      },
    ],
    buttons: [
      {
        action: "forget",
        audience: "chat-admin",
        async press(ctx) {
          await digests.forget(ctx.recipient);
          await rewrite(ctx, { text: ctx.t("forgotten") });
          return undefined;
        },
      },
      {
        action: "keep",
        audience: "chat-admin",
        async press(ctx) {
          await rewrite(ctx, { text: ctx.t("forget-kept") });
          return undefined;
        },
      },
    ],
  };
}
