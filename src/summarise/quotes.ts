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

/** What opens reported speech: after it the words read on without a mark. */
const REPORTING = /(?:^|\s)(?:و|ف)?(?:ب|ل)?[أإ]ن(?:ه|ها|هم)?\s*$/u;
/** Somebody speaks: without marks his «I» would be ours. */
const SPEAKING =
  /(?:^|\s)[وف]?(?:قال|قالت|يقول|تقول|أضاف|أضافت|كتب|كتبت|صرح|صرحت|علق|علقت|رد|ردت|تابع|تابعت|هتف|قائلا|قائلة|مضيفا|مضيفة|قوله|قولها|بالقول|بقوله|بقولها)\s+(?:\S+\s+){0,5}$|:\s*$/u;
/** Between an opening mark and the end of its sentence there are so many words, if what it opened is a name. */
const LONGEST_NAME = 5;

/**
 * A sentence whose only odd quotation mark opens and is never closed, as its editor meant it: after «أن» the mark goes, since
 * the words are reported anyway; before a name that ends the sentence it is closed; within a narration nobody can tell where it
 * was to close, and it goes. undefined where it is anything else.
 */
export function withOpenQuoteMended(sentence: string): string | undefined {
  if (countOf(sentence, '"') % 2 === 0 || !isBalanced(sentence.replace(/"/g, ""))) return undefined;
  const at = sentence.lastIndexOf('"');
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + 1);
  if (!/(?:^|\s)$/.test(before)) return undefined;
  if (REPORTING.test(before)) return before + after.trimStart();
  const [, name = "", stop = ""] = /^(.*?)([.؟!،؛:]*)$/su.exec(after.trim()) ?? [];
  const isName = /^[\p{L}\p{M}\d]/u.test(name) && name.split(/\s+/).length <= LONGEST_NAME;
  if (isName) return `${before}"${name}"${stop}`;
  return SPEAKING.test(before) ? undefined : before + after.trimStart();
}

function isPaired(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const mark of text) {
    if (mark === open) depth++;
    else if (mark === close && --depth < 0) return false;
  }
  return depth === 0;
}
