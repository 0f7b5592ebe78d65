import { HOUR_MS, MINUTE_MS } from "../lib/time.ts";
import { parseStamp, type Stamp, type StampOptions } from "./stamp.ts";

/** Before this, a time of a feed is a default of somebody's software. */
const OLDEST = Date.UTC(1995, 0, 1);
/** Clocks differ by so much. */
const SKEW_MS = 10 * MINUTE_MS;

/**
 * The first of these texts that is a time which headlines may have; undefined when none is. A time in the future is not
 * believed: a date alone is noon, so that of today may lie ahead, and then stands for now.
 */
export function believedStamp(texts: readonly (string | undefined)[], options: StampOptions): Stamp | undefined {
  for (const text of texts) {
    const stamp = text === undefined || text.trim() === "" ? undefined : parseStamp(text, options);
    if (stamp === undefined || stamp.at < OLDEST) continue;
    const isDate = !stamp.iso.includes("T");
    if (stamp.at > options.now + (isDate ? 12 * HOUR_MS : SKEW_MS)) continue;
    return { ...stamp, at: Math.min(stamp.at, options.now) };
  }
  return undefined;
}
