import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import type { Block } from "./blocks.ts";
import type { RelatedLink } from "./draft.ts";
import { COMMENTS_HEADING, isFurnitureLine, READ_ALSO_LINE, RELATED_HEADING } from "./furniture.ts";
import { titleKey } from "./title.ts";

/** What became of a block, and why. */
export interface Judged {
  readonly block: Block;
  readonly kept: boolean;
  readonly reason: string;
}

/** The text of an article, its inline related links, and the judgement of every block of the page. */
export interface Body {
  readonly paragraphs: readonly string[];
  readonly inlineLinks: readonly RelatedLink[];
  readonly judged: readonly Judged[];
}

/** Text that is more link than this leads somewhere else. */
const LINK_TEXT = 0.6;
/** A paragraph that counts as evidence of the article has at least so many letters. */
const EVIDENCE_UNITS = 60;
/** The article's container is the smallest one that holds so much of the evidence. */
const EVIDENCE_SHARE = 0.72;
const HEADINGS = /^h[1-6]$/;

/** How much a block says that it belongs to an article: its unlinked letters, more where it has the marks of prose. */
function evidence(block: Block): number {
  if (block.outside !== undefined || block.linkRatio > 0.5 || HEADINGS.test(block.tag)) return 0;
  const own = block.text.length * (1 - block.linkRatio);
  if (own < EVIDENCE_UNITS || isFurnitureLine(block.text)) return 0;
  const prose = block.text.match(/[،؛.؟!,;?]/g)?.length ?? 0;
  return own * (prose > 0 ? 1 : 0.5) * (block.tag === "li" ? 0.6 : 1);
}

/** The smallest element that holds most of the evidence. */
function containerOf(blocks: readonly Block[]): Element | undefined {
  const weights = new Map<Element, number>();
  let total = 0;
  for (const block of blocks) {
    const weight = evidence(block);
    if (weight === 0) continue;
    total += weight;
    for (const element of block.path) weights.set(element, (weights.get(element) ?? 0) + weight);
  }
  let best: Element | undefined;
  let depth = -1;
  for (const block of blocks)
    block.path.forEach((element, index) => {
      const level = block.path.length - index;
      if (level > depth && (weights.get(element) ?? 0) >= total * EVIDENCE_SHARE) {
        best = element;
        depth = level;
      }
    });
  return best;
}

/** The text of the article among the blocks of its page. */
export function bodyOf(blocks: readonly Block[], title: string): Body {
  const container = containerOf(blocks);
  const judged: Judged[] = [];
  const inlineLinks: RelatedLink[] = [];
  const titleWords = titleKey(title);
  let ended: string | undefined;
  let inRelated = false;
  const judge = (block: Block, kept: boolean, reason: string) => judged.push({ block, kept, reason });

  const inside = blocks.filter((block) => container !== undefined && block.path.includes(container));
  const lastText = inside.findLastIndex((block) => evidence(block) > 0);
  for (const block of blocks) {
    if (container === undefined || !block.path.includes(container)) {
      judge(block, false, "outside of the article");
      continue;
    }
    const at = inside.indexOf(block);
    const line = normalise(block.text);
    const key = titleKey(block.text);
    if (ended !== undefined) judge(block, false, ended);
    else if (block.outside !== undefined) {
      if (READ_ALSO_LINE.test(line)) inlineLinks.push(...block.links);
      judge(block, false, block.outside);
    } else if (COMMENTS_HEADING.test(line) && block.text.length < 60) {
      ended = "comments";
      judge(block, false, ended);
    } else if (RELATED_HEADING.test(line) && block.text.length < 60 && block.linkRatio < 0.5) {
      if (at > lastText) ended = "related";
      inRelated = true;
      judge(block, false, "related heading");
    } else if (READ_ALSO_LINE.test(line) && (block.links.length > 0 || block.text.length < 160)) {
      inlineLinks.push(...block.links);
      inRelated = block.links.length === 0;
      judge(block, false, "read also");
    } else if (block.linkRatio > LINK_TEXT && (block.text.length > 12 || inRelated)) {
      if (inRelated) inlineLinks.push(...block.links);
      judge(block, false, "links");
    } else if (key !== "" && (key === titleWords || (key.length > 20 && titleWords.startsWith(key))))
      judge(block, false, "headline");
    else if (isFurnitureLine(block.text)) judge(block, false, "furniture line");
    else if (!/[\p{L}\d]/u.test(block.text)) judge(block, false, "no letters");
    else {
      if (evidence(block) > 0) inRelated = false;
      judge(block, true, "text");
    }
  }
  const paragraphs = trimEnds(judged.filter(({ kept }) => kept).map(({ block }) => block));
  return { paragraphs: paragraphs.map((block) => block.text), inlineLinks, judged };
}

/** Headings and scraps after the last real paragraph belong to what follows the article. */
function trimEnds(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => !HEADINGS.test(block.tag));
  return blocks.slice(0, last + 1);
}
