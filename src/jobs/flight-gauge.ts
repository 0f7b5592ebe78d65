/** Flights that are looked back on. */
const KEPT = 64;
const REVIEWED_EVERY = 16;
/** Until flights were seen: Telegram's usual time. */
const USUAL_MS = 100;
/** What takes longer is not made up for: so many messages on their way would all come twice after a kill. */
const LONGEST_MS = 300;
/** Part of a message beyond a whole number that is not worth one more on its way. */
const ROUNDING = 0.25;
const MOST = 300;
/** An attempt that takes longer does not keep others from beginning. */
const HANGS_AFTER_MS = 1000;
/** Also at the slowest rate: one chat whose answer hangs delays nobody else. */
const LEAST_IN_ALL = 4;

/** How many messages may be on their way at once. What is on its way at a kill comes twice: no more than the rate needs. */
export interface FlightGauge {
  /** An attempt is over that took so long, from its first record to its last. */
  note(flightMs: number): void;
  /** When one more attempt may begin, given when those that are on their way began, in order; 0 for now. */
  mayBeginAt(begunAt: readonly number[], now: number): number;
}

/**
 * As many as reach the rate with flights that take as long as usual, and one more: the pace keeps the time, the gauge only keeps a
 * line that has become slow from filling. Usual is the faster quarter of the last ones, so that a machine that is busy for a moment,
 * ours or theirs, does not put more on their way. A process that is young, and may be one of many that are killed soon, has one less.
 */
export function createFlightGauge(messagesPerSecond: number): FlightGauge {
  const flights: number[] = [];
  let count = 0;
  const needed = (ms: number) => (messagesPerSecond * Math.min(Math.max(ms, USUAL_MS), LONGEST_MS)) / 1000;
  const allowed = (wanted: number) => Math.min(Math.max(Math.ceil(wanted - ROUNDING), 1), MOST);
  const mostInAll = Math.max(allowed(needed(LONGEST_MS) + ROUNDING), LEAST_IN_ALL);
  /** One until it was answered: the first message tells whether there is a line at all. */
  let most = 1;

  return {
    note(flightMs) {
      flights[count++ % KEPT] = flightMs;
      if (count === 1) most = allowed(needed(USUAL_MS));
      if (count < KEPT || count % REVIEWED_EVERY !== 0) return;
      const sorted = [...flights].sort((a, b) => a - b);
      most = allowed(needed(sorted[Math.floor(KEPT / 4)] as number) + 1);
    },
    mayBeginAt(begunAt, now) {
      if (begunAt.length >= mostInAll) return Number.POSITIVE_INFINITY;
      const fresh = begunAt.filter((at) => at > now - HANGS_AFTER_MS);
      return fresh.length < most ? 0 : (fresh[0] as number) + HANGS_AFTER_MS;
    },
  };
}
