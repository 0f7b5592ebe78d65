import type { RelatedLink } from "../extract/draft.ts";

/** One page of one source, as we keep it: immutable. */
export interface Article {
  /** See `article-id.ts`; the rule is frozen. */
  readonly id: string;
  readonly sourceId: string;
  /** Canonical. */
  readonly url: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The page's time, else the feed's, else `firstSeenAt`. */
  readonly publishedAt: number;
  readonly firstSeenAt: number;
  /** See `fingerprint.ts`: near-duplicates share most of it. */
  readonly fingerprint: string;
  readonly related: readonly RelatedLink[];
  readonly imageUrl: string | null;
  readonly byline: string | null;
  /** `"feed"`: the page could not be read, this is the feed's own text. */
  readonly bodyFrom: "page" | "feed";
  /** Already old when its source was read for the first time: searchable, never pushed. */
  readonly backlog: boolean;
}

/** What is remembered of an article long after it was pruned: an old article may come back. */
export interface ArticleMark {
  readonly articleId: string;
  readonly firstSeenAt: number;
  readonly storyId: string;
}
