import { cleanText } from "../lib/arabic/clean.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";

const PART_SEPARATOR = /\s*(?:>>|[|»])\s*/;
const SEPARATOR = /\s+[|–—•·»«:]+\s+|\s+-\s+/;

/** Letters and digits alone, so that quotes and dashes do not tell titles apart. */
export function titleKey(title: string): string {
  return normalise(title)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

const tidy = (text: string | undefined) =>
  cleanText(text ?? "")
    .replace(/\s+/g, " ")
    .trim();

/** The words that two titles share, of the shorter one, 0 to 1. */
function agreement(a: string, b: string): number {
  const left = new Set(titleKey(a).split(" "));
  const right = new Set(titleKey(b).split(" "));
  return left.intersection(right).size / Math.max(1, Math.min(left.size, right.size));
}

/**
 * The headline without the site's name: the heading that the page's metadata agree with, else the first heading, else the metadata
 * without what follows a separator. `""` when there is none.
 */
export function titleOf(page: PageTree, linked: LinkedArticle): string {
  const { $ } = page;
  const meta = [
    linked.headline,
    metaContent(page, "og:title", "twitter:title"),
    $("head > title").first().text() || $("title").first().text(),
  ]
    .map((text) => tidy(decodeEntities(text)))
    .filter((text) => text !== "");
  const headings = $("h1")
    .toArray()
    .map((element) => ({ text: tidy($(element).text()), inHeader: $(element).closest("nav,footer,aside").length > 0 }))
    .filter(({ text, inHeader }) => text.length > 3 && text.length < 400 && !inHeader);
  let best = { text: "", score: 0 };
  for (const { text } of headings) {
    const score =
      Math.max(0, ...meta.map((title) => agreement(text, title))) * Math.min(1, titleKey(text).split(" ").length / 3);
    if (score > best.score + 0.05) best = { text, score };
  }
  if (best.score >= 0.5)
    return meta.includes(best.text) ? best.text : (meta.find((title) => isTrailed(best.text, title)) ?? best.text);
  const second = $("h2,h3,[itemprop='headline'],.entry-title,.post-title")
    .toArray()
    .map((element) => tidy($(element).text()))
    .find(
      (text) =>
        text.length > 10 &&
        meta.some(
          (title) => titleKey(title).includes(titleKey(text)) && titleKey(text).length > 0.6 * titleKey(title).length,
        ),
    );
  if (second !== undefined) return second;
  const first = whole(meta);
  if (first !== undefined) return withoutSite(first, tidy(metaContent(page, "og:site_name")));
  return headings[0]?.text ?? "";
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
