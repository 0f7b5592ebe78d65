import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { linesWithin, oneLine, textWithin, wordCount } from "./element-text.ts";
import { elementsWithin, enclosing, firstWithin, isHeadingTag, ownText } from "./page-tree.ts";
import { LISTING } from "./thresholds.ts";

/** What a link says of its article, and how surely that is a headline. */
export interface LinkTitle {
  readonly text: string;
  /** Heading: in one, or the card's own. Named: in an element that is called a title. Plain: the link's text or label. */
  readonly from: "heading" | "named" | "plain" | "label";
}

const LONGEST_TITLE = 400;
const TITLE_NAME =
  /(?:^|[\s_-])(?:titles?|headlines?|heading|hdg|header-?text|entry-title|news-?title|post-?title|card-?title)(?=$|[\s_-])/i;
/** Parts of a heading or card that are not its title. */
const BESIDE_NAME =
  /(?:^|[\s_-])(?:cat(?:egory|egories|s)?|section(?:-name)?|label|badge|kicker|tags?|date|time|meta|author|byline|writer|icon|counter|count|number|num|index|views?|comments?|duration|excerpt|summary|desc(?:ription)?|lead|intro|more|read-?more|live|flag|ribbon|sticker|type)(?=$|[\s_-])/i;
/** Links that only invite, normalised. */
const INVITATION =
  /^[^\p{L}\d]*(?:اقرا|اقرء|المزيد|التفاصيل|تفاصيل|تابع|متابعه|اكمل|اكمال|شاهد|للمزيد|عرض|رابط|فيديو|صور|صوره|الخبر|التعليقات|اضف تعليق|لا توجد تعليقات|\d+ تعليقات?|read|continue|more|view|watch|details|comments?)(?: (?:المزيد|القراءه|قراءه|التفاصيل|الخبر|المقال|المقاله|الموضوع|الفيديو|الصور|الكل|بقيه|كاملا|كامله|كامل|التالي|من|علي|هنا|more|reading|all|now|details|the|full|story|article|video|here)){0,5}[^\p{L}\d]*$/u;
/** Whether a link's words only invite to read on, so that its title stands elsewhere. */
export const isInvitation = (text: string) => text.length < 80 && INVITATION.test(normalise(text));

/** What software puts before a title in a label. */
const LABEL_PREFIX =
  /^(?:post link to|permalink to:?|permanent link to:?|link to:?|read more(?: about| on)?:?|continue reading|(?:ال)?رابط (?:إلى|الى|دائم(?: إلى| ل)?):?|اقرأ المزيد (?:عن|حول):?|اقرأ المزيد:|صورة(?: عن| من)?:)\s*/iu;

/** What screen readers are told of a video before and after its title. */
const TOLD = /^(?:فيديو|صوت)[,،]\s*(.+?)\s*[,،]\s*المدة\s+[\d\u0660-\u0669]+(?:[,:،][\d\u0660-\u0669]+)*$/u;

/** The title that a link shows for its article, by itself or by the card around it; undefined when it shows none. */
export function linkTitle(anchor: Element, card: Element): LinkTitle | undefined {
  const shown = shownTitle(anchor, card);
  return shown && { ...shown, text: shown.text.replace(TOLD, "$1") };
}

function shownTitle(anchor: Element, card: Element): LinkTitle | undefined {
  const own = textWithin(anchor, LONGEST_TITLE * 3);
  const isMute = own === "" || isInvitation(own);
  const labels = [anchor.attribs["aria-label"], anchor.attribs["title"], imageAlt(anchor)]
    .map((label) => oneLine((label ?? "").slice(0, LONGEST_TITLE * 3)).replace(LABEL_PREFIX, ""))
    .filter(isTitle);
  if (isMute) {
    const heading = firstWithin(card, isHeading) ?? firstWithin(card, isNamedTitle);
    const text = heading === undefined ? "" : headingText(heading);
    if (isTitle(text))
      return { text: uncut(text, labels), from: heading !== undefined && isHeading(heading) ? "heading" : "named" };
    return labels[0] === undefined ? undefined : { text: labels[0], from: "label" };
  }
  const inner = firstWithin(anchor, isHeading) ?? firstWithin(anchor, isNamedTitle);
  const innerText = inner === undefined ? "" : headingText(inner);
  if (inner !== undefined && isTitle(innerText))
    return { text: uncut(innerText, labels), from: isHeading(inner) ? "heading" : "named" };
  const around = enclosing(anchor, isHeading, LISTING.levelsAround);
  if (around === undefined && isRowOfFigures(anchor)) return undefined;
  const text = uncut(plainTitle(anchor, labels), labels);
  if (!isTitle(text)) return undefined; // a word with an explanation in its label: a menu
  if (around !== undefined) return { text, from: "heading" };
  return {
    text,
    from:
      isNamedTitle(anchor) || enclosing(anchor, isNamedTitle, LISTING.levelsAround) !== undefined ? "named" : "plain",
  };
}

const isTitle = (text: string) =>
  text.length >= LISTING.titleUnits && text.length <= LONGEST_TITLE && /\p{L}{2}/u.test(text) && !isInvitation(text);
const isHeading = (element: Element) => isHeadingTag(element.name);
const isNamedTitle = (element: Element) =>
  element.name !== "section" &&
  element.name !== "header" &&
  TITLE_NAME.test(
    `${element.attribs["class"] ?? ""} ${element.attribs["itemprop"] === "headline" ? "headline" : ""}`.slice(0, 300),
  );
const isAddition = (element: Element) =>
  element.name === "time" ||
  (/^(?:span|div|p|small|b|strong|em|i|label|a)$/.test(element.name) &&
    BESIDE_NAME.test((element.attribs["class"] ?? "").slice(0, 300)));

/** A heading's text without what is beside the title in it, if enough is left. */
function headingText(heading: Element): string {
  const bare = textWithin(heading, LONGEST_TITLE * 2, isAddition);
  return isTitle(bare) ? bare : textWithin(heading, LONGEST_TITLE * 2);
}

/** Of a link around a whole card: the line that a label names, else the first that reads like a title; of others their text. */
function plainTitle(anchor: Element, labels: readonly string[]): string {
  const lines = linesWithin(anchor, LONGEST_TITLE * 3, isAddition);
  if (lines.length <= 1) return lines[0] ?? textWithin(anchor, LONGEST_TITLE * 3);
  const known = new Set(labels.map(normalise));
  return (
    lines.find((line) => known.has(normalise(line))) ??
    lines.find((line) => wordCount(line) >= LISTING.titleWords && isTitle(line)) ??
    lines.join(" ")
  );
}

/** Two teams and a score, a metal and its price: figures between pieces of a few words each. */
function isRowOfFigures(anchor: Element): boolean {
  const pieces = [anchor, ...elementsWithin(anchor)].map(ownText).filter((piece) => piece !== "");
  return (
    pieces.length >= LISTING.rowPieces &&
    pieces.some((piece) => !/\p{L}/u.test(piece)) &&
    pieces.every((piece) => wordCount(piece) <= LISTING.someWords)
  );
}

/** The whole title where the page shows it cut («…») and a label has it in full. */
function uncut(text: string, labels: readonly string[]): string {
  if (!/(?:…|\.{2,})$/.test(text)) return text;
  const shown = normalise(text.replace(/\s*(?:…|\.{2,})$/, ""));
  return labels.find((label) => label.length > text.length && normalise(label).startsWith(shown)) ?? text;
}

function imageAlt(anchor: Element): string | undefined {
  return firstWithin(anchor, (element) => element.name === "img" && (element.attribs["alt"] ?? "") !== "")?.attribs[
    "alt"
  ];
}
