import { ExtractError, FetchError } from "../errors.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Clock, Logger, Stores, Validators } from "../ports.ts";
import { afterFailure, afterRead, afterUnchanged, afterWait, type PollState } from "../source/polling.ts";
import type { Source } from "../source/source.ts";
import type { NewPages } from "./new-pages.ts";
import { readSource, type Web } from "./read-source.ts";

/** What one visit to a source did. */
export interface Visit {
  readonly kept: number;
  readonly failed: boolean;
  /** How many more pages may be read of it in this run. */
  readonly pagesLeft: number;
}

/** Reads one source that is due, and says when it is due again. Throws only when the store or the program fails. */
export type Visitor = (source: Source, state: PollState, signal?: AbortSignal) => Promise<Visit>;

/** `random` in [0, 1) is the jitter. */
export function createVisitor(deps: {
  stores: Pick<Stores, "polls">;
  pages: NewPages;
  web: Web;
  clock: Clock;
  logger: Logger;
  random: () => number;
  pagesPerRun: number;
}): Visitor {
  const { stores, pages, web, clock, logger, random, pagesPerRun } = deps;

  /** The visit, and the source's state after it. */
  async function readNow(source: Source, state: PollState, signal?: AbortSignal): Promise<Visit & { next: PollState }> {
    const validators: Validators = { etag: state.etag, lastModified: state.lastModified, bodyHash: state.bodyHash };
    const reading = await readSource(web, source, validators, clock.now(), signal);
    const nothing = { kept: 0, failed: false, pagesLeft: pagesPerRun };
    if (reading.kind === "wait") return { ...nothing, next: afterWait(state, reading.retryAfterMs, clock.now()) };
    if (reading.kind === "unchanged") return { ...nothing, next: afterUnchanged(state, source, clock.now(), random()) };
    const { headlines } = reading;
    const backlogBefore = state.readOnce ? null : clock.now() - DAY_MS;
    const { kept, newCount, complete } = await pages.read(source, headlines, backlogBefore, signal);
    const report = { validators: reading.validators, headlineCount: headlines.length, newCount: kept, complete };
    const next = afterRead(state, report, source, clock.now(), random());
    return { kept, failed: false, pagesLeft: pagesPerRun - newCount, next };
  }

  function afterError(source: Source, state: PollState, error: FetchError | ExtractError) {
    if (error instanceof FetchError && error.failure === "paused")
      return {
        kept: 0,
        failed: false,
        pagesLeft: pagesPerRun,
        next: afterWait(state, error.retryAfterMs, clock.now()),
      };
    const failure = failureOf(error, source, state);
    const next = afterFailure(state, failure, source, clock.now(), random());
    logger.warn({ source: source.id, failure, failures: next.failures }, "a source could not be read");
    return { kept: 0, failed: true, pagesLeft: 0, next };
  }

  return async (source, state, signal) => {
    let read: Visit & { next: PollState };
    try {
      read = await readNow(source, state, signal);
    } catch (error) {
      if (signal?.aborted) return { kept: 0, failed: false, pagesLeft: 0 };
      if (!(error instanceof FetchError || error instanceof ExtractError)) throw error;
      read = afterError(source, state, error);
    }
    const { next, ...visit } = read;
    // Last of all: were it written before the articles, a kill in between would lose them behind a 304.
    await stores.polls.put(source.id, next);
    return visit;
  };
}

/** A listing that once had headlines and has none now was made anew. */
function failureOf({ failure }: FetchError | ExtractError, source: Source, state: PollState): string {
  const isEmpty = failure === "no-headlines" && source.kind === "listing";
  return isEmpty && state.headlineCount > 0 ? "layout-changed" : failure;
}
