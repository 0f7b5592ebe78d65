import type { Transformer } from "grammy/web";
import type { Clock } from "../ports.ts";

const MOST_TRIES = 3;
/** A longer wait is not kept: what was asked for is stale by then. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Waits as long as a 429 asks for and calls again, up to twice. Nothing else is tried again: an answer that was lost may have been
 * a message that came.
 */
export function waitForFlood(clock: Clock, signal: () => AbortSignal | undefined): Transformer {
  return async (call, method, payload, callSignal) => {
    for (let tries = 1; ; tries++) {
      const answer = await call(method, payload, callSignal);
      if (answer.ok || answer.error_code !== 429 || tries === MOST_TRIES) return answer;
      const waitMs = (answer.parameters?.retry_after ?? 1) * 1000;
      if (waitMs > LONGEST_WAIT_MS || signal()?.aborted) return answer;
      await clock.sleep(waitMs, signal());
    }
  };
}
