import type { Element } from "domhandler";
import { CONTENT_NAMES, FURNITURE_NAMES } from "./furniture.ts";
import { isElement, namesOf, type PageTree, SKIPPED } from "./page-tree.ts";

const OUTSIDE_TAGS = new Set(["nav", "aside", "footer", "form", "header", "figcaption", "caption", "dialog", "menu"]);
const PAGE_TAGS = /^(?:html|body|main|article)$/;
const HEADINGS = /^h[1-4]$/;
/** A part that holds more of the page's text than this is the page, whatever its class says. */
const MOST_OF_PAGE = 0.35;
/** And so is one that holds this much and the heading. */
const MUCH_OF_PAGE = 0.1;

/** Says of an element why it is no place for text, or undefined. */
export type Outside = (element: Element) => string | undefined;

/** What holds much of the page's text is a place for it whatever it is called, unless it is called the end of the page. */
export function createOutside({ $ }: PageTree, body: Element): Outside {
  const sizes = textSizes(body);
  const total = Math.max(1, sizes.get(body) ?? 1);
  const titled = new Set<Element>();
  for (const heading of $("h1").toArray())
    for (let element = heading.parent; element !== null && isElement(element); element = element.parent)
      titled.add(element);
  /** What names say, as found so far: pages repeat them. */
  const reasons = new Map<string, string | undefined>();

  return (element) => {
    const { name } = element;
    if (PAGE_TAGS.test(name)) return undefined;
    const share = (sizes.get(element) ?? 0) / total;
    if (name !== "footer" && share > (titled.has(element) ? MUCH_OF_PAGE : MOST_OF_PAGE)) return undefined;
    if (isHidden(element)) return "hidden";
    if (OUTSIDE_TAGS.has(name)) return name;
    // What a heading is called says how it looks («widget-title»), not what it is.
    if (HEADINGS.test(name)) return undefined;
    const names = namesOf(element);
    if (!reasons.has(names)) reasons.set(names, namedReason(names));
    return reasons.get(names);
  };
}

/** How many units of text stand below each element. Iterative: pages nest deeper than a stack likes. */
function textSizes(root: Element): Map<Element, number> {
  const sizes = new Map<Element, number>();
  const order: Element[] = [];
  const stack: Element[] = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    order.push(element);
    for (const child of element.children) if (isElement(child) && !SKIPPED.has(child.name)) stack.push(child);
  }
  for (const element of order.reverse()) {
    let size = 0;
    for (const child of element.children) {
      if (child.type === "text") size += child.data.trim().length;
      else if (isElement(child)) size += sizes.get(child) ?? 0;
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
