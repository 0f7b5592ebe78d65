import { defaultSubscription } from "../digest/choose.ts";
import type { DueIndex } from "../digest/due.ts";
import { nextSlot } from "../digest/due.ts";
import { type Recipient, recipientKey, type Subscription } from "../digest/subscription.ts";
import type { Mark, ParkReason } from "../outbox/delivery.ts";
import type { Clock, DigestDesk, Stores } from "../ports.ts";
import type { Publisher } from "./publish.ts";

/** What a chat has that chose nothing. */
export interface SubscriptionDefaults {
  readonly timeZone: string;
  readonly locale: string;
  readonly digestAt: readonly string[];
}

/** Reads all subscriptions into the index of due slots. Answers how many chats are subscribed. */
export async function loadDueIndex(stores: Stores, due: DueIndex): Promise<number> {
  let count = 0;
  for await (const [, subscription] of stores.subscriptions.entries()) {
    if (subscription.subscribedAt === null) continue;
    due.set(subscription);
    count++;
  }
  return count;
}

/** Keeps what people chose, and answers for the digests that follow from it. */
export function createDigestDesk(deps: {
  stores: Stores;
  due: DueIndex;
  publisher: Publisher;
  clock: Clock;
  defaults: SubscriptionDefaults;
}): DigestDesk {
  const { stores, due, publisher, clock, defaults } = deps;

  async function subscription(recipient: Recipient, locale = defaults.locale): Promise<Subscription> {
    const stored = await stores.subscriptions.get(recipientKey(recipient));
    return stored ?? defaultSubscription(recipient, { ...defaults, locale });
  }

  async function save(changed: Subscription): Promise<void> {
    await stores.subscriptions.put(recipientKey(changed), changed);
    if (changed.subscribedAt === null) due.remove(changed);
    else due.set(changed);
  }

  async function changeMark(recipient: Recipient, change: (mark: Mark) => Mark): Promise<void> {
    const key = recipientKey(recipient);
    const mark = (await stores.marks.get(key)) ?? emptyMark(recipient, clock.now());
    await stores.marks.put(key, change(mark));
  }

  /** The keys of a chat and of its topics. */
  async function keysOf(chatId: number): Promise<string[]> {
    const keys: string[] = [];
    for await (const [key] of stores.subscriptions.entries()) if (key.startsWith(`${chatId}:`)) keys.push(key);
    return keys;
  }

  return {
    subscription,
    save,
    async digestNow(recipient, askedAt) {
      return publisher.planNow(await subscription(recipient), askedAt);
    },
    nextDigestAt(chosen) {
      if (chosen.subscribedAt === null) return null;
      return nextSlot(chosen, Math.max(clock.now(), chosen.pausedUntil ?? 0)) ?? null;
    },
    async forget(recipient) {
      due.remove(recipient);
      await stores.subscriptions.delete(recipientKey(recipient));
      await stores.marks.delete(recipientKey(recipient));
    },
    async move(fromChatId, toChatId) {
      for (const key of await keysOf(fromChatId)) {
        const stored = await stores.subscriptions.get(key);
        if (stored === undefined) continue;
        const mark = await stores.marks.get(key);
        const moved = { ...stored, chatId: toChatId };
        // The new records first: cut short, the old ones are still there and the move is done again.
        if (mark !== undefined && (await stores.marks.get(recipientKey(moved))) === undefined)
          await stores.marks.put(recipientKey(moved), { ...mark, chatId: toChatId });
        await save(moved);
        due.remove(stored);
        await stores.subscriptions.delete(key);
        await stores.marks.delete(key);
      }
    },
    async park(recipient, reason: ParkReason) {
      await changeMark(recipient, (mark) => ({ ...mark, parkReason: reason, parkedAt: clock.now() }));
    },
    async unpark(recipient) {
      const mark = await stores.marks.get(recipientKey(recipient));
      if (mark?.parkReason == null) return;
      await changeMark(recipient, (parked) => ({ ...parked, parkReason: null, parkedAt: null }));
    },
  };
}

/** The mark of a chat that was never written to. */
function emptyMark(recipient: Recipient, now: number): Mark {
  return {
    chatId: recipient.chatId,
    threadId: recipient.threadId,
    editionId: "",
    slotAt: 0,
    until: now,
    part: 0,
    state: "sent",
    attempts: 0,
    notBefore: 0,
    messageIds: [],
    parkReason: null,
    parkedAt: null,
  };
}
