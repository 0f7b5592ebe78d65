import { type DueIndex, type DueSlot, latestSlot, slotToSend } from "../digest/due.ts";
import { batchKey, type Edition } from "../digest/edition.ts";
import { editionId, splitBatches } from "../digest/plan.ts";
import { type Recipient, recipientKey, type Subscription } from "../digest/subscription.ts";
import { DamagedRecordError } from "../errors.ts";
import { HOUR_MS, MINUTE_MS } from "../lib/time.ts";
import { firstMark, isOfAnotherTime } from "../outbox/transition.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Composer } from "./compose.ts";
import type { Delivery } from "./delivery.ts";
import { createEditionGroups, type EditionGroup } from "./edition-groups.ts";
import { PLANNED_UNTIL, SEEDED_AT, type Shelf } from "./shelf.ts";

/** An edition older than this is not sent any more. */
const EDITION_LIFE_MS = 3 * HOUR_MS;

/** Turns due slots into editions and hands them to the outbox. */
export interface Publisher {
  /** Plans every slot since the last tick, also those that were missed while the process was down. */
  tick(): Promise<void>;
  /** Plans what is new for one chat, now. `askedAt` is the slot: asked twice, it is planned once. */
  planNow(subscription: Subscription, askedAt: number): Promise<"planned" | "nothing-new" | "busy">;
  /** The chat has other hours now. A slot that came before the change and was not planned yet is not forgotten. */
  rescheduled(before: Subscription): void;
}

/** A publisher that looks for due slots from the mark on record on. */
export function createPublisher(deps: {
  stores: Stores;
  shelf: Shelf;
  composer: Composer;
  delivery: Delivery;
  due: DueIndex;
  clock: Clock;
  logger: Logger;
  retentionMs: number;
}): Publisher {
  const { stores, shelf, composer, delivery, due, clock, logger, retentionMs } = deps;
  const editionGroups = createEditionGroups({ stores, delivery, clock, logger, retentionMs });
  /** Chats whose earlier digest is still on its way, and the slot that they have missed by that. */
  const owed = new Map<string, DueSlot>();
  let ticking: Promise<void> | undefined;
  /** Slots up to here were looked at by this process. */
  let lookedAt: number | undefined;
  let storing: Promise<unknown> = Promise.resolve();

  /** Batches first, the edition last: without it they are nobody's, and the slot is planned again. */
  async function store(edition: Edition, recipients: readonly Recipient[]): Promise<void> {
    const batches = splitBatches(edition.id, recipients, edition.batchCount);
    await stores.batches.putMany(batches.map((batch) => ({ key: batchKey(edition.id, batch.number), value: batch })));
    const planned: Edition = { ...edition, batchCount: edition.batchCount + batches.length, planned: true };
    await stores.editions.put(edition.id, planned);
    delivery.enqueue(planned, batches);
  }

  /**
   * One edition for recipients with the same choices, slot and `since`. One that was made for others before is frozen: who comes
   * later gets the same. Answers whether there was anything to send.
   */
  async function plan(group: EditionGroup, until: number, asked: boolean): Promise<boolean> {
    const id = editionId(group.slotAt, group.since, group.choices);
    const composed = await composer.compose(group.choices, group.since, until, group.slotAt, !asked);
    const made: Edition = {
      id,
      slotAt: group.slotAt,
      since: group.since,
      until,
      storyIds: composed.storyIds,
      messages: composed.messages,
      batchCount: 0,
      planned: false,
      expiresAt: Math.max(group.slotAt, clock.now()) + EDITION_LIFE_MS,
      stopped: false,
      asked,
      urgent: composed.urgent,
    };
    const inTurn = storing.then(async () => {
      const edition = (await stores.editions.get(id)) ?? made;
      const recipients = edition.urgent ? [...group.recipients, ...group.quiet] : group.recipients;
      if (edition.messages.length === 0 || edition.stopped || recipients.length === 0) return false;
      // Where their news begin is known from now on, also when this edition ends before their turn comes.
      const firstMarks = group.newcomers.map((recipient) => firstMark(recipient, group.since));
      await stores.marks.putMany(firstMarks.map((mark) => ({ key: recipientKey(mark), value: mark })));
      await store(edition, recipients);
      return true;
    });
    storing = inTurn.catch(() => undefined);
    return inTurn;
  }

  async function planSlots(dues: readonly DueSlot[]): Promise<void> {
    const until = shelf.closeUntil();
    const groups = new Map<string, EditionGroup>();
    let planned = 0;
    try {
      await editionGroups.collect(dues, until, groups, owe);
      for (const group of groups.values()) {
        if (await plan(group, until, false).catch(passOver)) planned++;
        if (groups.size > 1) await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      for (const { recipients, quiet } of groups.values())
        for (const recipient of [...recipients, ...quiet]) delivery.unreserve(recipient);
    }
    if (groups.size > 0) logger.info({ due: dues.length, groups: groups.size, planned }, "slots planned");
  }

  /** Those whose edition is damaged get its news with their next one; all other failures are the store's, and concern all. */
  function passOver(error: unknown): boolean {
    if (!(error instanceof DamagedRecordError)) throw error;
    logger.error({ err: error }, "an edition is damaged: its chats are passed over");
    return false;
  }

  function owe(missed: DueSlot): void {
    const { recipient, slotAt } = missed;
    if ((delivery.pendingSlot(recipient) ?? 0) < slotAt) owed.set(recipientKey(recipient), missed);
  }

  /** Slots that had to wait for an earlier digest and can be planned now. */
  function takeOwed(now: number): DueSlot[] {
    const ready: DueSlot[] = [];
    for (const [key, entry] of owed) {
      if (delivery.pendingSlot(entry.recipient) !== undefined) continue;
      owed.delete(key);
      if (slotToSend(entry.slotAt, now)) ready.push(entry);
    }
    return ready;
  }

  /** After a start: the slots that passed while a chat's earlier digest was still on its way. */
  function oweAfterStart(watermark: number): void {
    const oldest = delivery.oldestSlot();
    if (oldest === undefined || oldest >= watermark) return;
    for (const entry of due.due(oldest, watermark)) {
      const slotAt = delivery.pendingSlot(entry.recipient);
      if (slotAt !== undefined && slotAt < entry.slotAt) owed.set(recipientKey(entry.recipient), entry);
    }
  }

  /**
   * Where to look for slots from. The mark on record never goes back: while the clock is behind it, wrong now or ahead before,
   * slots count from where the clock is, and what is between them and the mark is not made up when it comes right.
   */
  function lookFrom(stored: number, now: number): number {
    if (stored <= now + MINUTE_MS) return stored;
    if (lookedAt === undefined || lookedAt > now)
      logger.warn({ behindMs: stored - now }, "the clock is behind what was planned: slots count from now on");
    return Math.min(lookedAt ?? now, now);
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    // A store whose first look was cut short has missed the slots since it was made.
    const [planned, seededAt] = await stores.settings.getMany([PLANNED_UNTIL, SEEDED_AT]);
    const stored = Number(planned ?? seededAt ?? now - MINUTE_MS);
    const from = lookFrom(stored, now);
    if (lookedAt === undefined) oweAfterStart(from);
    const late = due.due(from, now).filter((entry) => slotToSend(entry.slotAt, now));
    const dues = [...takeOwed(now), ...late];
    if (dues.length > 0) await planSlots(dues);
    if (now > stored) await stores.settings.put(PLANNED_UNTIL, now);
    lookedAt = now;
  }

  return {
    tick() {
      ticking ??= tick().finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    async planNow(subscription, askedAt) {
      const recipient = { chatId: subscription.chatId, threadId: subscription.threadId };
      if (!delivery.reserve(recipient)) return "busy";
      try {
        const mark = await stores.marks.get(recipientKey(recipient));
        if (mark !== undefined && mark.slotAt >= askedAt && !isOfAnotherTime(mark, clock.now())) return "planned";
        const until = shelf.closeUntil();
        const group = editionGroups.ofOne(subscription, mark, askedAt, until);
        return (await plan(group, until, true)) ? "planned" : "nothing-new";
      } finally {
        delivery.unreserve(recipient);
      }
    },
    rescheduled(before) {
      if (lookedAt === undefined) return;
      const slotAt = before.subscribedAt === null ? undefined : latestSlot(before, lookedAt, clock.now());
      if (slotAt !== undefined) owed.set(recipientKey(before), { recipient: before, slotAt });
    },
  };
}
