/** Marks that open and close: an orphan says that a sentence was cut out of a quotation or an aside. */
const QUOTES = [
  ["«", "»"],
  ["“", "”"],
] as const;
const BRACKETS = [
  ["(", ")"],
  ["[", "]"],
] as const;

const countOf = (text: string, mark: string) => text.split(mark).length - 1;

/** Whether every quotation mark has its other half, in this order. */
export function hasWholeQuotes(text: string): boolean {
  return countOf(text, '"') % 2 === 0 && QUOTES.every(([open, close]) => isPaired(text, open, close));
}

/** Whether every quotation mark and bracket has its other half, in this order. */
export function isBalanced(text: string): boolean {
  return hasWholeQuotes(text) && BRACKETS.every(([open, close]) => isPaired(text, open, close));
}

function isPaired(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const mark of text) {
    if (mark === open) depth++;
    else if (mark === close && --depth < 0) return false;
  }
  return depth === 0;
}
