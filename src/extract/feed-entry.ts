import { cleanText } from "../lib/arabic/clean.ts";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import { believedStamp } from "./believed-stamp.ts";
import type { Headline } from "./draft.ts";
import { feedParagraphs, firstImage, titleText } from "./markup-text.ts";
import type { StampOptions } from "./stamp.ts";

/** A part of a parsed feed, by the names that its format uses; whatever a feed says, nothing is taken for granted. */
export type FeedNode = Readonly<Record<string, unknown>>;

/** Where an entry stands. */
export interface EntryContext extends StampOptions {
  readonly sourceId: string;
  /** Its links are relative to it. */
  readonly base: string;
  /** The feed's own page: no entry's link. */
  readonly homeUrl: string | null;
}

/** A text without a title is shown by so much of it. */
const LONGEST_MADE_TITLE = 120;
const LONGEST_TITLE = 500;
const LONGEST_BYLINE = 100;
/** Services that count clicks; the guid then has the article's own address. */
const COUNTING_HOST = /^https?:\/\/(?:feedproxy\.google\.com|feeds\.feedburner\.com|feeds\.\w+\.com\/~r)\//i;
const NOBODY = /^(?:admin|administrator|webmaster|editor|root|user\d*|unknown|no-?reply|مدير الموقع|المشرف|المحرر)$/i;

/** The headline of a feed's entry; undefined when it has no link, or neither title nor text. */
export function entryHeadline(entry: FeedNode, context: EntryContext): Headline | undefined {
  const base = baseOf(entry, context.base);
  const url = entryUrl(entry, base, context.homeUrl);
  if (url === undefined) return undefined;
  const markup = bodyOf(entry);
  const paragraphs = feedParagraphs(markup);
  const named = [entry, ...mediaOf(entry)].map((node) => textOf(node["title"]) ?? "");
  const title =
    titleText(named.find((text) => text.trim() !== "") ?? "").slice(0, LONGEST_TITLE) || madeTitle(paragraphs[0] ?? "");
  if (title === "") return undefined;
  const stamp = believedStamp(timesOf(entry), context);
  return {
    sourceId: context.sourceId,
    url,
    title,
    publishedAt: stamp?.at ?? null,
    publishedIso: stamp?.iso ?? null,
    paragraphs: paragraphs[0] === title ? paragraphs.slice(1) : paragraphs,
    imageUrl: imageOf(entry, markup, base),
    byline: bylineOf(entry),
  };
}

/** `xml:base`, resolved against what holds around it. */
export function baseOf(node: FeedNode, outer: string): string {
  return absoluteUrl(textOf(recordOf(node["xml"])["base"]) ?? "", outer) ?? outer;
}

/** `link` of RSS, the alternate one of Atom's `links`, `url` of JSON Feed; as it is written. */
export function linkOf(node: FeedNode): string | undefined {
  const direct = [node["link"], node["url"], node["external_url"], node["home_page_url"]]
    .map(textOf)
    .find((text) => text !== undefined && text.trim() !== "");
  if (direct !== undefined) return direct;
  const links = [...listOf(node["links"]), ...listOf(recordOf(node["atom"])["links"])].filter(
    (link) => textOf(link["href"]) !== undefined,
  );
  const isPage = (link: FeedNode) => !/xml|json|image|audio|video/i.test(String(link["type"] ?? ""));
  const alternate = links.filter((link) => (link["rel"] ?? "alternate") === "alternate");
  const chosen =
    alternate.find(isPage) ??
    alternate[0] ??
    links.find(
      (link) => !/^(?:self|hub|edit|enclosure|replies|next|prev\w*|first|last|via)$/.test(String(link["rel"])),
    );
  return textOf(chosen?.["href"]);
}

function entryUrl(entry: FeedNode, base: string, homeUrl: string | null): string | undefined {
  const link = absoluteUrl(linkOf(entry) ?? "", base);
  const guid = guidUrl(entry);
  if (guid === undefined || guid === link) return link;
  const isNobodys = link === undefined || COUNTING_HOST.test(link) || isSamePage(link, homeUrl);
  return isNobodys ? guid : link;
}

const isSamePage = (url: string, other: string | null) => other !== null && canonicalUrl(url) === canonicalUrl(other);

/** A guid, id or RDF's own name of an entry that is an address, unless the feed says that it is none. */
function guidUrl(entry: FeedNode): string | undefined {
  const guid = entry["guid"];
  if (recordOf(guid)["isPermaLink"] === false && textOf(entry["link"]) !== undefined) return undefined;
  const text = (textOf(guid) ?? textOf(entry["id"]) ?? textOf(recordOf(entry["rdf"])["about"]) ?? "").trim();
  return /^https?:\/\//i.test(text) ? absoluteUrl(text, text) : undefined;
}

function bodyOf(entry: FeedNode): string {
  const content = recordOf(entry["content"]);
  const media = recordOf(entry["media"]);
  const texts = [
    content["encoded"],
    entry["content_html"],
    entry["content"],
    entry["content_text"],
    entry["description"],
    entry["summary"],
    recordOf(entry["itunes"])["summary"],
    media["description"],
    recordOf(recordOf(media["groups"] ?? media["group"])["description"])["value"],
  ].map(textOf);
  return texts.find((text) => text !== undefined && text.trim() !== "") ?? "";
}

function madeTitle(paragraph: string): string {
  if (paragraph.length <= LONGEST_MADE_TITLE) return paragraph;
  const head = paragraph.slice(0, LONGEST_MADE_TITLE);
  return `${head.slice(0, Math.max(head.lastIndexOf(" "), LONGEST_MADE_TITLE / 2)).toWellFormed()}…`;
}

function timesOf(entry: FeedNode): (string | undefined)[] {
  const dc = recordOf(entry["dc"]);
  const dcterms = recordOf(entry["dcterms"]);
  return [
    entry["pubDate"],
    entry["published"],
    entry["date_published"],
    dc["dates"] ?? dc["date"],
    dcterms["issued"] ?? dcterms["created"],
    entry["updated"],
    entry["date_modified"],
    dcterms["modified"],
  ].map((value) => textOf(firstOf(value)));
}

/** What the entry's media say (https://www.rssboard.org/media-rss): of all, of a group, and each of its own. */
function mediaOf(entry: FeedNode): FeedNode[] {
  const media = recordOf(entry["media"]);
  const group = recordOf(firstOf(media["groups"] ?? media["group"]));
  return [media, group, ...listOf(media["contents"]), ...listOf(group["contents"])];
}

function imageOf(entry: FeedNode, markup: string, base: string): string | null {
  const media = mediaOf(entry);
  const isImage = (node: FeedNode) =>
    /^image/i.test(String(node["medium"] ?? node["type"] ?? "")) ||
    /\.(?:jpe?g|png|webp|avif)(?:$|\?)/i.test(textOf(node["url"]) ?? "");
  const pictures = [
    ...[...media, ...listOf(entry["enclosures"]), ...listOf(entry["attachments"])].filter(isImage),
    ...media.flatMap((node) => listOf(node["thumbnails"])),
  ].map((node) => textOf(node["url"]));
  const enclosed = listOf(entry["links"]).find(
    (link) => link["rel"] === "enclosure" && /^image/i.test(String(link["type"])),
  );
  const candidates = [
    ...pictures,
    textOf(entry["image"]),
    textOf(entry["banner_image"]),
    textOf(enclosed?.["href"]),
    firstImage(markup),
  ];
  return candidates.map((address) => absoluteUrl(address ?? "", base)).find((url) => url !== undefined) ?? null;
}

/** Who wrote it: the name without the mail address that RSS asks for; null for an account's name. */
function bylineOf(entry: FeedNode): string | null {
  const dc = recordOf(entry["dc"]);
  const author = firstOf(entry["authors"] ?? entry["author"]);
  const written =
    textOf(firstOf(dc["creators"] ?? dc["creator"])) ?? textOf(recordOf(author)["name"]) ?? textOf(author) ?? "";
  const name = cleanText(titleText(written.replace(/^\s*\S+@\S+\s*(?:\((.*)\))?\s*$/, "$1")));
  return name === "" || name.length > LONGEST_BYLINE || NOBODY.test(name) || /^https?:/.test(name) ? null : name;
}

/** The node as a record; an empty one when it is none. */
export function recordOf(value: unknown): FeedNode {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as FeedNode) : {};
}

/** The records of a list; none when it is no list. */
export function listOf(value: unknown): FeedNode[] {
  return Array.isArray(value) ? value.filter((node) => typeof node === "object" && node !== null) : [];
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** A text, or the `value` of a node that has attributes besides. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const inner = recordOf(value)["value"];
  return typeof inner === "string" ? inner : undefined;
}
