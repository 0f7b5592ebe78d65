import type { Clock, Stores } from "../ports.ts";

/** The setting that is written to see whether it can be. */
const PULSE = "pulse";
/** A store that takes longer is as good as none. */
const LONGEST_MS = 2000;
/** Whoever asks again sooner hears the same. */
const GOOD_FOR_MS = 2000;

/** Finds out whether the store can be used by using it: also where no delivery would notice for hours. */
export interface StorePulse {
  isWell(): Promise<boolean>;
}

/** A pulse that was not felt yet. */
export function createStorePulse(stores: Pick<Stores, "settings">, clock: Clock): StorePulse {
  let felt: { readonly at: number; readonly isWell: Promise<boolean> } | undefined;

  async function feel(): Promise<boolean> {
    const inTime = new AbortController();
    const used = stores.settings
      .put(PULSE, clock.now())
      .then(() => stores.settings.get(PULSE))
      .then((value) => value !== undefined);
    try {
      return await Promise.race([used, clock.sleep(LONGEST_MS, inTime.signal).then(() => false)]);
    } catch {
      return false;
    } finally {
      inTime.abort();
    }
  }

  return {
    isWell() {
      const now = clock.now();
      if (felt === undefined || Math.abs(now - felt.at) >= GOOD_FOR_MS) felt = { at: now, isWell: feel() };
      return felt.isWell;
    },
  };
}
