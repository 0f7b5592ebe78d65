import { isUnread } from "./page-code.ts";

/** Pages above these bounds are given up: no news page comes near them, and parsing them would hold up everything else. */
const MAX_PAGE_UNITS = 8_000_000;
const MAX_TAGS = 120_000;
const MAX_DEPTH = 400;
/** Of one tag. A parser compares each with those before it: 40,000 took half a minute. */
const MAX_ATTRIBUTES = 1000;
/** A longer value of an attribute is left out: a picture written into the page, a program's own data. */
const MAX_VALUE_UNITS = 65_536;
/** Too many attributes, or such a value, do not fit in less. */
const LEAST_SUSPECT = 2 * MAX_ATTRIBUTES;

/** A tag up to its end, as nearly all are written; of others less. A comment up to the first end of a tag in it. */
const TAG =
  /<(?:(?:[!?]|\/(?![a-zA-Z>]))[^>]*|(\/?)([a-zA-Z][^\s/>]*)[^<>"']*(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*){0,100})/g;
const CODE_END = { script: /<\/script(?=[\s/>])/gi, style: /<\/style(?=[\s/>])/gi };
/** One more attribute of a tag, with its value. */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y;
/** Tags that close themselves or are seldom closed do not add depth. */
const VOID = new Set(
  "br img meta link input hr source area base col embed track wbr param li p td tr th dd dt option".split(" "),
);

/**
 * A page as it may be parsed: without the values of attributes that are beyond all bounds, and without programs and styles, which are
 * up to two thirds of news pages and nobody reads; the same text where it has none.
 * Undefined for a page that is too large, has too many tags or attributes or is nested too deeply. Linear in the text.
 */
export function boundedPage(html: string): string | undefined {
  if (html.length > MAX_PAGE_UNITS) return undefined;
  const cuts: Cut[] = [];
  const tag = new RegExp(TAG);
  let depth = 0;
  let count = 0;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    if (++count > MAX_TAGS) return undefined;
    const [, slash, written] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    if (html[tag.lastIndex] !== ">" || match[0].length > LEAST_SUSPECT) {
      const end = endOfTag(html, match.index + 1 + (slash as string).length + name.length, cuts);
      if (end === undefined) return undefined;
      tag.lastIndex = Math.max(end, tag.lastIndex);
    }
    if (VOID.has(name)) continue;
    if (name === "script" || name === "style") {
      if (slash === "/") continue;
      const from = html.indexOf(">", tag.lastIndex) + 1;
      // «<style/>» is whole in a drawing.
      if (html[from - 2] === "/") continue;
      const end = CODE_END[name];
      end.lastIndex = from;
      const to = end.exec(html)?.index;
      if (from === 0 || to === undefined) break;
      if (from < to && isUnread(html.slice(match.index, from), html.slice(from, to))) cuts.push({ from, to, rest: "" });
      tag.lastIndex = to;
      continue;
    }
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return undefined;
  }
  return withoutCuts(html, cuts);
}

interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly rest: string;
}

/** Where a tag ends whose attributes begin here; undefined when it has too many. Adds the values that are too long. */
function endOfTag(html: string, from: number, cuts: Cut[]): number | undefined {
  ATTRIBUTE.lastIndex = from;
  let end = from;
  for (let count = 0; ; count++) {
    const match = ATTRIBUTE.exec(html);
    if (match === null) return end;
    if (count >= MAX_ATTRIBUTES) return undefined;
    end = ATTRIBUTE.lastIndex;
    const length = match[1]?.length ?? 0;
    if (length > MAX_VALUE_UNITS) cuts.push({ from: end - length, to: end, rest: '""' });
  }
}

function withoutCuts(html: string, cuts: readonly Cut[]): string {
  if (cuts.length === 0) return html;
  const parts = cuts.map(({ from, rest }, at) => html.slice(cuts[at - 1]?.to ?? 0, from) + rest);
  return parts.join("") + html.slice(cuts.at(-1)?.to);
}
