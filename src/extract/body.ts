import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import type { Block } from "./blocks.ts";
import type { RelatedLink } from "./draft.ts";
import { COMMENTS_HEADING, END_HEADING, isFurnitureLine, READ_ALSO_LINE, RELATED_HEADING } from "./furniture.ts";
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
/** A part that holds so much of the evidence holds the article … */
const EVIDENCE_SHARE = 0.72;
/** … and so does one that holds so much of it, and so many times what the next part holds. */
const LEAST_SHARE = 0.4;
const FAR_MORE = 3;
/** A heading ends the article only if no more of the evidence than this comes after it. */
const REST_SHARE = 0.35;
const HEADINGS = /^h[1-6]$/;
/** These hold text, never an article. */
const TEXT_TAGS = /^(?:p|li|ul|ol|blockquote|pre|h[1-6]|dd|dl|figure|table|tbody|tr|span|a|b|strong|em|font)$/;

/** How much a block says that it belongs to an article: its unlinked letters, more where it has the marks of prose. */
function evidence(block: Block): number {
  if (block.outside !== undefined || block.linkRatio > 0.5 || HEADINGS.test(block.tag)) return 0;
  const own = block.text.length * (1 - block.linkRatio);
  if (own < EVIDENCE_UNITS || isFurnitureLine(block.text)) return 0;
  const prose = block.text.match(/[،؛.؟!,;?]/g)?.length ?? 0;
  return own * (prose > 0 ? 1 : 0.5) * (block.tag === "li" ? 0.6 : 1);
}

/** The element that holds the article: from the page inwards, as long as one part holds most of the evidence, or far more than any other. */
function containerOf(blocks: readonly Block[]): Element | undefined {
  const weights = new Map<Element, number>();
  const children = new Map<Element | undefined, Set<Element>>();
  for (const block of blocks) {
    const weight = evidence(block);
    if (weight === 0) continue;
    const path = block.path.filter((element) => !TEXT_TAGS.test(element.name));
    for (const [index, element] of path.entries()) {
      weights.set(element, (weights.get(element) ?? 0) + weight);
      const parent = path[index + 1];
      const known = children.get(parent);
      if (known === undefined) children.set(parent, new Set([element]));
      else known.add(element);
    }
  }
  let current: Element | undefined;
  for (;;) {
    const parts = [...(children.get(current) ?? [])].sort((x, y) => (weights.get(y) ?? 0) - (weights.get(x) ?? 0));
    const [heaviest, second] = parts;
    if (heaviest === undefined) return current;
    const own = weights.get(heaviest) ?? 0;
    const all = parts.reduce((sum, part) => sum + (weights.get(part) ?? 0), 0);
    const total = current === undefined ? all : (weights.get(current) ?? 0);
    const rival = Math.max(second === undefined ? 0 : (weights.get(second) ?? 0), total - all);
    if (own < total * EVIDENCE_SHARE && (own < total * LEAST_SHARE || own < rival * FAR_MORE)) return current;
    current = heaviest;
  }
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

  const start = container === undefined ? -1 : blocks.findIndex((block) => block.path.includes(container));
  const heading = blocks.slice(0, Math.max(0, start)).findLastIndex((block) => titleKey(block.text) === titleWords);
  const inside = blocks.filter((block) => container !== undefined && block.path.includes(container));
  const lastText = inside.findLastIndex((block) => evidence(block) > 0);
  const total = inside.reduce((sum, block) => sum + evidence(block), 0);
  const restAfter = (at: number) => inside.slice(at + 1).reduce((sum, block) => sum + evidence(block), 0);
  /** Some sites set the lead between the headline and the text, outside of its container. */
  const isLead = (block: Block, at: number) => heading >= 0 && at > heading && at < start && evidence(block) > 0;
  for (const [index, block] of blocks.entries()) {
    if (container === undefined || !block.path.includes(container)) {
      const lead = isLead(block, index);
      judge(block, lead, lead ? "lead" : "outside of the article");
      continue;
    }
    const at = inside.indexOf(block);
    const line = normalise(block.text);
    const key = titleKey(block.text);
    if (ended !== undefined) judge(block, false, ended);
    else if (block.outside !== undefined) {
      if (READ_ALSO_LINE.test(line)) inlineLinks.push(...block.links);
      judge(block, false, block.outside);
    } else if (
      block.text.length < 60 &&
      (COMMENTS_HEADING.test(line) || END_HEADING.test(line)) &&
      restAfter(at) < total * REST_SHARE
    ) {
      ended = COMMENTS_HEADING.test(line) ? "comments" : "after the article";
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
