import type { Element } from "domhandler";
import { textWithin } from "./element-text.ts";
import { CONTENT_NAMES, FOREIGN_NAMES, FURNITURE_NAMES } from "./furniture.ts";
import { elementsNamed, firstWithin, namesOf, type PageTree, parentOf, SKIPPED } from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";

const OUTSIDE_TAGS = new Set(["nav", "aside", "footer", "form", "header", "figcaption", "caption", "dialog", "menu"]);
/** Whatever they hold, it is beside the page's matter, unless the headline is in them too. */
const FOREIGN_TAGS = new Set(["nav", "aside", "footer", "dialog"]);
const PAGE_TAGS = /^(?:html|body|main|article)$/;
const HEADINGS = /^h[1-4]$/;

/** Says of an element why it is no place for text, or undefined. */
export type Outside = (element: Element) => string | undefined;

/** What holds much of the page's text is a place for it whatever it is called, unless it is called the end of the page. */
export function createOutside(page: PageTree, body: Element, title: string): Outside {
  const sizes = textSizes(page.elements);
  const total = Math.max(1, sizes.get(body) ?? 1);
  const titled = new Set<Element>();
  const headings = [...elementsNamed(page, "h1"), ...page.elements.filter((element) => isTitle(element, title))];
  for (const heading of headings)
    for (let element = parentOf(heading); element !== undefined; element = parentOf(element)) titled.add(element);
  /** What names say, as found so far: pages repeat them. */
  const reasons = new Map<string, string | undefined>();

  return (element) => {
    const { name } = element;
    if (PAGE_TAGS.test(name)) return undefined;
    const share = (sizes.get(element) ?? 0) / total;
    const isMatter = titled.has(element)
      ? share > ARTICLE.muchOfPage
      : share > ARTICLE.mostOfPage && !isForeign(element);
    if (isMatter && name !== "footer") return undefined;
    if (isHidden(element)) return "hidden";
    if (name === "blockquote" && firstWithin(element, isPost) !== undefined) return "post of another site";
    if (OUTSIDE_TAGS.has(name)) return name;
    // What a heading is called says how it looks («widget-title»), not what it is.
    if (HEADINGS.test(name)) return undefined;
    const names = namesOf(element);
    if (!reasons.has(names)) reasons.set(names, namedReason(names));
    return reasons.get(names);
  };
}

const isTitle = (element: Element, title: string) =>
  /^h[2-6]$/.test(element.name) && title !== "" && textWithin(element, title.length + 1) === title;

/** A link to a post, as sites give their posts away. */
const isPost = ({ name, attribs }: Element) =>
  name === "a" &&
  /(?:twitter|x)\.com\/\w+\/status\/|instagram\.com\/(?:p|reel)\/|tiktok\.com\/@|facebook\.com\/\S+\/posts\//.test(
    attribs["href"] ?? "",
  );

const isForeign = (element: Element) => FOREIGN_TAGS.has(element.name) || FOREIGN_NAMES.test(namesOf(element));

/** How many units of text stand below each element, links not counted; those within come after it in page order. */
function textSizes(elements: readonly Element[]): Map<Element, number> {
  const sizes = new Map<Element, number>();
  for (let at = elements.length - 1; at >= 0; at--) {
    const element = elements[at] as Element;
    if (SKIPPED.has(element.name) || element.name === "a") continue;
    let size = 0;
    for (const child of element.children) {
      if (child.type === "text") size += child.data.trim().length;
      else if (child.type === "tag") size += sizes.get(child) ?? 0;
    }
    sizes.set(element, size);
  }
  return sizes;
}

function isHidden(element: Element): boolean {
  const { style = "", hidden, "aria-hidden": ariaHidden } = element.attribs;
  return (
    hidden !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 300)) ||
    (ariaHidden === "true" && element.name !== "div")
  );
}

function namedReason(names: string): string | undefined {
  if (CONTENT_NAMES.test(names)) return undefined;
  const match = FURNITURE_NAMES.exec(names.replace(/\b(?:no|has|with|without|is|hide|not)[-_][\w-]+/gi, ""));
  return match === null ? undefined : `named ${match[0].trim()}`;
}
