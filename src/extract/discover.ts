import { cleanText } from "../lib/arabic/clean.ts";
import { absoluteUrl, sameSite } from "../lib/url.ts";
import { metaContent, parsePage } from "./page-tree.ts";

const FEED_TYPE = /(?:rss|atom|rdf)\+xml|feed\+json/i;
const FEED_PATH =
  /(?:\/|^)(?:feed|feeds|rss|atom)(?:\/|$|\.)|\.(?:rss|atom|rdf)(?:$|\?)|(?:rss|feed)[\w-]*\.xml|[?&]feed=/i;
const COMMENTS = /comments?|تعليق/i;
const WELL_KNOWN = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "?feed=rss2"];

/** The feeds that a page names: by its links in the head first, then those in the text; the general feed first, feeds of comments last. */
export function discoverFeeds(html: string, url: string): string[] {
  const page = parsePage(html, url);
  if (page === undefined) return [];
  const { $, base } = page;
  const named = $("link[rel~='alternate'][href]")
    .toArray()
    .filter((element) => FEED_TYPE.test(element.attribs["type"] ?? ""))
    .map((element) => ({ href: element.attribs["href"] ?? "", title: element.attribs["title"] ?? "" }));
  const linked = $("a[href]")
    .toArray()
    .filter((element) => FEED_PATH.test(element.attribs["href"] ?? ""))
    .map((element) => ({ href: element.attribs["href"] ?? "", title: "" }));
  const rank = ({ href, title }: { href: string; title: string }) =>
    (COMMENTS.test(`${href} ${title}`) ? 1000 : 0) +
    href.replace(/^https?:\/\/[^/]+/, "").split("/").length * 2 +
    href.length / 100;
  const ordered = [named, linked.filter(({ href }) => sameSite(absoluteUrl(href, base) ?? "", url))].flatMap((group) =>
    group.sort((a, b) => rank(a) - rank(b)),
  );
  return [...new Set(ordered.flatMap(({ href }) => absoluteUrl(href, base) ?? []))];
}

/** Addresses at which sites keep a feed that they do not name, the likeliest first; on the same host. */
export function wellKnownFeeds(url: string): string[] {
  try {
    const { origin } = new URL(url);
    return WELL_KNOWN.map((path) => `${origin}/${path}`);
  } catch {
    return [];
  }
}

/** What a site calls itself; `""` when it does not say. */
export function readSite(html: string, url: string): { readonly name: string; readonly language: string | null } {
  const page = parsePage(html, url);
  if (page === undefined) return { name: "", language: null };
  const title = cleanText(page.$("head > title").first().text()).replace(/\s+/g, " ");
  const named = metaContent(page, "og:site_name", "application-name", "apple-mobile-web-app-title");
  const name = cleanText(named ?? "") || (title.split(/\s+[|–—•·-]\s+/).sort((a, b) => a.length - b.length)[0] ?? "");
  return { name: name.slice(0, 80), language: page.$("html").attr("lang")?.split("-")[0]?.toLowerCase() || null };
}
