import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, sameSite } from "../lib/url.ts";
import { textWithin } from "./element-text.ts";
import { decodedPath } from "./listing-address.ts";
import { elementsNamed, type PageTree, parsePage } from "./page-tree.ts";
import { LANGUAGE_PATH } from "./well-known-feeds.ts";

const FEED_TYPE = /^\s*(?:application|text)\/(?:rss|atom|rdf)\+xml|^\s*application\/feed\+json/i;
const XML_TYPE = /^\s*(?:application|text)\/xml(?![+\w])/i;
/** Addresses that look like feeds. */
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss\d*|atom)(?:\/|$)|\.(?:rss|atom|rdf)$|(?:^|[/_-])(?:rss|feed(?!back)|atom)[\w-]*\.(?:xml|json|php|aspx?|ashx)$|\/index\.xml$/i;
const FEED_QUERY = /[?&](?:feed|format|type)=(?:rss\d*|atom|rdf|feed|xml)\b/i;
/** A link's own scheme for feeds: `feed:https://…`, `feed://…`. */
const FEED_SCHEME = /^\s*feed:(?:\/\/(?=[^/]))?(?!\/)/i;

/** What feeds are of, by their address, title and words, normalised. */
const COMMENTS = /comments?|تعليق/;
const PART = /category|categories|\/tags?\/|author|section|podcast|video|gallery|تصنيف|وسم|وسوم|قسم|كاتب|فيديو|بودكاست/;
const ALL_NEWS =
  /[/_=-](?:all|all-?news|latest|latest-?news|last|recent|home|main|general|top|top-?stories)(?:[/_-]?(?:rss|feed))?(?:\.\w+)?\/?(?=\s|$)|[/_=-]news(?:\.\w+)?(?=\s|$)|(?:^|[^\p{L}])(?:الكل|الرييسيه|(?:كل|جميع|اخر|احدث) الاخبار|الاخبار العامه)(?=$|[^\p{L}])/u;
/** What these add to the place of a feed; among its like the address with fewer parts is first. */
const RANK = { comments: 1000, inText: 100, part: 40, otherLanguage: 20, allNews: -10, mostParts: 9 };
const MAX_FEEDS = 20;

/**
 * The feeds that a page names, the likeliest first: those of its head, then those that it links to; of each the general one
 * before feeds of a part, feeds of comments last of all. Absolute, none twice.
 */
export function discoverFeeds(html: string, url: string): string[] {
  const page = parsePage(html, url);
  if (page === undefined) return [];
  const candidates = [...namedFeeds(page), ...linkedFeeds(page)].map((candidate, index) => ({ ...candidate, index }));
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index);
  return [...new Set(candidates.map((candidate) => candidate.feed))].slice(0, MAX_FEEDS);
}

interface Candidate {
  readonly feed: string;
  readonly rank: number;
}

function namedFeeds(page: PageTree): Candidate[] {
  return elementsNamed(page, "link")
    .filter(({ attribs }) => /\b(?:alternate|feed)\b/i.test(attribs["rel"] ?? ""))
    .flatMap(({ attribs: { rel = "", type = "", href = "", title = "" } }) => {
      const feed = absoluteUrl(href, page.base);
      const isFeed =
        FEED_TYPE.test(type) ||
        /\bfeed\b/i.test(rel) ||
        (XML_TYPE.test(type) && feed !== undefined && looksLikeFeed(feed));
      return feed === undefined || !isFeed ? [] : [{ feed, rank: rankOf(feed, title, page) }];
    });
}

function linkedFeeds(page: PageTree): Candidate[] {
  return elementsNamed(page, "a").flatMap((anchor) => {
    const { href = "", title = "" } = anchor.attribs;
    const isNamed = FEED_SCHEME.test(href);
    const address = href.replace(FEED_SCHEME, "").replace(/^(?=[^/:]+\.[^/:]+\/)/, isNamed ? "https://" : "");
    const feed = absoluteUrl(address, page.base);
    if (feed === undefined || !sameSite(feed, page.url) || !(isNamed || looksLikeFeed(feed))) return [];
    return [{ feed, rank: RANK.inText + rankOf(feed, `${title} ${textWithin(anchor, 200)}`, page) }];
  });
}

function looksLikeFeed(feed: string): boolean {
  const { pathname, search } = new URL(feed);
  return FEED_PATH.test(pathname) || FEED_QUERY.test(search);
}

function rankOf(feed: string, words: string, page: PageTree): number {
  const { pathname, search } = new URL(feed);
  const names = normalise(`${decodedPath(pathname)}${search} ${words.slice(0, 200)}`);
  const language = LANGUAGE_PATH.exec(new URL(page.url).pathname)?.[1]?.toLowerCase();
  const other = LANGUAGE_PATH.exec(pathname)?.[1]?.toLowerCase();
  const parts = pathname.split("/").filter((part) => part !== "").length;
  return (
    (COMMENTS.test(names) ? RANK.comments : 0) +
    (PART.test(names) ? RANK.part : ALL_NEWS.test(names) ? RANK.allNews : 0) +
    (other !== undefined && other !== language ? RANK.otherLanguage : 0) +
    Math.min(parts, RANK.mostParts)
  );
}
