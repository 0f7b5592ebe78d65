import type { Article } from "./article.ts";

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

/** What a story keeps of an article; `copyOf`: the telling that it repeats. */
export function tellingOf(article: Article, copyOf: string | undefined): Telling {
  const { id: articleId, sourceId, firstSeenAt, publishedAt, backlog } = article;
  return { articleId, sourceId, firstSeenAt, publishedAt, backlog, ...(copyOf === undefined ? {} : { copyOf }) };
}

/** A story that begins; `followsStoryId`: the one that it follows up. */
export function newStory(id: string, telling: Telling, followsStoryId: string | null): Story {
  const { articleId, firstSeenAt } = telling;
  return { id, tellings: [telling], leadArticleId: articleId, firstSeenAt, updatedAt: firstSeenAt, followsStoryId };
}

/** The story with one more telling; the same story when it has this article already. */
export function grownStory(story: Story, telling: Telling): Story {
  if (story.tellings.some((known) => known.articleId === telling.articleId)) return story;
  return { ...story, tellings: [...story.tellings, telling], updatedAt: telling.firstSeenAt };
}

/** The part of a story that these articles tell, at least one, under the id of the first of them. */
export function partOf(story: Story, isIn: (articleId: string) => boolean): Story {
  const tellings = story.tellings
    .filter((telling) => isIn(telling.articleId))
    // What a copy repeats may be in the other part.
    .map(({ copyOf, ...telling }) => (copyOf !== undefined && isIn(copyOf) ? { ...telling, copyOf } : telling));
  const [first] = tellings as [Telling, ...Telling[]];
  const led = tellings.some((telling) => telling.articleId === story.leadArticleId);
  const seen = tellings.map((telling) => telling.firstSeenAt);
  return {
    ...story,
    id: first.articleId,
    tellings,
    leadArticleId: led ? story.leadArticleId : first.articleId,
    firstSeenAt: Math.min(...seen),
    updatedAt: Math.max(...seen),
  };
}
