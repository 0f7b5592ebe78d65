import { absoluteUrl } from "../lib/url.ts";

const WELL_KNOWN = ["feed", "rss.xml", "rss", "feed.xml", "atom.xml", "index.xml", "?feed=rss2"];
/** A first part of a path under which a site keeps one of its languages. */
export const LANGUAGE_PATH = /^\/(ar|arabic|arb?-[a-z]{2}|en|english|fr|french)(?=\/|$)/i;

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

const SITEMAP_LINE = /^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim;
const OF_NEWS = /news|google|latest|recent|today|akhbar/i;

/** The sitemaps of news that a robots.txt names, in its order; absolute, none twice. Others list all that a site ever had. */
export function newsSitemaps(robots: string, url: string): string[] {
  const named = [...robots.matchAll(SITEMAP_LINE)].flatMap(([, address = ""]) => absoluteUrl(address, url) ?? []);
  return [...new Set(named)].filter((address) => OF_NEWS.test(new URL(address).pathname));
}
