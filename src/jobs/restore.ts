import type { Batch, Edition } from "../digest/edition.ts";
import type { Logger, Stores } from "../ports.ts";

/**
 * Gives every batch that was planned and is not at an end to `add`, one at a time. Batches that belong to no edition are deleted:
 * their planning was cut short, or their edition was stopped, and nobody else would.
 */
export async function restorePlanned(
  stores: Stores,
  logger: Logger,
  add: (edition: Edition, batches: readonly Batch[]) => void,
): Promise<void> {
  const editions = new Map<string, Edition>();
  for await (const [id, edition] of stores.editions.entries()) if (!edition.stopped) editions.set(id, edition);
  const orphans: string[] = [];
  for await (const [key, batch] of stores.batches.entries()) {
    const edition = editions.get(batch.editionId);
    // Of a higher number than there are: left by a planning that was cut short, and done again for fewer.
    if (edition === undefined || batch.number >= edition.batchCount) orphans.push(key);
    else add(edition, [batch]);
  }
  await stores.batches.deleteMany(orphans).catch((error: unknown) => {
    logger.warn({ err: error }, "what is left of editions that were cut short stays in the store");
  });
}
