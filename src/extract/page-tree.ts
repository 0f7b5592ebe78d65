import { type CheerioAPI, load } from "cheerio";
import type { AnyNode, Element } from "domhandler";

/** Pages above these bounds are given up: no news page comes near them, and parsing them would hold up everything else. */
const MAX_PAGE_UNITS = 8_000_000;
const MAX_TAGS = 120_000;
const MAX_DEPTH = 400;

/** A parsed page within bounds. */
export interface PageTree {
  readonly $: CheerioAPI;
  /** Where it was read; links are relative to `base`. */
  readonly url: string;
  readonly base: string;
  /** By `property`, `name` or `itemprop`. */
  readonly metas: ReadonlyMap<string, string>;
}

/** Parses a page; undefined when it is too large, has too many tags or is nested too deeply. */
export function parsePage(html: string, url: string): PageTree | undefined {
  if (isTooHeavy(html)) return undefined;
  const $ = load(html);
  const base = $("base[href]").first().attr("href");
  return { $, url, base: baseOf(base, url), metas: metasOf($) };
}

function baseOf(href: string | undefined, url: string): string {
  if (href === undefined) return url;
  try {
    return new URL(href, url).href;
  } catch {
    return url;
  }
}

const VOID = new Set([
  "br",
  "img",
  "meta",
  "link",
  "input",
  "hr",
  "source",
  "area",
  "base",
  "col",
  "embed",
  "track",
  "wbr",
  "param",
  "p",
  "li",
  "td",
  "tr",
  "th",
  "dd",
  "dt",
  "option",
]);

const CODE_END = /<\/(?:script|style)/gi;

/** Whether a page is beyond the bounds. Counted on the text, before a tree is built of it. Tags that close themselves or are seldom closed do not add depth. */
export function isTooHeavy(html: string): boolean {
  if (html.length > MAX_PAGE_UNITS) return true;
  let depth = 0;
  let count = 0;
  const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    if (++count > MAX_TAGS) return true;
    const name = (match[2] as string).toLowerCase();
    if (VOID.has(name)) continue;
    if (name === "script" || name === "style") {
      if (match[1] === "/") continue;
      CODE_END.lastIndex = tag.lastIndex;
      if (!CODE_END.test(html)) break;
      tag.lastIndex = CODE_END.lastIndex;
      continue;
    }
    depth = match[1] === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Elements whose text is not on the page. */
export const SKIPPED = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "svg",
  "canvas",
  "object",
  "select",
  "button",
  "input",
  "textarea",
  "audio",
  "video",
  "map",
  "head",
  "math",
]);

/** Whether a node is an element. */
export function isElement(node: AnyNode): node is Element {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

/** The class, id and role of an element, for patterns. */
export function namesOf(element: Element): string {
  const { class: className = "", id = "", role = "", itemprop = "" } = element.attribs;
  return `${className} ${id} ${role} ${itemprop}`.slice(0, 500);
}

/** The content of a meta element by `name`, `property` or `itemprop`; the first that is not empty. */
export function metaContent({ metas }: PageTree, ...names: readonly string[]): string | undefined {
  return names.map((name) => metas.get(name)).find((content) => content !== undefined);
}

/** The first content of each meta element that is not empty and no template left unfilled. */
function metasOf($: CheerioAPI): Map<string, string> {
  const metas = new Map<string, string>();
  for (const { attribs } of $("meta[content]").toArray()) {
    const content = (attribs["content"] as string).trim();
    if (content === "" || /\{\{|\$\{/.test(content)) continue;
    for (const name of [attribs["property"], attribs["name"], attribs["itemprop"]])
      if (name !== undefined && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}
