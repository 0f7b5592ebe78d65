import { systemClock } from "./clock.ts";
import type { NewsDesk, SourceDesk, StoryDesk } from "./desks.ts";
import { createHttpFetcher, userAgent } from "./fetch/http-fetcher.ts";
import { type Cards, createCards } from "./jobs/cards.ts";
import { type Collector, createCollector } from "./jobs/collect.ts";
import { type Composer, createComposer } from "./jobs/compose.ts";
import type { SubscriptionDefaults } from "./jobs/digest-desk.ts";
import { createImports, type Imports } from "./jobs/imports.ts";
import { createLinkCheck } from "./jobs/link-check.ts";
import { createNewsDesk } from "./jobs/news-desk.ts";
import { createSearchFilling } from "./jobs/search-filling.ts";
import { createShelf, SEEDED_AT, type Shelf } from "./jobs/shelf.ts";
import { createSourceDesk } from "./jobs/source-desk.ts";
import { createStoryDesk } from "./jobs/story-desk.ts";
import { createSummaries, type Summaries, type SummaryModelOptions } from "./jobs/summaries.ts";
import { withoutDamaged } from "./jobs/undamaged.ts";
import type { Clock, Fetcher, Logger, PageReader, SearchIndex, Stores, Translations } from "./ports.ts";
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
