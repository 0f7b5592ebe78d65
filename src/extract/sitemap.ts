import { load } from "cheerio";
import { absoluteUrl } from "../lib/url.ts";
import type { Headline } from "./draft.ts";
import type { HeadlineOptions } from "./feed.ts";
import { titleText } from "./plain-text.ts";
import { parseStamp } from "./stamp.ts";

const MAX_ENTRIES = 1000;
const MAX_UNITS = 10_000_000;

/** A news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap), or an index of sitemaps. */
export interface Sitemap {
  /** In the order of the file. */
  readonly headlines: readonly Headline[];
  /** Of an index: the sitemaps that it names, the newest first. */
  readonly children: readonly string[];
}

/** Reads a sitemap; undefined when the text is none. Entries without a news title give no headline. */
export function parseSitemap(text: string, url: string, options: HeadlineOptions): Sitemap | undefined {
  if (text.length > MAX_UNITS || !/<(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 4000))) return undefined;
  const $ = load(text, { xml: true });
  const children = $("sitemapindex > sitemap")
    .toArray()
    .slice(0, MAX_ENTRIES)
    .map((element) => ({
      url: absoluteUrl($(element).children("loc").text(), url),
      at: parseStamp($(element).children("lastmod").text(), options)?.at ?? 0,
    }))
    .sort((a, b) => b.at - a.at)
    .flatMap((child) => child.url ?? []);
  const headlines = $("urlset > url")
    .toArray()
    .slice(0, MAX_ENTRIES)
    .flatMap((element): Headline[] => {
      const link = absoluteUrl($(element).children("loc").text(), url);
      const news = $(element).children("news\\:news");
      const title = titleText(news.children("news\\:title").text());
      if (link === undefined || title === "") return [];
      const stamp = parseStamp(news.children("news\\:publication_date").text(), options);
      const image = absoluteUrl($(element).find("image\\:loc").first().text(), url) ?? null;
      return [
        {
          sourceId: options.sourceId,
          url: link,
          title,
          publishedAt: stamp?.at ?? null,
          publishedIso: stamp?.iso ?? null,
          paragraphs: [],
          imageUrl: image,
          byline: null,
        },
      ];
    });
  return { headlines, children };
}
