import type { DigestDesk } from "../desks.ts";
import { defaultSubscription } from "../digest/choose.ts";
import type { DueIndex } from "../digest/due.ts";
import { nextDigestSlot } from "../digest/due.ts";
import { FIRST_DIGEST_MS } from "../digest/plan.ts";
import { type Recipient, recipientKey, type Subscription } from "../digest/subscription.ts";
import type { ParkReason } from "../outbox/delivery.ts";
import { firstMark } from "../outbox/transition.ts";
import type { Clock, Stores } from "../ports.ts";
import { ADMITTED } from "./move-chat.ts";
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
  /** What is kept of a chat, and what is on its way to it, goes to its new id. */
  onMove: (fromChatId: number, toChatId: number) => Promise<void>;
}): DigestDesk {
  const { stores, due, publisher, clock, defaults, onMove } = deps;

  async function subscription(recipient: Recipient, locale = defaults.locale): Promise<Subscription> {
    const stored = await stores.subscriptions.get(recipientKey(recipient));
    return stored ?? defaultSubscription(recipient, { ...defaults, locale });
  }

  async function save(changed: Subscription): Promise<void> {
    const before = await stores.subscriptions.get(recipientKey(changed));
    await stores.subscriptions.put(recipientKey(changed), changed);
    if (changed.subscribedAt === null) return due.remove(changed);
    const isSame = before !== undefined && hoursOf(before) === hoursOf(changed);
    if (isSame) return due.set(changed);
    // An hour that has passed begins with the next day; one that came before the change still counts.
    if (before !== undefined) publisher.rescheduled(before);
    due.set(changed, clock.now());
  }

  /** The chat, and its topics that are subscribed. */
  function withTopics(recipient: Recipient): Recipient[] {
    const topics = due.ofChat(recipient.chatId).filter(({ threadId }) => threadId !== recipient.threadId);
    return [recipient, ...topics];
  }

  async function unpark(recipient: Recipient): Promise<void> {
    for (const each of withTopics(recipient)) {
      const key = recipientKey(each);
      const mark = await stores.marks.get(key);
      if (mark?.parkReason != null) await stores.marks.put(key, { ...mark, parkReason: null, parkedAt: null });
    }
  }

  return {
    subscription,
    save,
    async digestNow(recipient, askedAt) {
      await unpark(recipient); // who writes to us from there wants to be answered there
      return publisher.planNow(await subscription(recipient), askedAt);
    },
    nextDigestAt(chosen) {
      if (chosen.subscribedAt === null) return null;
      return nextDigestSlot(chosen, Math.max(clock.now(), chosen.pausedUntil ?? 0)) ?? null;
    },
    async forget(recipient) {
      for (const each of recipient.threadId === 0 ? withTopics(recipient) : [recipient]) {
        due.remove(each);
        await stores.subscriptions.delete(recipientKey(each));
        await stores.marks.delete(recipientKey(each));
      }
    },
    move: onMove,
    async park(recipient, reason: ParkReason) {
      const now = clock.now();
      for (const each of withTopics(recipient)) {
        const key = recipientKey(each);
        const known = await stores.marks.get(key);
        if (known === undefined && (await stores.subscriptions.get(key)) === undefined) continue; // forgotten
        const mark = known ?? firstMark(each, now - FIRST_DIGEST_MS);
        await stores.marks.put(key, { ...mark, parkReason: reason, parkedAt: now });
      }
    },
    unpark,
    async admit(chatId) {
      await stores.settings.put(`${ADMITTED}${chatId}`, clock.now());
    },
    async isAdmitted(chatId) {
      return (await stores.settings.get(`${ADMITTED}${chatId}`)) !== undefined;
    },
  };
}

/** What decides when a chat's digests begin and come. */
function hoursOf({ subscribedAt, digestAt, timeZone, weekdays, pausedUntil }: Subscription): string {
  return JSON.stringify([subscribedAt, digestAt, timeZone, weekdays, pausedUntil]);
}
