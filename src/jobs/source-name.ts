import type { Source } from "../source/source.ts";
import type { Article } from "../story/article.ts";

/** The outlet's name in the reader's language; where the source is gone, its host, or for an imported article its id. */
export function sourceName(
  source: Source | undefined,
  { sourceId, url }: Pick<Article, "sourceId" | "url">,
  locale: string,
): string {
  if (source !== undefined) return (locale.startsWith("ar") ? source.nameAr : source.nameEn) || source.name;
  return /^https?:/.test(url) ? new URL(url).hostname.replace(/^www\./, "") : sourceId;
}
