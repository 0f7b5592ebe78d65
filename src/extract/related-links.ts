import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { terms } from "../lib/arabic/terms.ts";
import { absoluteUrl, canonicalUrl, sameSite } from "../lib/url.ts";
import type { Body } from "./body.ts";
import type { RelatedLink } from "./draft.ts";
import { oneLine, textWithin } from "./element-text.ts";
import { MORE_HEADING, OTHERS_HEADING, PICKS_HEADING, RELATED_HEADING } from "./headings.ts";
import {
  elementsWithin,
  enclosing,
  firstWithin,
  isElement,
  isHeadingTag,
  namesOf,
  type PageTree,
  parentOf,
} from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";

const LONGEST_TITLE = 500;
/** The home page, and pages about people, words and the site. */
const NO_STORY =
  /\/(?:authors?|writers?|users?|tags?|hashtags?|topics?|taxonomy|newsletters?|subscribe|login|contact|about)(?:[/.]|$)/;
/** The same article goes on there. */
const FURTHER_PAGE = /^\?paged?=\d+$/;
const MOST_HEADINGS = 20;
const BESIDE = /^(?:aside|footer|nav)$/;
const PAGE_PART = /^(?:body|html|main|article)$/;
const RELATED_NAMES =
  /(?:^|[\s_-])(?:(?:jp-?)?related(?:-?(?:posts?|articles?|news|stories|content|topics|links))?|yarpp)(?=$|[\s_-])/i;

/**
 * The page's own related links: inline ones, then those under a heading that says so; none twice, none to the page
 * itself, none to other sites' pages.
 */
export function relatedOf(page: PageTree, body: Body, address: string): RelatedLink[] {
  const blocks = blockLinks(page, body);
  const found = [...body.inlineLinks, ...(blocks.length > 0 ? blocks : linksOnMatter(page, body))];
  const seen = new Set([canonicalUrl(address), canonicalUrl(page.url)]);
  return found.filter((link) => {
    if (link.title.length < ARTICLE.relatedUnits) return false;
    const { pathname, search } = new URL(link.url);
    if ((pathname === "/" && !/[?&](?:p|id)=\d/.test(search)) || NO_STORY.test(pathname) || FURTHER_PAGE.test(search))
      return false;
    if (/^https?:/.test(page.url) && !sameSite(link.url, page.url)) return false;
    const key = canonicalUrl(link.url);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** `line`: normalised. */
const isRelatedHeading = (line: string) => line.length < ARTICLE.headingUnits && RELATED_HEADING.test(line);

/** Elements whose own text is a heading of related links, or such a heading and the links. */
function headingsOf({ judged }: Body): Element[] {
  return judged.flatMap(({ block: { line, linkRatio, path }, kept }) => {
    if (kept) return [];
    const isLabel = linkRatio === 0 && MORE_HEADING.test(line);
    const isHeading = isLabel || isRelatedHeading(line) || (linkRatio > ARTICLE.linkText && RELATED_HEADING.test(line));
    return isHeading && path[0] !== undefined ? [path[0]] : [];
  });
}

/** Parts that are called related, whatever their heading says. */
function namedParts({ judged }: Body): Element[] {
  const parts = new Set<Element>();
  const others = new Set<Element>();
  /** For each element the outermost around it that is called so. */
  const outermost = new Map<Element, Element | undefined>();
  for (const { block } of judged) {
    let at = block.path.findIndex((element) => outermost.has(element));
    if (at < 0) at = block.path.length;
    for (at--; at >= 0; at--) {
      const element = block.path[at] as Element;
      const outer = block.path[at + 1];
      const isNamed = !PAGE_PART.test(element.name) && RELATED_NAMES.test(namesOf(element));
      outermost.set(element, (outer && outermost.get(outer)) ?? (isNamed ? element : undefined));
    }
    const part = block.path[0] && outermost.get(block.path[0]);
    if (part === undefined || parts.has(part) || others.has(part)) continue;
    if (OTHERS_HEADING.test(block.line) && block.linkRatio === 0) others.add(part);
    else parts.add(part);
  }
  return [...parts];
}

function blockLinks(page: PageTree, body: Body): RelatedLink[] {
  const named = namedParts(body).map((part) => linksIn(page, part));
  const headings = headingsOf(body).slice(0, MOST_HEADINGS);
  const beside = headings.map((heading) => ({ isPick: isPicks(heading), links: headedLinks(page, heading) }));
  const hasNearer = beside.some(({ isPick, links }) => !isPick && links.length > 0);
  const headed = beside.map(({ isPick, links }) => (isPick && hasNearer ? [] : links));
  return [...headed, ...named].filter((links) => links.length <= ARTICLE.mostLinks).flat();
}

/**
 * The first list of links behind the article, under a heading that says nothing known, of whose titles most have words of the
 * article: outlets call what they relate by many names.
 */
function linksOnMatter(page: PageTree, body: Body): RelatedLink[] {
  const last = body.judged.findLastIndex(({ kept }) => kept);
  let words: ReadonlySet<string> | undefined;
  for (const { block } of body.judged.slice(last + 1)) {
    const heading = block.path.find((element) => isPartHeading(element));
    if (heading === undefined || block.linkRatio > 0 || OTHERS_HEADING.test(block.line) || isBeside(heading)) continue;
    const links = headedLinks(page, heading);
    if (links.length < 2) continue;
    words ??= new Set(terms(body.paragraphs.join(" ")));
    const said = words;
    const onMatter = links.filter(({ title }) => terms(title).some((term) => said.has(term)));
    if (onMatter.length > links.length / 2) return links;
  }
  return [];
}

const isBeside = (heading: Element) => enclosing(heading, ({ name }) => BESIDE.test(name)) !== undefined;

/** Whether a heading beside the page's matter, or where the site's own lists stand, offers what the site would like to be read. */
const isPicks = (heading: Element) =>
  PICKS_HEADING.test(lineOf(heading)) && (isBeside(heading) || isAmongOthers(heading));

const isAmongOthers = (heading: Element) =>
  parentOf(heading)?.children.some((node) => isElement(node) && OTHERS_HEADING.test(lineOf(node))) ?? false;

const lineOf = (heading: Element) => normalise(textWithin(heading, ARTICLE.headingUnits));

/**
 * The heading itself may hold them, or what stands next to it; else up from it to the first element that does, as long as no
 * other heading stands there.
 */
function headedLinks(page: PageTree, heading: Element): RelatedLink[] {
  let place: Element | undefined = heading;
  for (let level = 0; level <= ARTICLE.highestPart && place !== undefined && !PAGE_PART.test(place.name); level++) {
    const own = linksIn(page, place);
    const links = own.length > 0 ? own : nextTo(place).flatMap((element) => linksIn(page, element));
    if (links.length > 0) return links.length > ARTICLE.mostLinks ? [] : links;
    place = parentOf(place);
    if (place !== undefined && firstWithin(place, (inner) => isLabel(inner) && !isAround(inner, heading))) return [];
  }
  return [];
}

/** The next few elements beside it, and the others made like the last of them, up to another heading. */
function nextTo(element: Element): Element[] {
  const found: Element[] = [];
  for (let node = element.next; node !== null && found.length <= ARTICLE.mostLinks; node = node.next) {
    if (!isElement(node) || textWithin(node, LONGEST_TITLE) === "") continue;
    const last = found.at(-1);
    const isAlike = last?.name === node.name && last.attribs["class"] === node.attribs["class"];
    if ((found.length >= ARTICLE.besideHeading && !isAlike) || beginsPart(node)) break;
    found.push(node);
  }
  return found;
}

/** Whether a heading stands in it before any link. */
const beginsPart = (node: Element) => {
  const first = isLabel(node) ? node : firstWithin(node, (inner) => isAnchor(inner) || isLabel(inner));
  return first !== undefined && isLabel(first);
};

const isAround = (outer: Element, inner: Element) =>
  outer === inner || enclosing(inner, (element) => element === outer) !== undefined;

const isAnchor = ({ name }: Element) => name === "a";

/** A heading that is no title of a link: another part begins. */
const isLabel = (element: Element) =>
  isHeadingTag(element.name) &&
  textWithin(element, 1) !== "" &&
  firstWithin(element, isAnchor) === undefined &&
  enclosing(element, isAnchor) === undefined;

const isPartHeading = ({ name }: Element) => isHeadingTag(name) && name !== "h1";

const isTitle = (element: Element) => isPartHeading(element) || /title/.test(element.attribs["class"] ?? "");

/** The links to stories in an element, each with the longest title that it is given. */
function linksIn({ base }: PageTree, place: Element): RelatedLink[] {
  const titles = new Map<string, string>();
  for (const anchor of [place, ...elementsWithin(place)]) {
    const url = anchor.name === "a" ? absoluteUrl(anchor.attribs["href"] ?? "", base) : undefined;
    if (url === undefined) continue;
    const inner = firstWithin(anchor, isTitle);
    const own =
      (inner && textWithin(inner, LONGEST_TITLE)) ||
      textWithin(anchor, LONGEST_TITLE) ||
      oneLine(anchor.attribs["title"] ?? anchor.attribs["aria-label"] ?? "");
    const known = titles.get(url);
    if (known === undefined || own.length > known.length) titles.set(url, own);
  }
  return [...titles]
    .filter(([, title]) => title.length >= ARTICLE.relatedUnits && !isRelatedHeading(normalise(title)))
    .map(([url, title]) => ({ url, title }));
}
