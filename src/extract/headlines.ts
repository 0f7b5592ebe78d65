import type { ListingSelectors, SourceKind } from "../source/source.ts";
import type { Headline } from "./draft.ts";
import { type HeadlineOptions, parseFeed } from "./feed.ts";
import { parseListing } from "./listing.ts";
import { parseSitemap } from "./sitemap.ts";

/** What was found to read. */
export interface HeadlineReading {
  readonly kind: SourceKind;
  /** What the feed or page calls itself; may be empty. */
  readonly title: string;
  readonly headlines: readonly Headline[];
}

/** The headlines of a feed, news sitemap or listing page, told apart by content; undefined when it is none of them. */
export function readHeadlines(
  text: string,
  url: string,
  options: HeadlineOptions & { readonly selectors: ListingSelectors | null },
): HeadlineReading | undefined {
  const sitemap = parseSitemap(text, url, options);
  if (sitemap !== undefined) return { kind: "sitemap", title: "", headlines: sitemap.headlines };
  const head = text.slice(0, 2000).trimStart();
  const isMarkup = /<html|<!doctype html|<body|<head/i.test(head);
  if (!isMarkup || /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head)) {
    const feed = parseFeed(text, url, options);
    if (feed !== undefined) return { kind: "feed", title: feed.title, headlines: feed.headlines };
    if (!/<(?:a|div|p|html|body)[\s>]/i.test(text)) return undefined;
  }
  const listing = parseListing(text, url, options);
  return listing === undefined ? undefined : { kind: "listing", title: listing.title, headlines: listing.headlines };
}
