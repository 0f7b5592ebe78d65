import { type Batch, batchKey, type Edition } from "../digest/edition.ts";
import { recipientKey } from "../digest/subscription.ts";
import { BotStoppedError } from "../errors.ts";
import type { Mark } from "../outbox/delivery.ts";
import { afterSend, begin, isFinal } from "../outbox/transition.ts";
import type { Clock, Logger, MessageSender, Stores } from "../ports.ts";
import { createLanes, type Errand } from "./lanes.ts";
import { createPacer } from "./pacer.ts";

/** Enough in flight that an answer may take so long without slowing the rate. */
const ANSWER_MS = 300;
const LEAST_WORKERS = 4;
const MOST_WORKERS = 200;
const BLOCKED = "blockedUntil";

/** What became of deliveries since the start; `pending` and `inFlight` are now. */
export interface DeliveryCounts {
  readonly pending: number;
  readonly inFlight: number;
  /** Messages. */
  readonly sent: number;
  /** Attempts whose answer was cut off or unclear: these may have come twice. */
  readonly ambiguous: number;
  readonly rejected: number;
  /** Chats. */
  readonly parked: number;
  readonly dead: number;
}

/** A recipient whose edition was still on its way when the process ended. */
export interface Restored {
  readonly key: string;
  readonly slotAt: number;
}

/** Sends what was planned: each part once, in order, and again only where no clear answer came. */
export interface Delivery {
  /** Reads what was planned and is not at an end. Answers how many recipients are waiting. */
  load(): Promise<number>;
  /** Takes an edition that is stored. */
  enqueue(edition: Edition, batches: readonly Batch[]): void;
  /** Whether an edition is still on its way to this recipient. */
  isPending(key: string): boolean;
  /** The recipients that `load` found waiting; once. */
  takeRestored(): readonly Restored[];
  /** Works until `signal` is aborted and what is in flight has its answer. Rejects with `BotStoppedError` when the token is refused. */
  run(signal: AbortSignal): Promise<void>;
  counts(): DeliveryCounts;
}

export function createDelivery(deps: {
  stores: Stores;
  sender: MessageSender;
  clock: Clock;
  logger: Logger;
  random: () => number;
  messagesPerSecond: number;
  canaryChat: number | null;
  operatorIds: readonly number[];
  /** What operators are told when Telegram refuses a text of ours. */
  rejectedText: (description: string) => string;
  onMoved: (fromChatId: number, toChatId: number) => Promise<void>;
}): Delivery {
  const { stores, sender, clock, logger, random } = deps;
  const lanes = createLanes();
  const pacer = createPacer(clock, deps.messagesPerSecond);
  /** Sending is never cut off by a stop: its answer decides whether a message came twice. */
  const unhurried = new AbortController().signal;
  const stopping = new Set<string>();
  const canaries = new Map<string, Promise<boolean>>();
  const total = { sent: 0, ambiguous: 0, rejected: 0, parked: 0, dead: 0 };
  let inFlight = 0;
  let restored: Restored[] = [];
  let alarm = new AbortController();

  /** Sends one message in its turn. */
  async function sendPart(errand: Errand, html: string, plain: boolean) {
    inFlight++;
    try {
      return await sender.send({ ...errand.recipient, html, plain }, unhurried);
    } finally {
      inFlight--;
    }
  }

  async function finish(errand: Errand): Promise<void> {
    if (lanes.finish(errand)) await stores.batches.delete(errand.batch);
  }

  /** Once for an edition, however many of its messages are refused at the same time. */
  async function stopEdition(edition: Edition, description: string): Promise<void> {
    logger.error({ edition: edition.id, description }, "Telegram refused our text: the edition is stopped");
    await stores.editions.put(edition.id, { ...edition, stopped: true });
    await stores.batches.deleteMany(lanes.drop(edition.id));
    const html = deps.rejectedText(description);
    for (const chatId of deps.operatorIds) await sender.send({ chatId, threadId: 0, html, plain: true }, unhurried);
  }

  /** The operator's own chat gets an edition first; what Telegram refuses there goes to nobody else. */
  function passesCanary(edition: Edition): Promise<boolean> {
    const chatId = deps.canaryChat;
    if (chatId === null) return Promise.resolve(true);
    let passed = canaries.get(edition.id);
    if (passed === undefined) {
      passed = (async () => {
        for (const html of edition.messages) {
          const result = await sender.send({ chatId, threadId: 0, html }, unhurried);
          if (result.kind !== "rejected") continue;
          await stopEdition(edition, result.description);
          return false;
        }
        return true;
      })();
      canaries.set(edition.id, passed);
    }
    return passed;
  }

  /** The chat has another id now: what is stored says so before anything is sent there. */
  async function move(errand: Errand, chatId: number): Promise<Errand> {
    await deps.onMoved(errand.recipient.chatId, chatId);
    const moved = lanes.move(errand, { ...errand.recipient, chatId });
    const batch = await stores.batches.get(errand.batch);
    if (batch !== undefined) {
      const recipients = batch.recipients.map((known) =>
        recipientKey(known) === errand.key ? moved.recipient : known,
      );
      await stores.batches.put(errand.batch, { ...batch, recipients });
    }
    return moved;
  }

  /** Brings one recipient to an end, or puts it off. */
  async function work(given: Errand, signal: AbortSignal): Promise<void> {
    let errand = given;
    const { edition } = errand;
    if (!(await passesCanary(edition))) return;
    let mark = await stores.marks.get(errand.key);
    for (;;) {
      if (lanes.editionFor(errand.key) !== edition.id) return; // stopped meanwhile
      const now = clock.now();
      if (mark !== undefined && isFinal(mark, edition)) return finish(errand);
      if (mark !== undefined && mark.editionId === edition.id && mark.notBefore > now)
        return lanes.putOff(errand, mark.notBefore);
      await pacer.turn(errand.recipient.chatId, signal);
      if (signal.aborted) return lanes.putOff(errand, now);
      const begun: Mark = begin(mark, edition, errand.recipient, clock.now());
      await stores.marks.put(errand.key, begun);
      if (isFinal(begun, edition)) continue; // too old by now
      const result = await sendPart(errand, edition.messages[begun.part] ?? "", false);
      const { mark: next, effect } = afterSend(begun, result, edition, clock.now(), random());
      if (effect.kind === "moved") {
        await stores.marks.put(errand.key, next);
        errand = await move(errand, effect.chatId);
        mark = next;
        continue;
      }
      if (effect.kind === "rejected") {
        total.rejected++;
        if (stopping.has(edition.id)) {
          // Somebody else's plain text tells the operators enough; here nothing was told, so the news stay new.
          await stores.marks.put(errand.key, { ...next, until: edition.since });
          return finish(errand);
        }
        stopping.add(edition.id);
        await sendPart(errand, edition.messages[begun.part] ?? "", true);
        await stores.marks.put(errand.key, next);
        await finish(errand);
        return stopEdition(edition, effect.description);
      }
      if (effect.kind === "block") {
        pacer.block(effect.until);
        await stores.settings.put(BLOCKED, effect.until);
        logger.warn({ untilMs: effect.until - clock.now() }, "Telegram asks to wait");
      }
      await stores.marks.put(errand.key, next);
      if (effect.kind === "fatal") throw new BotStoppedError(`Telegram refuses the token: ${effect.description}`);
      if (result.kind === "sent") total.sent++;
      if (result.kind === "maybe") total.ambiguous++;
      if (effect.kind === "parked") total.parked++;
      if (effect.kind === "dead") total.dead++;
      mark = next;
    }
  }

  async function worker(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const errand = lanes.next(clock.now());
      if (errand === undefined) {
        await idle(signal);
        continue;
      }
      try {
        await work(errand, signal);
      } catch (error) {
        lanes.putOff(errand, clock.now() + 1000);
        if (error instanceof BotStoppedError) throw error;
        logger.error({ err: error, edition: errand.edition.id }, "a delivery could not be recorded; it is tried again");
      }
    }
  }

  /** Batches whose edition was never finished planning, or was stopped: cut short there, nobody else would delete them. */
  async function forgetOrphans(editions: readonly Edition[]): Promise<void> {
    const known = new Set(editions.map((edition) => edition.id));
    const orphans: string[] = [];
    for await (const [key, batch] of stores.batches.entries()) if (!known.has(batch.editionId)) orphans.push(key);
    await stores.batches.deleteMany(orphans);
  }

  /** Sleeps until something is enqueued or what was put off is ready. */
  async function idle(signal: AbortSignal): Promise<void> {
    const at = lanes.nextAt();
    const ms = at === undefined ? 60_000 : Math.max(1, at - clock.now());
    await clock.sleep(ms, AbortSignal.any([signal, alarm.signal]));
  }

  return {
    async load() {
      const editions: Edition[] = [];
      for await (const [, edition] of stores.editions.entries()) if (!edition.stopped) editions.push(edition);
      editions.sort((a, b) => a.slotAt - b.slotAt);
      for (const edition of editions) {
        const keys = Array.from({ length: edition.batchCount }, (_, number) => batchKey(edition.id, number));
        const batches = (await stores.batches.getMany(keys)).filter((batch) => batch !== undefined);
        lanes.add(edition, batches);
        for (const batch of batches)
          for (const recipient of batch.recipients)
            restored.push({ key: recipientKey(recipient), slotAt: edition.slotAt });
      }
      await forgetOrphans(editions);
      const blocked = await stores.settings.get(BLOCKED);
      if (typeof blocked === "number") pacer.block(blocked);
      return lanes.pendingCount();
    },
    enqueue(edition, batches) {
      lanes.add(edition, batches);
      alarm.abort();
      alarm = new AbortController();
    },
    isPending: (key) => lanes.editionFor(key) !== undefined,
    takeRestored() {
      const taken = restored;
      restored = [];
      return taken;
    },
    async run(signal) {
      const count = Math.min(
        MOST_WORKERS,
        Math.max(LEAST_WORKERS, Math.ceil((deps.messagesPerSecond * ANSWER_MS) / 1000)),
      );
      const failed = new AbortController();
      const both = AbortSignal.any([signal, failed.signal]);
      const workers = Array.from({ length: count }, () =>
        worker(both).catch((error: unknown) => {
          failed.abort(); // the others finish what they are at
          throw error;
        }),
      );
      const results = await Promise.allSettled(workers);
      const rejected = results.find((result) => result.status === "rejected");
      if (rejected !== undefined) throw rejected.reason;
    },
    counts: () => ({ pending: lanes.pendingCount(), inFlight, ...total }),
  };
}
