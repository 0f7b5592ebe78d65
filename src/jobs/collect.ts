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
   * One run over what was imported and the sources that are due. Runs may overlap, so that a slow source holds up nobody: what
   * one of them reads, or has in its queue, the others leave to it. A failing source never stops its neighbours.
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
  const inTurn = createTurns(SOURCES_AT_ONCE);
  /** Sources that wait for their turn, are read, or have their links asked for. */
  const busy = new Set<string>();
  let takingIn: Promise<number> | undefined;

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
        const { url, related } = outcome.reading;
        links.offer(
          source.id,
          url,
          related.map((link) => link.url),
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
  ): Promise<{ kept: number; failed: boolean; pagesLeft: number }> {
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
      if (signal?.aborted) return { kept, failed, pagesLeft: 0 };
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
    return { kept, failed, pagesLeft: failed ? 0 : pagesPerRun - asked };
  }

  /** Reads a source when its turn comes; then, when it holds up no other source, asks for links that its pages offer. */
  async function attend(source: Source, state: PollState, signal?: AbortSignal) {
    try {
      const result = await inTurn(async () => (signal?.aborted ? undefined : collectSource(source, state, signal)));
      if (result !== undefined) await links.run(source.id, result.pagesLeft, signal);
      return { kept: result?.kept ?? 0, failed: result?.failed ?? false };
    } catch (error) {
      const message = error instanceof AppError ? "a source could not be kept" : "a source broke the collector";
      logger.error({ err: error, source: source.id }, message);
      return { kept: 0, failed: true };
    } finally {
      busy.delete(source.id);
    }
  }

  async function takeIn(signal?: AbortSignal) {
    try {
      takingIn ??= imports.takeIn(signal).finally(() => {
        takingIn = undefined;
      });
      const imported = await takingIn;
      if (imported > 0) logger.info({ imported }, "imported articles arrived");
    } catch (error) {
      logger.error({ err: error }, "imported articles could not be taken in");
    }
  }

  return {
    async run(signal) {
      await takeIn(signal);
      const wereBusy = new Set(busy);
      const due = (await dueSources()).filter(([{ id }]) => !busy.has(id) && !wereBusy.has(id));
      for (const [source] of due) busy.add(source.id);
      const results = await Promise.all(due.map(([source, state]) => attend(source, state, signal)));
      const kept = results.reduce((sum, result) => sum + result.kept, 0);
      const failures = results.filter(({ failed }) => failed).length;
      if (due.length > 0) logger.info({ sources: due.length, kept, failures }, "collected");
      return { sources: due.length, kept, failures };
    },
  };
}

/** Lets so many work at once; the others wait, first come, first served. */
function createTurns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let free = atOnce;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

/** A listing that once had headlines and has none now was made anew. */
function failureOf({ failure }: FetchError | ExtractError, source: Source, state: PollState): string {
  const isEmpty = failure === "no-headlines" && source.kind === "listing";
  return isEmpty && state.headlineCount > 0 ? "layout-changed" : failure;
}
