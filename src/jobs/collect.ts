import { AppError } from "../errors.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import { firstPoll, isDue, type PollState } from "../source/polling.ts";
import type { Source } from "../source/source.ts";
import type { Imports } from "./imports.ts";
import type { LinkCheck } from "./link-check.ts";
import { createNewPages } from "./new-pages.ts";
import type { Web } from "./read-source.ts";
import type { Shelf } from "./shelf.ts";
import { createTurns } from "./turns.ts";
import { createVisitor } from "./visit.ts";

/** So many sources are read side by side; within a host the fetcher asks one after the other. */
const SOURCES_AT_ONCE = 6;

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
  const { stores, imports, links, clock, logger } = deps;
  const visit = createVisitor({ ...deps, pages: createNewPages(deps) });
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

  /** Reads a source when its turn comes; then, when it holds up no other source, asks for links that its pages offer. */
  async function attend(source: Source, state: PollState, signal?: AbortSignal) {
    try {
      const result = await inTurn(async () => (signal?.aborted ? undefined : visit(source, state, signal)));
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
