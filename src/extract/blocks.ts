import type { AnyNode, Element } from "domhandler";
import { cleanText } from "../lib/arabic/clean.ts";
import { absoluteUrl } from "../lib/url.ts";
import type { RelatedLink } from "./draft.ts";
import { CONTENT_NAMES, FURNITURE_NAMES } from "./furniture.ts";
import { namesOf, type PageTree } from "./page-tree.ts";

/** A run of text between two breaks of the page's layout, in page order. */
export interface Block {
  readonly text: string;
  /** Of the nearest block element: `p`, `h2`, `li`, `div`, … */
  readonly tag: string;
  /** Of the text, 0 to 1, within links. */
  readonly linkRatio: number;
  readonly links: readonly RelatedLink[];
  /** The elements around it, from the inside out. */
  readonly path: readonly Element[];
  /** Why its place says that it is furniture; undefined for what may be text. */
  readonly outside: string | undefined;
}

const SKIPPED = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "svg",
  "canvas",
  "object",
  "select",
  "button",
  "input",
  "textarea",
  "audio",
  "video",
  "map",
  "head",
  "math",
]);
const INLINE = new Set([
  "a",
  "abbr",
  "b",
  "bdi",
  "bdo",
  "cite",
  "code",
  "data",
  "del",
  "dfn",
  "em",
  "font",
  "i",
  "ins",
  "kbd",
  "label",
  "mark",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "tt",
  "u",
  "var",
  "wbr",
  "big",
  "strike",
  "acronym",
]);
const OUTSIDE_TAGS = new Set(["nav", "aside", "footer", "form", "header", "figcaption", "caption", "dialog", "menu"]);
/** A part that holds more of the page's text than this is the page, whatever its class says. */
const MOST_OF_PAGE = 0.35;

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

function isElement(node: AnyNode): node is Element {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

function isHidden(element: Element): boolean {
  const { style = "", hidden, "aria-hidden": ariaHidden } = element.attribs;
  return (
    hidden !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 300)) ||
    (ariaHidden === "true" && element.name !== "div")
  );
}

/** Why an element is no place for text, or undefined. What holds the page's heading or most of its text always is one. */
function outsideReason(element: Element, sizes: ReadonlyMap<Element, number>, total: number): string | undefined {
  const { name } = element;
  if (name === "body" || name === "html" || name === "main" || name === "article") return undefined;
  if ((sizes.get(element) ?? 0) > total * MOST_OF_PAGE) return undefined;
  if (isHidden(element)) return "hidden";
  if (OUTSIDE_TAGS.has(name)) return name;
  const names = namesOf(element);
  if (CONTENT_NAMES.test(names)) return undefined;
  const match = FURNITURE_NAMES.exec(names.replace(/\b(?:no|has|with|without|is|hide|not)[-_][\w-]+/gi, ""));
  return match === null ? undefined : `named ${match[0].trim()}`;
}

interface Frame {
  readonly node: AnyNode;
  readonly path: readonly Element[];
  readonly outside: string | undefined;
  readonly link: string | undefined;
  /** A block element ends here. */
  readonly closing?: boolean;
}

/** The blocks of a page, in order. */
export function blocksOf(page: PageTree): Block[] {
  const body = page.$("body").get(0);
  if (body === undefined) return [];
  const sizes = textSizes(body);
  const total = Math.max(1, sizes.get(body) ?? 1);
  const blocks: Block[] = [];
  let text = "";
  let linked = 0;
  let links: { url: string; text: string }[] = [];

  function flush(frame: Pick<Frame, "path" | "outside">): void {
    const clean = cleanText(text).replace(/\s*\n\s*/g, " ");
    if (clean !== "") {
      const found = links.flatMap(({ url, text: label }) => {
        const href = absoluteUrl(url, page.base);
        const title = cleanText(label).replace(/\s+/g, " ");
        return href === undefined || title === "" ? [] : [{ url: href, title }];
      });
      const tag = frame.path[0]?.name ?? "body";
      blocks.push({
        text: clean,
        tag,
        linkRatio: Math.min(1, linked / clean.length),
        links: found,
        path: frame.path,
        outside: frame.outside,
      });
    }
    text = "";
    linked = 0;
    links = [];
  }

  const stack: Frame[] = [{ node: body, path: [], outside: undefined, link: undefined }];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { node, path, outside, link } = frame;
    if (frame.closing) {
      flush(frame);
      continue;
    }
    if (node.type === "text") {
      text += node.data;
      if (link !== undefined) {
        linked += cleanText(node.data).length;
        const last = links.at(-1);
        if (last?.url === link) last.text += node.data;
        else links.push({ url: link, text: node.data });
      }
      continue;
    }
    if (!isElement(node) || SKIPPED.has(node.name)) continue;
    if (node.name === "br") {
      const next = nextOf(node);
      if (text.trim() !== "" && (next?.name === "br" || text.length > 0)) flush(frame);
      continue;
    }
    const inline = INLINE.has(node.name) && !hasBlockChild(node);
    const reason = outside ?? outsideReason(node, sizes, total);
    const inner = { path: inline ? path : [node, ...path], outside: reason };
    const href = node.name === "a" ? (node.attribs["href"] ?? undefined) : link;
    if (!inline) {
      flush(frame);
      stack.push({ node, ...inner, link: undefined, closing: true });
    } else if (reason !== outside) {
      flush(frame);
      stack.push({ node, ...inner, link: undefined, closing: true });
    }
    for (const child of [...node.children].reverse()) stack.push({ node: child, ...inner, link: href });
  }
  return blocks;
}

function hasBlockChild(element: Element): boolean {
  return element.children.some(
    (child) =>
      isElement(child) &&
      !INLINE.has(child.name) &&
      child.name !== "br" &&
      child.name !== "img" &&
      !SKIPPED.has(child.name),
  );
}

function nextOf(element: Element): Element | undefined {
  let next = element.next;
  while (next !== null && next.type === "text" && next.data.trim() === "") next = next.next;
  return next !== null && isElement(next) ? next : undefined;
}
