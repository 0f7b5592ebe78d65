import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import type { ListingSelectors } from "../source/source.ts";
import { believedStamp } from "./believed-stamp.ts";
import type { Headline } from "./draft.ts";
import { linesWithin, oneLine, textWithin, wordCount } from "./element-text.ts";
import type { HeadlineOptions } from "./feed.ts";
import { type ListingLink, listingLinks } from "./listing-links.ts";
import type { Region } from "./listing-region.ts";
import { scoreLinks, type TitledLink } from "./listing-score.ts";
import { linkTitle } from "./listing-title.ts";
import { firstWithin, metaContent, type PageTree, parsePage, titleElementText } from "./page-tree.ts";
import type { Stamp } from "./stamp.ts";
import { LISTING } from "./thresholds.ts";

/** A page of headlines. */
export interface Listing {
  /** What the page calls itself; may be empty. */
  readonly title: string;
  /** In page order, none twice. */
  readonly headlines: readonly Headline[];
}

/** What is known of a listing before it is read. */
export interface ListingOptions extends HeadlineOptions {
  /** Null: headlines are found by how they look. */
  readonly selectors: ListingSelectors | null;
}

const MAX_HEADLINES = 300;
const LINES_LOOKED_AT = 12;
const CARDS_LOOKED_AT = 4;

/** Where an article is linked, and by what words. */
type Found = Pick<ListingLink, "url" | "key"> & { readonly title: string; readonly cards: readonly Element[] };

/**
 * The headlines of a listing page: links in its matter that look like headlines by their heading, words, address and
 * card, and because others beside them are made alike. With selectors these alone decide. Undefined when the page is
 * beyond all bounds. Never throws.
 */
export function parseListing(html: string, url: string, options: ListingOptions): Listing | undefined {
  const page = parsePage(html, url);
  return page && listingOf(page, options);
}

/** The headlines of a page that is parsed. */
export function listingOf(page: PageTree, options: ListingOptions): Listing {
  const found = options.selectors === null ? foundByLooks(page) : foundBySelectors(page, options.selectors);
  return {
    title: oneLine(titleElementText(page).slice(0, 1000)),
    headlines: found.slice(0, MAX_HEADLINES).map(({ url: address, title, cards }): Headline => {
      const stamp = firstStamp(cards, title, options);
      return {
        sourceId: options.sourceId,
        url: address,
        title,
        publishedAt: stamp?.at ?? null,
        publishedIso: stamp?.iso ?? null,
        paragraphs: [],
        imageUrl: null,
        byline: null,
      };
    }),
  };
}

function foundByLooks(page: PageTree): Found[] {
  const site = siteNames(page);
  const titled = listingLinks(page).flatMap((link): TitledLink[] => {
    const title = linkTitle(link.anchor, link.card);
    return title === undefined || site.has(normalise(title.text)) ? [] : [{ ...link, title }];
  });
  const scores = scoreLinks(titled);
  const likely = titled
    .map((link, index) => ({ link, score: scores[index] as number }))
    .filter(({ score }) => score >= LISTING.score);
  const regions: readonly Region[] = ["main", "side", "navigation"];
  const region = regions.find((name) => likely.some(({ link }) => link.region === name));
  return onePerArticle(likely.filter(({ link }) => link.region === region));
}

/** Each article once, where its surest title stands. The cards of all its links may tell its time. */
function onePerArticle(likely: readonly { readonly link: TitledLink; readonly score: number }[]): Found[] {
  const best = new Map<string, { readonly index: number; readonly score: number; readonly cards: Element[] }>();
  for (const [index, { link, score }] of likely.entries()) {
    const known = best.get(link.key);
    const cards = known?.cards ?? [];
    if (known === undefined || score > known.score) best.set(link.key, { index, score, cards: [link.card, ...cards] });
    else cards.push(link.card);
  }
  return [...best.values()]
    .sort((a, b) => a.index - b.index)
    .map(({ index, cards }) => {
      const { url, key, title } = (likely[index] as { link: TitledLink }).link;
      return { url, key, cards, title: title.text };
    });
}

/** What the site calls itself, normalised: a link by these words leads home. */
function siteNames(page: PageTree): Set<string> {
  const title = oneLine(titleElementText(page).slice(0, 1000));
  const names = [
    title,
    ...title.split(/\s+[|–—•·:-]\s+/),
    oneLine(metaContent(page, "og:site_name", "og:title", "application-name") ?? ""),
  ];
  return new Set(names.filter((name) => name !== "").map(normalise));
}

function foundBySelectors({ $, base }: PageTree, selectors: ListingSelectors): Found[] {
  const seen = new Set<string>();
  try {
    return $(selectors.card)
      .toArray()
      .flatMap((card): Found[] => {
        if (card.type !== "tag") return [];
        const element = $(card);
        const own = element.is("a[href]") ? element : element.find("a[href]").first();
        const link = selectors.link === undefined ? own : element.find(selectors.link).first();
        const anchor = link.get(0);
        const url = absoluteUrl(link.attr("href") ?? "", base);
        if (url === undefined || anchor?.type !== "tag" || seen.has(canonicalUrl(url))) return [];
        const key = canonicalUrl(url);
        const shown = linkTitle(anchor, card)?.text ?? textWithin(anchor, 1000);
        const title =
          selectors.title === undefined ? shown : oneLine(element.find(selectors.title).first().text().slice(0, 1000));
        if (title === "") return [];
        seen.add(key);
        return [{ url, key, cards: [card], title }];
      });
  } catch {
    return []; // a selector that is none
  }
}

function firstStamp(cards: readonly Element[], title: string, options: HeadlineOptions): Stamp | undefined {
  for (const card of cards.slice(0, CARDS_LOOKED_AT)) {
    const stamp = stampOf(card, title, options);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

/** The time that a card shows: by `time`, by an element that is named so, else by a short line that reads like one. */
function stampOf(card: Element, title: string, options: HeadlineOptions): Stamp | undefined {
  const time = firstWithin(card, (element) => element.name === "time");
  const named = firstWithin(card, (element) =>
    /(?:^|[\s_-])(?:date|time|datetime|published|ago|timestamp)(?=$|[\s_-])/i.test(
      (element.attribs["class"] ?? "").slice(0, 300),
    ),
  );
  const lines = linesWithin(card, 3000)
    .map((line) => line.replace(title, " ").trim())
    .filter((line) => line.length <= LISTING.dateUnits && wordCount(line) <= LISTING.dateWords)
    .filter((line) => /[\d\u0660-\u0669]|منذ|أمس|امس/.test(line))
    .slice(0, LINES_LOOKED_AT);
  return believedStamp(
    [
      time?.attribs["datetime"],
      time === undefined ? undefined : textWithin(time, 200),
      named === undefined ? undefined : (named.attribs["datetime"] ?? named.attribs["data-time"]),
      named === undefined ? undefined : textWithin(named, 200),
      ...lines,
    ],
    options,
  );
}
