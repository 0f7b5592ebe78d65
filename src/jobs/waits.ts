import { DAY_MS } from "../lib/time.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Pacer } from "./pacer.ts";

/** Settings: until when the bot may not send, and with a chat's id behind it, until when nothing goes to this chat. */
const BLOCKED = "blockedUntil";

/** The waits that Telegram asks for: kept to in this process at once, and on record for the next. */
export interface Waits {
  /** The bot or one chat may not be written to for so long. Rejects when it could not be recorded; it is kept to all the same. */
  begin(chatId: number, scope: "bot" | "chat", waitMs: number): Promise<void>;
  /** Takes up what an earlier process was asked for: a setting. */
  restore(setting: string, value: string | number): void;
}

/** `steady` is the pacer's clock; `clock` has the instants that are stored. */
export function createWaits(deps: {
  stores: Pick<Stores, "settings">;
  pacer: Pacer;
  steady: Clock;
  clock: Clock;
  logger: Logger;
}): Waits {
  const { stores, pacer, steady, clock, logger } = deps;
  return {
    async begin(chatId, scope, waitMs) {
      const until = steady.now() + waitMs;
      if (scope === "bot") pacer.block(until);
      else pacer.hold(chatId, until);
      logger.warn({ waitMs, ...(scope === "chat" ? { chatId } : {}) }, "Telegram asks to wait");
      const endsAt = clock.now() + waitMs;
      await stores.settings.put(scope === "bot" ? BLOCKED : `${BLOCKED}:${chatId}`, endsAt, endsAt);
    },
    restore(setting, value) {
      if (setting !== BLOCKED && !setting.startsWith(`${BLOCKED}:`)) return;
      // More than a day is the word of a clock that was wrong.
      const until = steady.now() + Math.min(Number(value) - clock.now(), DAY_MS);
      if (setting === BLOCKED) pacer.block(until);
      else pacer.hold(Number(setting.slice(BLOCKED.length + 1)), until);
    },
  };
}
