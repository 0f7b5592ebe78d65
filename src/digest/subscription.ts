import type { SummaryLimits } from "../summarise/summary.ts";

/** Where messages go: a chat, and a forum topic in it (0: none). */
export interface Recipient {
  readonly chatId: number;
  readonly threadId: number;
}

/** What decides which news a chat gets and how they look. Chats with equal choices share an edition. */
export interface Choices {
  readonly sourceIds: readonly string[] | "all";
  /** Empty: all of them. */
  readonly topics: readonly string[];
  /** ISO 3166-1 alpha-2 of the outlets; empty: all of them. */
  readonly countries: readonly string[];
  /** Words that bring a story in, whatever the topics; matched as `story/` matches. */
  readonly follow: readonly string[];
  /** Words that keep a story out. */
  readonly mute: readonly string[];
  /** Ids of stories that are kept out, with what follows them. */
  readonly withoutStories?: readonly string[];
  readonly maxStories: number;
  readonly summary: SummaryLimits;
  /** IANA name, or `UTC`. */
  readonly timeZone: string;
  readonly locale: string;
  readonly digits: "latn" | "arab";
  readonly layout: "full" | "headlines";
}

/** A story that is muted until an instant. */
export interface MutedStory {
  readonly id: string;
  readonly title: string;
  readonly until: number;
}

/** An article that a chat keeps for later; it outlasts our own copy. */
export interface SavedArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** What a person chose for a chat or topic; written only when a person acts. */
export interface Subscription extends Recipient, Choices {
  /** Null: the choices are kept, but no digest is sent. */
  readonly subscribedAt: number | null;
  /** `"HH:MM"` on the wall clock of `timeZone`, sorted, none twice. */
  readonly digestAt: readonly string[];
  /** ISO weekdays (1 = Monday) on which digests are sent. */
  readonly weekdays: readonly number[];
  /** Wall clock `["HH:MM", "HH:MM"]` in which nothing comes: it is held for the next digest. Null: none. */
  readonly quietHours: readonly [string, string] | null;
  /** Whether a digest with an urgent story comes in quiet hours all the same. */
  readonly urgentInQuietHours: boolean;
  readonly pausedUntil: number | null;
  /** When muted words are heard again; those that are not here stay muted. */
  readonly muteUntil?: Readonly<Record<string, number>>;
  readonly mutedStories?: readonly MutedStory[];
  /** The newest first. */
  readonly saved?: readonly SavedArticle[];
}

/** The key of a recipient in every store. */
export function recipientKey(recipient: Recipient): string {
  return `${recipient.chatId}:${recipient.threadId}`;
}
