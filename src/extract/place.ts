import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { containerOf, holdersOf } from "./container.ts";
import { ARTICLE } from "./thresholds.ts";

/** Where the article stands among the blocks of its page. `at`: the index of the block. */
export interface Place {
  /** The index of its first block; below 0 where there is no article. */
  readonly start: number;
  isInside(block: Block): boolean;
  /** Whether a block stands side by side with the paragraphs. */
  isOwn(block: Block): boolean;
  /** The outermost element around a block that the article does not stand in as a whole. */
  partOf(block: Block): Element | undefined;
  /** Whether the article may be over where a heading of something else stands: little of its evidence comes after. */
  isOver(block: Block, at: number): boolean;
  /** The largest element that begins with this block, holds others too, and no more than a share of the evidence. */
  partFrom(at: number, share: number): Element | undefined;
  /** Whether the next block is a paragraph side by side with the others. */
  isBeforeText(at: number): boolean;
  /** The list that begins with the next block. */
  listAfter(at: number): Element | undefined;
  /** Whether a block stands in a part among the paragraphs that leads to one other page alone. */
  isCard(block: Block): boolean;
}

/** Finds the article by its evidence, one figure a block, and its headline. */
export function placeOf(blocks: readonly Block[], evidence: readonly number[], headline: Block | undefined): Place {
  const holders = holdersOf(blocks);
  const container = containerOf(blocks, evidence, holders, headline);
  const home = container?.home;
  const isInside = (block: Block) => container !== undefined && block.path.includes(container.element);
  const isHome = (block: Block) => home !== undefined && block.path.includes(home);
  const rest = restOf(blocks, evidence, isInside);
  const homeRest = home === undefined ? rest : restOf(blocks, evidence, isHome);
  const start = blocks.findIndex(isInside);
  const [whole, wholeHome] = [rest[start] ?? 0, homeRest[start] ?? 0];
  const partOf = ({ path }: Block) => {
    const whole = path.indexOf((home ?? container?.element) as Element);
    return path[(whole < 0 ? path.indexOf(container?.element as Element) : whole) - 1];
  };
  /** Where each part among the paragraphs leads; what is no link leads to itself. */
  const targets = new Map<Element, Set<string | Block>>();
  for (const block of blocks.filter(isHome)) {
    const part = partOf(block);
    if (part === undefined) continue;
    const known = targets.get(part) ?? new Set<string | Block>();
    if (block.linkRatio > ARTICLE.linkText) for (const { href } of block.links) known.add(href);
    else known.add(block);
    targets.set(part, known);
  }
  const isOwn = (block: Block) => home !== undefined && holders.get(block)?.[0] === home;
  return {
    start,
    isInside,
    isOwn,
    partOf,
    isBeforeText: (at) => (evidence[at + 1] ?? 0) > 0 && isOwn(blocks[at + 1] as Block),
    listAfter: (at) =>
      blocks[at + 1]?.path.findLast((element) => isList(element) && !blocks[at]?.path.includes(element)),
    isCard: (block) => {
      const part = isHome(block) ? partOf(block) : undefined;
      return part !== undefined && targets.get(part)?.size === 1;
    },
    isOver: (block, at) =>
      (homeRest[at] as number) <= (home === undefined || isHome(block) ? wholeHome * ARTICLE.restAtHome : 0),
    partFrom(at, share) {
      const before = blocks[at - 1]?.path ?? [];
      return blocks[at]?.path.findLast((element) => {
        if (before.includes(element) || !blocks[at + 1]?.path.includes(element)) return false;
        let last = at + 1;
        while (blocks[last + 1]?.path.includes(element)) last++;
        return (rest[at] as number) - (rest[last] as number) < whole * share;
      });
    },
  };
}

const isList = ({ name }: Element) => name === "ul" || name === "ol" || name === "dl";

/** For each block, the evidence of those after it that are within. */
function restOf(blocks: readonly Block[], evidence: readonly number[], isWithin: (block: Block) => boolean): number[] {
  let sum = 0;
  const rest = new Array<number>(blocks.length).fill(0);
  for (let at = blocks.length - 1; at >= 0; at--) {
    rest[at] = sum;
    if (isWithin(blocks[at] as Block)) sum += evidence[at] as number;
  }
  return rest;
}
