import type { Element } from "domhandler";
import { textWithin } from "./element-text.ts";
import {
  elementsNamed,
  firstWithin,
  isElement,
  isLargeHeadingTag,
  namesOf,
  type PageTree,
  parentOf,
  SKIPPED,
} from "./page-tree.ts";
import { CONTENT_NAMES, FOREIGN_NAMES, FURNITURE_NAMES } from "./part-names.ts";
import { ARTICLE } from "./thresholds.ts";

const OUTSIDE_TAGS = new Set(["nav", "aside", "footer", "form", "header", "figcaption", "caption", "dialog", "menu"]);
/** Whatever they hold, it is beside the page's matter, unless the headline is in them too. */
const FOREIGN_TAGS = new Set(["nav", "aside", "footer", "dialog"]);
const PAGE_TAGS = /^(?:html|body|main|article)$/;

/** Says of an element why it is no place for text, or undefined. */
export type Outside = (element: Element) => string | undefined;

/** What holds much of the page's text is a place for it whatever it is called, unless it is called the end of the page. */
export function createOutside(page: PageTree, body: Element, title: string): Outside {
  const shares = textShares(page.elements, body);
  const titled = new Set<Element>();
  const headings = [...elementsNamed(page, "h1"), ...titlesOf(page, title)];
  for (const heading of headings)
    for (let element = parentOf(heading); element !== undefined; element = parentOf(element)) titled.add(element);
  /** What names say, as found so far: pages repeat them. */
  const reasons = new Map<string, string | undefined>();

  return (element) => {
    const { name } = element;
    if (PAGE_TAGS.test(name)) return undefined;
    const share = shares.get(element) ?? 0;
    const isMatter = titled.has(element)
      ? share > ARTICLE.muchOfPage
      : share > ARTICLE.mostOfPage && !isForeign(element);
    if (isMatter && name !== "footer") return undefined;
    if (isHidden(element)) return "hidden";
    if (name === "blockquote" && firstWithin(element, isPost) !== undefined) return "post of another site";
    if (OUTSIDE_TAGS.has(name)) return name;
    // What a heading is called says how it looks («widget-title»), not what it is.
    if (isLargeHeadingTag(name)) return undefined;
    const names = namesOf(element);
    if (!reasons.has(names)) reasons.set(names, namedReason(names));
    return reasons.get(names);
  };
}

/** Lower headings that say the title. */
const titlesOf = (page: PageTree, title: string) =>
  ["h2", "h3", "h4", "h5", "h6"]
    .flatMap((name) => elementsNamed(page, name))
    .filter((element) => title !== "" && textWithin(element, title.length + 1) === title);

/** A link to a post, as sites give their posts away. */
const isPost = ({ name, attribs }: Element) =>
  name === "a" &&
  /(?:twitter|x)\.com\/\w+\/status\/|instagram\.com\/(?:p|reel)\/|tiktok\.com\/@|facebook\.com\/\S+\/posts\//.test(
    attribs["href"] ?? "",
  );

const isForeign = (element: Element) => FOREIGN_TAGS.has(element.name) || FOREIGN_NAMES.test(namesOf(element));

/**
 * How much of the body's text stands below each element that has much of it, 0 to 1, links not counted. Those within an element come
 * after it, all together.
 */
function textShares(elements: readonly Element[], body: Element): ReadonlyMap<Element, number> {
  const sizes = new Uint32Array(elements.length);
  /** Where the next element outside begins. */
  const ends = new Uint32Array(elements.length);
  for (let at = elements.length - 1; at >= 0; at--) {
    const element = elements[at] as Element;
    const isCounted = !SKIPPED.has(element.name) && element.name !== "a";
    let size = 0;
    let inner = at + 1;
    for (const child of element.children) {
      if (child.type === "text") size += isCounted ? child.data.trim().length : 0;
      else if (isElement(child)) {
        size += sizes[inner] as number;
        inner = ends[inner] as number;
      }
    }
    sizes[at] = isCounted ? size : 0;
    ends[at] = inner;
  }
  const total = Math.max(1, sizes[elements.indexOf(body)] ?? 1);
  const much = total * Math.min(ARTICLE.muchOfPage, ARTICLE.mostOfPage);
  const large = elements.keys().filter((at) => (sizes[at] as number) > much);
  return new Map(large.map((at) => [elements[at] as Element, (sizes[at] as number) / total]));
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
