import type { Logger } from "../ports.ts";
import type { IndexTables } from "./index-tables.ts";

/** So many articles are removed in one step. */
const REMOVED_AT_ONCE = 50;
/** After so many articles that were added all is merged into one: each piece is looked at by each search. */
const MERGED_AFTER = 1000;

/** What may be done later, in steps between which the event loop has its turn. */
export interface Upkeep {
  /** Articles were added: their pieces are merged, from time to time with all that there is. */
  added(count: number): void;
  /** The first of them at once. Never throws. */
  remove(articleIds: readonly string[]): void;
  /** Begins to merge all into one. */
  mergeAll(): void;
  /** When nothing is left to do, after one turn at least. Never throws. */
  done(): Promise<void>;
  /** Does at once what should not be left undone. Never throws. */
  end(): void;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The upkeep of an index on which `using` works; false once it is closed. What fails is tried again after the next articles. */
export function createUpkeep(using: <T>(work: (tables: IndexTables) => T) => T | false, logger: Logger): Upkeep {
  let leaving: string[] = [];
  /** From this word on it is looked which of them are in no article any more. */
  let forgottenTo: number | undefined;
  let addedCount = 0;
  let running: Promise<void> | undefined;

  /** Whether more is left. */
  function step({ remove, forget, merge }: IndexTables): boolean {
    if (leaving.length > 0) {
      remove(leaving.slice(0, REMOVED_AT_ONCE));
      leaving = leaving.slice(REMOVED_AT_ONCE);
      forgottenTo = 0;
    } else if (forgottenTo !== undefined) forgottenTo = forget(forgottenTo);
    else return merge();
    return true;
  }

  /** What the work answers; false where it fails. */
  function attempt(work: (tables: IndexTables) => boolean): boolean {
    try {
      return using(work);
    } catch (error) {
      logger.debug({ err: error }, "the search index cannot be put in order now");
      return false;
    }
  }

  async function run(): Promise<void> {
    do await turn();
    while (attempt(step));
    running = undefined;
  }

  const begin = () => (running ??= run());

  function mergeAll(): void {
    addedCount = 0;
    using((tables) => tables.mergeAll());
    begin();
  }

  return {
    added(count) {
      addedCount += count;
      if (addedCount >= MERGED_AFTER) mergeAll();
      else begin();
    },
    remove(articleIds) {
      if (articleIds.length === 0) return;
      leaving.push(...articleIds);
      attempt(step);
      begin();
    },
    mergeAll,
    done: begin,
    end() {
      if (leaving.length === 0) return;
      attempt(({ remove }) => {
        remove(leaving);
        return false;
      });
    },
  };
}
