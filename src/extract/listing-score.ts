import type { Element } from "domhandler";
import { textWithin, wordCount } from "./element-text.ts";
import { looksLikeArticle } from "./listing-address.ts";
import type { ListingLink } from "./listing-links.ts";
import type { LinkTitle } from "./listing-title.ts";
import { firstWithin, parentOf } from "./page-tree.ts";
import { LISTING } from "./thresholds.ts";

/** A link with the title that it shows. */
export interface TitledLink extends ListingLink {
  readonly title: LinkTitle;
}

/** Links of one make. */
interface Family {
  readonly links: readonly TitledLink[];
  /** To how many articles they lead, and how many words their titles have on average. */
  readonly size: number;
  readonly words: number;
}

/**
 * How surely each of these links is a headline: by its title, its address, and the links that are made like it. Those that are
 * sure tell how the articles of this site are addressed, and of one make all are what most are.
 */
export function scoreLinks(links: readonly TitledLink[]): number[] {
  const families = familiesOf(links);
  const bare = new Map(
    families.flatMap((family) => family.links.map((link) => [link, titleScore(link) + listScore(family)] as const)),
  );
  const shapes = shapesOfSure(links.filter((link) => (bare.get(link) ?? 0) >= LISTING.sure));
  const scores = links.map((link) => (bare.get(link) ?? 0) + addressScore(link, shapes));
  const likely = new Set(links.filter((_, at) => (scores[at] as number) >= LISTING.score));
  const inMain = articlesOf([...likely].filter(({ region }) => region === "main"));
  const lists = families.filter(
    (family) => isListOfArticles(family, likely) || (family.size > inMain && isListOfShortTitles(family)),
  );
  const listed = new Set(lists.flatMap((family) => family.links));
  return scores.map((score, at) => (listed.has(links[at] as TitledLink) ? Math.max(score, LISTING.score) : score));
}

function titleScore({ title, url, anchor }: TitledLink): number {
  const words = wordCount(title.text);
  let score = title.from === "heading" ? LISTING.heading : title.from === "named" ? LISTING.named : 0;
  if (words >= LISTING.someWords) score += 1;
  if (words >= LISTING.someWords && firstWithin(anchor, isPicture) !== undefined) score += LISTING.pictured;
  if (words >= LISTING.manyWords) score += 1;
  if (words <= LISTING.fewWords) score -= LISTING.fewWordsCost;
  if (words < LISTING.someWords && !looksLikeArticle(url)) score -= LISTING.fewWordsCost; // a section's name over its news
  return score;
}

const isPicture = ({ name, attribs }: Element) =>
  name === "img" || name === "picture" || /url\(/.test((attribs["style"] ?? "").slice(0, 300));

const listScore = ({ size, words }: Family) =>
  size >= LISTING.family && words >= LISTING.familyWords ? LISTING.familyScore : 0;

/** An address like those of the sure headlines counts more than one that is only like an article's; one like none of many, less. */
function addressScore({ url, shape }: TitledLink, shapes: ReadonlyMap<string, number>): number {
  const likes = shapes.get(shape) ?? 0;
  const all = shapes.values().reduce((sum, count) => sum + count, 0);
  if (likes > 1) return LISTING.knownAddress;
  return (looksLikeArticle(url) ? LISTING.address : 0) - (all >= LISTING.sureLinks ? LISTING.strangeCost : 0);
}

/** How many of the articles have an address of each shape. */
function shapesOfSure(sure: readonly TitledLink[]): Map<string, number> {
  const articles = new Map(sure.map(({ key, shape }) => [key, shape]));
  const shapes = new Map<string, number>();
  for (const shape of articles.values()) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  return shapes;
}

/** Whether most links of a list are headlines, and all have addresses of one shape. */
function isListOfArticles({ links, size }: Family, likely: ReadonlySet<TitledLink>): boolean {
  if (size < LISTING.family || !hasOneShape(links)) return false;
  return articlesOf(links.filter((link) => likely.has(link))) >= size * LISTING.mostOfFamily;
}

/** Opinions have titles of two or three words, and their author or time beside them. */
function isListOfShortTitles({ links, size, words }: Family): boolean {
  if (size < LISTING.family || words < LISTING.fewWords || !hasOneShape(links)) return false;
  return links.every((link) => link.region === "main" && looksLikeArticle(link.url) && hasMoreBeside(link));
}

/** A word or several are alike here. */
const hasOneShape = (links: readonly TitledLink[]) =>
  new Set(links.map(({ shape }) => shape.replaceAll("a-a", "a"))).size === 1;
const hasMoreBeside = ({ card, title }: TitledLink) =>
  wordCount(textWithin(card, LISTING.dateUnits * 4).replace(title.text, " ")) > 1;
const articlesOf = (links: readonly TitledLink[]) => new Set(links.map(({ key }) => key)).size;

function familiesOf(links: readonly TitledLink[]): Family[] {
  return [...Map.groupBy(links, makeOf).values()].map((family) => ({
    links: family,
    size: articlesOf(family),
    words: family.reduce((sum, { title }) => sum + wordCount(title.text), 0) / family.length,
  }));
}

/** How a link is made: its region, the names and first classes of the elements from it up to its card's parent. */
function makeOf({ anchor, card, region }: ListingLink): string {
  const names: string[] = [region];
  let element: Element | undefined = anchor;
  for (let level = 0; level < LISTING.makeLevels && element !== undefined; level++) {
    const [first = ""] = (element.attribs["class"] ?? "").trim().split(/\s+/, 1);
    names.push(`${element.name}.${first.replace(/\d+/g, "#")}`);
    if (element.parent === card.parent && level > 0) break;
    element = parentOf(element);
  }
  return names.join(" ");
}
