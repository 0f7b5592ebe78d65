import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { elementsWithin } from "./page-tree.ts";
import type { Place } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";

/** A score, a rate, a share: no time of day and no year, which stand before what happened then. */
const FIGURE = /^(?!.*\d:\d\d|.*\b(?:19|20)\d\d\b)[^\p{L}]*\d[^\p{L}]*$/u;
const PROSE_TAG = /^(?:h[1-6]|tr|caption|blockquote|pre)$/;
const HEADING = /^h[2-6]$/;
/** What stands below the choices; normalised. */
const VOTES = /^(?:(?:عدد|اجمالي|مجموع) الاصوات|عرض النتايج|مشاهده النتايج)/u;
const PROSE_END = /[.؟!:…»]$/;

const isChoice = ({ name, attribs }: Element) =>
  name === "input" && /^(?:radio|checkbox)$/i.test(attribs["type"] ?? "");

/** None, or 1, 2, 3: they count what stands behind them. */
const isNumbering = (figures: readonly string[]) =>
  figures.every((figure, at) => Number.parseInt(figure, 10) === at + 1);

/**
 * The blocks of parts within the text that show figures between names: scores of matches, rates, the weather. Apart from one
 * another they tell nothing. `evidence`: one figure a block.
 */
export function cardsOf(blocks: readonly Block[], evidence: readonly number[], place: Place): ReadonlySet<Block> {
  const parts = Map.groupBy(blocks.keys(), (at) => {
    const block = blocks[at] as Block;
    return place.isInside(block) && !place.isOwn(block) ? place.partOf(block) : undefined;
  });
  const cards = new Set<Block>();
  for (const [part, indexes] of parts) {
    if (part === undefined || indexes.some((at) => evidence[at] !== 0)) continue;
    const within = indexes.map((at) => blocks[at] as Block);
    const isPoll = within.some(({ line }) => VOTES.test(line)) || elementsWithin(part).filter(isChoice).length > 1;
    const isCard =
      within.length >= ARTICLE.cardLines &&
      !isNumbering(within.filter(({ line }) => FIGURE.test(line)).map(({ line }) => line)) &&
      within.every(
        ({ text, tag }, at) => (!PROSE_TAG.test(tag) || (at === 0 && HEADING.test(tag))) && !PROSE_END.test(text),
      );
    if (isCard || isPoll) for (const block of within) cards.add(block);
  }
  return cards;
}
