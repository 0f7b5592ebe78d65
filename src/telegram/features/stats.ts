import { ageText, numberText } from "../../digest/age.ts";
import type { BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { say } from "../say.ts";

/** `/stats`: how reading goes, for operators. */
export function statsFeature({ sources, clock }: BotDeps): Feature {
  return {
    commands: [
      {
        name: "stats",
        audience: "operator",
        async run(ctx) {
          const all = await sources.list();
          const { locale, timeZone, digits } = await ctx.chosen();
          const wording = { locale, timeZone, digits, translate: ctx.t };
          const read = all.filter(({ source }) => source.enabled);
          const failing = read.filter(({ poll }) => poll !== undefined && poll.failures > 0);
          const headlines = read.reduce((sum, { poll }) => sum + (poll?.headlineCount ?? 0), 0);
          const lastAt = Math.max(...read.map(({ poll }) => poll?.checkedAt ?? 0), 0);
          return say(
            ctx,
            ctx.t("stats", {
              read: numberText(read.length, wording),
              failing: numberText(failing.length, wording),
              paused: numberText(all.length - read.length, wording),
              headlines: numberText(headlines, wording),
              when: lastAt === 0 ? ctx.t("source-never-read") : ageText(lastAt, clock.now(), wording),
            }),
          );
        },
      },
    ],
  };
}
