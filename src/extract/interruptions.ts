import type { Element } from "domhandler";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { sameSite } from "../lib/url.ts";
import { type Block, linksOf } from "./blocks.ts";
import { BOX_HEADING, PAYWALL_LINE } from "./boxes.ts";
import type { RelatedLink } from "./draft.ts";
import { wordCount } from "./element-text.ts";
import { COMMENTS_HEADING, END_HEADING, INVITING, READ_ALSO_LINE, RELATED_HEADING, TOPIC_HEADING } from "./headings.ts";
import type { Place } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";

/** Follows the blocks of an article's place in order: what ends the article, interrupts it, or leads to another. */
export interface Interruptions {
  /** The article's own links to other articles, as far as it was followed. */
  readonly links: readonly RelatedLink[];
  /** Why a block is other matter than the article's, or undefined. `weight`: its evidence. */
  reasonAgainst(block: Block, at: number, weight: number): string | undefined;
  /** To be told of each block that is the article's. */
  keep(block: Block, weight: number): void;
}

/** Why a line that offers the rest of the text for payment is no text. */
export const PAYWALL = "paywall";
const BOX = "box of the outlet's own";

/** Begins before the first block. `site`: the address that tells its own links from others. */
export function createInterruptions(place: Place, site: string): Interruptions {
  const links: RelatedLink[] = [];
  let begun = false;
  let ended: string | undefined;
  let inRelated = false;
  /** A part of something else within the text. */
  let foreign: { readonly part: Element; readonly reason: string } | undefined;

  const take = (block: Block) => links.push(...linksOf(block.links, site));

  /** The end of the article, or a part of something else in it, at a heading that says so. */
  function turnAt(block: Block, at: number, reason: string, largestPart: number): boolean {
    const part = begun || reason === BOX ? (place.partFrom(at, largestPart) ?? place.listAfter(at)) : undefined;
    if (place.isOver(block, at)) ended = reason;
    else if (part !== undefined) foreign = { part, reason };
    return ended !== undefined || part !== undefined;
  }

  function reasonAgainst(block: Block, at: number, weight: number): string | undefined {
    const { line } = block;
    if (ended !== undefined) return ended;
    if (foreign !== undefined && block.path.includes(foreign.part)) return foreign.reason;
    if (block.outside !== undefined) {
      if (READ_ALSO_LINE.test(line)) take(block);
      return block.outside;
    }
    if (block.text.length < ARTICLE.headingUnits) {
      if (COMMENTS_HEADING.test(line) && turnAt(block, at, "comments", 1)) return "comments";
      if (END_HEADING.test(line) && turnAt(block, at, "after the article", 0)) return "after the article";
      const isSubheading = TOPIC_HEADING.test(line) && place.isBeforeText(at);
      if (RELATED_HEADING.test(line) && block.linkRatio < ARTICLE.linkText && !isSubheading) {
        turnAt(block, at, "related", ARTICLE.relatedShare);
        inRelated = true;
        return "related heading";
      }
      if (BOX_HEADING.test(line)) {
        turnAt(block, at, BOX, ARTICLE.relatedShare);
        return BOX;
      }
    }
    if (block.text.length < ARTICLE.furnitureUnits && PAYWALL_LINE.test(line)) {
      turnAt(block, at, PAYWALL, ARTICLE.relatedShare);
      return PAYWALL;
    }
    if (READ_ALSO_LINE.test(line) && (block.links.length > 0 || weight < ARTICLE.invitationUnits)) {
      take(block);
      inRelated = block.links.length === 0;
      return "read also";
    }
    if (block.linkRatio <= ARTICLE.linkText || (!inRelated && isReference(block, site))) return undefined;
    const isAmong =
      begun && (place.isOwn(block) || place.isCard(block)) && wordCount(block.text) >= ARTICLE.relatedWords;
    if (inRelated || isAmong) take(block);
    return "links";
  }

  return {
    links,
    reasonAgainst,
    keep(block, weight) {
      const inviting = block.links.filter(isInviting);
      if (inviting.length > 0) links.push(...linksOf(inviting, site));
      if (weight === 0) return;
      inRelated = false;
      begun = true;
    },
  };
}

/** A link in a sentence that says of itself that it leads to more. */
const isInviting = ({ title }: Block["links"][number]) =>
  INVITING.test(foldLetters(title)) && wordCount(title) > ARTICLE.relatedWords;

/** A line of links to other sites is a reference of the text. */
function isReference(block: Block, site: string): boolean {
  const links = linksOf(block.links, site);
  return links.length > 0 && links.every(({ url }) => !sameSite(url, site));
}
