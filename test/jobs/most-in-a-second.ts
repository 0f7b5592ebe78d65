import { SECOND_MS } from "../../src/lib/time.ts";

/** The most of these instants, in order, that fall into any span of one second. */
export function mostInASecond(at: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [index, time] of at.entries()) {
    while ((at[first] as number) <= time - SECOND_MS) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
