import { cleanText } from "../lib/arabic/clean.ts";
import { escapeHtml, isolate } from "../lib/html.ts";

/** Addresses that are longer are not linked: browsers and servers refuse them. */
const MAX_HREF_UNITS = 2048;

const LRM = "\u200e";
const RLM = "\u200f";
const WORD = /[\p{L}\p{M}]+/gu;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
/** Half a pair, or a joiner that has lost what it joined. */
const BROKEN_END = /[\p{Surrogate}\u200d]+$/u;

/** The side from which a line is read. */
export type Direction = "rtl" | "ltr";

/** The direction of this language's lines. */
export function directionOf(locale: string): Direction {
  return /^(?:ar|fa|he|ur)\b/i.test(locale) ? "rtl" : "ltr";
}

/**
 * The direction in which text is read, whatever its first word is; undefined when it has no letters. Arabic sentences carry Latin
 * names far more often than the reverse («Apple تعلن عن iPhone 17 Pro»), so an Arabic word counts for two.
 */
export function readingDirection(text: string): Direction | undefined {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return undefined;
  const rtl = words.filter((word) => RIGHT_TO_LEFT.test(word)).length;
  return rtl * 2 >= words.length - rtl && rtl > 0 ? "rtl" : "ltr";
}

/** «#كوريا_الجنوبية» as it is read, also where one stands right behind another: in a message it would be a link to nowhere. */
const HASHTAG = /(?<![\p{L}\p{N}_&/#])(?:#+(?=\p{Script=Arabic})[\p{L}\p{M}\p{N}_]+)+/gu;
const withoutHashtags = (text: string) => text.replace(HASHTAG, (tag) => tag.replace(/[#_]+/g, " ").trim());

/** Text on one line, invisible marks, hashtags and spaces before Arabic commas out, at most `units` long, cut at a word with «…». */
export function oneLine(text: string, units: number): string {
  const line = withoutHashtags(cleanText(text).replaceAll("\ufffd", ""))
    .replace(/\s+/g, " ")
    .replace(/ (?=[،؛؟](?: |$))/g, "")
    .trim();
  if (line.length <= units) return line;
  const cut = line.slice(0, units - 1).replace(BROKEN_END, "");
  const word = cut.replace(/\s+\S*$/, "");
  return `${(word.length > units / 2 ? word : cut).trimEnd()}…`;
}

/**
 * A run within a line of `direction`, escaped. One that has letters of the other direction stands between isolates and is read
 * in its own direction, so it moves nothing beside it. Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function renderRun(text: string, direction: Direction): string {
  const letters = text.match(WORD)?.join("") ?? "";
  const foreign = direction === "rtl" ? /(?!\p{Script=Arabic}|\p{Script=Hebrew}|\p{M})./u : RIGHT_TO_LEFT;
  return escapeHtml(foreign.test(letters) ? isolate(`${missingMark(text)}${text}`) : text);
}

/** FSI takes the direction of the first letter: the mark that puts it right, or nothing. */
function missingMark(text: string): string {
  const first = text.match(/\p{L}/u)?.[0] ?? "";
  const direction = readingDirection(text);
  if (direction === undefined || RIGHT_TO_LEFT.test(first) === (direction === "rtl")) return "";
  return direction === "rtl" ? RLM : LRM;
}

/** A whole line of `direction`: a mark in front, so that clients, which look at the first letter, lay it out from the right side. */
export function renderLine(html: string, direction: Direction): string {
  if (direction === "rtl") return `${RLM}${html}`;
  return RIGHT_TO_LEFT.test(html) ? `${LRM}${html}` : html;
}

/** A paragraph of an article: Arabic is laid out from the right also in a digest in English. */
export function renderParagraph(text: string, direction: Direction): string {
  const base = readingDirection(text) === "rtl" ? "rtl" : direction;
  return base === readingDirection(text) ? renderLine(escapeHtml(text), base) : renderLine(renderRun(text, base), base);
}

/** A run that leads to its address; without a link where that is no http(s) address or a very long one. */
export function renderLink(text: string, url: string, direction: Direction): string {
  const address = URL.parse(url);
  const shown = renderRun(text, direction);
  if (address === null || !/^https?:$/.test(address.protocol) || address.href.length > MAX_HREF_UNITS) return shown;
  return `<a href="${escapeHtml(address.href)}">${shown}</a>`;
}
