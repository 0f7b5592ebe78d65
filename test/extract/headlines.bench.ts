import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { readHeadlines } from "../../src/extract/headlines.ts";
import { xmlEntries } from "../../src/extract/xml-repair.ts";
import { decodeBody } from "../../src/fetch/charset.ts";
import { absoluteUrl } from "../../src/lib/url.ts";
import {
  type AnsweredListing,
  corpusListings,
  type FoundLinks,
  ownListings,
  scoreListing,
} from "./answered-listings.ts";

const OPTIONS = { sourceId: "bench", timeZone: "Asia/Riyadh", now: Date.UTC(2026, 11, 31), selectors: null };
const SITE = "https://www.marfa.example/";
const percent = (ratio: number) => (100 * ratio).toFixed(1);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/**
 * Two tables as text: headlines of listing pages, ours beside links in headings; entries of feeds, ours beside feedsmith alone.
 * `corpusDir`: pages and feeds with answers, in its folders of listings and feeds; without it, those of the tests.
 */
export function readingHeadlines(corpusDir: string | undefined): Promise<string> {
  const listings = corpusDir === undefined ? ownListings() : corpusListings(join(corpusDir, "listings"));
  const feeds =
    corpusDir === undefined ? ownFeeds() : ["feeds", "feeds-control"].map((set) => corpusFeeds(corpusDir, set));
  return Promise.resolve(
    [listingTable(listings), ...feeds.map(({ name, texts }) => feedTable(name, texts))].join("\n\n"),
  );
}

function listingTable(pages: readonly AnsweredListing[]): string {
  const rows: readonly (readonly [name: string, find: (page: AnsweredListing) => FoundLinks])[] = [
    ["links in h1–h4", ({ html, url }) => linksInHeadings(html, url)],
    ["Mujaz", ({ html, url }) => readHeadlines(html, url, OPTIONS)?.headlines ?? []],
  ];
  const lines = rows.map(([name, find]) => {
    const scores = pages.map((page) => {
      const startedAt = performance.now();
      const links = find(page);
      return { ...scoreListing(links, page), ms: performance.now() - startedAt };
    });
    const of = (pick: (one: (typeof scores)[number]) => number) => percent(mean(scores.map(pick)));
    const ms = median(scores.map((one) => one.ms)).toFixed(1);
    return `| ${name} | ${of((one) => one.precision)} | ${of((one) => one.recall)} | ${of((one) => one.f1)} | ${of((one) => one.titles)} | ${ms} |`;
  });
  return [
    `Listings: ${pages.length} pages, mean over pages`,
    "",
    "| | precision | recall | F1 | titles exact | ms, median |",
    "|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

function linksInHeadings(html: string, url: string): FoundLinks {
  const $ = load(html);
  return $("h1 a[href], h2 a[href], h3 a[href], h4 a[href]")
    .toArray()
    .flatMap((anchor) => {
      const target = absoluteUrl($(anchor).attr("href") ?? "", url);
      return target === undefined ? [] : [{ url: target, title: $(anchor).text().trim() }];
    });
}

function feedTable(name: string, texts: readonly string[]): string {
  const rows: readonly (readonly [name: string, entriesOf: (text: string) => FeedCount | undefined])[] = [
    ["feedsmith", countWithFeedsmith],
    ["Mujaz", countOurs],
  ];
  const lines = rows.map(([parser, entriesOf]) => {
    const parsed = texts.map(entriesOf).filter((count) => count !== undefined); // and compiles it all
    const sum = (pick: (count: FeedCount) => number) => parsed.reduce((total, count) => total + pick(count), 0);
    const ms = median(texts.map((text) => median(Array.from({ length: ROUNDS }, () => timed(() => entriesOf(text))))));
    return `| ${parser} | ${parsed.length} | ${sum((count) => count.entries)} | ${sum((count) => count.dated)} | ${ms.toFixed(1)} |`;
  });
  const closed = texts.flatMap((text) => xmlEntries(text, ["item", "entry"], 10_000).entries);
  const complete = closed.filter(
    (entry) => /<(?:\w+:)?title[^>]*>\s*[^<\s]|<!\[CDATA/i.test(entry) && LINK.test(entry),
  );
  return [
    `${name}: ${texts.length} feeds with ${closed.length} closed entries, of which ${complete.length} have a title and an address, and ${complete.filter((entry) => DATE.test(entry)).length} a time besides. Ours gives their text and time too, none twice; feedsmith the strings`,
    "",
    "| | feeds parsed | entries with title and link | of them with an instant | ms, median |",
    "|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

/** As written in an entry: an address of its own, and a time that is one. */
const LINK =
  /<(?:\w+:)?link[^>]*>\s*(?:<!\[CDATA\[)?\s*[^<\s]|<(?:\w+:)?link\s[^>]*href|<(?:guid|id)[^>]*>\s*http|rdf:about/i;
const DATE = /<(?:\w+:)?(?:pubDate|published|updated|date|issued|modified|created)[^>]*>(?!\s*[^<]*\b0001\b)/i;
const ROUNDS = 5;

function timed(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}

interface FeedCount {
  readonly entries: number;
  readonly dated: number;
}

function countOurs(text: string): FeedCount | undefined {
  const reading = readHeadlines(text, SITE, OPTIONS);
  if (reading === undefined || reading.kind === "listing") return undefined;
  return {
    entries: reading.headlines.length,
    dated: reading.headlines.filter(({ publishedAt }) => publishedAt !== null).length,
  };
}

function countWithFeedsmith(text: string): FeedCount | undefined {
  try {
    const feed = parseWithFeedsmith(text.trim()).feed as Record<string, unknown>;
    const entries = ((feed["items"] ?? feed["entries"] ?? []) as Record<string, unknown>[]).filter(
      (entry) =>
        entry["title"] !== undefined &&
        (entry["link"] ?? entry["url"] ?? entry["links"] ?? entry["guid"]) !== undefined,
    );
    const dc = (entry: Record<string, unknown>) => (entry["dc"] as { dates?: string[] } | undefined)?.dates?.[0];
    const dateOf = (entry: Record<string, unknown>) =>
      entry["pubDate"] ?? entry["published"] ?? entry["updated"] ?? entry["date_published"] ?? dc(entry);
    return {
      entries: entries.length,
      dated: entries.filter((entry) => Date.parse(String(dateOf(entry))) > Date.UTC(1995, 0)).length,
    };
  } catch {
    return undefined;
  }
}

const readAll = (dir: string) => readdirSync(dir).map((file) => decodeBody(readFileSync(join(dir, file)), "").text);

function ownFeeds(): { readonly name: string; readonly texts: string[] }[] {
  return [{ name: "Feeds of the tests", texts: readAll(join(import.meta.dirname, "../fixtures/feeds")) }];
}

function corpusFeeds(corpusDir: string, set: string): { readonly name: string; readonly texts: string[] } {
  return {
    name: set === "feeds" ? "Arabic and broken feeds" : "Feeds of parsers' own tests",
    texts: readAll(join(corpusDir, set)),
  };
}
