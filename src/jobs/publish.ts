import { choicesOf } from "../digest/choose.ts";
import { type DueIndex, latestSlot, slotToSend } from "../digest/due.ts";
import { type Batch, batchKey, type Edition } from "../digest/edition.ts";
import { choicesKey, editionId, splitBatches } from "../digest/plan.ts";
import { type Choices, type Recipient, recipientKey, type Subscription } from "../digest/subscription.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../lib/time.ts";
import type { Mark } from "../outbox/delivery.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Composer } from "./compose.ts";
import type { Delivery } from "./deliver.ts";
import { PLANNED_UNTIL, SEEDED_AT, type Shelf } from "./shelf.ts";

/** A chat that never had a digest gets the news of so long. */
const FIRST_DIGEST_MS = DAY_MS;
/** An edition older than this is not sent any more. */
const EDITION_LIFE_MS = 3 * HOUR_MS;
/** So many recipients are looked at before the event loop has a turn. */
const CHUNK = 500;

/** A chat that is due, and for which slot. */
interface Due {
  readonly recipient: Recipient;
  readonly slotAt: number;
}

/** Turns due slots into editions and hands them to the outbox. */
export interface Publisher {
  /** Plans every slot since the last tick, also those that were missed while the process was down. */
  tick(): Promise<void>;
  /** Plans what is new for one chat, now. `askedAt` is the slot: asked twice, it is planned once. */
  planNow(subscription: Subscription, askedAt: number): Promise<"planned" | "nothing-new" | "busy">;
}

export function createPublisher(deps: {
  stores: Stores;
  shelf: Shelf;
  composer: Composer;
  delivery: Delivery;
  due: DueIndex;
  clock: Clock;
  logger: Logger;
}): Publisher {
  const { stores, shelf, composer, delivery, due, clock, logger } = deps;
  /** Chats whose earlier digest is still on its way, and the slot that they have missed by that. */
  const owed = new Map<string, Due>();
  let ticking: Promise<void> | undefined;

  /** Where the news of a chat begin. Chats without a mark share an instant, and so an edition. */
  function sinceOf(mark: Mark | undefined, until: number): number {
    if (mark !== undefined) return Math.min(mark.until, until);
    return Math.floor((until - FIRST_DIGEST_MS) / MINUTE_MS) * MINUTE_MS;
  }

  /** Batches first, the edition last: without it they are nobody's, and the slot is planned again. */
  async function store(edition: Edition, recipients: readonly Recipient[]): Promise<void> {
    const batches: readonly Batch[] = splitBatches(edition.id, recipients);
    await stores.batches.putMany(batches.map((batch) => ({ key: batchKey(edition.id, batch.number), value: batch })));
    const planned: Edition = { ...edition, batchCount: batches.length, planned: true };
    await stores.editions.put(edition.id, planned);
    delivery.enqueue(planned, batches);
  }

  /** One edition for recipients with the same choices, slot and `since`. `mayAsk`: see `compose.ts`. Answers whether there was anything new. */
  async function plan(
    group: { choices: Choices; slotAt: number; since: number; recipients: Recipient[] },
    until: number,
    mayAsk: boolean,
  ): Promise<boolean> {
    const composed = await composer.compose(group.choices, group.since, until, group.slotAt, mayAsk);
    if (composed.messages.length === 0) return false;
    const edition: Edition = {
      id: editionId(group.slotAt, group.since, group.choices),
      slotAt: group.slotAt,
      since: group.since,
      until,
      storyIds: composed.storyIds,
      messages: composed.messages,
      batchCount: 0,
      planned: false,
      expiresAt: Math.max(group.slotAt, clock.now()) + EDITION_LIFE_MS,
      stopped: false,
    };
    await store(edition, group.recipients);
    return true;
  }

  async function planSlots(dues: readonly Due[]): Promise<void> {
    const until = shelf.closeUntil();
    const groups = new Map<string, { choices: Choices; slotAt: number; since: number; recipients: Recipient[] }>();
    for (let start = 0; start < dues.length; start += CHUNK) {
      const chunk = dues.slice(start, start + CHUNK);
      const keys = chunk.map((entry) => recipientKey(entry.recipient));
      const [subscriptions, marks] = await Promise.all([
        stores.subscriptions.getMany(keys),
        stores.marks.getMany(keys),
      ]);
      for (const [index, entry] of chunk.entries()) {
        const key = keys[index] as string;
        const subscription = subscriptions[index];
        const mark = marks[index];
        if (subscription === undefined || subscription.subscribedAt === null) continue;
        if (mark?.parkReason != null || (mark !== undefined && mark.slotAt >= entry.slotAt)) continue;
        if (delivery.isPending(key)) {
          owed.set(key, entry);
          continue;
        }
        const choices = choicesOf(subscription, clock.now());
        const since = sinceOf(mark, until);
        const groupKey = `${entry.slotAt}:${since}:${choicesKey(choices)}`;
        const group = groups.get(groupKey) ?? { choices, slotAt: entry.slotAt, since, recipients: [] };
        group.recipients.push({ chatId: subscription.chatId, threadId: subscription.threadId });
        groups.set(groupKey, group);
      }
    }
    let planned = 0;
    for (const group of groups.values()) if (await plan(group, until, true)) planned++;
    if (groups.size > 0) logger.info({ due: dues.length, groups: groups.size, planned }, "slots planned");
  }

  /** Slots that had to wait for an earlier digest and can be planned now. */
  function takeOwed(now: number): Due[] {
    const ready = [...owed].filter(([key]) => !delivery.isPending(key));
    for (const [key] of ready) owed.delete(key);
    return ready.map(([, entry]) => entry).filter((entry) => slotToSend(entry.slotAt, now));
  }

  /** After a start: the slots that passed while a chat's earlier digest was still on its way. */
  async function oweAfterStart(watermark: number): Promise<void> {
    const pending = delivery.takeRestored();
    const subscriptions = await stores.subscriptions.getMany(pending.map((entry) => entry.key));
    for (const [index, subscription] of subscriptions.entries()) {
      const entry = pending[index];
      if (entry === undefined || subscription === undefined) continue;
      const slotAt = latestSlot(subscription, entry.slotAt, watermark);
      if (slotAt !== undefined) owed.set(entry.key, { recipient: subscription, slotAt });
    }
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    // A store whose first look was cut short has missed the slots since it was made.
    const [stored, seededAt] = await stores.settings.getMany([PLANNED_UNTIL, SEEDED_AT]);
    let watermark = Number(stored ?? seededAt ?? now - MINUTE_MS);
    await oweAfterStart(watermark);
    if (watermark > now + MINUTE_MS) {
      logger.warn({ aheadMs: watermark - now }, "the clock went back: slots are counted from now on");
      watermark = now;
    }
    const late = due.due(watermark, now).filter((entry) => slotToSend(entry.slotAt, now));
    const dues = [...takeOwed(now), ...late];
    if (dues.length > 0) await planSlots(dues);
    await stores.settings.put(PLANNED_UNTIL, Math.max(watermark, now));
  }

  return {
    tick() {
      ticking ??= tick().finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    async planNow(subscription, askedAt) {
      const key = recipientKey(subscription);
      if (delivery.isPending(key)) return "busy";
      const mark = await stores.marks.get(key);
      if (mark !== undefined && mark.slotAt >= askedAt) return "planned";
      const until = shelf.closeUntil();
      const recipients = [{ chatId: subscription.chatId, threadId: subscription.threadId }];
      const group = {
        choices: choicesOf(subscription, clock.now()),
        slotAt: askedAt,
        since: sinceOf(mark, until),
        recipients,
      };
      return (await plan(group, until, false)) ? "planned" : "nothing-new";
    },
  };
}
