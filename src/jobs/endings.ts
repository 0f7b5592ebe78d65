import type { Edition } from "../digest/edition.ts";
import type { Logger, Stores } from "../ports.ts";
import type { Tally } from "./delivery.ts";
import type { Errand, Lanes } from "./lanes.ts";
import type { StoreTrouble } from "./store-trouble.ts";

/** How errands and editions come to an end, in memory and on record. */
export interface Endings {
  /** This recipient needs nothing more. */
  finish(errand: Errand): Promise<void>;
  /** The edition goes to nobody any more; what it told stays new for those who did not get it. */
  drop(edition: Edition): Promise<void>;
  /** Telegram refuses its text: it is dropped, also after a start, and operators are told. */
  stop(edition: Edition, description: string): Promise<void>;
}

/** `tellRefused` is called when an edition was stopped, with what Telegram said. */
export function createEndings(deps: {
  stores: Pick<Stores, "batches" | "editions">;
  lanes: Lanes;
  trouble: StoreTrouble;
  tally: Tally;
  logger: Logger;
  tellRefused: (description: string) => void;
}): Endings {
  const { stores, lanes, trouble, tally, logger, tellRefused } = deps;

  async function drop(edition: Edition): Promise<void> {
    const before = lanes.pendingCount();
    const batches = lanes.drop(edition.id);
    tally.dead += before - lanes.pendingCount();
    await trouble.surely(() => stores.batches.deleteMany(batches));
  }

  return {
    drop,
    async finish(errand) {
      const batch = lanes.finish(errand);
      if (batch !== undefined) await trouble.surely(() => stores.batches.delete(batch));
    },
    async stop(edition, description) {
      logger.error({ edition: edition.id, description }, "Telegram refused our text: the edition is stopped");
      await trouble.surely(() => stores.editions.put(edition.id, { ...edition, stopped: true }));
      await drop(edition);
      tellRefused(description);
    },
  };
}
