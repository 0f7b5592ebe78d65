import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import { believedStamp } from "./believed-stamp.ts";
import type { Headline } from "./draft.ts";
import type { HeadlineOptions } from "./feed.ts";
import { titleText } from "./markup-text.ts";
import { innerXml, tidyXml, xmlEntries } from "./xml-repair.ts";

const ROOT = /<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]/i;
const MAX_ENTRIES = 1000;
const MAX_UNITS = 50_000_000;
const MAX_ENTRY_UNITS = 100_000;
const MAX_MEDIA = 20;

/** A news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap), or an index of sitemaps. */
export interface Sitemap {
  /** The newest first, those without a time last; none twice. */
  readonly headlines: readonly Headline[];
  /** Of an index: the sitemaps that it names, the newest first, those without a time last in their order. */
  readonly children: readonly string[];
}

/**
 * Reads a sitemap; undefined when the text is none. Entries without a news title give no headline. One that was cut off gives
 * what arrived whole. Never throws.
 */
export function parseSitemap(text: string, url: string, options: HeadlineOptions): Sitemap | undefined {
  if (text.length > MAX_UNITS || !ROOT.test(text)) return undefined;
  const xml = tidyXml(text);
  if (xml === undefined || xml.search(ROOT) !== 0) return undefined;
  const entries = (name: string) =>
    xmlEntries(xml, [name], MAX_ENTRIES).entries.map((entry) => entry.slice(0, MAX_ENTRY_UNITS));
  const children = entries("sitemap").flatMap((entry) => {
    const child = absoluteUrl(elementText(entry, "loc"), url);
    return child === undefined ? [] : [{ child, at: believedStamp([elementText(entry, "lastmod")], options)?.at ?? 0 }];
  });
  const seen = new Set<string>();
  const headlines = entries("url")
    .flatMap((entry) => headlineOf(entry, url, options) ?? [])
    .filter((headline) => {
      const key = canonicalUrl(headline.url);
      return seen.has(key) ? false : seen.add(key);
    });
  return {
    headlines: headlines.sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)),
    children: [...new Set(children.sort((a, b) => b.at - a.at).map(({ child }) => child))],
  };
}

function headlineOf(entry: string, base: string, options: HeadlineOptions): Headline | undefined {
  const media = xmlEntries(entry, ["image", "video"], MAX_MEDIA).entries;
  const own = media.reduce((rest, one) => rest.replace(one, ""), entry); // media have addresses and times of their own
  const url = absoluteUrl(elementText(own, "loc"), base);
  const [news] = xmlEntries(own, ["news"], 1).entries;
  const title = elementText(news ?? "", "title");
  if (url === undefined || title === "") return undefined;
  const stamp = believedStamp([elementText(news ?? "", "publication_date"), elementText(own, "lastmod")], options);
  const [image] = xmlEntries(entry, ["image"], 1).entries;
  return {
    sourceId: options.sourceId,
    url,
    title,
    publishedAt: stamp?.at ?? null,
    publishedIso: stamp?.iso ?? null,
    paragraphs: [],
    imageUrl: absoluteUrl(elementText(image ?? "", "loc"), base) ?? null,
    byline: null,
  };
}

/** The text of the first element of this name, in one line; `""` when there is none. */
const elementText = (xml: string, name: string) => titleText(innerXml(xml, name));
