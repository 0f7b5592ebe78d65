import { AppError, ExtractError, FetchError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import { isSitePage } from "../extract/listing-address.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Clock, Logger, Stores, Validators } from "../ports.ts";
import {
  afterFailure,
  afterRead,
  afterUnchanged,
  afterWait,
  firstPoll,
  isDue,
  type PollState,
} from "../source/polling.ts";
import type { Source } from "../source/source.ts";
import { articleId } from "../story/article-id.ts";
import type { Imports } from "./imports.ts";
import type { LinkCheck } from "./link-check.ts";
import { readArticle } from "./read-article.ts";
import { readSource, type Web } from "./read-source.ts";
import type { Shelf } from "./shelf.ts";

/** So many sources are read side by side; within a host the fetcher asks one after the other. */
const SOURCES_AT_ONCE = 6;
/** A page without text in its feed that cannot be read is asked for in so many runs. */
const TRIES_PER_PAGE = 3;
/** Of so many unreadable pages the tries are remembered. */
const REMEMBERED_TRIES = 2000;

/** What one run did; for logs, metrics and tests. */
export interface CollectReport {
  readonly sources: number;
  readonly kept: number;
  readonly failures: number;
}

/** Reads what is due. */
export interface Collector {
  /**
   * One run over what was imported and the sources that are due; a second call while one runs joins it. A failing
   * source never stops its neighbours.
   */
  run(signal?: AbortSignal): Promise<CollectReport>;
}

/** A collector that reads at most `pagesPerRun` article pages of a source in one run. `random` in [0, 1) is the jitter. */
export function createCollector(deps: {
  stores: Stores;
  shelf: Shelf;
  imports: Pick<Imports, "takeIn">;
  links: LinkCheck;
  web: Web;
  clock: Clock;
  logger: Logger;
  random: () => number;
  pagesPerRun: number;
}): Collector {
  const { stores, shelf, imports, links, web, clock, logger, random, pagesPerRun } = deps;
  const tries = new Map<string, number>();
  let running: Promise<CollectReport> | undefined;

  async function dueSources(): Promise<[Source, PollState][]> {
    const sources: Source[] = [];
    for await (const [, source] of stores.sources.entries()) if (source.enabled) sources.push(source);
    const polls = await stores.polls.getMany(sources.map((source) => source.id));
    const now = clock.now();
    return sources
      .map((source, index): [Source, PollState] => [source, polls[index] ?? firstPoll(source.id, now)])
      .filter(([, state]) => isDue(state, now));
  }

  /** Keeps the articles behind the headlines; feeds of whole sites have their «privacy» too. `complete`: none was left for a later run. */
  async function readHeadlines(source: Source, state: PollState, headlines: readonly Headline[], signal?: AbortSignal) {
    const news = headlines.filter(({ url }) => !isSitePage(url));
    const byId = new Map(news.map((headline) => [articleId(headline.url), headline]));
    const known = await shelf.known([...byId.keys()]);
    const unread = [...byId].filter((_, index) => !known[index]);
    const backlogBefore = state.readOnce ? null : clock.now() - DAY_MS;
    let kept = 0;
    let later = 0;
    for (const [id, headline] of unread.slice(0, pagesPerRun)) {
      if (signal?.aborted) return { kept, asked: unread.length, complete: false };
      const tryCount = (tries.get(id) ?? 0) + 1;
      const outcome = await readArticle(web, source, headline, {
        lastTry: tryCount >= TRIES_PER_PAGE,
        now: clock.now(),
        ...(signal === undefined ? {} : { signal }),
      });
      if (outcome.kind === "later") {
        later++;
        rememberTry(id, tryCount);
        logger.info({ source: source.id, failure: outcome.failure, tries: tryCount }, "a page will be tried again");
        if (outcome.failure === "wait") break;
        continue;
      }
      tries.delete(id);
      if (outcome.kind === "nothing") await shelf.refuse(id);
      else if ((await shelf.keep({ ...outcome.reading, backlogBefore }, id)) === "kept") {
        kept++;
        links.offer(
          source.id,
          outcome.reading.related.map(({ url }) => url),
        );
      }
    }
    return { kept, asked: unread.length, complete: later === 0 && unread.length <= pagesPerRun };
  }

  function rememberTry(id: string, count: number) {
    tries.delete(id);
    tries.set(id, count);
    if (tries.size > REMEMBERED_TRIES) tries.delete(tries.keys().next().value as string);
  }

  async function collectSource(
    source: Source,
    state: PollState,
    signal?: AbortSignal,
  ): Promise<{ kept: number; failed: boolean }> {
    const validators: Validators = { etag: state.etag, lastModified: state.lastModified, bodyHash: state.bodyHash };
    let next: PollState;
    let kept = 0;
    let asked = 0;
    let failed = false;
    try {
      const reading = await readSource(web, source, validators, clock.now(), signal);
      if (reading.kind === "read") {
        const result = await readHeadlines(source, state, reading.headlines, signal);
        ({ kept, asked } = result);
        const report = {
          validators: reading.validators,
          headlineCount: reading.headlines.length,
          newCount: kept,
          complete: result.complete,
        };
        next = afterRead(state, report, source, clock.now(), random());
      } else if (reading.kind === "unchanged") next = afterUnchanged(state, source, clock.now(), random());
      else next = afterWait(state, reading.retryAfterMs, clock.now());
    } catch (error) {
      if (signal?.aborted) return { kept, failed };
      if (!(error instanceof FetchError || error instanceof ExtractError)) throw error;
      if (error instanceof FetchError && error.failure === "paused") {
        next = afterWait(state, error.retryAfterMs, clock.now());
      } else {
        failed = true;
        const failure = failureOf(error, source, state);
        next = afterFailure(state, failure, source, clock.now(), random());
        logger.warn({ source: source.id, failure, failures: next.failures }, "a source could not be read");
      }
    }
    // Last of all: were it written before the articles, a kill in between would lose them behind a 304.
    await stores.polls.put(source.id, next);
    if (!failed) await links.run(source.id, pagesPerRun - asked, signal);
    return { kept, failed };
  }

  async function run(signal?: AbortSignal): Promise<CollectReport> {
    try {
      const imported = await imports.takeIn(signal);
      if (imported > 0) logger.info({ imported }, "imported articles arrived");
    } catch (error) {
      logger.error({ err: error }, "imported articles could not be taken in");
    }
    const due = await dueSources();
    const queue = [...due];
    let kept = 0;
    let failures = 0;
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined && !signal?.aborted; next = queue.shift()) {
        const [source, state] = next;
        try {
          const result = await collectSource(source, state, signal);
          kept += result.kept;
          if (result.failed) failures++;
        } catch (error) {
          failures++;
          const message = error instanceof AppError ? "a source could not be kept" : "a source broke the collector";
          logger.error({ err: error, source: source.id }, message);
        }
      }
    };
    await Promise.all(Array.from({ length: SOURCES_AT_ONCE }, worker));
    if (due.length > 0) logger.info({ sources: due.length, kept, failures }, "collected");
    return { sources: due.length, kept, failures };
  }

  return {
    run(signal) {
      running ??= run(signal).finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** A listing that once had headlines and has none now was made anew. */
function failureOf({ failure }: FetchError | ExtractError, source: Source, state: PollState): string {
  const isEmpty = failure === "no-headlines" && source.kind === "listing";
  return isEmpty && state.headlineCount > 0 ? "layout-changed" : failure;
}
