import type { RelatedLink } from "../extract/draft.ts";
import type { Article } from "../story/article.ts";
import { articleId } from "../story/article-id.ts";
import { fingerprint } from "../story/fingerprint.ts";

/** A read article that has no identity yet. */
export interface Reading {
  readonly sourceId: string;
  readonly url: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: number | null;
  readonly related: readonly RelatedLink[];
  readonly imageUrl: string | null;
  readonly byline: string | null;
  readonly bodyFrom: "page" | "feed";
  /** Articles published before this instant are not pushed; null pushes all. */
  readonly backlogBefore: number | null;
}

/** The article that a reading becomes when it arrives. */
export function articleOf(reading: Reading, firstSeenAt: number): Article {
  const { backlogBefore, ...rest } = reading;
  const publishedAt = Math.min(reading.publishedAt ?? firstSeenAt, firstSeenAt);
  return {
    ...rest,
    id: articleId(reading.url),
    publishedAt,
    firstSeenAt,
    fingerprint: fingerprint(reading.title, reading.paragraphs),
    backlog: backlogBefore !== null && publishedAt < backlogBefore,
  };
}

/** What an article was read as: kept again, it arrives again, and what was old stays old. */
export function readingOf(article: Article): Reading {
  const { id: _id, firstSeenAt: _firstSeenAt, fingerprint: _fingerprint, backlog, ...rest } = article;
  return { ...rest, backlogBefore: backlog ? Number.POSITIVE_INFINITY : null };
}
