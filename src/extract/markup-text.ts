import { load } from "cheerio";
import { cleanText } from "../lib/arabic/clean.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";

const MAX_UNITS = 500_000;
const MAX_TITLE_UNITS = 4000;
/** Elements whose content is not text of the article. */
const SILENT = /<(script|style|iframe|noscript|figcaption|svg|form|button)(?=[\s>])[^<>]*>/gi;
/** A comment, or a tag; a quoted value may hold `>`. Each branch ends at the next `<` at the latest: linear. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<[/?!]?[a-z](?:"[^"<]*"|'[^'<]*'|[^"'<>])*>|<[/?!]?[a-z][^<>]*>/gi;
const LOOKS_LIKE_MARKUP = /<[/!]?[a-z][^<>]*>|<!--/i;
const ESCAPED_MARKUP = /&lt;\/?(?:p|br|div|a|b|i|em|img|span|strong|ul|li|h[1-6]|blockquote|figure)(?:\s|\/?&gt;)/i;
const BREAKING =
  /^<\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|table|tr|section|article|figure|header|footer|pre|br|hr)(?=[\s/>])/i;

const POST = "(?:هذه |هذا )?(?:المقاله|المقال|المنشور|التدوينه|الموضوع|الخبر)";
/** «ظهرت المقالة … أولاً على …» and its like, normalised: where the feed's software says where the text is from. */
const ORIGIN = new RegExp(
  `^(?:the (?:post|article) .*(?:appeared first|first appeared) on |(?:ظهرت?|نشرت?) ${POST} .*اولا (?:علي|في) |${POST} .*(?:ظهرت?|نشرت?) اولا (?:علي|في) )`,
  "u",
);
/** An invitation to read on, alone in its line, normalised. */
const READ_ON =
  /^[^\p{L}\d]*(?:(?:لقراءه|قراءه|اقرا|اقراي|تابع|متابعه|لمتابعه|اكمل|اكمال|للمزيد|لمزيد|المزيد|التفاصيل|شاهد)(?: (?:المزيد|القراءه|قراءه|التفاصيل|الخبر|المقال|المقاله|الموضوع|بقيه|كاملا|كامله|كامل|من|علي|هنا|الرابط|اضغط|عبر|في)){0,6}|(?:read|continue|keep|learn) (?:more|reading|on|the full (?:story|article)).{0,120}|full (?:story|article)|more)[^\p{L}\d]*$/u;
const LONGEST_READ_ON = 160;
const LONGEST_ORIGIN = 600;
/** It is the last thing that is said, or nearly so. */
const ORIGIN_PLACES = 3;
/** The mark of a text that was cut by the feed, when nothing but brackets holds it: `[…]`. */
const CUT_MARK = /\s*\[\s*(?:…|\.{3})\s*\]\s*$/u;

/**
 * The paragraphs of a feed's own text, whose markup may be escaped once more than it should be. Without markup, and without the
 * feed's tails («ظهرت المقالة … أولاً على …», «اقرأ المزيد», `[…]`).
 */
export function feedParagraphs(markup: string): string[] {
  return markupLines(markup.slice(0, MAX_UNITS))
    .map((line) => (line.endsWith("]") ? line.replace(CUT_MARK, "…") : line))
    .filter((line, at, lines) => line !== "" && line !== "…" && !isTail(line, lines.length - at));
}

/** `place`: 1 for the last line, 2 for the one before it. */
function isTail(line: string, place: number): boolean {
  if (line.length <= LONGEST_READ_ON && READ_ON.test(foldLetters(line))) return true;
  return place <= ORIGIN_PLACES && line.length <= LONGEST_ORIGIN && ORIGIN.test(foldLetters(line));
}

/** A title as text in one line: no markup, no entities, also where they were escaped once too often. */
export function titleText(markup: string): string {
  return markupLines(markup.slice(0, MAX_TITLE_UNITS)).join(" ").replace(/\s+/g, " ").trim();
}

/** The address of the first picture in a text's markup that is not a counter or a smiley, as it is written there. */
export function firstImage(markup: string): string | undefined {
  for (const [tag] of markup.slice(0, MAX_UNITS).matchAll(/<img(?=\s)[^<>]{0,4000}>/gi)) {
    if (/\b(?:width|height)\s*=\s*["']?[01]["'\s>]|emoji|smil|feedburner|pixel|doubleclick|s\.w\.org/i.test(tag))
      continue;
    const source = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    const address = decodeEntities(source?.[1] ?? source?.[2] ?? source?.[3] ?? "").trim();
    if (address !== "" && !address.startsWith("data:")) return address;
  }
  return undefined;
}

function markupLines(markup: string): string[] {
  const unescaped = !LOOKS_LIKE_MARKUP.test(markup) && ESCAPED_MARKUP.test(markup) ? decodeEntities(markup) : markup;
  const text = LOOKS_LIKE_MARKUP.test(unescaped) ? textOfMarkup(unescaped) : unescaped;
  const once = decodeEntities(text);
  const twice =
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|quot|apos|nbsp|lt|gt|[lr]squo|[lr]dquo|[lr]aquo|hellip|[mn]dash);/i.test(once)
      ? decodeEntities(once)
      : once;
  return cleanText(twice).split("\n");
}

/** Text of markup: a line for each block. Line breaks of the markup itself are spaces. */
function textOfMarkup(html: string): string {
  return withoutSilent(html)
    .replace(/\s+/g, " ")
    .replace(TAG, (tag) => (BREAKING.test(tag) ? "\n" : /^<(?:td|th|img)/i.test(tag) ? " " : ""));
}

function withoutSilent(html: string): string {
  const parts: string[] = [];
  let from = 0;
  const lower = html.toLowerCase();
  SILENT.lastIndex = 0;
  for (let match = SILENT.exec(html); match !== null; match = SILENT.exec(html)) {
    const close = `</${(match[1] as string).toLowerCase()}`;
    const end = lower.indexOf(close, SILENT.lastIndex);
    if (end < 0) break; // never closed: what follows may be text
    parts.push(html.slice(from, match.index));
    from = lower.indexOf(">", end) + 1 || html.length;
    SILENT.lastIndex = from;
  }
  parts.push(html.slice(from));
  return parts.join(" ");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
/** The references that feeds are full of; numbers that mean what they say: those from 128 to 159 do not in HTML. */
const PLAIN_REFERENCE =
  /&(?:(amp|lt|gt|quot|nbsp)|#0?(3[2-9]|[4-9]\d|1[01]\d|12[0-6]|1[6-9]\d|[2-9]\d\d|[1-9]\d{3}));/g;

/** The text of character references; nothing else is read as markup. The parser is asked only where it knows more. */
function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  if (!/&[a-z#]/i.test(text.replace(PLAIN_REFERENCE, "")))
    return text.replace(PLAIN_REFERENCE, (_, name: string | undefined, code: string) =>
      name === undefined ? String.fromCharCode(Number(code)) : (NAMED[name] as string),
    );
  return load(text.replaceAll("<", "&lt;").replaceAll("\r", ""), null, false).root().text();
}
