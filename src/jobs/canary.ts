import type { Edition } from "../digest/edition.ts";
import type { Recipient } from "../digest/subscription.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Announcer } from "./announcer.ts";

/** How often the canary is tried while nothing reaches Telegram. */
const MOST_TRIES = 5;
const RETRY_MS = 2000;
/** Settings: the edition behind it was shown to the canary. */
const SHOWN = "shown:";

/** The operator's own chat that gets each edition first: what Telegram refuses there goes to nobody else. */
export interface Canary {
  /** Takes note of what earlier processes showed: a setting by its name. */
  restore(setting: string): void;
  /** Whether the edition has to be shown before it goes to anybody. */
  mustSee(edition: Edition): boolean;
  /** Shows an edition. What Telegram refused of it, or undefined; then it may go. */
  show(edition: Edition): Promise<string | undefined>;
  /** Whether this recipient is the canary and has seen the edition. */
  hasSeen(edition: Edition, recipient: Recipient): boolean;
}

/** Without a canary chat nothing has to be shown. */
export function createCanary(deps: {
  stores: Pick<Stores, "settings">;
  clock: Clock;
  logger: Logger;
  canaryChat: number | null;
  say: Announcer["say"];
}): Canary {
  const { stores, clock, logger, canaryChat, say } = deps;
  const shown = new Set<string>();

  /** One message: its refusal, `away` when there is no point in showing more, or undefined. */
  async function showMessage(canary: Recipient, html: string): Promise<{ refused: string } | "away" | undefined> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const result = await say(canary, html, false);
      switch (result?.kind) {
        case "rejected":
          await say(canary, html, true);
          return { refused: result.description };
        case "sent":
        case "maybe": // it may have come: not shown twice
          return undefined;
        case "wait": // the next turn comes after it
          break;
        case "unsent":
          await clock.sleep(RETRY_MS);
          break;
        default: // parked, moved, a refused token; or the program stops
          return "away";
      }
    }
    return "away";
  }

  return {
    restore(setting) {
      if (setting.startsWith(SHOWN)) shown.add(setting.slice(SHOWN.length));
    },
    mustSee: (edition) => canaryChat !== null && !edition.asked && !shown.has(edition.id),
    async show(edition) {
      if (canaryChat === null) return undefined;
      for (const html of edition.messages) {
        const outcome = await showMessage({ chatId: canaryChat, threadId: 0 }, html);
        if (outcome === "away") {
          logger.warn({ edition: edition.id }, "the canary chat cannot be written to: the edition goes without it");
          return undefined;
        }
        if (outcome !== undefined) return outcome.refused;
      }
      shown.add(edition.id);
      await stores.settings.put(`${SHOWN}${edition.id}`, clock.now(), edition.expiresAt).catch((error: unknown) => {
        logger.warn({ err: error }, "that the canary saw an edition is not on record: after a start it sees it again");
      });
      return undefined;
    },
    hasSeen: (edition, { chatId, threadId }) => chatId === canaryChat && threadId === 0 && shown.has(edition.id),
  };
}
