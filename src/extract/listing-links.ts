import type { Element } from "domhandler";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import { textWithin, wordCount } from "./element-text.ts";
import { addressShape, isArticleAddress } from "./listing-address.ts";
import { type Region, regionsOf } from "./listing-region.ts";
import { isInvitation } from "./listing-title.ts";
import {
  canonicalOf,
  elementsNamed,
  elementsWithin,
  isHeadingTag,
  metaContent,
  type PageTree,
  parentOf,
} from "./page-tree.ts";
import { LISTING } from "./thresholds.ts";

/** A link to what may be an article. */
export interface ListingLink {
  readonly anchor: Element;
  readonly url: string;
  /** The canonical address: the same for every link to one article. */
  readonly key: string;
  /** How the address is made. */
  readonly shape: string;
  readonly region: Region;
  /** The largest element around the link that is about nothing else. */
  readonly card: Element;
}

const MANY = Symbol("links to several articles");
type Soles = ReadonlyMap<Element, string | typeof MANY>;
/** No page of news has more. */
const MAX_LINKS = 4000;

/** The links of a page that may lead to articles, in page order, each with its card. Linear in the page. */
export function listingLinks(page: PageTree): ListingLink[] {
  const [body] = elementsNamed(page, "body");
  if (body === undefined) return [];
  const sites = sitesOf(page);
  const own = new Set(sites.map(canonicalUrl));
  const elements = [body, ...elementsWithin(body)];
  const targets = new Map<Element, { readonly url: string; readonly key: string }>();
  for (const anchor of elements) {
    if (anchor.name !== "a" || anchor.attribs["href"] === undefined || targets.size >= MAX_LINKS) continue;
    const target = absoluteUrl(anchor.attribs["href"], page.base);
    if (target === undefined || !isArticleAddress(target, sites)) continue;
    const key = canonicalUrl(target);
    if (!own.has(key)) targets.set(anchor, { url: target, key });
  }
  const weighty = new Set([...targets.keys()].filter(isWeighty));
  const soles = solesOf(elements, targets, weighty);
  const regions = regionsOf(elements, weighty, (element) => typeof soles.get(element) === "string");
  return [...targets].map(([anchor, target]) => ({
    anchor,
    ...target,
    shape: addressShape(target.url),
    region: regions.get(anchor) ?? "main",
    card: cardOf(anchor, target.key, soles),
  }));
}

/** Where the page is by its own words too: sites are read under other names than they know, and files have no name. */
function sitesOf(page: PageTree): string[] {
  const said = absoluteUrl(metaContent(page, "og:url") ?? "", page.base);
  return [page.url, canonicalOf(page), said, page.base].filter(
    (site) => site !== undefined && /^https?:/.test(site),
  ) as string[];
}

/** For each element the one article that it links to, or `MANY`. Links of a word or two (a section, a name) do not count. */
function solesOf(
  elements: readonly Element[],
  targets: ReadonlyMap<Element, { readonly key: string }>,
  weighty: ReadonlySet<Element>,
): Soles {
  const soles = new Map<Element, string | typeof MANY>();
  for (const element of elements.toReversed()) {
    const target = targets.get(element);
    if (target !== undefined && weighty.has(element)) soles.set(element, target.key);
    const sole = soles.get(element);
    const parent = parentOf(element);
    if (sole === undefined || parent === undefined) continue;
    const known = soles.get(parent);
    soles.set(parent, known === undefined || known === sole ? sole : MANY);
  }
  return soles;
}

function isWeighty(anchor: Element): boolean {
  const text = textWithin(anchor, 300);
  const words = wordCount(text);
  if (words >= LISTING.titleWords || isInvitation(text)) return true;
  const parent = parentOf(anchor);
  if (parent !== undefined && isHeadingTag(parent.name))
    return parent.children.filter((child) => child.type === "tag" && child.name === "a").length === 1;
  return (
    words === 0 ||
    anchor.children.some((child) => child.type === "tag" && /^(?:img|picture|figure|div|h[1-6])$/.test(child.name))
  );
}

function cardOf(anchor: Element, key: string, soles: Soles): Element {
  let card = anchor;
  for (let level = 0; level < LISTING.highestCard; level++) {
    const parent = parentOf(card);
    const sole = parent === undefined ? MANY : (soles.get(parent) ?? key);
    if (parent === undefined || sole !== key || /^(?:body|main|html|ul|ol)$/.test(parent.name)) break;
    card = parent;
  }
  return card;
}
