import type { Batch, Edition } from "./digest/edition.ts";
import type { Recipient, Subscription } from "./digest/subscription.ts";
import type { ArticleOptions, Explained } from "./extract/article.ts";
import type { Draft } from "./extract/draft.ts";
import type { HeadlineReading } from "./extract/headlines.ts";
import type { ListingOptions } from "./extract/listing.ts";
import type { Site } from "./extract/site.ts";
import type { Translate } from "./lib/messages.ts";
import type { Mark, SendResult } from "./outbox/delivery.ts";
import type { PollState } from "./source/polling.ts";
import type { Source } from "./source/source.ts";
import type { Article, ArticleMark } from "./story/article.ts";
import type { SearchQuery } from "./story/query.ts";
import type { Story } from "./story/story.ts";
import type { Prompt } from "./summarise/prompt.ts";
import type { Summary } from "./summarise/summary.ts";

// ------------------------------------------------------------------ time and logs

/** Epoch milliseconds and waiting. Real: `main.ts`; fake: `test/fakes/clock.ts`. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or at once when `signal` is aborted; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** English, with fields; never a token, never a full request address. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

// ------------------------------------------------------------------ the web

/** A decoded answer. `url` is the address after redirects. */
export interface Page {
  readonly url: string;
  /** The decoded body: HTML, XML or JSON text. */
  readonly html: string;
  /** The media type without parameters, lower case; `""` if none was sent. */
  readonly contentType: string;
  readonly charset: string;
  readonly fetchedAt: number;
}

/** What makes the next read of the same address cheap. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
}

/** One read of an address. */
export interface FetchRequest {
  readonly url: string;
  /** From the last complete read; null reads unconditionally. */
  readonly validators: Validators | null;
  /** Only whether the page is there: its text is not read, and empty in the answer. */
  readonly bodyless?: boolean;
}

/** What the world normally answers to a read; all else is thrown as `FetchError`. */
export type FetchOutcome =
  | { readonly kind: "fresh"; readonly page: Page; readonly validators: Validators }
  | { readonly kind: "unchanged" } // 304, or the same bytes
  | { readonly kind: "wait"; readonly retryAfterMs: number }; // 429, 503 with Retry-After

/**
 * Reads public addresses politely and safely. Throws `FetchError`. Adapter: `fetch/http-fetcher.ts`;
 * fake: `test/fakes/fetcher.ts`.
 */
export interface Fetcher {
  fetch(request: FetchRequest, signal?: AbortSignal): Promise<FetchOutcome>;
}

/** The text of a page, and where it was read. */
export type PageText = Pick<Page, "url" | "html">;

/**
 * Reads pages in bounded time, the heavier ones beside the event loop. Each reading throws `ExtractError` (`too-heavy`) for a page
 * that is given up, and nothing else for what a page holds. Adapter: `fetch/page-reader.ts`.
 */
export interface PageReader {
  /** Undefined where the page holds no article. */
  article(page: PageText, options: ArticleOptions): Promise<Draft | undefined>;
  /** Every block of the page in order, with what became of it. */
  explanation(page: PageText, options: ArticleOptions): Promise<readonly Explained[]>;
  /** Undefined where the page is neither feed, sitemap nor listing. */
  headlines(page: PageText, options: ListingOptions): Promise<HeadlineReading | undefined>;
  /** The feeds that the page names, the likeliest first. */
  feeds(page: PageText): Promise<readonly string[]>;
  /** What the site calls itself. */
  site(page: PageText): Promise<Site>;
}

// ------------------------------------------------------------------ keeping

/**
 * One kind of record by key. A failure of the store is always thrown (`StoreError`), never shown as "missing".
 * Adapter: `store/keyv-records.ts`; fake: `test/fakes/memory-records.ts`; both pass `test/contracts/records.ts`.
 */
export interface Records<T> {
  get(key: string): Promise<T | undefined>;
  /** As many as keys, in their order. */
  getMany(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** `expiresAt`: the record is gone from then on. */
  put(key: string, value: T, expiresAt?: number): Promise<void>;
  /** All or none, up to 200 entries; more are written 200 by 200. */
  putMany(entries: readonly RecordEntry<T>[]): Promise<void>;
  delete(key: string): Promise<void>;
  deleteMany(keys: readonly string[]): Promise<void>;
  /** All of them but damaged ones, in no promised order; safe while others are written or deleted. */
  entries(): AsyncIterable<readonly [key: string, value: T]>;
}

/** One of several records that are written together. */
export interface RecordEntry<T> {
  readonly key: string;
  readonly value: T;
  readonly expiresAt?: number;
}

/** All that is kept. The keys: see each line. */
export interface Stores {
  /** `Source.id` */
  readonly sources: Records<Source>;
  /** `Source.id` */
  readonly polls: Records<PollState>;
  /** `Article.id`; expires after the retention time. */
  readonly articles: Records<Article>;
  /** `Article.id`; kept far longer. */
  readonly articleMarks: Records<ArticleMark>;
  /** `Story.id`; expires after the retention time. */
  readonly stories: Records<Story>;
  /** `recipientKey` */
  readonly subscriptions: Records<Subscription>;
  /** `recipientKey` */
  readonly marks: Records<Mark>;
  /** `Edition.id` */
  readonly editions: Records<Edition>;
  /** `batchKey` */
  readonly batches: Records<Batch>;
  /** Article, sentences and words, joined by `:`. Checked answers of a model, and the extract where an answer was refused. */
  readonly summaries: Records<Summary>;
  /** Single values by name: see `jobs/` (`plannedUntil`, `blockedUntil`) and `store/open-store.ts` (`format`, `bot`). */
  readonly settings: Records<string | number>;
}

/** An article that a search found. A higher score is better. */
export interface SearchHit {
  readonly articleId: string;
  readonly score: number;
}

/** The derived search index: deleted, it is rebuilt from the articles. Adapter: `store/fts-index.ts`. */
export interface SearchIndex {
  add(articles: readonly Article[]): void;
  remove(articleIds: readonly string[]): void;
  /** At most `limit`, best first; those of a query that says only where or when, the newest first. */
  search(query: SearchQuery, limit: number, now: number): SearchHit[];
  /** The query with the words that no article has replaced by known ones that are written nearly alike, or undefined. */
  suggest(query: string): string | undefined;
  /**
   * Adds those of all kept articles that it lacks, unless that was done to the end before for the store of this mark. Answers
   * how many; cut short, the next call goes on. Lost or damaged later, the index fills itself once more from `all`.
   */
  fill(all: () => AsyncIterable<Article>, storeMark: number): Promise<number>;
  /** Ends when what is being filled is done, whether or not that succeeded; undefined while nothing is. */
  filling(): Promise<void> | undefined;
  /** Which of these articles it does not hold. */
  lacks(articleIds: readonly string[]): string[];
  /** So many of the articles that it holds, by their ids, from behind this one on. */
  held(behind: string, most: number): string[];
  /** How many articles it holds. */
  count(): number;
}

// ------------------------------------------------------------------ a model

/** Asks a model for a summary. Adapter: `model/summary-client.ts`. */
export interface SummaryModel {
  /** The answer as it came, unchecked; undefined when there is none. Never throws for what the endpoint did. */
  ask(prompt: Prompt, maxWords: number, signal: AbortSignal): Promise<string | undefined>;
}

// ------------------------------------------------------------------ Telegram

/** A button under a message. */
export interface Button {
  readonly text: string;
  /** At most 64 bytes. */
  readonly data: string;
}

/** A message that is escaped and fits. */
export interface OutgoingMessage extends Recipient {
  readonly html: string;
  /** Rows in reading order: the sender turns them for right-to-left languages. */
  readonly buttons?: readonly (readonly Button[])[];
  /** The address whose preview is shown above the text; none is shown without it. */
  readonly previewUrl?: string;
  readonly silent?: boolean;
  /** Sent as it is, without markup: the second try of a text that Telegram refused. */
  readonly plain?: boolean;
}

/** Sends one finished message. Adapter: `telegram/sender.ts`; fake: `test/fakes/sender.ts`. */
export interface MessageSender {
  /** Never throws for what Telegram or the line did. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendResult>;
}

// ------------------------------------------------------------------ texts for readers

/** A translation for each locale of `locales/`; an unknown locale gets the default one. */
export type Translations = (locale: string) => Translate;
