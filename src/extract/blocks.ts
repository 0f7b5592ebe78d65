import type { AnyNode, Element } from "domhandler";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { absoluteUrl } from "../lib/url.ts";
import type { RelatedLink } from "./draft.ts";
import { oneLine } from "./element-text.ts";
import { createOutside } from "./outside.ts";
import { elementsNamed, isElement, type PageTree, SKIPPED } from "./page-tree.ts";

interface WrittenLink {
  readonly href: string;
  readonly title: string;
}

/** A run of text between two breaks of the page's layout, in page order. */
export interface Block {
  readonly text: string;
  /** The beginning of the text, normalised, for patterns. */
  readonly line: string;
  /** Of the nearest block element: `p`, `h2`, `li`, `div`, … */
  readonly tag: string;
  /** Of the text, 0 to 1, within links. */
  readonly linkRatio: number;
  /** As they are written: see `linksOf`. */
  readonly links: readonly WrittenLink[];
  /** The elements around it, from the inside out. */
  readonly path: readonly Element[];
  /** Why its place says that it is furniture; undefined for what may be text. */
  readonly outside: string | undefined;
}

const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const LONGEST_LINE = 1000;
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

/** The blocks of a page, in order. `title`: the article's. */
export function blocksOf(page: PageTree, title: string): Block[] {
  const [body] = elementsNamed(page, "body");
  if (body === undefined) return [];
  const outsideReason = createOutside(page, body, title);
  const captions = captionsOf(page);
  const blocks: Block[] = [];
  let text = "";
  let links: { href: string; title: string }[] = [];

  function flush({ path, outside }: Pick<Frame, "path" | "outside">): void {
    const clean = oneLine(text);
    if (clean !== "") {
      const titled = links.map(({ href, title }) => ({ href, title: oneLine(title) }));
      const tag = path[0]?.name ?? "body";
      blocks.push({
        text: clean,
        line: foldLetters(clean.slice(0, LONGEST_LINE)),
        tag,
        linkRatio: Math.min(1, titled.reduce((sum, { title }) => sum + title.length, 0) / clean.length),
        links: titled,
        path,
        outside: outside ?? (captions.has(clean) && !HEADINGS.test(tag) ? "caption" : undefined),
      });
    }
    text = "";
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
        const last = links.at(-1);
        if (last?.href === link) last.title += node.data;
        else links.push({ href: link, title: node.data });
      }
      continue;
    }
    if (!isElement(node) || SKIPPED.has(node.name)) continue;
    if (node.name === "br") {
      flush(frame);
      continue;
    }
    const inline = INLINE.has(node.name) && !hasBlockChild(node);
    const reason = outside ?? outsideReason(node);
    const inner = { path: inline ? path : [node, ...path], outside: reason };
    const href = node.name === "a" ? (node.attribs["href"] ?? undefined) : link;
    if (!inline || reason !== outside) {
      flush(frame);
      stack.push({ node, ...inner, link: undefined, closing: true });
    }
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push({ node: node.children[index] as AnyNode, path: inner.path, outside: reason, link: href });
  }
  return blocks;
}

/** The links of a block whose addresses are some, absolute. */
export function linksOf({ links }: Block, base: string): RelatedLink[] {
  return links.flatMap(({ href, title }) => {
    const url = absoluteUrl(href, base);
    return url === undefined || title === "" ? [] : [{ url, title }];
  });
}

/** What images are described as, in whatever attribute; said again beside them, it is a caption. */
function captionsOf(page: PageTree): ReadonlySet<string> {
  const descriptions = elementsNamed(page, "img")
    .flatMap(({ attribs: { src, srcset, style, class: names, ...others } }) => Object.values(others))
    .filter((value) => value.length >= LEAST_CAPTION && value.includes(" "));
  return new Set(descriptions.map(oneLine));
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
