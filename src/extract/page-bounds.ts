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

/** A tag up to its end, as nearly all are written; of others less. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>"']*(?:(?:"[^"<>]*"|'[^'<>]*')[^<>"']*){0,100}/g;
const CODE_END = /<\/(?:script|style)/gi;
/** One more attribute of a tag, with its value. */
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y;
/** Tags that close themselves or are seldom closed do not add depth. */
const VOID = new Set(
  "br img meta link input hr source area base col embed track wbr param li p td tr th dd dt option".split(" "),
);

/**
 * A page as it may be parsed: without the values of attributes that are beyond all bounds; the same text where it has none.
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
    const [, slash, written = ""] = match;
    const name = written.toLowerCase();
    if (html[tag.lastIndex] !== ">" || match[0].length > LEAST_SUSPECT) {
      const end = endOfTag(html, match.index + 1 + (slash as string).length + name.length, cuts);
      if (end === undefined) return undefined;
      tag.lastIndex = Math.max(end, tag.lastIndex);
    }
    if (VOID.has(name)) continue;
    if (name === "script" || name === "style") {
      if (slash === "/") continue;
      CODE_END.lastIndex = tag.lastIndex;
      if (!CODE_END.test(html)) break;
      tag.lastIndex = CODE_END.lastIndex;
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
    if (length > MAX_VALUE_UNITS) cuts.push({ from: end - length, to: end });
  }
}

function withoutCuts(html: string, cuts: readonly Cut[]): string {
  if (cuts.length === 0) return html;
  const parts = cuts.map(({ from }, at) => html.slice(cuts[at - 1]?.to ?? 0, from));
  return `${parts.join('""')}""${html.slice(cuts.at(-1)?.to)}`;
}
