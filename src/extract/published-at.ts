import type { Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import type { Block } from "./blocks.ts";
import { linesWithin, textWithin, wordCount } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { elementsNamed, enclosing, metaContent, type PageTree, parentOf } from "./page-tree.ts";
import { parseStamp, type Stamp, type StampOptions } from "./stamp.ts";
import { ARTICLE } from "./thresholds.ts";

/** Normalised. */
const MAY_BE_DATE = /\d|منذ|قبل|امس/u;
const TIMES_LOOKED_AT = 10;
const LONGEST_AROUND = 1000;
const HEADING_PLACE = /^(?:article|main|header)$/;
const ARTICLE_PLACE = /^(?:article|main)$/;
/** Normalised. */
const PUBLISHED = /نشر|(?<!طبع.{0,60})بتاريخ|publi(?:sh|e)/u;
const UPDATED = /تحديث|حدث|تعديل|updated|modified/u;
/** A line may say when both were. */
const BEFORE_UPDATED = /(?=(?:آخر )?(?:تحديث|تعديل)|تم التحديث)/u;

/**
 * When the article was published: structured data, metadata, `<time>`, then the dates that are to be seen near the headline, then
 * the address. Never the clock in the site's header.
 */
export function publishedOf(
  page: PageTree,
  blocks: readonly Block[],
  shown: Block | undefined,
  linked: LinkedArticle,
  options: StampOptions,
): Stamp | undefined {
  const read = (text: string | undefined) => (text === undefined ? undefined : parseStamp(text, options));
  const machine =
    read(linked.datePublished) ??
    read(
      metaContent(
        page,
        "article:published_time",
        "article:published",
        "datePublished",
        "pubdate",
        "publish-date",
        "date",
        "dc.date",
        "DC.date.issued",
        "sailthru.date",
        "parsely-pub-date",
        "og:article:published_time",
      ),
    ) ??
    read(markedTime(page));
  if (machine !== undefined) return machine;
  const headline =
    shown ?? blocks.find(({ tag, text }) => /^h[12]$/.test(tag) && text.length >= ARTICLE.shownTitleUnits);
  const times = rankedTimes(page, headline?.path[0]);
  return (
    firstTime(times, true, options) ??
    (headline && visible(blocks, blocks.indexOf(headline), options)) ??
    firstTime(times, false, options) ??
    fromAddress(page.url, options)
  );
}

function markedTime({ elements }: PageTree): string | undefined {
  const marked = elements.find(({ attribs }) => attribs["itemprop"] === "datePublished");
  if (marked === undefined) return undefined;
  const { datetime, content, title } = marked.attribs;
  return datetime ?? content ?? (/^\d{4}-/.test(title ?? "") ? title : textWithin(marked, ARTICLE.dateUnits));
}

interface RankedTime {
  readonly time: Element;
  /** 0 around the headline, 1 in an article or the main part of the page, 2 elsewhere. */
  readonly rank: number;
}

function rankedTimes(page: PageTree, headline: Element | undefined): RankedTime[] {
  const place = headline && (enclosing(headline, ({ name }) => HEADING_PLACE.test(name)) ?? surroundings(headline));
  const rank = (time: Element) => {
    if (place !== undefined && enclosing(time, (element) => element === place) !== undefined) return 0;
    return enclosing(time, ({ name }) => ARTICLE_PLACE.test(name)) === undefined ? 2 : 1;
  };
  return elementsNamed(page, "time")
    .map((time) => ({ time, rank: rank(time) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, TIMES_LOOKED_AT);
}

/** The element a few levels around, within the page. */
function surroundings(element: Element): Element {
  let place = element;
  for (let level = 0; level < ARTICLE.levelsAround; level++) {
    const outer = parentOf(place);
    if (outer === undefined || outer.name === "body") break;
    place = outer;
  }
  return place;
}

/**
 * The first of these times that is not beside the article and speaks of no change. `isOwn`: those that are the article's
 * by their place, or the others.
 */
function firstTime(times: readonly RankedTime[], isOwn: boolean, options: StampOptions): Stamp | undefined {
  for (const { time, rank } of times) {
    if (rank < 2 !== isOwn) continue;
    const said = normalise(lineAround(time));
    if (UPDATED.test(said) && !PUBLISHED.test(said)) continue;
    if (enclosing(time, isAside) !== undefined) continue;
    const stamp =
      parseStamp(time.attribs["datetime"] ?? "", options) ?? parseStamp(textWithin(time, ARTICLE.dateUnits), options);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

/** The line that a time stands in; a headline beside it may well tell of a change. */
function lineAround(time: Element): string {
  const shown = textWithin(time, ARTICLE.dateUnits);
  const lines = linesWithin(parentOf(time) ?? time, LONGEST_AROUND);
  return lines.find((line) => shown !== "" && line.includes(shown) && line.length <= ARTICLE.dateUnits) ?? "";
}

const isAside = ({ name, attribs }: Element) =>
  name === "aside" || name === "footer" || /related|sidebar/.test(attribs["class"] ?? "");

/** The dates that are to be seen around the headline, the block at `at`: those that say what they are before others, changes last. */
function visible(blocks: readonly Block[], at: number, options: StampOptions): Stamp | undefined {
  const around = [
    ...blocks.slice(at + 1, at + 1 + ARTICLE.blocksAfter),
    ...blocks.slice(Math.max(0, at - ARTICLE.blocksBefore), at).reverse(),
  ];
  const rank = (text: string) => {
    const line = normalise(text);
    return PUBLISHED.test(line) ? 0 : UPDATED.test(line) ? 2 : 1;
  };
  return around
    .filter(({ text, line }) => text.length <= ARTICLE.dateUnits && MAY_BE_DATE.test(line) && !isProse(text))
    .filter((block) => {
      const before = blocks[blocks.indexOf(block) - 1];
      const isOthers = before !== undefined && before !== blocks[at] && isLinkedHeadline(before);
      const isNearer = isOthers && shared(block, blocks[at] as Block) > shared(block, before);
      return !isLinkedHeadline(block) && (!isOthers || isNearer);
    })
    .flatMap(({ text }) => text.split(BEFORE_UPDATED))
    .sort((a, b) => rank(a) - rank(b))
    .map((text) => parseStamp(text, options))
    .find((stamp) => stamp !== undefined);
}

/** How many elements two blocks stand in together. */
const shared = (one: Block, other: Block) => new Set(one.path).intersection(new Set(other.path)).size;

/** Of another story; the date behind it is that story's. */
const isLinkedHeadline = ({ linkRatio, text }: Block) =>
  linkRatio > ARTICLE.linkText && wordCount(text) >= ARTICLE.relatedWords;

/** A sentence may well have a date in it; it is not the article's. */
const isProse = (text: string) =>
  wordCount(text) > (/[.؟?!»"”]$/.test(text) ? ARTICLE.sentenceWords : ARTICLE.dateWords);

/** `/2020/8/24/…` or `/20200824…` in the address. */
function fromAddress(url: string, options: StampOptions): Stamp | undefined {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url);
  return match === null
    ? undefined
    : parseStamp(`${match[1]}-${String(match[2]).padStart(2, "0")}-${String(match[3]).padStart(2, "0")}`, options);
}
