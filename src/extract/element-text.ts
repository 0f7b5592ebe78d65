import type { AnyNode, Element } from "domhandler";
import { cleanText } from "../lib/arabic/clean.ts";

const SILENT = /^(?:script|style|noscript|template|svg|button|select|option|iframe|video|audio)$/;
/** Text for screen readers only: it says what a picture shows, or repeats the title. */
const UNSEEN = /(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|d-none|hidden)(?=$|\s)/i;
/** What is no single space. */
const SPACES = /\s{2,}|[^\S ]/g;
const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|section|table|td|th|tr|ul)$/;

/**
 * The lines of text that an element shows, in order: a new one at each block, none empty. Stops after `maxUnits`.
 * `isLeftOut`: elements whose text is not wanted. Never recursive, so no depth overflows it.
 */
export function linesWithin(root: Element, maxUnits: number, isLeftOut?: (element: Element) => boolean): string[] {
  let text = "";
  const open: (AnyNode | "\n")[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined && text.length < maxUnits; node = open.pop()) {
    if (node === "\n") text += "\n";
    else if (node.type === "text") text += node.data.slice(0, maxUnits).replace(SPACES, " ");
    else if (node.type === "tag" && isSeen(node) && !isLeftOut?.(node)) {
      const isBlock = BLOCK.test(node.name);
      if (isBlock) {
        text += "\n";
        open.push("\n");
      }
      for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] as AnyNode);
    }
  }
  return cleanText(text)
    .split("\n")
    .filter((line) => line !== "");
}

/** The text that an element shows, in one line. */
export function textWithin(root: Element, maxUnits: number, isLeftOut?: (element: Element) => boolean): string {
  return linesWithin(root, maxUnits, isLeftOut).join(" ");
}

/** A text in one line, clean. */
export function oneLine(text: string): string {
  const clean = cleanText(text.replace(SPACES, " "));
  return clean.includes("\n") ? clean.replaceAll("\n", " ") : clean;
}

/** How many words a text has: runs of letters and digits. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
}

function isSeen(element: Element): boolean {
  return (
    !SILENT.test(element.name) &&
    !UNSEEN.test(element.attribs["class"] ?? "") &&
    element.attribs["hidden"] === undefined
  );
}
