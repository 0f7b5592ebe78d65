import type { Element } from "domhandler";
import { cleanText } from "../lib/arabic/clean.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl, canonicalUrl, sameSite } from "../lib/url.ts";
import type { ListingSelectors } from "../source/source.ts";
import type { Headline } from "./draft.ts";
import type { HeadlineOptions } from "./feed.ts";
import { FURNITURE_NAMES } from "./furniture.ts";
import { namesOf, type PageTree, parsePage } from "./page-tree.ts";
import { parseStamp } from "./stamp.ts";

/** A page of headlines. */
export interface Listing {
  readonly title: string;
  /** In page order, none twice. */
  readonly headlines: readonly Headline[];
}

const MAX_HEADLINES = 200;
/** A headline has at least so many words, unless it stands in a heading. */
const LEAST_WORDS = 4;
const LEAST_HEADING_UNITS = 8;
const ENOUGH = 2;
const READ_MORE =
  /^[^\p{L}]*(?:اقرا المزيد|المزيد|التفاصيل|تابع القراءه|اكمل القراءه|متابعه القراءه|اقرا|read more|continue|more)[^\p{L}]*$/u;
const NOT_AN_ARTICLE =
  /\/(?:tag|tags|category|categories|cat|author|authors|writer|page|search|login|register|about|contact|privacy|terms|topics?|section|keywords?|archives?|wp-(?:login|admin|content))(?:\/|$|\?)|\.(?:jpe?g|png|gif|webp|pdf|mp[34]|xml|rss)(?:$|\?)|\/feed\/?$|^(?:mailto|tel|javascript):/i;

/** A link that may be a headline, and what speaks for it. */
interface Candidate {
  readonly url: string;
  title: string;
  score: number;
  readonly card: Element;
}

/** The headlines of a listing page; undefined when the page is beyond all bounds. With selectors they alone decide. */
export function parseListing(
  html: string,
  url: string,
  options: HeadlineOptions & { readonly selectors: ListingSelectors | null },
): Listing | undefined {
  const page = parsePage(html, url);
  if (page === undefined) return undefined;
  const candidates = options.selectors === null ? scored(page) : selected(page, options.selectors);
  const title = oneLine(page.$("head > title").first().text());
  const headlines = candidates.slice(0, MAX_HEADLINES).map((candidate): Headline => {
    const stamp = stampOf(page, candidate.card, options);
    return {
      sourceId: options.sourceId,
      url: candidate.url,
      title: candidate.title,
      publishedAt: stamp?.at ?? null,
      publishedIso: stamp?.iso ?? null,
      paragraphs: [],
      imageUrl: null,
      byline: null,
    };
  });
  return { title, headlines };
}

const oneLine = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

function selected(page: PageTree, selectors: ListingSelectors): Candidate[] {
  const { $, base } = page;
  try {
    return $(selectors.card)
      .toArray()
      .flatMap((card) => {
        if (card.type !== "tag") return [];
        const link =
          selectors.link === undefined
            ? $(card).is("a")
              ? $(card)
              : $(card).find("a[href]").first()
            : $(card).find(selectors.link).first();
        const url = absoluteUrl(link.attr("href") ?? "", base);
        const title = oneLine((selectors.title === undefined ? link : $(card).find(selectors.title).first()).text());
        return url === undefined || title === "" ? [] : [{ url, title, score: 1, card }];
      });
  } catch {
    return []; // a selector that is none
  }
}

function scored(page: PageTree): Candidate[] {
  const { $, base, url } = page;
  const own = canonicalUrl(url);
  const byUrl = new Map<string, Candidate>();
  for (const anchor of $("body a[href]").toArray()) {
    const target = absoluteUrl(anchor.attribs["href"] ?? "", base);
    if (target === undefined) continue;
    const key = canonicalUrl(target);
    if (
      key === own ||
      NOT_AN_ARTICLE.test(target) ||
      new URL(target).pathname === "/" ||
      (/^https?:/.test(url) && !sameSite(target, url))
    )
      continue;
    const found = candidateOf(page, anchor, target);
    if (found === undefined) continue;
    const known = byUrl.get(key);
    if (known === undefined) byUrl.set(key, found);
    else if (found.score > known.score) {
      known.title = found.title;
      known.score = found.score;
    }
  }
  const likely = [...byUrl.values()].filter((candidate) => candidate.score >= ENOUGH);
  return alike(likely);
}

/** Headlines of one page have addresses of one shape: a lone shape beside a large family is no headline. */
function alike(candidates: readonly Candidate[]): Candidate[] {
  const shapeOf = (url: string) => {
    const { pathname, search } = new URL(url);
    return `${pathname.split("/").filter((part) => part !== "").length}${search === "" ? "" : "?"}`;
  };
  const counts = new Map<string, number>();
  for (const { url } of candidates) counts.set(shapeOf(url), (counts.get(shapeOf(url)) ?? 0) + 1);
  return candidates.filter(
    (candidate) =>
      candidate.score >= ENOUGH + 2 || (counts.get(shapeOf(candidate.url)) ?? 0) >= Math.min(3, candidates.length / 4),
  );
}

/** The element around a link that is about nothing else: up to where another article's link comes in. */
function cardOf({ $, base }: PageTree, anchor: Element, target: string): Element {
  const key = canonicalUrl(target);
  let card = anchor;
  for (let level = 0; level < 6; level++) {
    const parent = $(card).parent().get(0);
    if (parent === undefined || parent.type !== "tag" || /^(?:body|main|html)$/.test(parent.name)) break;
    const others = $(parent)
      .find("a[href]")
      .toArray()
      .slice(0, 30)
      .some((other) => {
        const url = absoluteUrl(other.attribs["href"] ?? "", base);
        return (
          url !== undefined &&
          canonicalUrl(url) !== key &&
          !NOT_AN_ARTICLE.test(url) &&
          new URL(url).pathname !== "/" &&
          sameSite(url, target)
        );
      });
    if (others) break;
    card = parent;
  }
  return card;
}

function candidateOf(page: PageTree, anchor: Element, target: string): Candidate | undefined {
  const { $ } = page;
  let outside = 0;
  for (const parent of [anchor, ...$(anchor).parents().toArray()]) {
    if (parent.name === "body") break;
    if (/^(?:nav|footer|form)$/.test(parent.name)) return undefined;
    if (
      parent.name === "aside" ||
      (FURNITURE_NAMES.test(namesOf(parent)) && !/^(?:article|main|section)$/.test(parent.name))
    )
      outside++;
  }
  const card = cardOf(page, anchor, target);
  const inner = $(anchor).find("h1,h2,h3,h4,h5,h6,[class*='title'],[class*='headline']").first();
  const around = $(anchor).closest("h1,h2,h3,h4,h5,h6");
  const cardHeading = $(card).find("h1,h2,h3,h4,h5,h6").first();
  const own = oneLine($(anchor).text());
  const isMore = READ_MORE.test(normalise(own));
  const label = oneLine(anchor.attribs["aria-label"] ?? anchor.attribs["title"] ?? "").replace(
    /^(?:post link to|رابط إلى)\s*/i,
    "",
  );
  const alt = oneLine($(anchor).find("img").first().attr("alt") ?? "");
  const inHeading = around.length > 0 || inner.length > 0;
  const title = [
    oneLine(inner.text()),
    around.length > 0 ? own : "",
    cardHeading.length > 0 && (isMore || own === "" || !inHeading) && card !== anchor
      ? oneLine(cardHeading.text())
      : "",
    isMore ? "" : own,
    label,
    alt,
  ].find((text) => text.length >= LEAST_HEADING_UNITS);
  if (title === undefined || title.length > 300) return undefined;
  const words = title.split(" ").length;
  const heading = inHeading || (cardHeading.length > 0 && oneLine(cardHeading.text()) === title);
  if (words < LEAST_WORDS && !heading) return undefined;
  let score = heading ? 3 : 0;
  if (words >= LEAST_WORDS) score += 1;
  if (words >= 6) score += 0.5;
  if ($(card).find("img,time").length > 0) score += 0.5;
  if (/\d{3,}|-[^/]*-|%D[89A-B]/i.test(new URL(target).pathname)) score += 1;
  if (/^(?:article|li)$/.test(card.name) || $(card).closest("article").length > 0) score += 0.5;
  return { url: target, title, score: score - outside, card };
}

function stampOf({ $ }: PageTree, card: Element, options: HeadlineOptions) {
  const time = $(card).find("time").first();
  const machine = parseStamp(time.attr("datetime") ?? "", options) ?? parseStamp(oneLine(time.text()), options);
  if (machine !== undefined) return machine;
  const dated = $(card).find("[class*='date'],[class*='time'],[class*='meta']").first();
  return parseStamp(oneLine(dated.text()).slice(0, 200), options);
}
