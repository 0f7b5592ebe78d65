import type { Element } from "domhandler";
import { cleanText } from "../lib/arabic/clean.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, canonicalUrl, sameSite } from "../lib/url.ts";
import type { Body } from "./body.ts";
import type { RelatedLink } from "./draft.ts";
import { RELATED_HEADING } from "./furniture.ts";
import { namesOf, type PageTree } from "./page-tree.ts";

const LEAST_TITLE = 12;
/** The home page, and pages about people, words and the site. */
const NO_STORY = /^\/?$|\/(?:authors?|writers?|tags?|newsletters?|subscribe|login|contact|about)(?:[/.]|$)/;
const LONGEST_HEADING = 60;
/** A block of related links has at most so many; more is a listing. */
const MOST_LINKS = 24;
const PAGE_PART = /^(?:body|html|main|article)$/;
const RELATED_NAMES =
  /(?:^|[\s_-])(?:(?:jp-?)?related(?:-?(?:posts?|articles?|news|stories|content|topics|links))?|yarpp)(?=$|[\s_-])/i;

/** The page's own related links: inline ones, then those under a heading that says so; none twice, none to the page itself, none to other sites' pages. */
export function relatedOf(page: PageTree, body: Body, address: string): RelatedLink[] {
  const found = [...body.inlineLinks, ...blockLinks(page, body)];
  const seen = new Set([canonicalUrl(address), canonicalUrl(page.url)]);
  return found.filter((link) => {
    const key = canonicalUrl(link.url);
    if (seen.has(key) || link.title.length < LEAST_TITLE || NO_STORY.test(new URL(link.url).pathname)) return false;
    if (/^https?:/.test(page.url) && !sameSite(link.url, page.url)) return false;
    seen.add(key);
    return true;
  });
}

/** Elements whose own text is a heading of related links. */
function headingsOf({ judged }: Body): Element[] {
  return judged.flatMap(({ block }) => {
    const isHeading = block.text.length < LONGEST_HEADING && RELATED_HEADING.test(normalise(block.text));
    return isHeading && block.path[0] !== undefined ? [block.path[0]] : [];
  });
}

/** Parts that are called related, whatever their heading says. */
function namedParts({ judged }: Body): Element[] {
  const parts = new Set<Element>();
  const known = new Map<Element, boolean>();
  for (const { block } of judged) {
    const part = block.path.findLast((element) => {
      const isNamed = known.get(element) ?? (!PAGE_PART.test(element.name) && RELATED_NAMES.test(namesOf(element)));
      known.set(element, isNamed);
      return isNamed;
    });
    if (part !== undefined) parts.add(part);
  }
  return [...parts];
}

function blockLinks(page: PageTree, body: Body): RelatedLink[] {
  const { $ } = page;
  const named = namedParts(body).map((part) => linksAfter(page, part));
  const headed = headingsOf(body).map((heading) => {
    // Up from the heading to the first element that has links to articles besides it.
    let place: Element | null = heading;
    for (let level = 0; level < 4 && place !== null; level++) {
      const parent: Element | null = $(place).parent().get(0) ?? null;
      if (parent === null || PAGE_PART.test(parent.name)) break;
      const links = linksAfter(page, parent, heading);
      if (links.length > MOST_LINKS) break;
      if (links.length > 0) return links;
      place = parent;
    }
    const next = $(heading).nextAll().slice(0, 3).toArray();
    return next.flatMap((element) => linksAfter(page, element, heading)).slice(0, MOST_LINKS);
  });
  return [...headed, ...named].filter((links) => links.length <= MOST_LINKS).flat();
}

function linksAfter({ $, base }: PageTree, place: Element, heading?: Element): RelatedLink[] {
  const titles = new Map<string, string>();
  for (const anchor of $(place).find("a[href]").toArray()) {
    if (heading !== undefined && $(anchor).closest(heading).length > 0) continue;
    const url = absoluteUrl(anchor.attribs["href"] ?? "", base);
    if (url === undefined) continue;
    const inner = cleanText($(anchor).find("h2,h3,h4,h5,h6,.title,[class*='title']").first().text()).replace(
      /\s+/g,
      " ",
    );
    const own =
      inner ||
      cleanText($(anchor).text()).replace(/\s+/g, " ") ||
      cleanText(anchor.attribs["title"] ?? anchor.attribs["aria-label"] ?? "");
    const known = titles.get(url);
    if (known === undefined || own.length > known.length) titles.set(url, own);
  }
  return [...titles].filter(([, title]) => title.length >= LEAST_TITLE).map(([url, title]) => ({ url, title }));
}
