import type { AnyNode, Element } from "domhandler";
import { normalise } from "../lib/arabic/normalise.ts";
import { absoluteUrl } from "../lib/url.ts";
import type { Block } from "./blocks.ts";
import { oneLine, textWithin, wordCount } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import {
  elementsNamed,
  enclosing,
  firstWithin,
  isHeadingTag,
  metaContent,
  type PageTree,
  SKIPPED,
  titleElementText,
} from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";

const PART_SEPARATOR = /\s*(?:>>|[|»])\s*/;
const SEPARATOR = /\s+[|–—•·»«:]+\s+|\s+-\s+/;

/** An outlet by its own kind: «صحيفة الجبل». */
const OUTLET = /^(?:صحيفه|جريده|موقع|شبكه|قناه|وكاله|بوابه|مجله|اذاعه|منصه) ال\p{L}+(?: \p{L}+)?$/u;

/** What a part of the site is called, over any of its articles; as a key. */
const PART =
  /^(?:(?:ال)?(?:اخبار|تفاصيل|مقالات|بيانات|رييسيه|مدونه)|(?:اخر|احدث) (?:ال)?اخبار|تفاصيل (?:ال)?(?:خبر|مقال)|(?:اخبار|بيانات) (?:\p{L}+)|(?:ال)?مركز (?:ال)?(?:اعلامي|صحفي)|(?:ال)?بيانات (?:ال)?صحفيه|news(?: details)?)$/u;

/** Longer texts are not looked at as titles. */
const LONGEST = 400;
const BESIDE = /^(?:nav|footer|aside)$/;
const TITLE_NAME = /(?:^|[\s_-])(?:title|headline)(?=$|\s)/i;

/** Letters and digits alone, so that quotes and dashes do not tell titles apart. */
export function titleKey(title: string): string {
  return keyOf(normalise(title));
}

/** `titleKey` of what is normalised already. */
export function keyOf(line: string): string {
  const words = line.replace(/[^\p{L}\d ]+/gu, " ");
  return (words.includes("  ") ? words.replace(/ {2,}/g, " ") : words).trim();
}

/** Whether a text, normalised, says the title, whose key is given; what is far longer need not be looked at closely. */
export function saysTitle(line: string, key: string): boolean {
  return (
    line.length >= key.length && line.length < 2 * key.length + LONGEST && beginsAlike(line, key) && keyOf(line) === key
  );
}

/** Whether the first word is the same, or its beginning: most lines need not be looked at any closer. */
export const beginsAlike = (line: string, key: string) => key.startsWith(/[\p{L}\d]+/u.exec(line)?.[0] ?? " ");

/** The block that shows the title: a heading before other text; undefined where none does. */
export function headlineOf(blocks: readonly Block[], title: string): Block | undefined {
  const key = titleKey(title);
  const titles = blocks.filter(({ line }) => saysTitle(line, key));
  return titles.find(({ tag }) => tag === "h1") ?? titles.find(({ tag }) => /^h[2-6]$/.test(tag)) ?? titles[0];
}

/** The words that two titles share, of the shorter one, 0 to 1. */
function agreement(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}

const wordsOf = (title: string) => new Set(titleKey(title).split(" "));

/** Whether a headline in Arabic, like the title, has not a word of it: some pages bring the data of another article. */
export function isOtherHeadline(headline: string, title: string): boolean {
  const [words, known] = [wordsOf(headline), wordsOf(title)];
  const areArabic = [headline, title].every((text) => /[\u0621-\u064a]{2}/.test(text));
  return areArabic && Math.min(words.size, known.size) > ARTICLE.siteWords && agreement(words, known) === 0;
}

/**
 * The headline without the site's name: the heading that the page's metadata agree with, else what else the page shows of them,
 * else they themselves without what a separator parts from them. `""` when there is none.
 */
export function titleOf(page: PageTree, linked: LinkedArticle): string {
  const meta = [linked.headline, metaContent(page, "og:title", "twitter:title"), titleElementText(page)]
    .map((text) => oneLine(decodeEntities(text)))
    .filter((text) => text !== "" && !namesPart(text) && !PART.test(titleKey(text.split(SEPARATOR)[0] as string)));
  const metaWords = meta.map(wordsOf);
  const headings = elementsNamed(page, "h1")
    .filter((element) => enclosing(element, ({ name }) => BESIDE.test(name)) === undefined && !leadsHome(page, element))
    .map((element) => textWithin(element, LONGEST + 1))
    .filter((text) => text !== "" && text.length < LONGEST && !namesPart(text));
  const shortest = Math.min(...meta.map((title) => title.length));
  let best = { text: "", score: 0 };
  for (const text of headings) {
    const words = wordsOf(text);
    const agreed = Math.max(0, ...metaWords.map((title) => agreement(words, title)));
    const score = agreed * Math.min(1, text.length / (ARTICLE.partOfTitle * shortest)); // the site's own name is less of them
    if (score > best.score) best = { text, score };
  }
  if (best.score >= ARTICLE.titleAgreement)
    return meta.includes(best.text) ? best.text : (meta.find((title) => isTrailed(best.text, title)) ?? best.text);
  const shown = shownTitle(page, meta);
  if (shown !== undefined) return shown;
  const first = whole(meta);
  const named = first === undefined ? "" : withoutSite(first, siteKeys(page));
  // So few words of the metadata may name a part or the site; then a whole headline that the page shows goes before them.
  const isHeadline = (text: string) => wordCount(text) > ARTICLE.siteWords;
  const told = isHeadline(named) ? undefined : headings.find(isHeadline);
  return told ?? (named || (headings[0] ?? firstHeading(page) ?? ""));
}

/** Where the page calls its article nothing but «الأخبار», or by the outlet's name: the first heading of more words, or what looks like one. */
function firstHeading(page: PageTree): string | undefined {
  return page.elements
    .filter((element) => looksLikeHeading(element) && enclosing(element, ({ name }) => BESIDE.test(name)) === undefined)
    .map((element) => textWithin(element, LONGEST + 1))
    .find((text) => text.split(" ").length > ARTICLE.siteWords && text.length < LONGEST);
}

/**
 * The longest text of the page that is most of the longest part of a title of the metadata, in whatever element; a heading also where a
 * part of more words than a site's name is only its beginning.
 */
function shownTitle(page: PageTree, meta: readonly string[]): string | undefined {
  const titles = meta.map((title) => {
    const parts = title.split(SEPARATOR).map(titleKey);
    return {
      key: titleKey(title),
      longest: Math.max(...parts.map((part) => part.length)),
      beginnings: parts.filter((part) => part.split(" ").length > ARTICLE.siteWords),
    };
  });
  const texts = page.elements
    .filter(({ name }) => name !== "title" && !SKIPPED.has(name))
    .filter((element) => isHeadingTag(element.name) || element.children.some(isText))
    .map((element) => ({ element, text: textWithin(element, LONGEST + 1) }))
    .filter(({ text }) => text.length >= ARTICLE.shownTitleUnits && text.length < LONGEST)
    .map(({ element, text }) => ({ text, key: titleKey(text), isHeading: isHeadingTag(element.name) }))
    .filter(({ key, isHeading }) =>
      titles.some(
        (title) =>
          (title.key.includes(key) && key.length > ARTICLE.mostOfTitle * title.longest) ||
          (isHeading && title.beginnings.some((part) => key.startsWith(part))),
      ),
    );
  return texts.sort((a, b) => b.key.length - a.key.length)[0]?.text;
}

const isText = (node: AnyNode) =>
  node.type === "text" &&
  node.data.length >= ARTICLE.shownTitleUnits &&
  node.data.trim().length >= ARTICLE.shownTitleUnits;

/** Whether a heading is a title and a label in brackets. */
function isTrailed(heading: string, title: string): boolean {
  const rest = heading.startsWith(title) ? heading.slice(title.length).trim() : "";
  return /^[([][^)\]]*[)\]]$/.test(rest);
}

/**
 * The first title of the metadata; where it was cut off (by a quotation mark in an attribute), the part
 * of a later one that it begins.
 */
function whole([first, ...others]: readonly string[]): string | undefined {
  if (first === undefined) return undefined;
  const parts = others.flatMap((title) => title.split(PART_SEPARATOR));
  return parts.find((part) => part.startsWith(first) && part.length > first.length) ?? first;
}

function decodeEntities(text: string | undefined): string {
  return (text ?? "")
    .replace(/&(?:quot|#0?34);/g, '"')
    .replace(/&#0?39;|&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/&nbsp;/g, " ");
}

/** What the page calls its site, in metadata and in links to its home page, as keys. */
function siteKeys(page: PageTree): string[] {
  const homes = elementsNamed(page, "a").filter(({ attribs }) => isHome(absoluteUrl(attribs["href"] ?? "", page.base)));
  const shown = homes.flatMap((home) => [
    textWithin(home, LONGEST),
    home.attribs["title"],
    firstWithin(home, ({ name }) => name === "img")?.attribs["alt"],
  ]);
  const names = [metaContent(page, "og:site_name"), metaContent(page, "application-name"), ...shown];
  return names.map((name) => titleKey(oneLine(name ?? ""))).filter((key) => key !== "");
}

const looksLikeHeading = ({ name, attribs }: Element) =>
  /^h[2-4]$/.test(name) ||
  (name === "font" && /^\+?[4-7]$/.test(attribs["size"] ?? "")) ||
  TITLE_NAME.test(attribs["class"] ?? "");

/** Whether it is a part of the site or the outlet that is called so. */
const namesPart = (title: string) => PART.test(titleKey(title)) || OUTLET.test(titleKey(title));

/** Whether a heading is a link to the site's home page: its name. */
function leadsHome({ base }: PageTree, heading: Element): boolean {
  const link = firstWithin(heading, ({ name }) => name === "a");
  return link !== undefined && isHome(absoluteUrl(link.attribs["href"] ?? "", base));
}

const isHome = (url: string | undefined) => url !== undefined && /^https?:\/\/[^/]+\/?$/.test(url);

/** A title of the metadata without «… | الموقع» or «الموقع - …». */
function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const first = parts[0] as string;
  const last = parts.at(-1) as string;
  const isOutlet = OUTLET.test(titleKey(first)) && parts.slice(1).join(" ").split(/\s+/).length > ARTICLE.siteWords;
  if (sites.includes(titleKey(first)) || isOutlet)
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—•·»:-]+/, "");
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—•·»:-]+$/, "");
  const isSite = sites.some((key) => titleKey(last).includes(key) || key.includes(titleKey(last)));
  return isSite || last.split(/\s+/).length <= ARTICLE.siteWords ? cut : title;
}
