import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import type { Headline } from "./draft.ts";
import { feedParagraphs, titleText } from "./plain-text.ts";
import { parseStamp, type StampOptions } from "./stamp.ts";
import { repairXml } from "./xml-repair.ts";

/** What is known of a page of headlines before it is read. */
export interface HeadlineOptions extends StampOptions {
  readonly sourceId: string;
}

/** A feed: what it calls itself, and its headlines in its order, none twice. */
export interface Feed {
  readonly title: string;
  readonly homeUrl: string | null;
  readonly language: string | null;
  readonly headlines: readonly Headline[];
}

/** More entries than this are nobody's news. */
const MAX_ENTRIES = 500;
/** Before this, a time is a default of somebody's software. */
const OLDEST = Date.UTC(1995, 0, 1);

/** Any feed's entry, by the names that its format uses. All may be missing or of another type. */
type Entry = Readonly<Record<string, unknown>>;

/**
 * Reads RSS 0.9–2.0, Atom, RDF and JSON Feed; undefined when the text is none of them. Broken XML is repaired, and of a feed that
 * was cut off all entries that are closed are kept.
 */
export function parseFeed(text: string, url: string, options: HeadlineOptions): Feed | undefined {
  for (const source of [text, ...repairXml(text)]) {
    const parsed = tryParse(source);
    if (parsed !== undefined) return toFeed(parsed, url, options);
  }
  return undefined;
}

function tryParse(text: string): Record<string, unknown> | undefined {
  try {
    return parseWithFeedsmith(text.trim()).feed as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function toFeed(feed: Record<string, unknown>, url: string, options: HeadlineOptions): Feed {
  const home = absoluteUrl(linkOf(feed) ?? "", url) ?? null;
  const base = home ?? url;
  const seen = new Set<string>();
  const headlines = list(feed["items"] ?? feed["entries"])
    .slice(0, MAX_ENTRIES)
    .flatMap((entry) => headlineOf(entry, base, options) ?? [])
    .filter((headline) => {
      const key = canonicalUrl(headline.url);
      return seen.has(key) ? false : seen.add(key);
    });
  return {
    title: titleText(textOf(feed["title"]) ?? ""),
    homeUrl: home,
    language: textOf(feed["language"]) ?? null,
    headlines,
  };
}

function headlineOf(entry: Entry, base: string, options: HeadlineOptions): Headline | undefined {
  const url = absoluteUrl(linkOf(entry) ?? guidLink(entry) ?? "", base);
  if (url === undefined) return undefined;
  const content = record(entry["content"]);
  const dc = record(entry["dc"]);
  const body = [
    textOf(content?.["encoded"]),
    textOf(entry["content_html"]),
    textOf(entry["content"]),
    textOf(entry["content_text"]),
    textOf(entry["description"]),
    textOf(entry["summary"]),
  ].find((text) => text !== undefined && text.trim() !== "");
  const paragraphs = feedParagraphs(body ?? "");
  const title = titleText(textOf(entry["title"]) ?? "") || (paragraphs[0] ?? "").slice(0, 120);
  if (title === "") return undefined;
  const stamp = [
    entry["pubDate"],
    entry["published"],
    entry["date_published"],
    first(dc?.["dates"]) ?? dc?.["date"],
    entry["updated"],
    entry["date_modified"],
  ]
    .map((value) => (textOf(value) === undefined ? undefined : parseStamp(textOf(value) as string, options)))
    .find((found) => found !== undefined && found.at >= OLDEST && found.at <= options.now + 10 * 60_000);
  return {
    sourceId: options.sourceId,
    url,
    title,
    publishedAt: stamp?.at ?? null,
    publishedIso: stamp?.iso ?? null,
    paragraphs: paragraphs.filter((paragraph) => paragraph !== title),
    imageUrl: imageOf(entry, base),
    byline:
      textOf(first(dc?.["creators"]) ?? dc?.["creator"]) ??
      textOf(record(first(entry["authors"]))?.["name"] ?? first(entry["authors"])) ??
      null,
  };
}

/** `link` of RSS, the alternate one of Atom's `links`, `url` of JSON Feed. */
function linkOf(node: Entry): string | undefined {
  const direct =
    textOf(node["link"]) ?? textOf(node["url"]) ?? textOf(node["external_url"]) ?? textOf(node["home_page_url"]);
  if (direct !== undefined && direct.trim() !== "") return direct.trim();
  const links = list(node["links"]);
  const chosen =
    links.find(
      (link) => (link["rel"] ?? "alternate") === "alternate" && !/xml|json/.test(String(link["type"] ?? "")),
    ) ??
    links.find((link) => link["rel"] !== "self") ??
    undefined;
  return textOf(chosen?.["href"]);
}

/** A guid or id that is an address. */
function guidLink(entry: Entry): string | undefined {
  const guid = record(entry["guid"])?.["value"] ?? entry["guid"] ?? entry["id"];
  const text = textOf(guid)?.trim();
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

function imageOf(entry: Entry, base: string): string | null {
  const media = record(entry["media"]);
  const candidates = [
    ...list(entry["enclosures"]).filter((enclosure) => /^image\//.test(String(enclosure["type"] ?? ""))),
    ...list(media?.["contents"]).filter((content) =>
      /image/.test(String(content["medium"] ?? content["type"] ?? "image")),
    ),
    ...list(media?.["thumbnails"]),
  ].map((node) => textOf(node["url"]));
  const found = [textOf(entry["image"]), ...candidates].find((url) => url !== undefined && url !== "");
  return found === undefined ? null : (absoluteUrl(found, base) ?? null);
}

const record = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
const list = (value: unknown): Entry[] =>
  Array.isArray(value) ? value.map(record).filter((entry) => entry !== undefined) : [];
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const inner = record(value)?.["value"];
  return typeof inner === "string" ? inner : undefined;
}
