import type { PublishedArticle } from "./news-article.ts";

/** What every page of an outlet knows. */
export interface PageContext {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly sections: readonly string[];
  readonly now: number;
}

/** How an outlet draws its pages; each function gives a whole HTML page. */
export interface OutletPages {
  /** The newest articles first; with a heading, those of one section. */
  renderHome(context: PageContext, articles: readonly PublishedArticle[], heading?: string): string;
  /** `earlier`: other articles that it offers to read. */
  renderArticle(context: PageContext, article: PublishedArticle, earlier: readonly PublishedArticle[]): string;
  renderMissing(context: PageContext): string;
}
