import { load } from "cheerio";
import { cleanText } from "../lib/arabic/clean.ts";

const BLOCK_ENDS = /<\/(?:p|div|h[1-6]|li|blockquote|tr|section|article)>|<br\s*\/?>|<hr\s*\/?>/gi;
const MAX_UNITS = 500_000;
/** «ظهر المقال … أولاً على …», "The post … appeared first on …", and the ends of cut texts. */
const FEED_TAIL =
  /^(?:The post .* appeared first on .*|(?:ظهرت|ظهر) (?:المقالة|المقال|التدوينة|الموضوع|الخبر) .* (?:أولا|أولاً) على .*|(?:اقرأ|إقرأ) المزيد.*|(?:Read|Continue) (?:more|reading).*|\[?(?:…|\.\.\.)\]?)$/iu;

/** The paragraphs of a feed's own text, whose markup may be escaped twice; without the feed's tails. */
export function feedParagraphs(markup: string): string[] {
  const once = markup.slice(0, MAX_UNITS);
  const html =
    /&lt;\/?(?:p|br|div|a|img|span|strong)\b/i.test(once) && !/<\/?[a-z]/i.test(once) ? plainText(once) : once;
  return markupText(html)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !FEED_TAIL.test(line));
}

/** A title as text: markup out, entities decoded, also those that were escaped twice; one line. */
export function titleText(markup: string): string {
  let text = markup.slice(0, 4000);
  for (let round = 0; round < 2; round++) {
    if (!/&(?:#?\w+);|<\/?[a-z!]/i.test(text)) break;
    text = markupText(text);
  }
  return cleanText(text).replace(/\s+/g, " ").trim();
}

function markupText(html: string): string {
  if (!/[<&]/.test(html)) return cleanText(html);
  const $ = load(
    html.replace(BLOCK_ENDS, (end) => `${end}\n`),
    null,
    false,
  );
  $("script,style,iframe,figure figcaption").remove();
  return cleanText($.root().text());
}

function plainText(html: string): string {
  return load(html, null, false).root().text();
}
