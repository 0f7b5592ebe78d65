import type { Feature } from "../feature.ts";
import { say } from "../say.ts";

/** `/help`, `/privacy`. */
export function helpFeature(): Feature {
  return {
    commands: [
      {
        name: "help",
        audience: "everybody",
        run(ctx) {
          const isOperating = ctx.isOperator && ctx.chat?.type === "private";
          return say(ctx, isOperating ? `${ctx.t("help")}\n\n${ctx.t("help-operator")}` : ctx.t("help"));
        },
      },
      { name: "privacy", audience: "everybody", run: (ctx) => say(ctx, ctx.t("privacy")) },
    ],
  };
}
