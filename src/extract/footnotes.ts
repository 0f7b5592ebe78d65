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

/** Tells what is no text of a page, but of its footnotes. */
export interface Footnotes {
  /** A mark: a link within the page, raised or not. */
  isMark(element: Element): boolean;
  /** A note: a mark leads to it. */
  isNote(element: Element): boolean;
}

const saysMark = (element: Element) => MARK.test(textWithin(element, MARK_UNITS));

/** The footnotes of a page. */
export function footnotesOf(page: PageTree): Footnotes {
  const links = elementsNamed(page, "a").filter(isLocalLink);
  const marks = new Set(links.filter(saysMark));
  const ids = new Set([...marks].map(({ attribs }) => (attribs["href"] ?? "").replace(/^.*#/s, "")));
  const isRaised = (element: Element) => {
    const link = firstWithin(element, ({ name }) => name === "a");
    return link !== undefined && isLocalLink(link) && saysMark(element);
  };
  return {
    isMark: (element) => marks.has(element) || (element.name === "sup" && isRaised(element)),
    isNote: ({ name, attribs }) => attribs["id"] !== undefined && ids.has(attribs["id"]) && NOTE_TAGS.test(name),
  };
}
