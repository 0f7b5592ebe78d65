import type { Clock, Logger, Stores } from "../ports.ts";
import type { Shelf } from "./shelf.ts";

/**
 * Forgets what is too old to be told or found: old news, editions whose recipients are all final. Safe at any time,
 * and again: the store drops expired records by itself, this clears what is derived from them.
 */
export async function prune(deps: {
  stores: Stores;
  shelf: Shelf;
  clock: Clock;
  logger: Logger;
  keepMs: number;
}): Promise<void> {
  const { stores, shelf, clock, logger, keepMs } = deps;
  const stories = shelf.prune();
  const old: string[] = [];
  for await (const [id, edition] of stores.editions.entries())
    if (edition.expiresAt < clock.now() - keepMs) old.push(id);
  await stores.editions.deleteMany(old);
  if (stories + old.length > 0) logger.info({ stories, editions: old.length }, "pruned");
}
