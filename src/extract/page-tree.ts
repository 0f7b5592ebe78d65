import { type CheerioAPI, load } from "cheerio";
import type { AnyNode, Document, Element, ParentNode } from "domhandler";
import { absoluteUrl } from "../lib/url.ts";
import { boundedPage } from "./page-bounds.ts";

/** A parsed page within bounds. */
export interface PageTree {
  /** For selectors that a source brings; everything else walks the elements. */
  readonly $: CheerioAPI;
  /** Where it was read; links are relative to `base`. */
  readonly url: string;
  readonly base: string;
  /** All elements in page order, each before those in it. */
  readonly elements: readonly Element[];
  /** The same by their names. */
  readonly byName: ReadonlyMap<string, readonly Element[]>;
  /** By `property`, `name` or `itemprop`, in small letters. */
  readonly metas: ReadonlyMap<string, string>;
}

/** Parses a page; undefined when it is beyond all bounds. */
export function parsePage(html: string, url: string): PageTree | undefined {
  const bounded = boundedPage(html);
  if (bounded === undefined) return undefined;
  const $ = load(bounded);
  const elements = elementsWithin($.root().get(0) as Document);
  const byName = Map.groupBy(elements, ({ name }) => name);
  const base = byName.get("base")?.find(({ attribs }) => attribs["href"] !== undefined)?.attribs["href"];
  const metas = metasOf(byName.get("meta") ?? []);
  return { $, url, base: URL.parse(base ?? "", url)?.href ?? url, elements, byName, metas };
}

/** All elements in this one, in page order, each before those in it. Never recursive, so no depth overflows it. */
export function elementsWithin(root: ParentNode): Element[] {
  const found: Element[] = [];
  for (let node = nodeAfter(root, root); node !== undefined; node = nodeAfter(node, root))
    if (isElement(node)) found.push(node);
  return found;
}

/** The next node within the root, in page order; what a template holds is on no page. */
function nodeAfter(node: AnyNode, root: ParentNode): AnyNode | undefined {
  if ((isElement(node) || node === root) && node.children.length > 0) return node.children[0];
  let outer: AnyNode | null = node;
  while (outer !== null && outer !== root && outer.next === null) outer = outer.parent;
  return outer === root ? undefined : (outer?.next ?? undefined);
}

/** The elements of this name, in page order. */
export function elementsNamed({ byName }: PageTree, name: string): readonly Element[] {
  return byName.get(name) ?? [];
}

/** The nearest element around this one that is one, within so many levels; itself not counted. */
export function enclosing(
  element: Element,
  isOne: (outer: Element) => boolean,
  levels = Number.POSITIVE_INFINITY,
): Element | undefined {
  let outer = parentOf(element);
  for (let level = 0; level < levels && outer !== undefined; level++) {
    if (isOne(outer)) return outer;
    outer = parentOf(outer);
  }
  return undefined;
}

const NODES_LOOKED_AT = 400;

/** The first element in page order that is one; within the first few hundred nodes. */
export function firstWithin(root: Element, isOne: (element: Element) => boolean): Element | undefined {
  let node = nodeAfter(root, root);
  for (let count = 0; node !== undefined && count < NODES_LOOKED_AT; count++) {
    if (isElement(node) && isOne(node)) return node;
    node = nodeAfter(node, root);
  }
  return undefined;
}

/** The element that this one stands in; undefined for the outermost. */
export function parentOf(element: Element): Element | undefined {
  return element.parent !== null && isElement(element.parent) ? element.parent : undefined;
}

/** Elements whose text is not on the page. */
export const SKIPPED: ReadonlySet<string> = new Set(
  "script style noscript template iframe svg canvas object select button input textarea audio video map head math amp-twitter amp-instagram amp-facebook amp-ad".split(
    " ",
  ),
);

/** Whether an element of this name is a heading. */
export const isHeadingTag = (name: string) => /^h[1-6]$/.test(name);
/** … and a large one: captions and labels are often written as small ones. */
export const isLargeHeadingTag = (name: string) => /^h[1-4]$/.test(name);

/** Whether a node is an element. */
export function isElement(node: AnyNode): node is Element {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

/** The text that stands in an element itself, not in those within it; without spaces around. */
export function ownText(element: Element): string {
  return element.children.reduce((text, child) => (child.type === "text" ? text + child.data : text), "").trim();
}

/** The class, id and role of an element, for patterns. */
export function namesOf(element: Element): string {
  const { class: className = "", id = "", role = "", itemprop = "" } = element.attribs;
  return `${className} ${id} ${role} ${itemprop}`.slice(0, 500);
}

/** What the `title` element says; `""` when there is none. Drawings have titles of their own. */
export function titleElementText(page: PageTree): string {
  const title = elementsNamed(page, "title").find((element) => parentOf(element)?.name !== "svg");
  const [text] = title?.children ?? [];
  return text?.type === "text" ? text.data : "";
}

/** What the page says its own address is, absolute. */
export function canonicalOf(page: PageTree): string | undefined {
  const link = elementsNamed(page, "link").find(({ attribs }) => attribs["rel"]?.trim().toLowerCase() === "canonical");
  return absoluteUrl(link?.attribs["href"] ?? "", page.base);
}

/** The content of a meta element by `name`, `property` or `itemprop`; the first that is not empty. */
export function metaContent({ metas }: PageTree, ...names: readonly string[]): string | undefined {
  return names.map((name) => metas.get(name.toLowerCase())).find((content) => content !== undefined);
}

/** The first content of each meta element that is not empty and no template left unfilled. */
function metasOf(elements: readonly Element[]): Map<string, string> {
  const metas = new Map<string, string>();
  for (const { attribs } of elements) {
    const content = (attribs["content"] ?? "").trim();
    if (content === "" || /\{\{|\$\{/.test(content)) continue;
    for (const name of [attribs["property"], attribs["name"], attribs["itemprop"]])
      if (name !== undefined && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return metas;
}
