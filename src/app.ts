import { systemClock } from "./clock.ts";
import type { DigestDesk, NewsDesk, SourceDesk, StoryDesk } from "./desks.ts";
import { createDueIndex } from "./digest/due.ts";
import { createHttpFetcher, userAgent } from "./fetch/http-fetcher.ts";
import { type Cards, createCards } from "./jobs/cards.ts";
import { type Collector, createCollector } from "./jobs/collect.ts";
import { type Composer, createComposer } from "./jobs/compose.ts";
import { createDelivery } from "./jobs/deliver.ts";
import type { DeliveryCounts, SteadyClock } from "./jobs/delivery.ts";
import { createDigestDesk, loadDueIndex, type SubscriptionDefaults } from "./jobs/digest-desk.ts";
import { createImports, type Imports } from "./jobs/imports.ts";
import { createLinkCheck } from "./jobs/link-check.ts";
import { moveChat } from "./jobs/move-chat.ts";
import { createNewsDesk } from "./jobs/news-desk.ts";
import { prune } from "./jobs/prune.ts";
import { createPublisher } from "./jobs/publish.ts";
import { createSearchFilling } from "./jobs/search-filling.ts";
import { createShelf, SEEDED_AT, type Shelf } from "./jobs/shelf.ts";
import { createSourceDesk } from "./jobs/source-desk.ts";
import { createStorePulse } from "./jobs/store-pulse.ts";
import { createStoryDesk } from "./jobs/story-desk.ts";
import { createSummaries, type Summaries, type SummaryModelOptions } from "./jobs/summaries.ts";
import { withoutDamaged } from "./jobs/undamaged.ts";
import { DAY_MS } from "./lib/time.ts";
import type { Clock, Fetcher, Logger, MessageSender, PageReader, SearchIndex, Stores, Translations } from "./ports.ts";
import type { Source } from "./source/source.ts";
import { VERSION } from "./version.ts";

/** The web as it is read: politely, under our own name, without private networks but those that are allowed. */
export function createWebFetcher(options: { contact: string; allowPrivate: readonly string[]; logger: Logger }) {
  const { contact, allowPrivate, logger } = options;
  return createHttpFetcher({ userAgent: userAgent(VERSION, contact), clock: systemClock, logger, allowPrivate });
}

/** All that is outside, real or fake. */
export interface NewsroomAdapters {
  readonly stores: Stores;
  readonly search: SearchIndex;
  readonly fetcher: Fetcher;
  readonly reader: PageReader;
  readonly clock: Clock;
  readonly logger: Logger;
  /** 0 ≤ x < 1; for jitter. */
  readonly random: () => number;
  readonly translations: Translations;
  /** Without it every summary is the article's own sentences. */
  readonly model?: SummaryModelOptions | undefined;
}

/** Settings of the reading half. */
export interface NewsroomOptions {
  readonly retentionMs: number;
  readonly pagesPerRun: number;
  readonly defaults: SubscriptionDefaults;
  /** What a new store begins with. */
  readonly starterSources: readonly Source[];
}

/** The half that reads and knows news; terminal commands need no more. */
export interface Newsroom {
  readonly shelf: Shelf;
  readonly cards: Cards;
  readonly summaries: Summaries;
  readonly composer: Composer;
  readonly imports: Imports;
  readonly collector: Collector;
  readonly news: NewsDesk;
  readonly sources: SourceDesk;
  readonly storyDesk: StoryDesk;
  /** Reads what is kept; gives a new store its first sources. */
  load(): Promise<void>;
  /** Gives the search index the articles that it lacks. Answers how many were added. */
  rebuildSearch(): Promise<number>;
  /** Called when a source was added or removed. */
  onSourceChange(listener: () => void): void;
}

/** Wires the reading half. */
export function createNewsroom(adapters: NewsroomAdapters, options: NewsroomOptions): Newsroom {
  const { search, fetcher, reader, clock, logger, random, translations } = adapters;
  const stores: Stores = {
    ...adapters.stores,
    articles: withoutDamaged(adapters.stores.articles, logger),
    articleMarks: withoutDamaged(adapters.stores.articleMarks, logger),
    summaries: withoutDamaged(adapters.stores.summaries, logger),
  };
  const shelf = createShelf({ stores, search, clock, retentionMs: options.retentionMs });
  const { model } = adapters;
  const summaries = createSummaries({ stores, clock, logger, retentionMs: options.retentionMs, model });
  const links = createLinkCheck({ stores, shelf, fetcher, clock });
  const cards = createCards({ shelf, summaries, links });
  const composer = createComposer({ stores, shelf, cards, clock, translations });
  const web = { fetcher, reader };
  const imports = createImports({ stores, search, shelf, clock, retentionMs: options.retentionMs });
  const collector = createCollector({
    stores,
    shelf,
    imports,
    links,
    web,
    clock,
    logger,
    random,
    pagesPerRun: options.pagesPerRun,
  });
  const news = createNewsDesk({ shelf, cards, composer, search, clock });
  let changed = () => {};
  const sources = createSourceDesk({
    stores,
    web,
    cards,
    clock,
    defaults: options.defaults,
    onChange: () => changed(),
  });

  async function seed(): Promise<void> {
    if ((await stores.settings.get(SEEDED_AT)) !== undefined) return;
    await stores.sources.putMany(options.starterSources.map((source) => ({ key: source.id, value: source })));
    await stores.settings.put(SEEDED_AT, clock.now());
  }

  return {
    shelf,
    cards,
    summaries,
    composer,
    imports,
    collector,
    news,
    sources,
    storyDesk: createStoryDesk({ shelf, composer }),
    async load() {
      await seed();
      await shelf.load();
    },
    rebuildSearch: createSearchFilling({ stores, search, shelf, logger }),
    onSourceChange(listener) {
      changed = listener;
    },
  };
}

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
