import type { SourceFinding, SourceStatus } from "../../ports.ts";
import { type BotContext, type BotDeps, say, sayHtml } from "../context.ts";
import type { Feature } from "../feature.ts";
import { renderAnswer } from "./reading.ts";

/** Reading a site politely takes time, but not longer than this. */
const PATIENCE_MS = 90_000;
/** A message of so many lines is easily within Telegram's limits. */
const LINES_IN_MESSAGE = 25;

/** `/sources`, `/addsource <URL>`, `/testsource <URL or id>`, `/removesource <id>`. */
export function operatingFeature(deps: BotDeps): Feature {
  const { sources, clock } = deps;

  /** Answers at once, reads in the background, and puts what came of it into the same message. */
  async function later(
    ctx: BotContext,
    argument: string,
    work: (signal: AbortSignal) => Promise<{ text: string; finding: SourceFinding | undefined }>,
  ) {
    if (argument === "" || argument.includes(" ")) return say(ctx, ctx.t("source-usage"));
    const waiting = await say(ctx, ctx.t("source-reading", { url: argument.slice(0, 200) }));
    ctx.background(async () => {
      const { text, finding } = await work(AbortSignal.timeout(PATIENCE_MS));
      await ctx.api.editMessageText(ctx.recipient.chatId, waiting.message_id, text, {
        link_preview_options: { is_disabled: true },
      });
      if (finding === undefined || finding.preview.length === 0) return;
      const title = ctx.t("source-preview");
      await sayHtml(ctx, renderAnswer(ctx, title, finding.preview, await ctx.chosen(), clock.now()));
    });
    return undefined;
  }

  const failureText = (ctx: BotContext, finding: SourceFinding) =>
    ctx.t(`failure-${finding.failure ?? "no-headlines"}`);

  function findingText(ctx: BotContext, finding: SourceFinding): string {
    const [best] = finding.candidates;
    if (best === undefined) return failureText(ctx, finding);
    return ctx.t("source-found", {
      name: best.name,
      kind: ctx.t(`kind-${best.kind}`),
      url: best.url,
      count: finding.headlineCount,
    });
  }

  function statusLine(ctx: BotContext, { source, poll }: SourceStatus): string {
    const mark = !source.enabled ? "⏸" : poll !== undefined && poll.failures > 0 ? "⚠️" : "✓";
    const name = (ctx.locale === "ar" ? source.nameAr : source.nameEn) || source.name;
    const trouble =
      poll !== undefined && poll.failures > 0 && poll.lastFailure !== null
        ? ` · ${ctx.t("source-failing", { count: poll.failures })}`
        : "";
    return `${mark} ${name} (${source.id})${trouble}`;
  }

  return {
    commands: [
      {
        names: ["sources"],
        audience: "operator",
        async run(ctx) {
          const list = await sources.list();
          if (list.length === 0) return say(ctx, ctx.t("sources-none"));
          const lines = list.map((status) => statusLine(ctx, status));
          const reading = list.filter(({ source }) => source.enabled).length;
          for (let start = 0; start < lines.length; start += LINES_IN_MESSAGE) {
            const head = start === 0 ? [ctx.t("sources-title", { count: reading }), ""] : [];
            await say(ctx, [...head, ...lines.slice(start, start + LINES_IN_MESSAGE)].join("\n"));
          }
          return undefined;
        },
      },
      {
        names: ["addsource"],
        audience: "operator",
        run: (ctx, argument) =>
          later(ctx, argument, async (signal) => {
            const answer = await sources.add(argument, String(ctx.from?.id ?? 0), signal);
            if (answer.kind === "failed") return { text: failureText(ctx, answer.finding), finding: undefined };
            const { name, id, kind, url } = answer.source;
            const key = answer.kind === "added" ? "source-added" : "source-exists";
            const text = ctx.t(key, {
              name,
              id,
              kind: ctx.t(`kind-${kind}`),
              url,
              count: answer.finding.headlineCount,
            });
            return { text, finding: answer.finding };
          }),
      },
      {
        names: ["testsource"],
        audience: "operator",
        run: (ctx, argument) =>
          later(ctx, argument, async (signal) => {
            const finding = await sources.test(argument, signal);
            return { text: findingText(ctx, finding), finding };
          }),
      },
      {
        names: ["removesource"],
        audience: "operator",
        async run(ctx, argument) {
          if (argument === "") return say(ctx, ctx.t("remove-usage"));
          const removed = await sources.remove(argument);
          return say(ctx, ctx.t(removed ? "source-removed" : "source-unknown", { id: argument.slice(0, 100) }));
        },
      },
    ],
  };
}
