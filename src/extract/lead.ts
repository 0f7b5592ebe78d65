import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { BOX_HEADING } from "./boxes.ts";
import { evidenceOf } from "./container.ts";
import { wordCount } from "./element-text.ts";
import { isFurnitureLine } from "./furniture.ts";
import type { Place } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";
import { saysTitle, titleKey } from "./title.ts";

/** Some templates show their own markup by mistake. */
const MARKUP = /<\/?[a-z]+[\s>]/i;
/** What opens a list of what is told below, normalised. */
const POINTS_HEADING =
  /^[^\p{L}]*(?:(?:ابرز|اهم) (?:التطورات|المستجدات|النقاط|المحاور|ما (?:جاء|حدث|نعرفه?|ورد))|(?:ال)?نقاط (?:ال)?(?:رييسيه|اساسيه|سريعه)|(?:ال)?(?:ملخص|خلاصه|موجز)(?: (?:التطورات|الخبر|المقال|ما حدث))?[^\p{L}]*$|باختصار|في (?:سطور|نقاط)|ماذا نعرف|key (?:points|takeaways|developments)|highlights)/u;

/**
 * What some sites set between the headline and the text, outside of its container: the lead, in the article's header or as a heading;
 * a list of what is told below.
 */
export function leadOf(blocks: readonly Block[], place: Place, title: string): ReadonlySet<Block> {
  const key = titleKey(title);
  const before = blocks.slice(0, Math.max(0, place.start));
  const heading = before.findLastIndex(({ line }) => saysTitle(line, key));
  if (heading < 0) return new Set();
  const boxes = boxesOf(before, heading);
  const between = before.slice(heading + 1).filter(({ path }) => !path.some((element) => boxes.has(element)));
  const found = new Set(between.filter(isLead));
  const points = between.filter(isPoint);
  for (const block of between.filter(
    ({ line, text }) => text.length < ARTICLE.headingUnits && POINTS_HEADING.test(line),
  )) {
    const below = points.filter(({ path }) => path.includes((block.path[1] ?? block.path[0]) as (typeof path)[0]));
    if (below.length > 0) for (const one of [block, ...below]) found.add(one);
  }
  const sentences = points.filter(({ text }) => wordCount(text) >= ARTICLE.relatedWords);
  if (sentences.length > 1) for (const point of sentences) found.add(point);
  return found;
}

/** The elements behind the headline that begin with the heading of a box of the outlet's own. */
function boxesOf(blocks: readonly Block[], heading: number): ReadonlySet<Element> {
  const boxes = blocks.map(({ line, text, path }, at) => {
    const isBox = at > heading && text.length < ARTICLE.headingUnits && BOX_HEADING.test(line);
    return isBox ? path.findLast((element) => !blocks[at - 1]?.path.includes(element)) : undefined;
  });
  return new Set(boxes.filter((box) => box !== undefined));
}

function isLead(block: Block): boolean {
  if (block.path.some(({ name }) => name === "figure") || MARKUP.test(block.text)) return false;
  const outside = block.outside === "header" ? undefined : block.outside;
  return evidenceOf({ ...block, outside, tag: "p" }, ARTICLE.leadUnits) > 0;
}

const isPoint = ({ tag, outside, links, line }: Block) =>
  tag === "li" && (outside === undefined || outside === "header") && links.length === 0 && !isFurnitureLine(line);
