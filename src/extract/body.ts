import type { Element } from "domhandler";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { sameSite } from "../lib/url.ts";
import { type Block, linksOf } from "./blocks.ts";
import { evidenceOf } from "./container.ts";
import type { RelatedLink } from "./draft.ts";
import { wordCount } from "./element-text.ts";
import {
  COMMENTS_HEADING,
  END_HEADING,
  INVITING,
  isFurnitureLine,
  READ_ALSO_LINE,
  RELATED_HEADING,
} from "./furniture.ts";
import { placeOf } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";
import { headlineOf, keyOf, titleKey } from "./title.ts";

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

/** Some templates show their own markup by mistake. */
const MARKUP = /<\/?[a-z]+[\s>]/i;
const HEADINGS = /^h[1-6]$/;
const PART_HEADING = /^h[2-6]$/;

/** The text of the article among the blocks of its page. */
export function bodyOf(blocks: readonly Block[], title: string, site: string): Body {
  const evidence = blocks.map(evidenceOf);
  const titleWords = titleKey(title);
  const isTitle = (block: Block) => block.text.length < title.length * 2 && keyOf(block.line) === titleWords;
  const place = placeOf(blocks, evidence, headlineOf(blocks, title));
  const heading = blocks.slice(0, Math.max(0, place.start)).findLastIndex(isTitle);
  const judged: Judged[] = [];
  const inlineLinks: RelatedLink[] = [];
  const said = new Set<string>();
  /** Among paragraphs, and no `div` where they are none: such a line may well be said again. */
  const paragraphTag = blocks.find((block, at) => (evidence[at] as number) > 0 && place.isOwn(block))?.tag;
  const isParagraph = (block: Block) => place.isOwn(block) && (block.tag !== "div" || paragraphTag === "div");
  const refrains = refrainsOf(blocks.filter((block) => place.isInside(block) && !isParagraph(block)));
  let ended: string | undefined;
  let inRelated = false;
  /** A part of something else within the text. */
  let foreign: { readonly part: Element; readonly reason: string } | undefined;
  let begun = false;

  /** Said again before the text or beside it; as a heading within the text it opens a part. */
  const isHeadline = (block: Block, key: string) =>
    (key === titleWords || (key.length > ARTICLE.fragmentUnits && titleWords.startsWith(key))) &&
    !(begun && PART_HEADING.test(block.tag));

  /** Why a block of the container is not the article's, or undefined. */
  function reasonAgainst(block: Block, at: number): string | undefined {
    const { line } = block;
    const key = block.text.length > title.length * 2 + ARTICLE.fragmentUnits ? "" : keyOf(line);
    const short = block.text.length < ARTICLE.headingUnits;
    if (ended !== undefined) return ended;
    if (foreign !== undefined && block.path.includes(foreign.part)) return foreign.reason;
    if (block.outside !== undefined) {
      if (READ_ALSO_LINE.test(line)) inlineLinks.push(...linksOf(block, site));
      return block.outside;
    }
    if (short && (COMMENTS_HEADING.test(line) || END_HEADING.test(line))) {
      const reason = COMMENTS_HEADING.test(line) ? "comments" : "after the article";
      const part = begun && reason === "comments" ? place.partFrom(at, 1) : undefined;
      if (place.isOver(block, at, ARTICLE.restShare)) ended = reason;
      else if (part !== undefined) foreign = { part, reason };
      if (ended !== undefined || part !== undefined) return reason;
    }
    if (short && RELATED_HEADING.test(line) && block.linkRatio < ARTICLE.linkedRatio) {
      if (place.isOver(block, at, 0)) ended = "related";
      inRelated = true;
      const part = begun ? place.partFrom(at, ARTICLE.relatedShare) : undefined;
      if (part !== undefined) foreign = { part, reason: "related" };
      return "related heading";
    }
    if (READ_ALSO_LINE.test(line) && (block.links.length > 0 || (evidence[at] as number) < ARTICLE.invitationUnits)) {
      inlineLinks.push(...linksOf(block, site));
      inRelated = block.links.length === 0;
      return "read also";
    }
    if (block.linkRatio > ARTICLE.linkText && (inRelated || !isReference(block, site))) {
      const among = begun && place.isOwn(block) && wordCount(block.text) >= ARTICLE.relatedWords;
      if (inRelated || among) inlineLinks.push(...linksOf(block, site));
      return "links";
    }
    if (key !== "" && isHeadline(block, key)) return "headline";
    if ((evidence[at] as number) === 0 && isFurnitureLine(line)) return "furniture line";
    if (!/[\p{L}\d]/u.test(block.text)) return "no letters";
    if (!isParagraph(block) && refrains.has(block.text)) return "refrain";
    return block.text.length >= ARTICLE.repeatedUnits && said.has(block.text) ? "said before" : undefined;
  }

  for (const [at, block] of blocks.entries()) {
    if (!place.isInside(block)) {
      const lead = heading >= 0 && at > heading && at < place.start && isLead(block);
      judged.push({ block, kept: lead, reason: lead ? "lead" : "outside of the article" });
      continue;
    }
    const against = reasonAgainst(block, at);
    judged.push({ block, kept: against === undefined, reason: against ?? "text" });
    if (against !== undefined) continue;
    inlineLinks.push(...linksOf(block, site).filter(isInviting));
    said.add(block.text);
    if ((evidence[at] as number) > 0) {
      inRelated = false;
      begun = true;
    }
  }
  const told = withoutLastHeadings(judged);
  return { paragraphs: told.flatMap(({ block, kept }) => (kept ? [block.text] : [])), inlineLinks, judged: told };
}

/** Some sites set the lead between the headline and the text, outside of its container: in the article's header, or as a heading. */
function isLead(block: Block): boolean {
  if (block.path.some(({ name }) => name === "figure") || MARKUP.test(block.text)) return false;
  const outside = block.outside === "header" ? undefined : block.outside;
  return evidenceOf({ ...block, outside, tag: "p" }) > 0;
}

/** Short lines that stand in the text again and again: advertisement marks, calls to share. */
function refrainsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) if (text.length <= ARTICLE.refrainUnits) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= ARTICLE.refrains).map(([text]) => text));
}

/** A link in a sentence that says of itself that it leads to more. */
const isInviting = ({ title }: RelatedLink) =>
  INVITING.test(foldLetters(title)) && wordCount(title) > ARTICLE.relatedWords;

/** A line of links to other sites is a reference of the text. */
function isReference(block: Block, site: string): boolean {
  const links = linksOf(block, site);
  return links.length > 0 && links.every(({ url }) => !sameSite(url, site));
}

/** Headings after the last real paragraph belong to what follows the article. */
function withoutLastHeadings(judged: readonly Judged[]): Judged[] {
  const last = judged.findLastIndex(({ block, kept }) => kept && !HEADINGS.test(block.tag));
  return judged.map((one, at) => (one.kept && at > last ? { ...one, kept: false, reason: "heading of nothing" } : one));
}
