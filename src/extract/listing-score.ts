import type { Element } from "domhandler";
import { wordCount } from "./element-text.ts";
import { decodedPath, type ListingLink } from "./listing-links.ts";
import type { LinkTitle } from "./listing-title.ts";
import { LISTING } from "./thresholds.ts";

/** A link with the title that it shows. */
export interface TitledLink extends ListingLink {
  readonly title: LinkTitle;
}

/** How surely each of these links is a headline: by its title, its address, and the links that are made like it. */
export function scoreLinks(links: readonly TitledLink[]): number[] {
  const families = familiesOf(links);
  return links.map((link) => ownScore(link) + familyScore(families.get(makeOf(link))));
}

function ownScore({ title, url }: TitledLink): number {
  const words = wordCount(title.text);
  let score = title.from === "heading" ? LISTING.heading : title.from === "named" ? LISTING.named : 0;
  if (words >= LISTING.someWords) score += 1;
  if (words >= LISTING.manyWords) score += 1;
  if (words <= LISTING.fewWords) score -= LISTING.fewWordsCost;
  if (looksLikeArticle(url)) score += LISTING.address;
  else if (words < LISTING.someWords) score -= LISTING.fewWordsCost; // a section's name over its news
  return score;
}

/** A number, a slug of several words, or Arabic words: sections have short names of one word. */
function looksLikeArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  const parts = decodedPath(pathname)
    .split("/")
    .filter((part) => part !== "");
  const last = (parts.at(-1) ?? "").replace(/\.\w{2,5}$/, "");
  return (
    /\d{3,}/.test(`${pathname}${search}`) ||
    (/^[a-z0-9]{8,14}o?$/.test(last) && /\d/.test(last)) ||
    last.split(/[-_ ]/).length >= 3 ||
    last.length > LISTING.slugUnits ||
    parts.length >= 4
  );
}

interface Family {
  readonly keys: Set<string>;
  words: number;
  count: number;
}

function familiesOf(links: readonly TitledLink[]): Map<string, Family> {
  const families = new Map<string, Family>();
  for (const link of links) {
    const make = makeOf(link);
    const family = families.get(make) ?? { keys: new Set(), words: 0, count: 0 };
    families.set(make, family);
    family.keys.add(link.key);
    family.words += wordCount(link.title.text);
    family.count += 1;
  }
  return families;
}

function familyScore(family: Family | undefined): number {
  if (family === undefined || family.words / family.count < LISTING.familyWords) return 0;
  return family.keys.size >= LISTING.family ? LISTING.familyScore : 0;
}

/** How a link is made: its region, the names and first classes of the elements from it up to its card's parent. */
function makeOf({ anchor, card, region }: ListingLink): string {
  const names: string[] = [region];
  let element: Element | undefined = anchor;
  for (let level = 0; level < 6 && element !== undefined; level++) {
    const [first = ""] = (element.attribs["class"] ?? "").trim().split(/\s+/, 1);
    names.push(`${element.name}.${first.replace(/\d+/g, "#")}`);
    if (element.parent === card.parent && level > 0) break;
    element = element.parent?.type === "tag" ? (element.parent as Element) : undefined;
  }
  return names.join(" ");
}
