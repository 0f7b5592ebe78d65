import { oneLine, textWithin } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";

const LONGEST = 120;
const NAMES = /(?:^|\s)(?:byline|author|author-name|article-author|writer)(?=$|\s)/;
const LABEL = /^(?:بقلم|كتبه?|كتبت|بواسطة|إعداد|تحرير|الكاتب|by)\s*[:：/|-]*\s*/iu;

/** Who wrote it, as the page says: structured data, then metadata, then the visible byline; undefined where nobody is named. */
export function bylineOf(page: PageTree, linked: LinkedArticle): string | undefined {
  const shown = page.elements.find(
    ({ attribs }) =>
      attribs["rel"] === "author" || attribs["itemprop"] === "author" || NAMES.test(attribs["class"] ?? ""),
  );
  const visible = shown && textWithin(shown, LONGEST + 1);
  for (const text of [linked.author, metaContent(page, "author", "article:author", "twitter:creator"), visible]) {
    const name = oneLine(text ?? "")
      .replace(LABEL, "")
      .trim();
    if (name !== "" && name.length <= LONGEST && !/^(?:https?:|@)/.test(name)) return name;
  }
  return undefined;
}
