import { type Recipient, recipientKey } from "../digest/subscription.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Mark } from "../outbox/delivery.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Errand, Lanes } from "./lanes.ts";
import type { StoreTrouble } from "./store-trouble.ts";

/** Settings: the new id of the chat whose old one is behind it. */
const MOVED = "moved:";
/** Nothing that was planned for the old id is older. */
const KEPT_MS = 7 * DAY_MS;

/** What was planned for groups that became supergroups, and are told by another id now. */
export interface Relocation {
  /** Takes up what an earlier process learnt: a setting. */
  restore(setting: string, value: string | number): void;
  /**
   * From now on what was planned for one chat goes to the other, also after a start; what is kept of it
   * follows. Doing it again completes it.
   */
  note(fromChatId: number, toChatId: number): Promise<void>;
  newIdOf(recipient: Recipient): number | undefined;
  /** Completes the moves that an earlier process began. */
  resume(): Promise<void>;
  /**
   * The same errand at the chat's new id, in memory and on record. `mark`: what is known of it so
   * far. What is stored says so before anything is sent there, however long the store cannot be used.
   */
  move(errand: Errand, chatId: number, mark?: Mark): Promise<Errand>;
}

/** `moveChat` moves what is kept of a chat; doing it again completes it. */
export function createRelocation(deps: {
  stores: Stores;
  lanes: Lanes;
  trouble: StoreTrouble;
  clock: Clock;
  logger: Logger;
  moveChat: (fromChatId: number, toChatId: number) => Promise<void>;
}): Relocation {
  const { stores, lanes, trouble, clock, logger, moveChat } = deps;
  const moves = new Map<number, number>();

  async function note(from: number, to: number): Promise<void> {
    moves.set(from, to);
    await stores.settings.put(`${MOVED}${from}`, to, clock.now() + KEPT_MS);
    await moveChat(from, to);
  }

  /** What is known of a chat, under its new id. */
  async function moveMark(mark: Mark, chatId: number): Promise<void> {
    const key = recipientKey({ ...mark, chatId });
    const stored = await stores.marks.get(key);
    // What is known at the new id may be more: the move was cut short once, or told before.
    const isBehind =
      stored === undefined ||
      (stored.editionId === mark.editionId ? stored.part < mark.part : stored.slotAt < mark.slotAt);
    if (isBehind) await stores.marks.put(key, { ...mark, chatId });
  }

  return {
    note,
    restore(setting, value) {
      if (setting.startsWith(MOVED)) moves.set(Number(setting.slice(MOVED.length)), Number(value));
    },
    async resume() {
      for (const [from, to] of moves)
        await moveChat(from, to).catch((error: unknown) => {
          logger.warn({ err: error, from, to }, "a chat's records could not be moved to its new id");
        });
    },
    newIdOf: ({ chatId }) => moves.get(chatId),
    async move(errand, chatId, mark) {
      await trouble.surely(async () => {
        await note(errand.recipient.chatId, chatId);
        if (mark !== undefined) await moveMark(mark, chatId);
      });
      return lanes.move(errand, { ...errand.recipient, chatId });
    },
  };
}
