import { HOUR_MS } from "../lib/time.ts";
import type { Story } from "../story/story.ts";

/** So many outlets … */
const OUTLETS = 4;
/** … or this part of all that are read, if that is more: with forty sources four of them carry any agency report. */
const OUTLET_RATIO = 0.15;
/** … tell it within so long, … */
const WITHIN_MS = 2 * HOUR_MS;
/** … the last of them not longer ago than this: what was urgent in the evening is not at dawn. */
const FRESH_MS = 3 * HOUR_MS;

/**
 * Whether a story is worth breaking somebody's silence: many outlets published it within two hours, and just now. What an outlet
 * had before we first read it does not count, nor does a second article of the same outlet.
 */
export function isUrgent(story: Pick<Story, "tellings">, sourceCount: number, now: number): boolean {
  const needed = Math.max(OUTLETS, Math.ceil(sourceCount * OUTLET_RATIO));
  const firsts = new Map<string, number>();
  for (const { sourceId, publishedAt, firstSeenAt, backlog } of story.tellings) {
    if (backlog) continue;
    const at = Math.min(publishedAt, firstSeenAt);
    firsts.set(sourceId, Math.min(firsts.get(sourceId) ?? at, at));
  }
  const times = [...firsts.values()].sort((a, b) => a - b);
  return times.some((last, index) => {
    const first = times[index - needed + 1];
    return first !== undefined && last - first <= WITHIN_MS && last <= now && now - last <= FRESH_MS;
  });
}
