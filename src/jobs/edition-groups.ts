import { choicesOf } from "../digest/choose.ts";
import { type DueSlot, isHeld, isQuiet } from "../digest/due.ts";
import { choicesKey, FIRST_DIGEST_MS } from "../digest/plan.ts";
import { type Choices, type Recipient, recipientKey, type Subscription } from "../digest/subscription.ts";
import { DamagedRecordError } from "../errors.ts";
import { MINUTE_MS } from "../lib/time.ts";
import type { Mark } from "../outbox/delivery.ts";
import { isOfAnotherTime, mayTryAgain, newsSince } from "../outbox/transition.ts";
import type { Clock, Logger, Records, Stores } from "../ports.ts";
import type { Delivery } from "./delivery.ts";

/** So many recipients are looked at before the event loop has a turn. */
const CHUNK = 250;
const DAMAGED = Symbol("damaged");

/** Chats that share an edition. */
export interface EditionGroup {
  readonly choices: Choices;
  readonly slotAt: number;
  readonly since: number;
  readonly recipients: Recipient[];
  /** Those who want silence now, but not for an urgent story. */
  readonly quiet: Recipient[];
  /** Those who never had a digest. */
  readonly newcomers: Recipient[];
}

/** Puts chats together whose digests are the same. */
export interface EditionGroups {
  /**
   * Adds who of these gets the digest of its slot to the groups, and reserves its place: what was added when this rejects is
   * reserved, too. A chat whose earlier digest is still on its way is told to `onBusy` instead. Throws `StoreError`.
   */
  collect(
    dues: readonly DueSlot[],
    until: number,
    groups: Map<string, EditionGroup>,
    onBusy: (due: DueSlot) => void,
  ): Promise<void>;
  /** A group of one chat. */
  ofOne(subscription: Subscription, mark: Mark | undefined, slotAt: number, until: number): EditionGroup;
}

/** `retentionMs`: how long articles stay. */
export function createEditionGroups(deps: {
  stores: Pick<Stores, "subscriptions" | "marks">;
  delivery: Pick<Delivery, "reserve">;
  clock: Clock;
  logger: Logger;
  retentionMs: number;
}): EditionGroups {
  const { stores, delivery, clock, logger, retentionMs } = deps;

  /** Where a record is damaged, the others are read one by one: its chat is left out, and said. */
  async function read<T>(records: Records<T>, keys: readonly string[]): Promise<(T | undefined | typeof DAMAGED)[]> {
    try {
      return await records.getMany(keys);
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      const readable = (error: unknown): typeof DAMAGED => {
        if (!(error instanceof DamagedRecordError)) throw error;
        logger.error({ err: error }, "a damaged record is left out");
        return DAMAGED;
      };
      return Promise.all(keys.map((key) => records.get(key).catch(readable)));
    }
  }

  return {
    async collect(dues, until, groups, onBusy) {
      const now = clock.now();
      for (let start = 0; start < dues.length; start += CHUNK) {
        if (start > 0) await new Promise((resolve) => setImmediate(resolve));
        const chunk = dues.slice(start, start + CHUNK);
        const keys = chunk.map((due) => recipientKey(due.recipient));
        const [subscriptions, marks] = await Promise.all([read(stores.subscriptions, keys), read(stores.marks, keys)]);
        for (const [index, due] of chunk.entries()) {
          const subscription = subscriptions[index];
          const mark = marks[index];
          if (subscription === DAMAGED || mark === DAMAGED) continue;
          const stands = standing(due, subscription, mark, now);
          if (subscription === undefined || stands === "not") continue;
          const { recipient } = due;
          if (!delivery.reserve(recipient)) {
            onBusy(due);
            continue;
          }
          const choices = choicesOf(subscription, clock.now());
          const since = sinceOf(mark, until, retentionMs);
          const groupKey = `${due.slotAt}:${since}:${choicesKey(choices)}`;
          const group = groups.get(groupKey) ?? emptyGroup(choices, due.slotAt, since);
          (stands === "now" ? group.recipients : group.quiet).push(recipient);
          if (mark === undefined) group.newcomers.push(recipient);
          groups.set(groupKey, group);
        }
      }
    },
    ofOne(subscription, mark, slotAt, until) {
      const recipients = [{ chatId: subscription.chatId, threadId: subscription.threadId }];
      const newcomers = mark === undefined ? recipients : [];
      const group = emptyGroup(choicesOf(subscription, clock.now()), slotAt, sinceOf(mark, until, retentionMs));
      return { ...group, recipients, newcomers };
    },
  };
}

function emptyGroup(choices: Choices, slotAt: number, since: number): EditionGroup {
  return { choices, slotAt, since, recipients: [], quiet: [], newcomers: [] };
}

/**
 * Where the news of a chat begin. Chats without a mark share an instant, and so an edition; so do those whose mark is older than
 * anything that is kept.
 */
function sinceOf(mark: Mark | undefined, until: number, retentionMs: number): number {
  const floor = (ageMs: number) => Math.floor((until - ageMs) / MINUTE_MS) * MINUTE_MS;
  if (mark === undefined) return floor(FIRST_DIGEST_MS);
  return Math.max(Math.min(newsSince(mark), until), floor(retentionMs));
}

/** Whether a chat gets the digest of a slot: now, only if it is urgent, or not. */
function standing(due: DueSlot, subscription: Subscription | undefined, mark: Mark | undefined, now: number) {
  if (subscription === undefined || isHeld(subscription, now)) return "not";
  if (mark !== undefined && mark.slotAt >= due.slotAt && !isOfAnotherTime(mark, now)) return "not";
  if (mark?.parkReason != null && !mayTryAgain(mark, now)) return "not";
  if (!isQuiet(subscription, now)) return "now";
  return subscription.urgentInQuietHours ? "if-urgent" : "not";
}
