import type { AnyNode, Element } from "domhandler";
import { cleanText } from "../lib/arabic/clean.ts";
import { absoluteUrl } from "../lib/url.ts";
import type { RelatedLink } from "./draft.ts";
import { createOutside } from "./outside.ts";
import { isElement, type PageTree, SKIPPED } from "./page-tree.ts";

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
const HEADINGS = /^h[1-4]$/;
const LEAST_CAPTION = 20;

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
  const outsideReason = createOutside(page, body);
  const blocks: Block[] = [];
  let text = "";
  let linked = 0;
  let links: { url: string; text: string }[] = [];
  const captions = captionsOf(page);

  function flush(frame: Pick<Frame, "path" | "outside">): void {
    const clean = lineOf(text);
    if (clean !== "") {
      const found = links.flatMap(({ url, text: label }) => {
        const href = absoluteUrl(url, page.base);
        const title = lineOf(label);
        return href === undefined || title === "" ? [] : [{ url: href, title }];
      });
      const tag = frame.path[0]?.name ?? "body";
      blocks.push({
        text: clean,
        tag,
        linkRatio: Math.min(1, linked / clean.length),
        links: found,
        path: frame.path,
        outside: frame.outside ?? (captions.has(clean) && !HEADINGS.test(tag) ? "caption" : undefined),
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
    const reason = outside ?? outsideReason(node);
    const inner = { path: inline ? path : [node, ...path], outside: reason };
    const href = node.name === "a" ? (node.attribs["href"] ?? undefined) : link;
    if (!inline) {
      flush(frame);
      stack.push({ node, ...inner, link: undefined, closing: true });
    } else if (reason !== outside) {
      flush(frame);
      stack.push({ node, ...inner, link: undefined, closing: true });
    }
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push({ node: node.children[index] as AnyNode, path: inner.path, outside: reason, link: href });
  }
  return blocks;
}

/** What images are described as; said again beside them, it is a caption. */
function captionsOf({ $ }: PageTree): ReadonlySet<string> {
  const descriptions = $("img")
    .toArray()
    .flatMap(({ attribs: { src, srcset, style, class: names, ...others } }) => Object.values(others).map(lineOf));
  return new Set(descriptions.filter((description) => description.length >= LEAST_CAPTION));
}

const lineOf = (text: string) => cleanText(text).replace(/\s*\n\s*/g, " ");

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
