import { cleanText } from "../lib/arabic/clean.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";

const LONGEST = 120;
const LABEL = /^(?:بقلم|كتبه?|كتبت|بواسطة|إعداد|تحرير|الكاتب|by)\s*[:：/|-]*\s*/iu;

/** Who wrote it, as the page says: structured data, then metadata, then the visible byline; undefined where nobody is named. */
export function bylineOf(page: PageTree, linked: LinkedArticle): string | undefined {
  const { $ } = page;
  const visible = $("[rel='author'],[itemprop='author'],.byline,.author-name,.author,.writer,.article-author")
    .first()
    .text();
  for (const text of [linked.author, metaContent(page, "author", "article:author", "twitter:creator"), visible]) {
    const name = cleanText(text ?? "")
      .replace(/\s+/g, " ")
      .replace(LABEL, "")
      .trim();
    if (name !== "" && name.length <= LONGEST && !/^(?:https?:|@)/.test(name)) return name;
  }
  return undefined;
}
