import type { Element } from "domhandler";
import { foldLetters } from "../lib/arabic/normalise.ts";
import type { Block } from "./blocks.ts";
import { elementsWithin } from "./page-tree.ts";
import type { Place } from "./place.ts";
import { ARTICLE } from "./thresholds.ts";

/** A score, a rate, a share: no time of day and no year, which stand before what happened then. */
const FIGURE = /^(?!.*\d:\d\d|.*\b(?:19|20)\d\d\b)[^\p{L}]*\d[^\p{L}]*$/u;
const PROSE_TAG = /^(?:h[1-6]|tr|caption|blockquote|pre)$/;
const HEADING = /^h[2-6]$/;
/** What stands below the choices; normalised. */
const VOTES = /^(?:(?:عدد|اجمالي|مجموع) الاصوات|عرض النتايج|مشاهده النتايج|(?:اغلق|انتهي|ينتهي|يغلق) التصويت)/u;
const PROSE_END = /[.؟!:…»]$/;

const isChoice = ({ name, attribs }: Element) =>
  name === "input" && /^(?:radio|checkbox)$/i.test(attribs["type"] ?? "");

/** What outlets show on every page, by what its heading says and what a headline says that is about it; normalised. */
const DAILY = [
  {
    heading: /^[^\p{L}]*(?:توقعات (?:ال)?(?:طقس|جو|ايام|اسبوع|ساعات)|(?:حاله )?(?:ال)?طقس |(?:ال)?نشره الجويه)/u,
    headline: /طقس|توقعات|حراره|ارصاد|نشره جويه/u,
  },
  {
    heading: /^[^\p{L}]*(?:مواقيت (?:ال)?(?:صلاه|اذان|صلوات)|اوقات (?:ال)?صلاه|مواعيد (?:ال)?(?:صلاه|اذان))/u,
    headline: /صلاه|صلوات|اذان|مواقيت|امساكيه/u,
  },
];
/** A cell of a row: a figure, a word, or a word and its figure. */
const CELL = /^(?:[^\p{L}]+|[^\p{L}\d]*\p{L}+(?: \p{L}+)?[^\p{L}]*)$/u;
const BETWEEN_CELLS = /\s*[|،,:]\s+/u;

/** Words and figures in rows, below or behind a heading of what outlets show every day. */
function isDaily({ line }: Block, rows: readonly Block[], headline: string): boolean {
  const topic = line.length < ARTICLE.furnitureUnits ? DAILY.find(({ heading }) => heading.test(line)) : undefined;
  if (topic === undefined || topic.headline.test(headline)) return false;
  if (rows.length === 0) return (line.match(/\d{1,2}:\d\d/g)?.length ?? 0) >= ARTICLE.cardLines;
  const cells = rows.flatMap((row) => row.line.split(BETWEEN_CELLS));
  return cells.every((cell) => CELL.test(cell)) && cells.filter((cell) => /\d/.test(cell)).length >= ARTICLE.cardLines;
}

/** None, or 1, 2, 3: they count what stands behind them. */
const isNumbering = (figures: readonly string[]) =>
  figures.every((figure, at) => Number.parseInt(figure, 10) === at + 1);

const isPoll = (part: Element, within: readonly Block[]) =>
  within.some(({ line }) => VOTES.test(line)) || elementsWithin(part).filter(isChoice).length > 1;

const isCard = (within: readonly Block[]) =>
  within.length >= ARTICLE.cardLines &&
  !isNumbering(within.filter(({ line }) => FIGURE.test(line)).map(({ line }) => line)) &&
  within.every(
    ({ text, tag }, at) => (!PROSE_TAG.test(tag) || (at === 0 && HEADING.test(tag))) && !PROSE_END.test(text),
  );

/**
 * The blocks of parts within the text that show figures between names: scores of matches, rates, the weather. Apart from one
 * another they tell nothing. So are tables of what the article is not about. `evidence`: one figure a block.
 */
export function cardsOf(
  blocks: readonly Block[],
  evidence: readonly number[],
  place: Place,
  title: string,
): ReadonlySet<Block> {
  const parts = Map.groupBy(blocks.keys(), (at) => {
    const block = blocks[at] as Block;
    return place.isInside(block) && !place.isOwn(block) ? place.partOf(block) : undefined;
  });
  const headline = foldLetters(title);
  const cards = new Set(blocks.filter((block) => place.isInside(block) && isDaily(block, [], headline)));
  for (const [part, indexes] of parts) {
    if (part === undefined) continue;
    const within = indexes.map((at) => blocks[at] as Block);
    const [first, ...rows] = within;
    const isOfDay = first !== undefined && rows.length > 0 && isDaily(first, rows, headline);
    const isTold = indexes.some((at) => evidence[at] !== 0);
    if (isOfDay || (!isTold && (isPoll(part, within) || isCard(within)))) for (const block of within) cards.add(block);
  }
  return cards;
}
