import { parseFeed as parseWellFormed } from "feedsmith";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import type { Headline } from "./draft.ts";
import { baseOf, entryHeadline, type FeedNode, linkOf, listOf, recordOf, textOf } from "./feed-entry.ts";
import { titleText } from "./markup-text.ts";
import type { StampOptions } from "./stamp.ts";
import { feedOf, innerXml, tidyXml, xmlEntries } from "./xml-repair.ts";

/** What is known of a page of headlines before it is read. */
export interface HeadlineOptions extends StampOptions {
  readonly sourceId: string;
}

/** A feed: what it calls itself, and its headlines in its order, none twice. */
export interface Feed {
  readonly title: string;
  readonly homeUrl: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly headlines: readonly Headline[];
}

/** Longer texts are no feeds of news, and would hold up everything else. */
const MAX_FEED_UNITS = 20_000_000;
const MAX_ENTRIES = 500;
/** Of one entry; its text is worth no more. */
const MAX_ENTRY_UNITS = 3_000_000;

/**
 * Reads RSS 0.9–2.0, Atom, RDF and JSON Feed; undefined when the text is none of them. Broken XML is repaired; where that does
 * not help, every entry that is closed is read for itself, so that a feed that was cut off keeps all that arrived whole.
 * Never throws.
 */
export function parseFeed(text: string, url: string, options: HeadlineOptions): Feed | undefined {
  if (text.length > MAX_FEED_UNITS) return undefined;
  const start = text.trimStart();
  const nodes = start.startsWith("{") ? parseNode(start.trimEnd()) : parseXml(text);
  return nodes === undefined ? undefined : toFeed(nodes, url, options);
}

function parseNode(text: string): FeedNode | undefined {
  try {
    return recordOf(parseWellFormed(text, { maxItems: MAX_ENTRIES }).feed);
  } catch {
    return undefined;
  }
}

function parseXml(text: string): FeedNode | undefined {
  const xml = tidyXml(text);
  if (xml === undefined) return undefined;
  const { head, entries } = xmlEntries(xml, ["item", "entry"], MAX_ENTRIES);
  // A parser that forgives a cut gives the last entry as if it were whole.
  const isWhole = /<\/(?:[\w.-]+:)?(?:rss|feed|rdf)>$/i.test(xml);
  const whole = isWhole ? parseNode(xml) : undefined;
  if (entries.length === 0) return isWhole ? whole : parseNode(feedOf(head, []));
  if (whole !== undefined && entriesOf(whole).length >= entries.length) return withAllLinks(whole, entries);
  const light = entries.filter((entry) => entry.length <= MAX_ENTRY_UNITS);
  const together = parseNode(feedOf(head, light));
  if (together !== undefined && entriesOf(together).length >= light.length) return together;
  const apart = light.flatMap((entry) =>
    entriesOf(parseNode(feedOf(head, [entry])) ?? { items: [brokenEntry(entry)] }),
  );
  const fallback = [whole, together].filter((feed) => feed !== undefined);
  const fullest = fallback.sort((a, b) => entriesOf(b).length - entriesOf(a).length)[0];
  if (fullest !== undefined && entriesOf(fullest).length >= apart.length) return fullest;
  return { ...(fullest ?? parseNode(feedOf(head, []))), items: apart, entries: undefined };
}

/** The same with links that RSS does not write so: `<link href>`. */
function withAllLinks(feed: FeedNode, written: readonly string[]): FeedNode {
  const entries = entriesOf(feed);
  if (entries.length !== written.length || entries.every((entry) => linkOf(entry) !== undefined)) return feed;
  const linked = entries.map((entry, at) => ({
    ...entry,
    link: linkOf(entry) ?? brokenEntry(written[at] as string)["link"],
  }));
  return { ...feed, items: linked, entries: undefined };
}

/** What can be read of an entry that no parser takes: its plain elements. */
function brokenEntry(entry: string): FeedNode {
  const inner = (...names: readonly string[]) =>
    names.map((name) => innerXml(entry, name)).find((text) => text.trim() !== "");
  const href = /<(?:[\w.-]+:)?link\s[^<>]*?href\s*=\s*["']([^"'<>]*)/i.exec(entry)?.[1];
  const fields = {
    title: inner("title"),
    link: inner("link") ?? href,
    guid: inner("guid", "id"),
    pubDate: inner("pubDate", "published", "date", "updated"),
    description: inner("encoded", "content", "description", "summary"),
  };
  return { ...fields, link: fields.link?.replaceAll("&amp;", "&") };
}

const entriesOf = (feed: FeedNode) => listOf(feed["items"] ?? feed["entries"]);

function toFeed(feed: FeedNode, url: string, options: HeadlineOptions): Feed {
  const documentBase = baseOf(feed, url);
  const homeUrl = absoluteUrl(linkOf(feed) ?? "", documentBase) ?? null;
  const base = documentBase === url ? (homeUrl ?? url) : documentBase;
  const seen = new Set<string>();
  const headlines = entriesOf(feed)
    .slice(0, MAX_ENTRIES)
    .flatMap((entry) => entryHeadline(entry, { ...options, base, homeUrl }) ?? [])
    .filter((headline) => {
      const key = canonicalUrl(headline.url);
      return seen.has(key) ? false : seen.add(key);
    });
  const language =
    textOf(feed["language"]) ?? textOf(recordOf(feed["xml"])["lang"]) ?? textOf(recordOf(feed["dc"])["language"]);
  return {
    title: titleText(textOf(feed["title"]) ?? ""),
    homeUrl,
    language: language?.trim().replaceAll("_", "-") || null,
    headlines,
  };
}
