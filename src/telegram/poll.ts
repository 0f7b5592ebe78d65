import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { BotStoppedError } from "../errors.ts";
import { backoffMs } from "../lib/retry.ts";
import type { Clock, Logger } from "../ports.ts";

const POLL_SECONDS = 30;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const WANTED = ["message", "channel_post", "callback_query", "my_chat_member"] as const;

/** The chat that an update belongs to, or the person; updates of one are handled in order. */
function laneOf(update: Update): number {
  const message = update.message ?? update.channel_post ?? update.callback_query?.message ?? update.my_chat_member;
  return message?.chat.id ?? update.callback_query?.from.id ?? 0;
}

/**
 * Asks Telegram for updates until `signal` is aborted. Those of different chats are handled side by side, one chat's in order, and all
 * of a batch are done before they are confirmed: killed in between, they come again. `handle` must not throw.
 *
 * Throws `BotStoppedError` for what only a person can mend: a wrong token, a webhook, a second process.
 */
export async function pollUpdates(
  deps: { api: Api; clock: Clock; logger: Logger; handle: (update: Update) => Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  const { api, clock, logger, handle } = deps;
  let offset = 0;
  let failures = 0;
  while (!signal.aborted) {
    let updates: Update[];
    try {
      updates = await api.getUpdates({ offset, timeout: POLL_SECONDS, allowed_updates: WANTED }, signal as never);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const pauseMs = pauseAfter(error, ++failures);
      logger.warn({ pauseMs, failures }, "Telegram gave no updates; asking again");
      await clock.sleep(pauseMs, signal);
      continue;
    }
    const lanes = Map.groupBy(updates, laneOf);
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const update of lane) await handle(update);
      }),
    );
    const last = updates.at(-1);
    if (last !== undefined) offset = last.update_id + 1;
  }
}

function pauseAfter(error: unknown, failures: number): number {
  const backoff = backoffMs(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, 0);
  if (!(error instanceof GrammyError)) return backoff;
  const stop = stopReason(error);
  if (stop !== undefined) throw new BotStoppedError(stop);
  return error.error_code === 429 ? (error.parameters.retry_after ?? 5) * 1000 : backoff;
}

/** What a person has to do about this answer; undefined for one that passes. */
export function stopReason({
  error_code: code,
  description,
}: Pick<GrammyError, "error_code" | "description">): string | undefined {
  if (code === 401 || code === 404)
    return `Telegram does not know the token (${code}): put the one that @BotFather gave into BOT_TOKEN`;
  if (code !== 409) return undefined;
  return /webhook/.test(description)
    ? "a webhook is set for this token (409): remove it with deleteWebhook, or stop who set it"
    : "another process asks for updates with this token (409): stop it first";
}
