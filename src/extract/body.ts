import type { Block } from "./blocks.ts";
import { cardsOf } from "./cards.ts";
import { withoutComments } from "./comments.ts";
import { evidenceOf, isTableLine } from "./container.ts";
import { withoutCopies } from "./copies.ts";
import type { RelatedLink } from "./draft.ts";
import { isFurnitureLine } from "./furniture.ts";
import { createInterruptions } from "./interruptions.ts";
import { withoutInvitations } from "./invitations.ts";
import { leadOf } from "./lead.ts";
import { correspondentIn } from "./names.ts";
import { isHeadingTag, namesOf } from "./page-tree.ts";
import { placeOf } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";
import { beginsAlike, headlineOf, keyOf, titleKey } from "./title.ts";

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
  /** The block of the page that shows the title. */
  readonly headline: Block | undefined;
}

/** Why a line that only names who wrote it is no text. */
export const BYLINE = "byline";

/** Of longer texts no more is looked through for what is quoted from it. */
const MOST_PROSE = 300;
const PART_HEADING = /^h[2-6]$/;
const QUOTE_NAMES = /(?:pull-?|block-?)?quote(?![a-z])|(?:^|[\s_-])(?:pull|highlight)(?:ed)?(?=$|[\s_-])/i;
/** What catches the eye is short. */
const LONGEST_QUOTE = 400;
/** Nothing but a quotation. */
const QUOTED = /^(?:«[^»]+»|"[^"]+"|“[^”]+”)[.]?$/u;

/** The text of the article among the blocks of its page; the captions of its pictures where they tell it. */
export function bodyOf(blocks: readonly Block[], title: string, site: string): Body {
  const headline = headlineOf(blocks, title);
  const once = withoutCopies(withoutComments(blocks, headline));
  const body = readBody(once, title, headline, site);
  const captions = once.filter(isCaption);
  const isGallery = body.paragraphs.length === 0 || areCounted(captions, body.paragraphs);
  if (captions.length < ARTICLE.galleryCaptions || !isGallery) return body;
  const counted = once.map((block) =>
    isCaption(block) ? { ...block, text: block.text.replace(COUNT, ""), outside: undefined } : block,
  );
  return readBody(
    counted.filter(({ text }) => text !== ""),
    title,
    headline,
    site,
  );
}

/** «3/12» in front of a caption. */
const COUNT = /^\d+\s*(?:\/|من)\s*\d+(?!\d)\s*[-–:.]?\s*/u;
/** Whether pictures that are counted tell more than the text does. */
const areCounted = (captions: readonly Block[], paragraphs: readonly string[]) =>
  captions.filter(({ text }) => COUNT.test(text)).length >= ARTICLE.galleryCaptions &&
  captions.reduce((sum, { text }) => sum + text.length, 0) > paragraphs.join("").length;
const isCaption = ({ outside }: Block) => outside !== undefined && /caption/.test(outside);

function readBody(blocks: readonly Block[], title: string, headline: Block | undefined, site: string): Body {
  const evidence = blocks.map((block) => evidenceOf(block));
  const key = titleKey(title);
  const place = placeOf(blocks, evidence, headline);
  const interruptions = createInterruptions(place, site);
  /** Among paragraphs, and no `div` where they are none: such a line may well be said again. */
  const paragraphTag = blocks.find((block, at) => (evidence[at] as number) > 0 && place.isOwn(block))?.tag;
  const isParagraph = (block: Block) => place.isOwn(block) && (block.tag !== "div" || paragraphTag === "div");
  const refrains = refrainsOf(blocks.filter((block) => place.isInside(block) && !isParagraph(block)));
  const lead = leadOf(blocks, place, title);
  const cards = cardsOf(blocks, evidence, place, title);
  let prose: string[] | undefined;
  /** The paragraphs, made ready when the first quotation asks for them. */
  const proseKeys = () => {
    prose ??= blocks
      .filter((block, at) => evidence[at] !== 0 && place.isInside(block))
      .slice(0, MOST_PROSE)
      .map(({ line }) => keyOf(line));
    return prose;
  };
  const said = new Set<string>();
  let begun = false;

  /** Why a line of the article's place is no line of its text, or undefined. */
  function reasonAgainst(block: Block, weight: number): string | undefined {
    const { text, line, tag } = block;
    if (cards.has(block)) return "card";
    // As a heading within the text the headline opens a part.
    if (saysHeadline(block, key) && !(begun && PART_HEADING.test(tag))) return "headline";
    // What rows say is said again in others, and in dates and figures alone.
    if (isTableLine(block) && begun) return undefined;
    if (!begun && !isHeadingTag(tag) && correspondentIn(text) !== undefined) return BYLINE;
    if (weight === 0 && isFurnitureLine(line)) return "furniture line";
    if (!/[\p{L}\d]/u.test(text)) return "no letters";
    if (!isParagraph(block) && refrains.has(text)) return "refrain";
    if (isPullQuote(block, proseKeys)) return "pull-quote";
    return text.length >= ARTICLE.repeatedUnits && said.has(text) ? "said before" : undefined;
  }

  const judged = blocks.map((block, at): Judged => {
    const weight = evidence[at] as number;
    if (!place.isInside(block)) {
      const isLead = lead.has(block);
      if (isLead) said.add(block.text);
      return { block, kept: isLead, reason: isLead ? "lead" : "outside of the article" };
    }
    const against = interruptions.reasonAgainst(block, at, weight) ?? reasonAgainst(block, weight);
    if (against !== undefined) return { block, kept: false, reason: against };
    const rest = withoutInvitations(block.text);
    if (rest === "") return { block, kept: false, reason: "invitation" };
    interruptions.keep(block, weight);
    said.add(block.text);
    begun ||= weight > 0;
    return { block: { ...block, text: rest }, kept: true, reason: "text" };
  });
  const told = withoutLastHeadings(judged);
  const paragraphs = told.filter(({ kept }) => kept).map(({ block }) => block.text);
  return { paragraphs, inlineLinks: interruptions.links, judged: told, headline };
}

/** Whether a block says the headline again, or so much of its beginning that it can be nothing else. */
function saysHeadline({ line }: Block, headlineKey: string): boolean {
  if (!beginsAlike(line, headlineKey)) return false;
  const key = keyOf(line);
  return key !== "" && (key === headlineKey || (key.length > ARTICLE.fragmentUnits && headlineKey.startsWith(key)));
}

/** Whether a block is a quotation of a paragraph, set apart to catch the eye. */
function isPullQuote({ line, tag, path }: Block, proseKeys: () => readonly string[]): boolean {
  if (line.length > LONGEST_QUOTE) return false;
  const isQuote =
    (QUOTED.test(line) && !isHeadingTag(tag)) ||
    path.some(({ name }) => name === "blockquote") ||
    path.slice(0, 3).some((element) => QUOTE_NAMES.test(namesOf(element)));
  if (!isQuote) return false;
  return [line, /«([^»]+)»/.exec(line)?.[1] ?? line].some((words) => {
    const key = keyOf(words);
    return (
      key.length >= ARTICLE.quotedUnits && proseKeys().some((text) => text.length > key.length && text.includes(key))
    );
  });
}

/** Short lines that stand in the text again and again: advertisement marks, calls to share. */
function refrainsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) if (text.length < ARTICLE.repeatedUnits) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= ARTICLE.refrains).map(([text]) => text));
}

/** Headings after the last real paragraph belong to what follows the article. */
function withoutLastHeadings(judged: readonly Judged[]): Judged[] {
  const last = judged.findLastIndex(({ block, kept }) => kept && !isHeadingTag(block.tag));
  return judged.map((one, at) => (one.kept && at > last ? { ...one, kept: false, reason: "heading of nothing" } : one));
}
