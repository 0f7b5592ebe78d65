import type { Batch, Edition } from "../digest/edition.ts";
import { BotStoppedError, DamagedRecordError } from "../errors.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Mark, SendResult } from "../outbox/delivery.ts";
import { afterSend, begin, isFinal } from "../outbox/transition.ts";
import type { Clock } from "../ports.ts";
import { createAnnouncer } from "./announcer.ts";
import { createBell } from "./bell.ts";
import type { Delivery, DeliveryDeps } from "./delivery.ts";
import { createFlightGauge } from "./flight-gauge.ts";
import { createLanes, type Errand } from "./lanes.ts";
import { createMarkBook } from "./mark-book.ts";
import { createPacer, type Turn } from "./pacer.ts";
import { createProofs } from "./proofs.ts";
import { wants } from "./recipients.ts";
import { createRelocation } from "./relocation.ts";
import { restorePlanned } from "./restore.ts";
import { createStoreTrouble } from "./store-trouble.ts";
import { createWaits } from "./waits.ts";

/** After so many recipients that needed no message the event loop has a turn. */
const LOOKED_AT = 100;

/** A delivery that has nothing to send before `load` or `enqueue`. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { stores, sender, clock, logger, random } = deps;
  /** Waits last as long as Telegram asked for, also where the machine's clock is set meanwhile. */
  const steady: Clock = { ...clock, now: () => clock.elapsedMs() };
  const pacer = createPacer(steady, deps.messagesPerSecond);
  const gauge = createFlightGauge(deps.messagesPerSecond);
  const bell = createBell(clock);
  const lanes = createLanes((key) => stores.batches.get(key).catch(orDamaged("batches", key)));
  const waits = createWaits({ stores, pacer, steady, clock, logger });
  const { say, tellOperators } = createAnnouncer({
    sender,
    pacer,
    waits,
    operatorIds: deps.operatorIds,
    stopping: () => stop,
  });
  const trouble = createStoreTrouble({
    clock,
    logger,
    tell: (reason) => beside(() => tellOperators(deps.storeText(reason))),
  });
  const relocation = createRelocation({ stores, lanes, clock, logger, moveChat: deps.moveChat });
  const marks = createMarkBook(stores, steady, (recipient) => relocation.newIdOf(recipient) !== undefined);
  const proofs = createProofs({ stores, clock, logger, canaryChat: deps.canaryChat, say });
  /** Sending is never cut off by a stop: its answer decides whether a message came twice. */
  const unhurried = new AbortController().signal;
  /** When each attempt began. */
  const flights = new Map<Promise<void>, number>();
  /** What goes on beside them. */
  const aside = new Set<Promise<void>>();
  let toShow: Edition[] = [];
  const total = { sent: 0, ambiguous: 0, rejected: 0, parked: 0, dead: 0 };
  let stop = unhurried;
  let fatal: BotStoppedError | undefined;

  /** A record that is damaged is nobody's: it is said, and the others go on. */
  function orDamaged(what: string, key: string) {
    return (error: unknown): undefined => {
      if (!(error instanceof DamagedRecordError)) throw error;
      logger.error({ err: error, what, key }, "a damaged record is left out");
      return undefined;
    };
  }

  const surely = (work: () => Promise<void>) => trouble.surely(work, stop);

  async function finish(errand: Errand): Promise<void> {
    const batch = lanes.finish(errand);
    if (batch !== undefined) await surely(() => stores.batches.delete(batch));
  }

  /** The edition goes to nobody any more; what it told stays new for those who did not get it. */
  async function drop(edition: Edition): Promise<void> {
    const before = lanes.pendingCount();
    const batches = lanes.drop(edition.id);
    total.dead += before - lanes.pendingCount();
    await surely(() => stores.batches.deleteMany(batches));
  }

  async function stopEdition(edition: Edition, description: string): Promise<void> {
    logger.error({ edition: edition.id, description }, "Telegram refused our text: the edition is stopped");
    await surely(() => stores.editions.put(edition.id, { ...edition, stopped: true }));
    await drop(edition);
    beside(() => tellOperators(deps.rejectedText(description)));
  }

  function beside(work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch((error: unknown) => logger.error({ err: error }, "work beside the deliveries failed"))
      .finally(() => {
        aside.delete(running);
        bell.ring();
      });
    aside.add(running);
  }

  /** The operator's own chat gets an edition first; what Telegram refuses there goes to nobody else. */
  async function prove(edition: Edition): Promise<void> {
    const refused = await proofs.show(edition);
    if (refused === undefined) return lanes.release(edition.id);
    total.rejected++;
    await stopEdition(edition, refused);
  }

  function add(edition: Edition, batches: readonly Batch[]): void {
    const mustShow = proofs.mustShow(edition);
    if (mustShow && !toShow.includes(edition)) toShow.push(edition);
    lanes.add(edition, batches, mustShow);
  }

  /** The next recipient that needs a message now; the others are brought to an end or put off. */
  async function choose(): Promise<{ errand: Errand; mark: Mark | undefined } | undefined> {
    for (let looked = 1; ; looked++) {
      if (looked % LOOKED_AT === 0) await new Promise((resolve) => setImmediate(resolve));
      const errand = await lanes.next(steady.now());
      if (errand === undefined) return undefined;
      try {
        const chosen = await look(errand);
        if (chosen !== undefined) return chosen;
      } catch (error) {
        if (orDamaged("marks", errand.key)(error) === undefined) await finish(errand);
      }
    }
  }

  async function look(errand: Errand): Promise<{ errand: Errand; mark: Mark | undefined } | undefined> {
    const { edition, recipient, key } = errand;
    try {
      if (lanes.editionFor(recipient)?.id !== edition.id) return void (await finish(errand));
      const newId = relocation.newIdOf(recipient);
      if (newId !== undefined) return void lanes.putOff(await relocate(errand, newId), steady.now());
      const now = clock.now();
      if (now > edition.expiresAt) return void (await drop(edition));
      const [mark, subscription] = await Promise.all([stores.marks.get(key), stores.subscriptions.get(key)]);
      if (subscription === undefined && mark !== undefined) await stores.marks.delete(key); // forgotten
      if (mark !== undefined && isFinal(mark, edition, now)) return void (await finish(errand));
      if (!wants(subscription, mark, edition, now)) return void (await finish(errand));
      if (proofs.wasShown(edition, recipient)) {
        const seen: Mark = { ...begin(mark, edition, recipient, now), part: edition.messages.length, state: "sent" };
        await marks.settle(seen);
        return void (await finish(errand));
      }
      const waitMs = mark?.editionId === edition.id && !errand.isLate ? mark.notBefore - now : 0;
      const freeAt = Math.max(pacer.freeAt(recipient.chatId), waitMs > DAY_MS ? 0 : steady.now() + waitMs);
      if (freeAt <= steady.now()) return { errand, mark };
      return void lanes.putOff(errand, freeAt);
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) lanes.putOff(errand, steady.now());
      throw error;
    }
  }

  /** One attempt at one part. */
  async function attempt(errand: Errand, mark: Mark | undefined, turn: Turn): Promise<void> {
    const { edition, recipient } = errand;
    const launchedAt = steady.now();
    const begun = begin(mark, edition, recipient, clock.now());
    if (begun.state === "dead") return drop(edition); // the clock went on since it was chosen
    try {
      await marks.begin(begun);
    } catch (error) {
      lanes.putOff(errand, steady.now());
      return trouble.pause(error, stop);
    }
    trouble.over();
    const html = edition.messages[begun.part] ?? "";
    if (!(await turn.start(recipient.chatId))) return lanes.putOff(errand, steady.now());
    const result = await sender.send({ ...recipient, html }, unhurried);
    turn.answered();
    await conclude(errand, begun, result);
    gauge.note(steady.now() - launchedAt);
  }

  /** Records what an answer means, and does what follows from it. */
  async function conclude(given: Errand, begun: Mark, result: SendResult): Promise<void> {
    const { edition, recipient } = given;
    const now = clock.now();
    const { mark, effect } = afterSend(begun, result, edition, now, random());
    if (effect.kind === "moved") return lanes.putOff(await relocate(given, effect.chatId, mark), steady.now());
    if (effect.kind === "rejected") return rejected(given, begun, mark, effect.description);
    if (result.kind === "wait") await surely(() => waits.begin(recipient.chatId, result.scope, mark.notBefore - now));
    if (result.kind === "sent") total.sent++;
    if (result.kind === "maybe") total.ambiguous++;
    if (effect.kind === "parked") total.parked++;
    if (effect.kind === "dead") total.dead++;
    await surely(() => marks.settle(mark));
    // The chat may have moved meanwhile: then what became of its message is known under its new id, too.
    const newId = relocation.newIdOf(recipient);
    const errand = newId === undefined ? given : await relocate(given, newId, mark);
    if (effect.kind === "fatal") throw new BotStoppedError(`Telegram refuses the token: ${effect.description}`);
    if (effect.kind === "next") lanes.putOff(errand, pacer.freeAt(recipient.chatId));
    else if (effect.kind === "retry" || effect.kind === "block")
      lanes.putOff(errand, steady.now() + mark.notBefore - now);
    else await finish(errand);
  }

  /** Telegram refused our text. Refused without markup, too, it is this chat's own trouble. */
  async function rejected(errand: Errand, begun: Mark, mark: Mark, description: string): Promise<void> {
    const { edition, recipient } = errand;
    total.rejected++;
    const verdict = await proofs.judge(edition, () => say(recipient, edition.messages[begun.part] ?? "", true));
    // Only who got the plain text was told anything; for all others the news stay new.
    const told = verdict === "told" ? mark : { ...mark, until: Math.min(mark.until, edition.since) };
    await surely(() => marks.settle(told));
    await finish(errand);
    if (verdict === "told" || verdict === "stop") await stopEdition(edition, description);
  }

  /** The chat has another id now: what is stored says so before anything is sent there. */
  async function relocate(errand: Errand, chatId: number, mark?: Mark): Promise<Errand> {
    let moved = errand;
    await surely(async () => {
      moved = await relocation.move(errand, chatId, mark);
    });
    return moved;
  }

  function launch(errand: Errand, mark: Mark | undefined, turn: Turn): void {
    const flight: Promise<void> = attempt(errand, mark, turn)
      .catch(async (error: unknown) => {
        if (error instanceof BotStoppedError) fatal ??= error;
        else if (stop.aborted) logger.warn({ err: error }, "an answer is not on record: the message is sent again");
        else {
          logger.error({ err: error, edition: errand.edition.id }, "a delivery failed");
          await finish(errand).catch(() => undefined);
        }
      })
      .finally(() => {
        flights.delete(flight);
        bell.ring();
      });
    flights.set(flight, steady.now());
  }

  async function dispatch(): Promise<void> {
    while (!stop.aborted && fatal === undefined) {
      const shows = toShow;
      toShow = [];
      for (const edition of shows) beside(() => prove(edition));
      const now = steady.now();
      const readyAt = Math.max(
        gauge.mayBeginAt([...flights.values()], now),
        lanes.hasWork(now) ? 0 : (lanes.nextAt() ?? Number.POSITIVE_INFINITY),
      );
      if (readyAt > now) {
        await bell.wait(readyAt - now);
        continue;
      }
      try {
        const turn = await pacer.turn(stop);
        const chosen = turn && (await choose());
        if (turn && chosen) launch(chosen.errand, chosen.mark, turn);
      } catch (error) {
        await trouble.pause(error, stop);
      }
    }
  }

  return {
    async load() {
      for await (const [setting, value] of stores.settings.entries())
        for (const known of [waits, relocation, proofs]) known.restore(setting, value);
      await relocation.resume();
      await restorePlanned(stores, logger, add);
      return lanes.pendingCount();
    },
    enqueue(edition, batches) {
      add(edition, batches);
      bell.ring();
    },
    reserve: (recipient) => lanes.reserve(recipient),
    unreserve: (recipient) => lanes.unreserve(recipient),
    pendingSlot: (recipient) => lanes.editionFor(recipient)?.slotAt,
    oldestSlot: () => lanes.oldestSlot(),
    async run(signal) {
      stop = signal;
      signal.addEventListener("abort", () => bell.ring(), { once: true });
      await dispatch();
      while (flights.size + aside.size > 0) await Promise.all([...flights.keys(), ...aside]);
      if (fatal !== undefined) throw fatal;
    },
    moved: (from, to) =>
      relocation.note(from, to).catch((error: unknown) => {
        beside(() => surely(() => relocation.note(from, to)));
        throw error;
      }),
    counts: () => ({ pending: lanes.pendingCount(), inFlight: flights.size, ...total }),
    isHealthy: () => !trouble.isFailing(),
  };
}
