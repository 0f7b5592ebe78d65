import type { SourceKind } from "../source/source.ts";
import type { Headline } from "./draft.ts";
import { parseFeed } from "./feed.ts";
import { type ListingOptions, parseListing } from "./listing.ts";
import { parseSitemap } from "./sitemap.ts";

/** What was found to read. */
export interface HeadlineReading {
  readonly kind: SourceKind;
  /** What the feed or page calls itself; may be empty. */
  readonly title: string;
  readonly headlines: readonly Headline[];
  /** Of an index of sitemaps: those that it names, the newest first; they hold the headlines. */
  readonly children: readonly string[];
}

const HAS_LINKS = /<a\s/i;

/**
 * The headlines of a feed, sitemap or listing page, told apart by what they hold, whatever they are called; undefined when the
 * text is none of them. No headlines does not make a feed none. Never throws.
 */
export function readHeadlines(text: string, url: string, options: ListingOptions): HeadlineReading | undefined {
  const sitemap = parseSitemap(text, url, options);
  if (sitemap !== undefined) return { kind: "sitemap", title: "", ...sitemap };
  const feed = parseFeed(text, url, options);
  const asFeed = feed && ({ kind: "feed", title: feed.title, headlines: feed.headlines, children: [] } as const);
  if ((asFeed !== undefined && asFeed.headlines.length > 0) || !HAS_LINKS.test(text)) return asFeed;
  const listing = parseListing(text, url, options);
  if (listing === undefined || (asFeed !== undefined && listing.headlines.length === 0)) return asFeed;
  return { kind: "listing", title: listing.title, headlines: listing.headlines, children: [] };
}
