import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, sameSite } from "../lib/url.ts";
import { oneLine } from "./element-text.ts";
import { elementsNamed, metaContent, type PageTree, parsePage, titleElementText } from "./page-tree.ts";

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

const WELL_KNOWN = ["feed", "rss.xml", "rss", "feed.xml", "atom.xml", "index.xml", "?feed=rss2"];
/** A first part of a path under which a site keeps one of its languages. */
const LANGUAGE_PATH = /^\/(ar|arabic|arb?-[a-z]{2}|en|english|fr|french)(?=\/|$)/i;

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

/**
 * Addresses at which sites keep a feed that they do not name, the likeliest first, on the same host: those of the page's language
 * before those of the whole site. None for what is no address.
 */
export function wellKnownFeeds(url: string): string[] {
  const site = URL.parse(url);
  if (site === null || !/^https?:$/.test(site.protocol)) return [];
  const language = LANGUAGE_PATH.exec(site.pathname)?.[0];
  const ofLanguage =
    language === undefined ? [] : WELL_KNOWN.slice(0, 2).map((path) => `${site.origin}${language}/${path}`);
  return [...ofLanguage, ...WELL_KNOWN.map((path) => `${site.origin}/${path}`)];
}

const LONGEST_NAME = 80;
/** Normalised. */
const HOME_WORDS =
  /^(?:(?:الصفحه )?الرييسيه|home(?: ?page)?|index|welcome|اهلا وسهلا|(?:اخر )?(?:ال)?اخبار|news|latest news)$/;
const ARABIC_SCRIPT = /^(?:ar|fa|ur|ps|ku|ckb|sd|ug|azb|ks|pnb|bal)$/;

/** A site by its own words. */
export interface Site {
  /** `""` when it does not say. */
  readonly name: string;
  /** BCP 47, without a region. */
  readonly language: string | null;
}

/** What a site calls itself, and its language. */
export function readSite(html: string, url: string): Site {
  const page = parsePage(html, url);
  if (page === undefined) return { name: "", language: null };
  const title = oneLine(titleElementText(page).slice(0, 1000));
  const named = oneLine(metaContent(page, "og:site_name", "application-name", "apple-mobile-web-app-title") ?? "");
  const name = named || nameInTitle(title);
  return { name: name.slice(0, LONGEST_NAME).toWellFormed().trim(), language: languageOf(page, `${title} ${name}`) };
}

/** The shortest part of a title that says more than that this is a home page: slogans are longer than names. */
function nameInTitle(title: string): string {
  const parts = title
    .split(/\s+[|–—•·»:-]+\s+|\s*\|\s*/)
    .filter((part) => part !== "" && !HOME_WORDS.test(normalise(part)));
  return parts.sort((a, b) => a.length - b.length)[0] ?? title;
}

/** What the page says, unless its own words are in another script: templates often say `en`. */
function languageOf(page: PageTree, words: string): string | null {
  const said =
    elementsNamed(page, "html")[0]?.attribs["lang"] ||
    metaContent(page, "og:locale", "content-language", "language") ||
    "";
  const language = /^[a-z]{2,3}(?=$|[-_])/i.exec(said.trim())?.[0]?.toLowerCase() ?? null;
  const arabic = words.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return language !== null && ARABIC_SCRIPT.test(language) ? language : "ar";
  return language;
}
