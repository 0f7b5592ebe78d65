import type { Element } from "domhandler";
import { textWithin } from "./element-text.ts";
import { elementsNamed, firstWithin, type PageTree } from "./page-tree.ts";

/** «1», «[2]», «*», «↩»: what leads from a text to its notes and back. */
const MARK = /^[\s[\]()]*(?:\d{1,3}|[*†‡↩⤴↑⇧^↵]\s?\uFE0E?|[a-z])(?:[\s,،\][)(]|\d)*\uFE0E?$/iu;
const MARK_UNITS = 12;
/** What a note is made of; a chapter that a list of numbers leads to is none. */
const NOTE_TAGS = /^(?:li|p|dd)$/;

const isLocalLink = ({ name, attribs: { href = "" } }: Element) =>
  name === "a" && href.includes("#") && /^#.|#_?(?:ftn|edn|fn|cite|note|ref)/i.test(href);

/** Whether an element is no text, but a mark of a footnote: a link within the page, raised or not. */
export function isNoteMark(element: Element): boolean {
  if (element.name !== "a" && element.name !== "sup") return false;
  const link = element.name === "a" ? element : firstWithin(element, ({ name }) => name === "a");
  return link !== undefined && isLocalLink(link) && MARK.test(textWithin(element, MARK_UNITS));
}

/** The ids that marks of footnotes lead to. */
function markedIds(page: PageTree): ReadonlySet<string> {
  const marks = elementsNamed(page, "a").filter(isNoteMark);
  return new Set(marks.map(({ attribs }) => (attribs["href"] ?? "").replace(/^.*#/s, "")));
}

/** Whether an element is a footnote of the page: a mark leads to it. */
export function createIsNote(page: PageTree): (element: Element) => boolean {
  const ids = markedIds(page);
  return ({ name, attribs }) => NOTE_TAGS.test(name) && attribs["id"] !== undefined && ids.has(attribs["id"]);
}
