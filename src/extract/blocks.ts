import type { ChildNode, Element } from "domhandler";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { absoluteUrl } from "../lib/url.ts";
import type { RelatedLink } from "./draft.ts";
import { oneLine } from "./element-text.ts";
import { footnotesOf } from "./footnotes.ts";
import { createOutside } from "./outside.ts";
import { elementsNamed, isElement, isLargeHeadingTag, type PageTree, SKIPPED } from "./page-tree.ts";
import { tableLines } from "./table-rows.ts";
import { ARTICLE } from "./thresholds.ts";

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
/** Attributes of images that describe nothing. */
const UNWRITTEN = /^(?:src|srcset|style|class)$/;
const LONGEST_LINE = 1000;
/** What a part is folded and unfolded by. */
const FOLD = /^\s*[+\u2212×▲△▼▽▾▿▸▹►▶◂◃◄◀›‹⌄⌃✕✖]\s*$/u;

/** An element that is being walked through. */
interface Open {
  readonly element: Element;
  readonly outer: Open | undefined;
  readonly isInline: boolean;
  readonly outside: string | undefined;
  readonly link: string | undefined;
  /** Whether a block ends where it ends. */
  readonly breaks: boolean;
  next: ChildNode | undefined | null;
  /** See `pathOf`: most elements need none. */
  path: readonly Element[] | undefined;
}

/** The blocks of a page, in order. `title`: the article's. */
export function blocksOf(page: PageTree, title: string): Block[] {
  const [body] = elementsNamed(page, "body");
  if (body === undefined) return [];
  const outsideReason = createOutside(page, body, title);
  const captions = captionsOf(page);
  const notes = footnotesOf(page);
  const blocks: Block[] = [];
  let text = "";
  let links: { href: string; title: string }[] = [];
  /** A mark stands before the text. */
  let isMarked = false;

  function flush(open: Open): void {
    const clean = /\S/.test(text) ? oneLine(text) : "";
    if (clean !== "") {
      const path = pathOf(open);
      const titled = links.map(({ href, title }) => ({ href, title: oneLine(title) }));
      const tag = path[0]?.name ?? "body";
      blocks.push({
        text: clean,
        line: foldLetters(clean.slice(0, LONGEST_LINE)),
        tag,
        linkRatio: Math.min(1, titled.reduce((sum, { title }) => sum + title.length, 0) / clean.length),
        links: titled,
        path,
        outside:
          open.outside ??
          (captions.has(clean) && !isLargeHeadingTag(tag) ? "caption" : undefined) ??
          (isMarked ? "footnote" : undefined),
      });
      isMarked = false;
    }
    text = "";
    links = [];
  }

  let outer: Open | undefined = {
    element: body,
    outer: undefined,
    isInline: false,
    outside: undefined,
    link: undefined,
    breaks: true,
    next: body.children[0],
    path: undefined,
  };
  while (outer !== undefined) {
    const { next: node } = outer;
    if (node === null || node === undefined) {
      if (outer.breaks) flush(outer);
      outer = outer.outer;
      continue;
    }
    outer.next = node.next;
    if (node.type === "text") {
      text += node.data;
      const last = links.at(-1);
      if (outer.link === undefined) continue;
      if (last?.href === outer.link) last.title += node.data;
      else links.push({ href: outer.link, title: node.data });
    } else if (isElement(node) && notes.isMark(node)) isMarked ||= !/\S/.test(text);
    else if (isElement(node) && !SKIPPED.has(node.name) && !isFold(node)) {
      const isInline = INLINE.has(node.name) && !hasBlockChild(node);
      const outside = outer.outside ?? outsideReason(node) ?? (notes.isNote(node) ? "footnote" : undefined);
      const breaks = !isInline || outside !== outer.outside;
      if (breaks) flush(outer);
      const lines = node.name === "table" ? tableLines(node) : undefined;
      if (lines !== undefined) {
        for (const { element, text } of lines) {
          const line = foldLetters(text.slice(0, LONGEST_LINE));
          blocks.push({
            text,
            line,
            tag: element.name,
            linkRatio: 0,
            links: [],
            path: [element, node, ...pathOf(outer)],
            outside,
          });
        }
        continue;
      }
      const link = node.name === "a" ? node.attribs["href"] : outer.link;
      outer = { element: node, outer, isInline, outside, link, breaks, next: node.children[0], path: undefined };
    }
  }
  return blocks;
}

/** The elements around what stands in this one, itself first, inline ones left out. */
function pathOf(open: Open): readonly Element[] {
  const inner: Element[] = [];
  let at: Open | undefined = open;
  for (; at !== undefined && at.path === undefined; at = at.outer) if (!at.isInline) inner.push(at.element);
  const outer = at?.path ?? [];
  open.path = inner.length === 0 ? outer : inner.concat(outer);
  return open.path;
}

function isFold({ children: [first, another] }: Element): boolean {
  return first?.type === "text" && another === undefined && first.data.length < 4 && FOLD.test(first.data);
}

/** Of the links of a block those whose addresses are some, absolute. */
export function linksOf(links: readonly WrittenLink[], base: string): RelatedLink[] {
  return links.flatMap(({ href, title }) => {
    const url = absoluteUrl(href, base);
    return url === undefined || title === "" ? [] : [{ url, title }];
  });
}

/** What images are described as, in whatever attribute; said again beside them, it is a caption. */
function captionsOf(page: PageTree): ReadonlySet<string> {
  const descriptions = new Set<string>();
  for (const { attribs } of elementsNamed(page, "img"))
    for (const name in attribs) {
      const value = attribs[name] as string;
      if (value.length >= ARTICLE.captionUnits && value.includes(" ") && !UNWRITTEN.test(name))
        descriptions.add(oneLine(value));
    }
  return descriptions;
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
