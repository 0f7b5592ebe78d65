/** One telling of a story: what selection needs to know of an article without loading it. */
export interface Telling {
  readonly articleId: string;
  readonly sourceId: string;
  readonly firstSeenAt: number;
  readonly publishedAt: number;
  readonly backlog: boolean;
  /** The earlier telling of which this one is a near-duplicate: one agency's text. */
  readonly copyOf?: string;
}

/** One event, told by one or more articles; grows while it is news. */
export interface Story {
  /** The id of its first article. */
  readonly id: string;
  /** In the order in which they came; never empty. */
  readonly tellings: readonly Telling[];
  readonly leadArticleId: string;
  readonly firstSeenAt: number;
  readonly updatedAt: number;
  /** The earlier story that this one follows up, or null. */
  readonly followsStoryId: string | null;
}
