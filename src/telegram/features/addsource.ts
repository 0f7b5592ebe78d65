import type { SourceFinding } from "../../desks.ts";
import { measureBlock } from "../../digest/pack.ts";
import { escapeHtml } from "../../lib/html.ts";
import type { Button } from "../../ports.ts";
import type { Source } from "../../source/source.ts";
import { renderAnswer } from "../answer-cards.ts";
import { encodePress, fitsPress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import { cut } from "../cut.ts";
import { failureText } from "../failure-text.ts";
import type { Feature } from "../feature.ts";
import { directed, replace, say } from "../say.ts";

/** Reading a site politely takes time, but not longer than this. */
const PATIENCE_MS = 90_000;
const SHOWN_UNITS = 300;

/** What came of reading an address. */
interface Outcome {
  readonly text: string;
  readonly finding?: SourceFinding;
  readonly rows?: readonly (readonly Button[])[];
}

/** The address or id that was typed; an address may be typed without its beginning. */
function parseQuery(argument: string): string | undefined {
  if (argument === "" || /\s/.test(argument)) return undefined;
  return /^[\w-]+(\.[\w-]+)+(?:[:/?#]|$)/.test(argument) ? `https://${argument}` : argument;
}

/**
 * `/addsource <URL>` and `/testsource <URL or id>`: answered at once, read in the background, and the
 * answer becomes what was found.
 */
export function addSourceFeature({ sources, clock, logger }: BotDeps): Feature {
  async function describe(ctx: BotContext, key: string, source: Source, finding: SourceFinding): Promise<string> {
    const { name, id, kind, url } = source;
    const facts = { name: cut(name, SHOWN_UNITS), id, kind: ctx.t(`kind-${kind}`), url: cut(url, SHOWN_UNITS) };
    const { headlineCount, preview } = finding;
    const headlines = ctx.t("source-headlines", counted(headlineCount, await ctx.chosen()));
    const warning = headlineCount > 0 && preview.length === 0 ? [ctx.t("source-unreadable")] : [];
    return [ctx.t(key, facts), headlines, ...warning].join("\n");
  }

  async function add(ctx: BotContext, url: string, signal: AbortSignal): Promise<Outcome> {
    const answer = await sources.add(url, String(ctx.from?.id ?? 0), signal);
    const { finding } = answer;
    if (answer.kind === "failed") return { text: failureText(ctx, finding.failure) };
    const key = answer.kind === "added" ? "source-added" : "source-exists";
    return { text: await describe(ctx, key, answer.source, finding), finding };
  }

  async function tryOut(ctx: BotContext, query: string, signal: AbortSignal): Promise<Outcome> {
    const finding = await sources.test(query, signal);
    const [best] = finding.candidates;
    if (best === undefined) return { text: failureText(ctx, finding.failure) };
    const known = (await sources.list()).find(({ source }) => source.id === query || source.url === best.url);
    if (known !== undefined) return { text: await describe(ctx, "source-exists", known.source, finding), finding };
    const text = await describe(ctx, "source-found", best, finding);
    // An address that is too long for a button can still be added by its command.
    return fitsPress("add", query)
      ? { text, finding, rows: [[{ text: ctx.t("button-add-source"), data: encodePress("add", query) }]] }
      : { text: `${text}\n${ctx.t("source-add-hint")}`, finding };
  }

  async function later(
    ctx: BotContext,
    argument: string,
    work: (ctx: BotContext, query: string, signal: AbortSignal) => Promise<Outcome>,
  ): Promise<unknown> {
    const query = parseQuery(argument);
    if (query === undefined) return say(ctx, ctx.t("source-usage"));
    const waiting = await say(ctx, ctx.t("source-reading", { url: cut(query, SHOWN_UNITS) }));
    ctx.background(async (stop) => {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE_MS)]);
      const { text, finding, rows } = await work(ctx, query, signal).catch((error: unknown): Outcome => {
        logger.error({ err: error }, "an address could not be tried");
        return { text: ctx.t("failed") };
      });
      const before = measureBlock(escapeHtml(directed(text, ctx.locale)));
      const answer = { title: ctx.t("source-preview"), cards: finding?.preview ?? [], before };
      const messages = renderAnswer(answer, ctx.t, await ctx.chosen(), clock.now());
      await replace(ctx, waiting.message_id, messages, rows);
    });
    return undefined;
  }

  return {
    commands: [
      { name: "addsource", audience: "operator", run: (ctx, argument) => later(ctx, argument, add) },
      { name: "testsource", audience: "operator", run: (ctx, argument) => later(ctx, argument, tryOut) },
    ],
    buttons: [
      {
        action: "add",
        audience: "operator",
        async press(ctx, argument) {
          await later(ctx, argument, add);
          return undefined;
        },
      },
    ],
  };
}
