import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, rewrite, say } from "../context.ts";
import type { Feature } from "../feature.ts";

/** The three things that a newcomer may want first; the one that matters most has its own row. */
function firstButtons(ctx: BotContext): Button[][] {
  return [
    [{ text: ctx.t("button-subscribe"), data: encodePress("subscribe") }],
    [
      { text: ctx.t("button-latest"), data: encodePress("latest") },
      { text: ctx.t("button-hours"), data: encodePress("hours") },
    ],
  ];
}

/** `/start`, `/help`, `/privacy`, `/forget`. */
export function welcomeFeature(deps: BotDeps): Feature {
  return {
    commands: [
      {
        names: ["start"],
        audience: "everybody",
        async run(ctx) {
          await deps.digests.unpark(ctx.recipient);
          return say(ctx, ctx.t("welcome"), firstButtons(ctx));
        },
      },
      {
        names: ["help"],
        audience: "everybody",
        run: (ctx) => say(ctx, ctx.isOperator ? `${ctx.t("help")}\n\n${ctx.t("help-operator")}` : ctx.t("help")),
      },
      { names: ["privacy"], audience: "everybody", run: (ctx) => say(ctx, ctx.t("privacy")) },
      {
        names: ["forget"],
        audience: "chat-admin",
        run: (ctx) =>
          say(ctx, ctx.t("forget-confirm"), [[{ text: ctx.t("button-forget"), data: encodePress("forget") }]]),
      },
    ],
    buttons: [
      {
        action: "forget",
        audience: "chat-admin",
        async press(ctx) {
          await deps.digests.forget(ctx.recipient);
          await rewrite(ctx, ctx.t("forgotten"));
          return undefined;
        },
      },
    ],
  };
}
