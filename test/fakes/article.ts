import type { Article } from "../../src/story/article.ts";

/** An article of which only what matters in a test is said. */
export function article(id: string, title: string, change: Partial<Article> = {}): Article {
  const publishedAt = change.publishedAt ?? 1;
  return {
    id,
    sourceId: "marfa",
    url: `https://a.example/${id}`,
    title,
    paragraphs: [],
    publishedAt,
    firstSeenAt: publishedAt,
    fingerprint: "",
    related: [],
    imageUrl: null,
    byline: null,
    bodyFrom: "page",
    backlog: false,
    ...change,
  };
}
