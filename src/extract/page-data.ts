import { normalise } from "../lib/arabic/normalise.ts";
import { elementsNamed, type PageTree } from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";
import { saysTitle, titleKey } from "./title.ts";

const MAX_TITLE_UNITS = 1000;
const MAX_UNITS = 2_000_000;
const MAX_VALUES = 20_000;

/**
 * The text that a page's own program is to draw (`__NEXT_DATA__` and its like), as it is written there: the longest text beside
 * the headline in one object of its data; undefined where no object has both.
 */
export function drawnText(page: PageTree, title: string): string | undefined {
  const key = titleKey(title);
  if (key === "") return undefined;
  for (const { attribs, children } of elementsNamed(page, "script")) {
    const [content] = children;
    if (attribs["type"] !== "application/json" || content?.type !== "text" || content.data.length > MAX_UNITS) continue;
    const isHeadline = (text: string) => text.length < MAX_TITLE_UNITS && saysTitle(normalise(text), key);
    for (const value of valuesWithin(content.data)) {
      const texts = Object.values(value).filter((one) => typeof one === "string");
      const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), "");
      if (longest.length > title.length * ARTICLE.drawnTitles && texts.some(isHeadline)) return longest;
    }
  }
  return undefined;
}

/** The objects of JSON, outer before inner ones; none where it is none. */
function valuesWithin(json: string): object[] {
  const found: object[] = [];
  try {
    found.push(Object(JSON.parse(json)));
  } catch {
    return [];
  }
  for (let at = 0; at < found.length && found.length < MAX_VALUES; at++)
    for (const inner of Object.values(found[at] as object))
      if (typeof inner === "object" && inner !== null) found.push(inner);
  return found;
}
