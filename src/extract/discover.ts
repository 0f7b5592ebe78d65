import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, sameSite } from "../lib/url.ts";
import { elementsNamed, type PageTree, parsePage } from "./page-tree.ts";
import { LANGUAGE_PATH } from "./well-known-feeds.ts";

const FEED_TYPE = /^\s*(?:application|text)\/(?:rss|atom|rdf)\+xml|^\s*application\/feed\+json/i;
/** Addresses that look like feeds. */
const FEED_PATH =
  /(?:^|\/)(?:feeds?|rss\d*|atom)(?:\/|\.(?:xml|php|aspx?|json)$|$)|\.(?:rss|atom|rdf)$|(?:^|[/_-])(?:rss|feed|atom)[\w-]*\.(?:xml|json)$|\/index\.xml$/i;
const FEED_QUERY = /[?&](?:feed|format|type)=(?:rss\d*|atom|rdf|feed|xml)\b/i;
/** Normalised. */
const COMMENTS = /comments?|تعليق/;
/** Feeds of a part of the site, by their address or title, normalised. */
const PART = /category|categories|\/tags?\/|author|section|podcast|video|gallery|تصنيف|وسم|وسوم|قسم|كاتب|فيديو|بودكاست/;
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
    .filter(({ attribs }) => FEED_TYPE.test(attribs["type"] ?? "") || /\bfeed\b/i.test(attribs["rel"] ?? ""))
    .flatMap(({ attribs }) => candidateOf(attribs, page, 0));
}

function linkedFeeds(page: PageTree): Candidate[] {
  return elementsNamed(page, "a")
    .flatMap(({ attribs }) => candidateOf(attribs, page, 100))
    .filter(({ feed }) => sameSite(feed, page.url) && looksLikeFeed(feed));
}

function looksLikeFeed(feed: string): boolean {
  const { pathname, search } = new URL(feed);
  return FEED_PATH.test(pathname) || FEED_QUERY.test(search);
}

function candidateOf({ href = "", title = "" }: Element["attribs"], page: PageTree, rank: number): Candidate[] {
  const feed = absoluteUrl(href, page.base);
  if (feed === undefined) return [];
  const { pathname, search } = new URL(feed);
  const names = normalise(`${readable(pathname)}${search} ${title.slice(0, 200)}`);
  const depth = pathname.split("/").filter((part) => part !== "").length;
  const language = LANGUAGE_PATH.exec(new URL(page.url).pathname)?.[1]?.toLowerCase();
  const other = LANGUAGE_PATH.exec(pathname)?.[1]?.toLowerCase();
  const isOtherLanguage = other !== undefined && other !== language;
  return [
    {
      feed,
      rank:
        rank +
        (COMMENTS.test(names) ? 1000 : 0) +
        (PART.test(names) ? 40 : 0) +
        (isOtherLanguage ? 20 : 0) +
        Math.min(depth, 9),
    },
  ];
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
