import { normalise } from "../lib/arabic/normalise.ts";
import { oneLine, textWithin } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { elementsNamed, enclosing, metaContent, namesOf, type PageTree, titleElementText } from "./page-tree.ts";

const PART_SEPARATOR = /\s*(?:>>|[|»])\s*/;
const SEPARATOR = /\s+[|–—•·»«:]+\s+|\s+-\s+/;

const LONGEST = 400;
const BESIDE = /^(?:nav|footer|aside)$/;
const TITLE_NAMES = /(?:^|\s)(?:headline|entry-title|post-title)(?=$|\s)/;

/** Letters and digits alone, so that quotes and dashes do not tell titles apart. */
export function titleKey(title: string): string {
  return keyOf(normalise(title));
}

/** `titleKey` of what is normalised already. */
export function keyOf(line: string): string {
  return line.replace(/[^\p{L}\d]+/gu, " ").trim();
}

/** The words that two titles share, of the shorter one, 0 to 1. */
function agreement(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}

const wordsOf = (title: string) => new Set(titleKey(title).split(" "));

/**
 * The headline without the site's name: the heading that the page's metadata agree with, else the first heading, else the metadata
 * without what follows a separator. `""` when there is none.
 */
export function titleOf(page: PageTree, linked: LinkedArticle): string {
  const meta = [linked.headline, metaContent(page, "og:title", "twitter:title"), titleElementText(page)]
    .map((text) => oneLine(decodeEntities(text)))
    .filter((text) => text !== "");
  const metaWords = meta.map(wordsOf);
  const headings = elementsNamed(page, "h1")
    .filter((element) => enclosing(element, ({ name }) => BESIDE.test(name)) === undefined)
    .map((element) => textWithin(element, LONGEST + 1))
    .filter((text) => text.length > 3 && text.length < LONGEST);
  let best = { text: "", score: 0 };
  for (const text of headings) {
    const words = wordsOf(text);
    const score = Math.max(0, ...metaWords.map((title) => agreement(words, title))) * Math.min(1, words.size / 3);
    if (score > best.score + 0.05) best = { text, score };
  }
  if (best.score >= 0.5)
    return meta.includes(best.text) ? best.text : (meta.find((title) => isTrailed(best.text, title)) ?? best.text);
  const metaKeys = meta.map(titleKey);
  const second = page.elements
    .filter((element) => /^h[23]$/.test(element.name) || TITLE_NAMES.test(namesOf(element)))
    .map((element) => textWithin(element, LONGEST + 1))
    .find((text) => {
      const key = titleKey(text);
      return text.length > 10 && metaKeys.some((title) => title.includes(key) && key.length > 0.6 * title.length);
    });
  if (second !== undefined) return second;
  const first = whole(meta);
  if (first !== undefined) return withoutSite(first, oneLine(metaContent(page, "og:site_name") ?? ""));
  return headings[0] ?? "";
}

/** Whether a heading is a title and a little more: a label in brackets, a count, an edition. */
function isTrailed(heading: string, title: string): boolean {
  const rest = heading.startsWith(title) ? heading.slice(title.length).trim() : "";
  return /^[([][^)\]]*[)\]]$/.test(rest) || (rest !== "" && rest.length < title.length * 0.3);
}

/** The first title of the metadata; where it was cut off (by a quotation mark in an attribute), the part of a later one that it begins. */
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

/** A title of the metadata without «… | الموقع» or «الموقع - …». */
function withoutSite(title: string, site: string): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const key = titleKey(site);
  const first = parts[0] as string;
  const last = parts.at(-1) as string;
  if (key !== "" && titleKey(first) === key)
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|–—•·»:-]+/, "");
  const cut = title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—•·»:-]+$/, "");
  const isSite = key !== "" && (titleKey(last) === key || titleKey(last).includes(key) || key.includes(titleKey(last)));
  return isSite || last.split(/\s+/).length <= 3 ? cut : title;
}
