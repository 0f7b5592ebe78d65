import type { Update } from "grammy/types";
import { type Api, GrammyError } from "grammy/web";
import { BotStoppedError } from "../errors.ts";
import { backoffMs } from "../lib/retry.ts";
import type { Clock, Logger } from "../ports.ts";
import { faultOf } from "./fault.ts";
import { createUpdateLanes } from "./lanes.ts";

/** A call of `getUpdates` waits so long for something to happen; its `Api` must be a little more patient. */
export const POLL_SECONDS = 30;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** After so long the updates that are still being handled no longer hold up those of other chats. */
const PATIENCE_MS = 10_000;
const CONFIRM_MS = 5000;
/**
 * Somebody else's poll may be the last one of a process that ends, or a person's try: only who goes on
 * for so long is a second process.
 */
const RIVAL_MS = 60_000;
const RIVAL_PAUSE_MS = 5000;
/** Conflicts that lie further apart have nothing to do with each other. */
const RIVAL_GAP_MS = 2 * POLL_SECONDS * 1000;
const WANTED = ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"] as const;

/**
 * Asks Telegram for updates until `signal` is aborted, then finishes those that were begun and confirms them.
 *
 * Updates of different chats are handled side by side, one chat's in order. A batch is confirmed when all of it is done: killed in
 * between, it comes again. Only an update that takes longer than ten seconds is confirmed before its end.
 * `handle` must not throw. Throws `BotStoppedError` for what only a person can mend: a wrong token, a webhook, a second process
 * that goes on asking for a minute.
 */
export async function pollUpdates(
  deps: { api: Api; clock: Clock; logger: Logger; handle: (update: Update) => Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  const { api, clock, logger, handle } = deps;
  const lanes = createUpdateLanes(handle);
  let offset = 0;
  let failures = 0;
  let rivalSince = Number.NEGATIVE_INFINITY;
  let rivalAt = Number.NEGATIVE_INFINITY;

  /** How long to wait after this error. Throws `BotStoppedError` for what does not pass by itself. */
  function pauseAfter(error: unknown): number {
    const backoff = backoffMs(++failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, 0);
    if (!(error instanceof GrammyError)) return backoff;
    const now = clock.now();
    if (isRival(error)) {
      if (now - rivalAt > RIVAL_GAP_MS) rivalSince = now;
      rivalAt = now;
      if (now - rivalSince < RIVAL_MS) return RIVAL_PAUSE_MS;
    }
    const stop = stopReason(error);
    if (stop !== undefined) throw new BotStoppedError(stop);
    return error.error_code === 429 ? (error.parameters.retry_after ?? 5) * 1000 : backoff;
  }

  async function finish(updates: readonly Update[]): Promise<void> {
    const begun = updates.map((update) => {
      const done = lanes.add(update);
      if (done === undefined)
        logger.warn({ update: update.update_id }, "one chat sends too much: an update is dropped");
      return done;
    });
    const patience = new AbortController();
    await Promise.race([Promise.all(begun), clock.sleep(PATIENCE_MS, patience.signal)]);
    patience.abort();
  }

  try {
    while (!signal.aborted) {
      let updates: Update[];
      try {
        updates = await api.getUpdates({ offset, timeout: POLL_SECONDS, allowed_updates: WANTED }, signal as never);
        if (!isUpdates(updates)) throw new Error("the answer holds no updates");
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        const pauseMs = pauseAfter(error);
        logger.warn({ ...faultOf(error), pauseMs, failures }, "Telegram gave no updates; asking again");
        await clock.sleep(pauseMs, signal);
        continue;
      }
      await finish(updates);
      const last = updates.at(-1);
      if (last !== undefined) offset = last.update_id + 1;
    }
  } finally {
    await lanes.idle();
  }
  if (offset === 0) return;
  const confirmation = { offset, limit: 1, timeout: 0, allowed_updates: WANTED };
  // Without an answer they come once more at the next start.
  await api.getUpdates(confirmation, AbortSignal.timeout(CONFIRM_MS) as never).catch(() => undefined);
}

/** What stands between Telegram and us may answer anything. */
function isUpdates(answer: unknown): boolean {
  return Array.isArray(answer) && answer.every((update) => Number.isInteger(update?.update_id));
}

/** Whether somebody else asked for updates with this token. */
function isRival({ error_code: code, description }: GrammyError): boolean {
  return code === 409 && !/webhook/.test(description);
}

/** What a person has to do about this answer; undefined for one that passes. */
export function stopReason(error: unknown): string | undefined {
  if (!(error instanceof GrammyError)) return undefined;
  const { error_code: code } = error;
  if (code === 401 || code === 404)
    return `Telegram does not know the token (${code}): put the one that @BotFather gave into BOT_TOKEN`;
  if (code !== 409) return undefined;
  return isRival(error)
    ? "another process asks for updates with this token (409): stop it first"
    : "a webhook is set for this token (409): remove it with deleteWebhook, or stop who set it";
}
