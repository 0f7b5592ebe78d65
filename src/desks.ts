import type { CardLink, StoryCard } from "./digest/card.ts";
import type { Recipient, SavedArticle, Subscription } from "./digest/subscription.ts";
import type { ParkReason } from "./outbox/delivery.ts";
import type { PollState } from "./source/polling.ts";
import type { Source } from "./source/source.ts";

// What the bot and the terminal commands ask of the rest. Made in `jobs/`, wired in `app.ts`.

/** Collected news for one reader's question. */
export interface NewsDesk {
  /** Newest first, at most `count` stories that the choices let through; changes no mark. */
  latest(subscription: Subscription, count: number): Promise<StoryCard[]>;
  /**
   * Best first, one card of each story. `suggestion`: the query with words that no article has put right. `isPartial`: the index is
   * being filled, and some may be missing.
   */
  search(
    query: string,
    count: number,
    subscription: Subscription,
  ): Promise<{ cards: StoryCard[]; suggestion: string | undefined; isPartial: boolean }>;
}

/** A story by the headline of its first article. */
export interface StoryTitle {
  readonly id: string;
  readonly title: string;
}

/** Stories as people point at them. Every write is done when the promise resolves. */
export interface StoryDesk {
  /** The story of the article at this address; undefined for one that is not kept. */
  storyOf(url: string): Promise<StoryTitle | undefined>;
  /** Undefined for an article that is not kept. */
  article(id: string): Promise<SavedArticle | undefined>;
  /** Stories that several articles tell, the latest first. */
  merged(count: number): Promise<StoryTitle[]>;
  /** The articles of a story in the order in which they came. */
  tellings(storyId: string, locale: string): Promise<(CardLink & { readonly articleId: string })[]>;
  /** Gives an article a story of its own, and never puts it together with the others again; `alone`: it has one already. */
  split(articleId: string): Promise<"split" | "alone" | "unknown">;
}

/** Subscriptions and the digests that follow from them. Every write is done when the promise resolves. */
export interface DigestDesk {
  /** Stored choices, or the defaults for a chat that never chose; those in `locale` where it is given. */
  subscription(recipient: Recipient, locale?: string): Promise<Subscription>;
  /** Stores what a person chose. A first subscription is followed by `digestNow`, which the caller asks for. */
  save(subscription: Subscription): Promise<void>;
  /**
   * Plans what is new for this chat and moves its mark. `askedAt` is the time of the person's message: the same
   * message told twice plans once. `planned`: it is on its way; `busy`: an earlier digest still is.
   */
  digestNow(recipient: Recipient, askedAt: number): Promise<"planned" | "nothing-new" | "busy">;
  /** Instant of the chat's next digest, or null when it gets none. */
  nextDigestAt(subscription: Subscription): number | null;
  /** Deletes all that a chat chose; without a topic, also what was chosen in its topics. */
  forget(recipient: Recipient): Promise<void>;
  /** A group became a supergroup: everything that was kept under the old id moves. */
  move(fromChatId: number, toChatId: number): Promise<void>;
  /** Telegram told us that the chat is not to be written to. */
  park(recipient: Recipient, reason: ParkReason): Promise<void>;
  /** The bot is welcome again. */
  unpark(recipient: Recipient): Promise<void>;
  /** An operator allows this chat to subscribe where not everybody may; forgetting what the chat chose does not take that back. */
  admit(chatId: number): Promise<void>;
  isAdmitted(chatId: number): Promise<boolean>;
}

/** What was found at an address that an operator gave. */
export interface SourceFinding {
  /** Ready to be stored, best first; empty when there is nothing to read. */
  readonly candidates: readonly Source[];
  /** Of the first candidate. */
  readonly headlineCount: number;
  /** Up to three, read and summarised, as readers would see them. */
  readonly preview: readonly StoryCard[];
  /** Why nothing was found: a `FetchFailure` or `ExtractFailure`. */
  readonly failure: string | null;
}

/** A source and how its last reads went. */
export interface SourceStatus {
  readonly source: Source;
  readonly poll: PollState | undefined;
}

/** Adding and watching sources. */
export interface SourceDesk {
  list(): Promise<SourceStatus[]>;
  /** Discovers and reads; stores nothing. Never throws for what the address did. `query`: an address or the id of a source. */
  test(query: string, signal: AbortSignal): Promise<SourceFinding>;
  /** Stores the best candidate and makes it due at once; `exists` when its address is read already. */
  add(
    url: string,
    addedBy: string,
    signal: AbortSignal,
  ): Promise<
    { kind: "added" | "exists"; source: Source; finding: SourceFinding } | { kind: "failed"; finding: SourceFinding }
  >;
  /** False when there is no such source. Its articles stay. */
  remove(id: string): Promise<boolean>;
  /** False when there is no such source. */
  enable(id: string, enabled: boolean): Promise<boolean>;
}
