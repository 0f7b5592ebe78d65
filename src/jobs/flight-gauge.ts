/** Answers that are looked back on. */
const KEPT = 64;
const KEPT_AT_LEAST = 16;
/** Until answers were seen: Telegram's usual time. */
const USUAL_ANSWER_MS = 100;
/** What takes longer is not made up for: so many messages on their way would all come twice after a kill. */
const LONGEST_ANSWER_MS = 300;
/** Part of a message beyond a whole number that is not worth one more on its way. */
const ROUNDING = 0.25;
const MOST = 300;
/** An attempt that takes longer does not keep others from beginning. */
const HANGS_AFTER_MS = 1000;
/** Also at the slowest rate: one chat whose answer hangs delays nobody else. */
const LEAST_IN_ALL = 4;

/** How many messages may be on their way at once. What is on its way at a kill comes twice: no more than the rate needs. */
export interface FlightGauge {
  note(answerMs: number): void;
  /** When one more attempt may begin, given when those that are on their way began, in order; 0 for now. */
  mayBeginAt(begunAt: readonly number[], now: number): number;
}

/**
 * As many as reach the rate with answers that take as long as usual: the faster quarter of the last ones, so that a machine that
 * is busy for a moment, ours or theirs, does not put more on their way.
 */
export function createFlightGauge(messagesPerSecond: number): FlightGauge {
  const answers: number[] = [];
  let count = 0;
  const mostInAll = Math.min(Math.max(Math.ceil((messagesPerSecond * LONGEST_ANSWER_MS) / 1000), LEAST_IN_ALL), MOST);
  /** One until it was answered: the first message tells whether there is a line at all. */
  let most = 1;

  function allowedFor(answerMs: number): number {
    const wanted = (messagesPerSecond * Math.min(Math.max(answerMs, USUAL_ANSWER_MS), LONGEST_ANSWER_MS)) / 1000;
    return Math.min(Math.max(Math.ceil(wanted - ROUNDING), 1), MOST);
  }

  return {
    note(answerMs) {
      answers[count++ % KEPT] = answerMs;
      if (count === 1) most = allowedFor(USUAL_ANSWER_MS);
      if (count % KEPT_AT_LEAST !== 0) return;
      const sorted = [...answers].sort((a, b) => a - b);
      most = allowedFor(sorted[Math.floor(sorted.length / 4)] as number);
    },
    mayBeginAt(begunAt, now) {
      if (begunAt.length >= mostInAll) return Number.POSITIVE_INFINITY;
      const fresh = begunAt.filter((at) => at > now - HANGS_AFTER_MS);
      return fresh.length < most ? 0 : (fresh[0] as number) + HANGS_AFTER_MS;
    },
  };
}
