import type { Edition } from "../digest/edition.ts";
import type { Recipient } from "../digest/subscription.ts";
import type { SendResult } from "../outbox/delivery.ts";
import type { Clock, Logger, Stores } from "../ports.ts";

/** So many chats whose messages Telegram refused in any form stop an edition, too. */
const MOST_REFUSALS = 3;
/** How often the canary is tried while nothing reaches Telegram. */
const MOST_TRIES = 5;
const RETRY_MS = 2000;
/** Settings: the edition behind it was shown to the canary. */
const SHOWN = "shown:";

/** What a refused text says about its edition. */
export type Verdict =
  | "told" // it came without its markup, which is wrong then: the edition stops
  | "stop" // no clear answer, or refused in any form of too many chats: the edition stops
  | "refused" // refused in any form: this chat's own trouble
  | "known"; // somebody else's refusal is being dealt with, or the program stops

/** Whether Telegram takes our texts: tried on the operator's own chat first, and judged where a reader's is refused. */
export interface Proofs {
  /** Takes note of what earlier processes showed: a setting by its name. */
  restore(setting: string): void;
  /** Whether the edition has to be shown before it goes to anybody. */
  mustShow(edition: Edition): boolean;
  /** Shows an edition to the canary. What Telegram refused of it, or undefined; then it may go. */
  show(edition: Edition): Promise<string | undefined>;
  /** Whether this recipient is the canary and has seen the edition. */
  wasShown(edition: Edition, recipient: Recipient): boolean;
  /** `sendPlain` is called once for an edition, and again only where that was refused. */
  judge(edition: Edition, sendPlain: () => Promise<SendResult | undefined>): Promise<Verdict>;
}

/** Without a canary chat nothing has to be shown. */
export function createProofs(deps: {
  stores: Stores;
  clock: Clock;
  logger: Logger;
  canaryChat: number | null;
  /** Sends in turn; undefined when the program stops before. */
  say: (recipient: Recipient, html: string, plain: boolean) => Promise<SendResult | undefined>;
}): Proofs {
  const { stores, clock, logger, canaryChat, say } = deps;
  const shown = new Set<string>();
  const judged = new Set<string>();
  const refusals = new Map<string, number>();

  /** One message for the canary: its refusal, `away` when there is no point in showing more, or undefined. */
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
    mustShow: (edition) => canaryChat !== null && !edition.asked && !shown.has(edition.id),
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
    wasShown: (edition, { chatId, threadId }) => chatId === canaryChat && threadId === 0 && shown.has(edition.id),
    async judge(edition, sendPlain) {
      if (judged.has(edition.id)) return "known";
      judged.add(edition.id);
      const result = await sendPlain();
      if (result?.kind === "sent") return "told";
      if (result !== undefined && result.kind !== "rejected") return "stop";
      judged.delete(edition.id);
      if (result === undefined) return "known";
      const count = (refusals.get(edition.id) ?? 0) + 1;
      refusals.set(edition.id, count);
      return count < MOST_REFUSALS ? "refused" : "stop";
    },
  };
}
