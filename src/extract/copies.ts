import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { ARTICLE } from "./thresholds.ts";

/**
 * The blocks, with those marked as outside that a part of the page says once more as a whole: some pages hold their text twice, for
 * wide and for narrow screens.
 */
export function withoutCopies(blocks: readonly Block[]): readonly Block[] {
  const firsts = new Map<string, Block>();
  const copied = new Map<Element, number>();
  for (const block of blocks) {
    if (block.text.length < ARTICLE.evidenceUnits) continue;
    const first = firsts.get(block.text);
    if (first === undefined) firsts.set(block.text, block);
    else {
      const part = block.path.findLast((element) => !first.path.includes(element));
      if (part !== undefined) copied.set(part, (copied.get(part) ?? 0) + 1);
    }
  }
  const copies = [...copied].filter(([, count]) => count >= ARTICLE.copiedParagraphs).map(([part]) => part);
  const isWhole = (part: Element) =>
    blocks.every(
      (block) =>
        block.text.length < ARTICLE.evidenceUnits || !block.path.includes(part) || firsts.get(block.text) !== block,
    );
  const whole = copies.filter(isWhole);
  if (whole.length === 0) return blocks;
  return blocks.map((block) =>
    block.outside === undefined && whole.some((part) => block.path.includes(part))
      ? { ...block, outside: "said before" }
      : block,
  );
}
