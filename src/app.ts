import type { DigestDesk } from "./desks.ts";
import { createDueIndex } from "./digest/due.ts";
import { createDelivery } from "./jobs/deliver.ts";
import type { DeliveryCounts, SteadyClock } from "./jobs/delivery.ts";
import { createDigestDesk, loadDueIndex } from "./jobs/digest-desk.ts";
import { moveChat } from "./jobs/move-chat.ts";
import { prune } from "./jobs/prune.ts";
import { createPublisher } from "./jobs/publish.ts";
import { createStorePulse } from "./jobs/store-pulse.ts";
import { DAY_MS } from "./lib/time.ts";
import { createNewsroom, type Newsroom, type NewsroomAdapters, type NewsroomOptions } from "./newsroom.ts";
import type { MessageSender } from "./ports.ts";

/** Settings of the whole program. */
export interface AppOptions extends NewsroomOptions {
  readonly messagesPerSecond: number;
  readonly canaryChat: number | null;
  /** Told of what a person must see to; in private. */
  readonly operatorIds: readonly number[];
}

/** The whole program without its edges. */
export interface App extends Newsroom {
  readonly digests: DigestDesk;
  /** Plans the slots that are due. */
  tick(): Promise<void>;
  /**
   * Sends what is planned until `signal` is aborted; then finishes what is in flight. Rejects with
   * `BotStoppedError` when the token is refused.
   */
  deliver(signal: AbortSignal): Promise<void>;
  /** Forgets what is too old. */
  prune(): Promise<void>;
  counts(): DeliveryCounts & { subscribed: number; stories: number };
  /** Whether the store can be used. */
  isHealthy(): Promise<boolean>;
}

/** Wires jobs and stores; tests call it with fakes. `load()` comes first. */
export function createApp(
  adapters: NewsroomAdapters & { sender: MessageSender; clock: SteadyClock },
  options: AppOptions,
): App {
  const { stores, clock, logger, random, sender, translations } = adapters;
  const newsroom = createNewsroom(adapters, options);
  const { shelf, composer } = newsroom;
  const due = createDueIndex();
  const translate = translations(options.defaults.locale);
  const delivery = createDelivery({
    stores,
    sender,
    clock,
    logger,
    random,
    messagesPerSecond: options.messagesPerSecond,
    canaryChat: options.canaryChat,
    operatorIds: options.operatorIds,
    rejectedText: (description) => translate("operator-edition-stopped", { description }),
    storeText: (reason) => translate("operator-store-failing", { reason }),
    moveChat: (from, to) => moveChat(stores, due, from, to),
  });
  const { retentionMs } = options;
  const publisher = createPublisher({ stores, shelf, composer, delivery, due, clock, logger, retentionMs });
  const pulse = createStorePulse(stores, clock);
  const digests = createDigestDesk({
    stores,
    due,
    publisher,
    clock,
    defaults: options.defaults,
    onMove: (from, to) => delivery.moved(from, to),
  });

  return {
    ...newsroom,
    digests,
    async load() {
      await newsroom.load();
      const subscribed = await loadDueIndex(stores, due);
      const restored = await delivery.load();
      logger.info({ stories: shelf.stories().length, subscribed, pending: restored }, "store read");
    },
    tick: () => publisher.tick(),
    deliver: (signal) => delivery.run(signal),
    prune: () => prune({ stores, shelf, clock, logger, keepMs: 7 * DAY_MS }),
    counts: () => ({ ...delivery.counts(), subscribed: due.count(), stories: shelf.stories().length }),
    isHealthy: async () => delivery.isHealthy() && (await pulse.isWell()),
  };
}
