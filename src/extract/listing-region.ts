import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { textWithin } from "./element-text.ts";
import { isInvitation } from "./listing-title.ts";
import { elementsWithin, isElement, isHeadingTag, namesOf, ownText, parentOf } from "./page-tree.ts";
import { LISTING } from "./thresholds.ts";

/** Where a link stands: among the page's matter, beside it («الأكثر قراءة»), or in its navigation. */
export type Region = "main" | "side" | "navigation";

const MENUS =
  "nav(?:bar|igation)?|(?:main|top|mega|mobile|off)?-?menu(?:-item)?s?|breadcrumbs?|footer|contentinfo|pagination|pager|page-numbers|lang(?:uage)?s?(?:-switcher)?|skip-?links?";
const READERS =
  "shar(?:e|ing)|social|addtoany|comments?(?:-list|-area)?(?=$|\\s)|commentlist|respond|login|signin|search(?:form|-?box)?|newsletter|subscribe|poll|vote";
const TERMS = "tags?(?=$|\\s)|tag-?(?:cloud|list|links)|hashtags?|author-?(?:box|bio|info)";
const LEGAL = "cookies?|consent|copyright";
const FIGURES = "weather|currency|prayer|fixtures|live-?scores?|scoreboard|standings";
const ADVERTS = "ads?|advert(?:s|isement)?|sponsor(?:ed)?";
/** Of what stands beside the news of the page, and mostly shows again what is old. */
const SIDES =
  "(?<!(?:has|with|no|without|content)[_-])side-?bar(?![_-](?:layout|enabled|main|on))|aside|most-?(?:read|viewed|popular|visited|commented)|popular|trending|top-?(?:read|viewed)|related|recommend(?:ed|ations?)?|you-?may-?like|off-?canvas|popup|modal";

/** Classes, ids and roles by whole words. */
const named = (...words: readonly string[]) => new RegExp(`(?:^|[\\s_-])(?:${words.join("|")})(?=$|[\\s_-])`, "i");
const NAVIGATION_NAMES = named(MENUS, READERS, TERMS, LEGAL);
const SIDE_NAMES = named(SIDES);
/** What no card of an article is called, except by the terms that WordPress puts among its classes. */
const NO_CARD_NAMES = named(FIGURES, ADVERTS);
const TERM_CLASSES = /(?:^|\s)(?:category|tag)-\S+/g;
/** Parts that only a page has. */
const PAGE_PART = /^(?:main|nav|footer|h1)$/;
/** Headings of lists by number of readers, normalised. */
const MOST_READ =
  /^(?:(?:المواضيع |الاخبار |المقالات )?الا(?:كثر|علي) (?:قراءه|مشاهده|تداولا|شيوعا|تعليقا|زياره|رواجا|تفاعلا|اهتماما|بحثا)|most (?:read|viewed|popular))(?: \S+){0,2}$/;
const LONGEST_HEADING = 40;
/** No page has more lists of that kind. */
const MAX_HEADINGS = 8;

/** The region of each of a page's elements, which come in page order. `weighty`: the links that count; `isCard`: whether an element is about one article. */
export function regionsOf(
  elements: readonly Element[],
  weighty: ReadonlySet<Element>,
  isCard: (element: Element) => boolean,
): Map<Element, Region> {
  const pages = pagesAmong(elements, weighty);
  const headings = elements.filter(isMostReadHeading).slice(0, MAX_HEADINGS);
  const mostRead = new Set(headings.flatMap((heading) => listUnder(heading, weighty)));
  const regions = new Map<Element, Region>();
  for (const element of elements) {
    const outer = regions.get(parentOf(element) as Element) ?? "main";
    const own = mostRead.has(element) ? "side" : ownRegion(element, pages.has(element), isCard(element));
    regions.set(element, outer === "navigation" || own === "main" ? outer : own);
  }
  return regions;
}

/** The elements that are the page itself: they hold its main part, or parts that only a page has and most of its links. */
function pagesAmong(elements: readonly Element[], weighty: ReadonlySet<Element>): Set<Element> {
  const counts = new Map<Element, number>();
  const likely = new Set<Element>();
  const certain = new Set<Element>();
  for (const element of elements.toReversed()) {
    const around = parentOf(element);
    const count = (counts.get(element) ?? 0) + (weighty.has(element) ? 1 : 0);
    if (around !== undefined) {
      if (PAGE_PART.test(element.name) || likely.has(element)) likely.add(around);
      if (isMain(element) || certain.has(element)) certain.add(around);
    }
    if (isNavigationTag(element)) continue; // its links are not counted among the page's
    counts.set(element, count);
    if (around !== undefined) counts.set(around, (counts.get(around) ?? 0) + count);
  }
  const whole = counts.get(elements[0] as Element) ?? 0;
  const most = [...likely].filter((element) => (counts.get(element) ?? 0) > whole * LISTING.pageShare);
  return new Set([...certain, ...most]);
}

const isMain = (element: Element) => element.name === "main" || element.attribs["role"] === "main";

/** `isPage`, `isCard`: its classes then say little against it. */
function ownRegion(element: Element, isPage: boolean, isCard: boolean): Region {
  if (isNavigationTag(element)) return "navigation";
  if (/^(?:html|body|main|article|a|h[1-6]|time|img)$/.test(element.name) || isPage) return "main";
  const names = namesOf(element);
  if (NO_CARD_NAMES.test(names.replace(TERM_CLASSES, ""))) return "navigation";
  if (isCard) return "main";
  if (NAVIGATION_NAMES.test(names)) return "navigation";
  return element.name === "aside" || SIDE_NAMES.test(names) ? "side" : "main";
}

function isNavigationTag(element: Element): boolean {
  if (element.name === "nav" || element.name === "menu") return true;
  if (element.name !== "footer") return false;
  for (let parent = parentOf(element); parent !== undefined; parent = parentOf(parent))
    if (parent.name === "article" || parent.name === "li") return false; // the footer of a card
  return true;
}

function isMostReadHeading(element: Element): boolean {
  const text = ownText(element);
  return text.length <= LONGEST_HEADING && /^(?:[ال\u0640]|most)/i.test(text) && MOST_READ.test(normalise(text));
}

/** What follows a heading, or the line that it stands in, up to its like, and has links; none for one label of several. */
function listUnder(heading: Element, weighty: ReadonlySet<Element>): Element[] {
  const isTitled = (link: Element) => weighty.has(link) && !isInvitation(textWithin(link, LONGEST_HEADING));
  let line = heading;
  for (let level = 0; level <= LISTING.levelsAround; level++) {
    const list: Element[] = [];
    for (let next = line.nextSibling; next !== null; next = next.nextSibling) {
      if (!isElement(next)) continue;
      const hasLinks = isTitled(next) || elementsWithin(next).some(isTitled);
      if (isAnotherHeading(next, line) || (isMadeLike(next, line) && !hasLinks)) return list;
      if (hasLinks) list.push(next);
    }
    const around = parentOf(line);
    if (list.length > 0 || around === undefined || !isLine(around, line)) return list;
    line = around;
  }
  return [];
}

const isMadeLike = (a: Element, b: Element) => a.name === b.name && a.attribs["class"] === b.attribs["class"];
const isAnotherHeading = (next: Element, line: Element) =>
  isMadeLike(next, line) && (isHeadingTag(next.name) || next.attribs["class"] !== undefined);
/** Whether an element holds nothing but this one, drawings and links to more. */
const isLine = (around: Element, inner: Element) =>
  around.children.every(
    (child) => child === inner || !isElement(child) || /^(?:i|b|em|span|svg|img|a)$/.test(child.name),
  );
