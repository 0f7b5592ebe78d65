import type { Element } from "domhandler";
import { oneLine, textWithin, wordCount } from "./element-text.ts";
import { firstWithin, isElement } from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";

/** More of one table nobody reads in a text. */
const MOST_ROWS = 60;
const MOST_CELLS = 12;

/** A line of a table: its caption, or a row. */
export interface TableLine {
  readonly element: Element;
  readonly text: string;
}

interface Cell {
  readonly element: Element;
  readonly text: string;
}

/**
 * The lines of a table that tells something in rows and columns; undefined for one that only lays out the page, whose cells are
 * read as any other elements are. Shape: the caption, then «name: value» where no row has more than two cells, else «a | b | c», as heads; no
 * empty line, at most some sixty.
 */
export function tableLines(table: Element): readonly TableLine[] | undefined {
  const parts = table.children.filter(isElement);
  const rows = parts
    .flatMap((part) => (part.name === "tr" ? [part] : part.children.filter(isElement)))
    .filter(({ name }) => name === "tr")
    .slice(0, MOST_ROWS)
    .map((element) => ({ element, cells: cellsOf(element) }));
  if (!tells(table, rows)) return undefined;
  const arePairs = rows.every(({ cells }) => cells.length < 3);
  const caption = parts.find(({ name }) => name === "caption");
  return [
    ...(caption === undefined ? [] : [{ element: caption, text: textWithin(caption, ARTICLE.headCellUnits) }]),
    ...rows.map(({ element, cells }) => ({ element, text: joined(cells, arePairs && !cells.every(isHead)) })),
  ].filter(({ text }) => text !== "");
}

function cellsOf(row: Element): Cell[] {
  return row.children
    .filter(isElement)
    .filter(({ name }) => name === "td" || name === "th")
    .slice(0, MOST_CELLS)
    .map((element) => ({ element, text: oneLine(textWithin(element, ARTICLE.headCellUnits + 1)) }))
    .filter(({ text }) => text !== "");
}

/** Two rows of two cells at the least, none of which is a paragraph or holds a table; and no list of other articles. */
function tells(table: Element, rows: readonly { readonly cells: readonly Cell[] }[]): boolean {
  if (/^(?:presentation|none)$/.test(table.attribs["role"] ?? "")) return false;
  const full = rows.filter(({ cells }) => cells.length > 1);
  const cells = rows.flatMap((row) => row.cells);
  const mostUnits = cells.some(isHead) ? ARTICLE.headCellUnits : ARTICLE.cellUnits;
  return (
    full.length > 1 &&
    cells.every(({ element, text }) => text.length <= mostUnits && firstWithin(element, isTable) === undefined) &&
    cells.filter(isStory).length < full.length
  );
}

const isHead = ({ element }: Cell) => element.name === "th";
const isTable = ({ name }: Element) => name === "table";

/** A link with as many words as a headline. */
function isStory({ element, text }: Cell): boolean {
  const link = firstWithin(element, ({ name }) => name === "a");
  return link !== undefined && wordCount(textWithin(link, text.length)) >= ARTICLE.relatedWords;
}

function joined(cells: readonly Cell[], isPair: boolean): string {
  return cells
    .map(({ text }) => text)
    .join(isPair ? ": " : " | ")
    .replace("::", ":");
}
