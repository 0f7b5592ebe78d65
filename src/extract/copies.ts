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
  /** What holds a paragraph that was not said before. */
  const original = new Set<Element>();
  for (const block of blocks) {
    if (block.text.length < ARTICLE.evidenceUnits) continue;
    const first = firsts.get(block.text);
    const part = first && block.path.findLast((element) => !first.path.includes(element));
    if (part !== undefined) copied.set(part, (copied.get(part) ?? 0) + 1);
    if (first !== undefined) continue;
    firsts.set(block.text, block);
    for (const element of block.path) original.add(element);
  }
  const copies = [...copied].filter(([part, count]) => count >= ARTICLE.copiedParagraphs && !original.has(part));
  const whole = new Set(copies.map(([part]) => part));
  if (whole.size === 0) return blocks;
  return blocks.map((block) =>
    block.outside === undefined && block.path.some((element) => whole.has(element))
      ? { ...block, outside: "said before" }
      : block,
  );
}
