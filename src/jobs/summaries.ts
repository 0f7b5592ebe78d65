import { MINUTE_MS, SECOND_MS } from "../lib/time.ts";
import type { Clock, Logger, Stores, SummaryModel } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { summarise } from "../summarise/extractive.ts";
import { modelText, refusalOf } from "../summarise/model-check.ts";
import { withoutOrders } from "../summarise/model-orders.ts";
import { beginningOf, summaryPrompt } from "../summarise/prompt.ts";
import type { Summary, SummaryLimits } from "../summarise/summary.ts";

/** Summaries of so many articles are kept in memory. */
const KEPT = 2000;
/** An edition waits so long for all its models' summaries; what is not there by then is told by the extract. */
const PATIENCE_MS = 45 * SECOND_MS;
const ASKED_AT_ONCE = 4;
/** After so many questions without an answer nobody is asked for a while. */
const FAILURES_IN_A_ROW = 3;
const REST_MS = 5 * MINUTE_MS;

/** The setting that holds the day (UTC) and how many words were sent and received on it: `2026-11-24 1200`. */
export const MODEL_WORDS = "modelWords";

/** A model, and how many words it may be sent and answer in one day. */
export interface SummaryModelOptions {
  readonly model: SummaryModel;
  readonly wordsPerDay: number;
}

/**
 * Since the start: summaries that a model made, answers that failed the check, questions without an
 * answer or beyond the day's words.
 */
export interface SummaryCounts {
  readonly made: number;
  readonly refused: number;
  readonly failed: number;
  readonly overBudget: number;
}

/** Summaries of articles: a model's where there is one and its answer passes the check, else the article's own sentences. */
export interface Summaries {
  /** What is known already; asks nobody. */
  known(article: Article, limits: SummaryLimits): Summary;
  /** One for each article. `ask`: a model is asked where it was not yet, for a while; without it only what is kept counts. */
  of(articles: readonly Article[], limits: SummaryLimits, ask: boolean): Promise<ReadonlyMap<string, Summary>>;
  counts(): SummaryCounts;
}

interface Known {
  readonly summary: Summary;
  /** Nobody needs to be asked any more. */
  readonly isFinal: boolean;
}

const keyOf = (article: Article, { sentences, words }: SummaryLimits) => `${article.id}:${sentences}:${words}`;
const wordCount = (text: string) => text.split(/\s+/).length;

/** `retentionMs`: a model's summaries are kept as long as articles. */
export function createSummaries(deps: {
  stores: Pick<Stores, "summaries" | "settings">;
  clock: Clock;
  logger: Logger;
  retentionMs: number;
  model?: SummaryModelOptions | undefined;
}): Summaries {
  const { stores, clock, logger, retentionMs, model } = deps;
  const memory = new Map<string, Known>();
  const counts = { made: 0, refused: 0, failed: 0, overBudget: 0 };
  let failuresInARow = 0;
  let restUntil = 0;
  let budget: Promise<{ day: string; words: number }> | undefined;

  function remember(key: string, known: Known): Summary {
    if (memory.size >= KEPT) memory.delete(memory.keys().next().value as string);
    memory.set(key, known);
    return known.summary;
  }

  function known(article: Article, limits: SummaryLimits): Summary {
    const key = keyOf(article, limits);
    const kept = memory.get(key);
    if (kept !== undefined) return kept.summary;
    return remember(key, { summary: summarise(article, limits, clock.now()), isFinal: model === undefined });
  }

  async function readBudget(): Promise<{ day: string; words: number }> {
    const [day = "", words] = String((await stores.settings.get(MODEL_WORDS)) ?? "").split(" ");
    return { day, words: Number(words) || 0 };
  }

  /** Takes words from the day's budget; false when there are not so many left. */
  async function spend(words: number, wordsPerDay: number): Promise<boolean> {
    budget ??= readBudget();
    const kept = await budget;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const spent = (kept.day === day ? kept.words : 0) + words;
    if (spent > wordsPerDay) return false;
    budget = Promise.resolve({ day, words: spent });
    await stores.settings.put(MODEL_WORDS, `${day} ${spent}`);
    return true;
  }

  async function ask(article: Article, limits: SummaryLimits, to: SummaryModelOptions, signal: AbortSignal) {
    const input = withoutOrders(beginningOf(article));
    if (input.paragraphs.length === 0) return keep(article, limits, summarise(article, limits, clock.now()));
    const prompt = summaryPrompt(input, limits);
    const words = wordCount(prompt.system) + wordCount(prompt.text) + limits.words;
    if (!(await spend(words, to.wordsPerDay))) {
      counts.overBudget++;
      return;
    }
    const answer = await to.model.ask(prompt, limits.words, signal);
    if (answer === undefined) {
      counts.failed++;
      failuresInARow++;
      if (failuresInARow >= FAILURES_IN_A_ROW) {
        restUntil = clock.now() + REST_MS;
        logger.warn(
          { failures: failuresInARow },
          "the model for summaries does not answer; it is left alone for a while",
        );
      }
      return;
    }
    failuresInARow = 0;
    const text = modelText(answer);
    const refusal = refusalOf(text, input, limits);
    if (refusal === undefined) counts.made++;
    else {
      counts.refused++;
      logger.info({ article: article.id, refusal }, "a model's summary was refused");
    }
    const made: Summary =
      refusal === undefined
        ? { articleId: article.id, text, sentenceIndexes: [], method: "model", madeAt: clock.now() }
        : summarise(article, limits, clock.now());
    await keep(article, limits, made);
  }

  /** Nobody is asked for this article again. */
  async function keep(article: Article, limits: SummaryLimits, summary: Summary): Promise<void> {
    remember(keyOf(article, limits), { summary, isFinal: true });
    await stores.summaries.put(keyOf(article, limits), summary, clock.now() + retentionMs);
  }

  /** Asks for all of them, a few at once, until done or out of patience. */
  async function askForAll(articles: readonly Article[], limits: SummaryLimits, to: SummaryModelOptions) {
    const stop = new AbortController();
    const done = new AbortController();
    void clock.sleep(PATIENCE_MS, done.signal).then(() => stop.abort());
    const waiting = [...articles];
    const asker = async () => {
      for (let article = waiting.shift(); article !== undefined; article = waiting.shift()) {
        if (stop.signal.aborted || clock.now() < restUntil) return;
        await ask(article, limits, to, stop.signal);
      }
    };
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, asker));
    done.abort();
  }

  return {
    known,
    counts: () => ({ ...counts }),
    async of(articles, limits, mayAsk) {
      if (model !== undefined) {
        const open = articles.filter((article) => memory.get(keyOf(article, limits))?.isFinal !== true);
        const kept = await stores.summaries.getMany(open.map((article) => keyOf(article, limits)));
        for (const [index, summary] of kept.entries())
          if (summary !== undefined) remember(keyOf(open[index] as Article, limits), { summary, isFinal: true });
        const missing = open.filter((_, index) => kept[index] === undefined);
        if (mayAsk && missing.length > 0) await askForAll(missing, limits, model);
      }
      return new Map(articles.map((article) => [article.id, known(article, limits)]));
    },
  };
}
