import type { Batch, Edition } from "../digest/edition.ts";
import type { Clock } from "../ports.ts";
import { createAnnouncer } from "./announcer.ts";
import { createAnswers } from "./answers.ts";
import { createBell } from "./bell.ts";
import { createCanary } from "./canary.ts";
import type { Delivery, DeliveryDeps, Tally } from "./delivery.ts";
import { createDispatch } from "./dispatch.ts";
import { createEndings } from "./endings.ts";
import { createLanes } from "./lanes.ts";
import { createMarkBook } from "./mark-book.ts";
import { createPacer } from "./pacer.ts";
import { createRelocation } from "./relocation.ts";
import { restorePlanned } from "./restore.ts";
import { createStoreTrouble } from "./store-trouble.ts";
import { createTriage } from "./triage.ts";
import { withoutDamaged } from "./undamaged.ts";
import { createUnderway } from "./underway.ts";
import { createWaits } from "./waits.ts";

/** A delivery that has nothing to send before `load` or `enqueue`. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { stores, sender, clock, logger, random, messagesPerSecond, operatorIds, canaryChat, moveChat } = deps;
  /** Waits last as long as Telegram asked for, also where the machine's clock is set meanwhile. */
  const steady: Clock = { ...clock, now: () => clock.elapsedMs() };
  const tally: Tally = { sent: 0, ambiguous: 0, rejected: 0, parked: 0, dead: 0 };
  const bell = createBell(clock);
  /** Given to each run; until then nothing stops. */
  let stop = new AbortController().signal;
  let isRunning = false;
  const stopping = () => stop;

  const pacer = createPacer(steady, messagesPerSecond);
  const batches = withoutDamaged(stores.batches, logger);
  const lanes = createLanes((key) => batches.get(key));

  /** What goes on beside the deliveries. */
  const aside = createUnderway(steady, bell.ring);
  const beside = (work: () => Promise<void>) =>
    aside.add(work().catch((error: unknown) => logger.error({ err: error }, "work beside the deliveries failed")));
  const tellOperators = (html: string) => beside(() => announcer.tellOperators(html));
  const tellTrouble = (reason: string) => tellOperators(deps.storeText(reason));
  const tellRefused = (description: string) => tellOperators(deps.rejectedText(description));

  const waits = createWaits({ stores, pacer, steady, clock, logger });
  const announcer = createAnnouncer({ sender, pacer, waits, operatorIds, stopping });
  const { say } = announcer;
  const trouble = createStoreTrouble({ clock, logger, stopping, tell: tellTrouble });
  const relocation = createRelocation({ stores, lanes, trouble, clock, logger, moveChat });
  const canary = createCanary({ stores, clock, logger, canaryChat, say });
  const marks = createMarkBook(stores, steady, (recipient) => relocation.newIdOf(recipient) !== undefined);
  const endings = createEndings({ stores, lanes, trouble, tally, logger, tellRefused });

  const shared = { lanes, pacer, marks, relocation, endings, trouble, steady, clock, logger };
  const triage = createTriage({ ...shared, stores, canary });
  const answers = createAnswers({ ...shared, waits, tally, say, random });
  const dispatch = createDispatch({ ...shared, sender, triage, answers, bell, messagesPerSecond });

  const toShow = new Set<Edition>();

  function add(edition: Edition, planned: readonly Batch[]): void {
    const mustSee = canary.mustSee(edition);
    lanes.add(edition, planned, mustSee);
    if (mustSee) toShow.add(edition);
  }

  function showAll(): void {
    for (const edition of toShow) beside(() => prove(edition));
    toShow.clear();
  }

  async function prove(edition: Edition): Promise<void> {
    const refused = await canary.show(edition);
    if (refused === undefined) return lanes.release(edition.id);
    tally.rejected++;
    await endings.stop(edition, refused);
  }

  return {
    async load() {
      for await (const [setting, value] of stores.settings.entries())
        for (const known of [waits, relocation, canary]) known.restore(setting, value);
      await relocation.resume();
      await restorePlanned(stores, logger, add);
      return lanes.pendingCount();
    },
    enqueue(edition, planned) {
      add(edition, planned);
      if (isRunning) showAll();
      bell.ring();
    },
    reserve: (recipient) => lanes.reserve(recipient),
    unreserve: (recipient) => lanes.unreserve(recipient),
    pendingSlot: (recipient) => lanes.editionFor(recipient)?.slotAt,
    oldestSlot: () => lanes.oldestSlot(),
    async run(signal) {
      stop = signal;
      isRunning = true;
      signal.addEventListener("abort", bell.ring, { once: true });
      showAll();
      try {
        await dispatch.run(signal);
      } finally {
        isRunning = false;
        await aside.ended();
      }
    },
    moved: (from, to) =>
      relocation.note(from, to).catch((error: unknown) => {
        beside(() => trouble.surely(() => relocation.note(from, to)));
        throw error;
      }),
    counts: () => ({ pending: lanes.pendingCount(), inFlight: dispatch.inFlight(), ...tally }),
    isHealthy: () => !trouble.isFailing(),
  };
}
