import type { Element } from "domhandler";
import { absoluteUrl, canonicalUrl, sameSite } from "../lib/url.ts";
import { textWithin, wordCount } from "./element-text.ts";
import { isInvitation } from "./listing-title.ts";
import {
  canonicalOf,
  elementsNamed,
  elementsWithin,
  metaContent,
  namesOf,
  type PageTree,
  parentOf,
} from "./page-tree.ts";
import { LISTING } from "./thresholds.ts";

/** Where a link stands: among the page's matter, beside it («الأكثر قراءة»), or in its navigation. */
export type Region = "main" | "side" | "navigation";

/** A link to what may be an article. */
export interface ListingLink {
  readonly anchor: Element;
  readonly url: string;
  /** The canonical address: the same for every link to one article. */
  readonly key: string;
  readonly region: Region;
  /** The largest element around the link that is about nothing else. */
  readonly card: Element;
}

/** Classes, ids and roles of navigation; normalised names, whole words. */
const NAVIGATION_NAMES =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|(?:main|top|mega|mobile|off)?-?menu(?:-item)?s?|breadcrumbs?|footer|contentinfo|shar(?:e|ing)|social|addtoany|comments?(?:-list|-area)?(?=$|\s)|commentlist|respond|tags?(?=$|\s)|tag-?(?:cloud|list|links)|hashtags?|pagination|pager|page-numbers|login|signin|search(?:form|-?box)?|cookies?|consent|copyright|author-?(?:box|bio|info)|newsletter|subscribe|lang(?:uage)?s?(?:-switcher)?|skip-?links?|poll|vote|weather|currency|prayer)(?=$|[\s_-])/i;
/** Names of what stands beside the news of the page, and mostly shows again what is old. */
const SIDE_NAMES =
  /(?:^|[\s_-])(?:(?<!(?:has|with|no|without|content)[_-])side-?bar(?![_-](?:layout|enabled|main|on))|aside|most-?(?:read|viewed|popular|visited|commented)|popular|trending|top-?(?:read|viewed)|related|recommend(?:ed|ations?)?|you-?may-?like|ads?|advert(?:s|isement)?|sponsor(?:ed)?|off-?canvas|popup|modal)(?=$|[\s_-])/i;
const PAGE_PART = /^(?:main|nav|footer|h1)$/;

/** Addresses that are lists, by the word before their last part: `/tag/x`, `/author/x/page/2`. */
const LIST_PATH =
  /\/(?:tags?|category|categories|cat|authors?|writers?|users?|profiles?|members?|topics?|keywords?|search|hashtag|وسم|وسوم|تصنيف|تصنيفات|قسم|اقسام|أقسام|كاتب|كتاب|مؤلف)(?:\/[^/]*){0,2}\/?$|\/page\/\d+\/?$/iu;
/** Addresses that are no text at all, or a page that every site has. */
const NO_ARTICLE =
  /\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|m3u8?|xml|rss|apk)$|\/(?:feed|rss|login|log-in|signin|register|signup|logout|contact(?:-us)?|about(?:-us)?|privacy(?:-policy)?|terms(?:-[\w-]+)?|cookie-policy|advertise|sitemap|rss-feeds?|newsletter|wp-login\.php|wp-admin|اتصل-بنا|من-نحن|سياسة-الخصوصية)(?:\.\w+)?\/?$/iu;
const LIST_QUERY = /^\?(?:s|q|cat|tag|author|page|paged|lang|locale|section|sort|view|category_name|search)=[^&]*$/i;

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
  const regions = regionsOf(elements, weighty, soles);
  return [...targets].map(([anchor, target]) => ({
    anchor,
    ...target,
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

function isArticleAddress(target: string, sites: readonly string[]): boolean {
  const { pathname, search } = new URL(target);
  if (sites.length > 0 && !sites.some((site) => sameSite(target, site))) return false;
  const path = decodedPath(pathname);
  if (/^\/(?:(?:ar|en|fr|index|home|default)(?:\.\w+)?\/?)?$/i.test(path) && (search === "" || LIST_QUERY.test(search)))
    return false;
  return !NO_ARTICLE.test(path) && !LIST_PATH.test(path) && !(LIST_QUERY.test(search) && path.split("/").length <= 3);
}

/** A path with its Arabic readable; as it is where that fails. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function regionsOf(elements: readonly Element[], weighty: ReadonlySet<Element>, soles: Soles): Map<Element, Region> {
  const counts = new Map<Element, number>();
  const pages = new Set<Element>();
  for (const element of elements.toReversed()) {
    const around = parentOf(element);
    if (around !== undefined && (PAGE_PART.test(element.name) || pages.has(element))) pages.add(around);
    const count = (counts.get(element) ?? 0) + (weighty.has(element) ? 1 : 0);
    if (isNavigationTag(element)) continue; // its links are not counted among the page's
    counts.set(element, count);
    if (around !== undefined) counts.set(around, (counts.get(around) ?? 0) + count);
  }
  const whole = counts.get(elements[0] as Element) ?? 0;
  const regions = new Map<Element, Region>();
  for (const element of elements) {
    const outer = regions.get(parentOf(element) as Element) ?? "main";
    const isPage = pages.has(element) && (counts.get(element) ?? 0) > whole * LISTING.pageShare;
    const isCard = typeof soles.get(element) === "string";
    const own = ownRegion(element, isPage || isCard);
    regions.set(element, outer === "navigation" || own === "main" ? outer : own);
  }
  return regions;
}

/** `isMatter`: the element is the page itself, or the card of one article; its classes then say nothing against it. */
function ownRegion(element: Element, isMatter: boolean): Region {
  if (isNavigationTag(element)) return "navigation";
  if (/^(?:html|body|main|article|a|h[1-6]|time|img)$/.test(element.name) || isMatter) return "main";
  const names = namesOf(element);
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
  if (parent !== undefined && /^h[1-6]$/.test(parent.name))
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
    if (parent === undefined || sole !== key || /^(?:body|main|html|ul|ol|tbody|table)$/.test(parent.name)) break;
    card = parent;
  }
  return card;
}
