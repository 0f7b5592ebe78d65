import { readFileSync } from "node:fs";

/** One article of a sample outlet, as its data file has it. */
export interface NewsArticle {
  readonly slug: string;
  /** When it appears, counted from the start of the site; before the start when negative. */
  readonly afterSeconds: number;
  readonly section: string;
  readonly title: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
}

/** An article with its place on a running site. */
export interface PublishedArticle extends NewsArticle {
  /** Differs from run to run, so that each run has news. */
  readonly id: number;
  readonly path: string;
  readonly publishedAt: number;
}

/** The articles of a data file in `news/`, placed on a site that started then; the newest first. */
export function loadArticles(
  outlet: string,
  startedAt: number,
  pathOf: (id: number, article: NewsArticle, publishedAt: number) => string,
): PublishedArticle[] {
  const text = readFileSync(new URL(`./news/${outlet}.json`, import.meta.url), "utf8");
  const run = Math.floor(startedAt / 60_000) % 1_000_000;
  return (JSON.parse(text) as NewsArticle[])
    .map((article, index) => {
      const id = run * 100 + index + 1;
      const publishedAt = startedAt + article.afterSeconds * 1000;
      return { ...article, id, path: pathOf(id, article, publishedAt), publishedAt };
    })
    .sort((a, b) => b.publishedAt - a.publishedAt);
}
