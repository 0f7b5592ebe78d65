import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { isFurnitureLine } from "./furniture.ts";
import { isElement, isHeadingTag, namesOf } from "./page-tree.ts";
import { CONTENT_NAMES } from "./part-names.ts";
import { ARTICLE } from "./thresholds.ts";

/** These hold text, never an article. */
const TEXT_TAGS: ReadonlySet<string> = new Set(
  "p li ul ol blockquote pre h1 h2 h3 h4 h5 h6 dd dl figure table tbody tr span a b strong em font".split(" "),
);

/** Where the article stands on its page. */
export interface Container {
  readonly element: Element;
  /** The element in it that most of its paragraphs stand in side by side; undefined where they are scattered. */
  readonly home: Element | undefined;
}

/**
 * How much a block says that it belongs to an article: its unlinked letters, more where it has the marks of
 * prose; none where they are too few.
 */
export function evidenceOf(block: Block, leastUnits = ARTICLE.evidenceUnits): number {
  if (
    block.outside !== undefined ||
    block.linkRatio > ARTICLE.linkText ||
    isHeadingTag(block.tag) ||
    isTableLine(block)
  )
    return 0;
  const own = block.text.length * (1 - block.linkRatio);
  if (own < leastUnits || isFurnitureLine(block.line)) return 0;
  return own * (/[،؛.؟!,;?]/.test(block.text) ? 1 : ARTICLE.plainWeight);
}

/** A caption or a row: of a table's own lines, not of what stands in its cells. */
export const isTableLine = ({ tag }: Block) => tag === "tr" || tag === "caption";

/**
 * For each block the elements around it that may hold an article, from the inside out. What holds one block alone is a paragraph,
 * whatever element it is made of.
 */
export function holdersOf(blocks: readonly Block[]): ReadonlyMap<Block, readonly Element[]> {
  /** What holds two blocks holds two that stand next to each other. */
  const shared = new Set<Element>();
  for (const [at, { path }] of blocks.entries()) {
    const next = blocks[at + 1]?.path ?? [];
    let levels = 0;
    while (levels < next.length && next.at(-1 - levels) === path.at(-1 - levels)) levels++;
    const common = path.slice(path.length - levels);
    for (const element of common) {
      if (shared.has(element)) break;
      shared.add(element);
    }
  }
  const isHolder = (element: Element) =>
    !TEXT_TAGS.has(element.name) && (element.name === "body" || shared.has(element));
  /** By the innermost: those around it are the same for all blocks. */
  const known = new Map<Element | undefined, readonly Element[]>();
  const holders = blocks.map((block) => {
    const nearest = block.path.find(isHolder);
    const around = known.get(nearest) ?? block.path.filter(isHolder);
    known.set(nearest, around);
    return [block, around] as const;
  });
  return new Map(holders);
}

const isNamed = (element: Element) => element.name === "article" || CONTENT_NAMES.test(namesOf(element));

/**
 * The element that holds the article: from the page, or from the part of the headline where it is an `article` or others are
 * made like it, inwards, as long as one part holds most of the evidence, or far more than any other.
 */
export function containerOf(
  blocks: readonly Block[],
  evidence: readonly number[],
  holders: ReadonlyMap<Block, readonly Element[]>,
  heading: Block | undefined,
): Container | undefined {
  const weights = new Map<Element | undefined, number>();
  const direct = new Map<Element, number>();
  const children = new Map<Element | undefined, Set<Element>>();
  for (const [index, block] of blocks.entries()) {
    const weight = evidence[index] as number;
    if (weight === 0) continue;
    weights.set(undefined, (weights.get(undefined) ?? 0) + weight);
    const path = holders.get(block) ?? [];
    const [nearest] = path;
    if (nearest !== undefined) direct.set(nearest, (direct.get(nearest) ?? 0) + weight);
    for (const [depth, element] of path.entries()) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
      const parent = path[depth + 1];
      const known = children.get(parent);
      if (known === undefined) children.set(parent, new Set([element]));
      else known.add(element);
    }
  }
  const weightOf = (element: Element | undefined) => weights.get(element) ?? 0;
  /** Begins with a heading and goes on with text. */
  const isStory = (element: Element) =>
    weightOf(element) > 0 &&
    isHeadingTag(
      blocks.find(({ tag, path }, at) => (isHeadingTag(tag) || evidence[at] !== 0) && path.includes(element))?.tag ??
        "",
    );
  let current = heading?.path.find(
    (element) =>
      weightOf(element) >= weightOf(undefined) * ARTICLE.articleShare &&
      (element.name === "article" || alikeBeside(element).some(isStory)),
  );
  for (;;) {
    const parts = [...(children.get(current) ?? [])].sort((x, y) => weightOf(y) - weightOf(x));
    const [heaviest, second] = parts;
    if (heaviest === undefined) break;
    const own = weightOf(heaviest);
    const total = weightOf(current);
    const rival = Math.max(
      second === undefined ? 0 : weightOf(second),
      total - parts.reduce((sum, part) => sum + weightOf(part), 0),
    );
    const clear =
      own >= rival * ARTICLE.farMore || (isNamed(heaviest) && own >= rival && !parts.slice(1).some(isNamed));
    if (own < total * ARTICLE.evidenceShare && !clear) break;
    current = heaviest;
  }
  if (current === undefined) return undefined;
  const container = current;
  const [home] = [...direct].filter(([element]) => contains(container, element)).sort((x, y) => y[1] - x[1])[0] ?? [];
  const homely = home !== undefined && weightOf(home) >= weightOf(container) * ARTICLE.homeShare;
  return { element: container, home: homely ? home : undefined };
}

/** The next few elements beside it with its name and classes: many pages go on with another article, made like the first. */
function alikeBeside(element: Element): Element[] {
  const { class: names } = element.attribs;
  if (names === undefined) return [];
  const found: Element[] = [];
  for (let node = element.next; node !== null && found.length < ARTICLE.alikeBeside; node = node.next)
    if (isElement(node) && node.name === element.name && node.attribs["class"] === names) found.push(node);
  return found;
}

function contains(outer: Element, inner: Element): boolean {
  for (let element: Element["parent"] = inner; element !== null; element = element.parent)
    if (element === outer) return true;
  return false;
}
