import type { AnyNode, Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { textWithin } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";
import { parseStamp, type Stamp, type StampOptions } from "./stamp.ts";
import { titleKey } from "./title.ts";

/** So many blocks around the headline are looked through for a visible date. */
const BEFORE_HEADLINE = 6;
const AFTER_HEADLINE = 14;
const LONGEST_DATE_BLOCK = 200;
const TIMES_LOOKED_AT = 10;
const ARTICLE_TAGS = ["article", "main"];
/** So much of the text around a `time` may say what the time is of. */
const BEGINNING = 60;
const PUBLISHED = /نشر|publish/iu;
const UPDATED = /تحديث|حدث|updated|modified/iu;

/**
 * When the article was published: structured data, metadata, `<time>`, then the dates that are to be seen near the headline, then
 * the address. Never the clock in the site's header.
 */
export function publishedOf(
  page: PageTree,
  blocks: readonly Block[],
  linked: LinkedArticle,
  options: StampOptions,
): Stamp | undefined {
  const { $ } = page;
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
    read(
      $("[itemprop='datePublished']").first().attr("datetime") ??
        $("[itemprop='datePublished']").first().attr("content") ??
        ($("[itemprop='datePublished']").first().text() || undefined),
    );
  if (machine !== undefined) return machine;
  return timeElement(page, options) ?? visible(page, blocks, options) ?? fromAddress(page.url, options);
}

/** The first `time` that is not beside the article and speaks of no change; those around the headline before others. */
function timeElement({ $ }: PageTree, options: StampOptions): Stamp | undefined {
  const place = $("h1").first().closest("article,main,header").get(0);
  const times = $("time").toArray();
  const ranks = times.map((time) =>
    isWithin(time, place) ? 0 : ARTICLE_TAGS.some((tag) => around(time, tag)) ? 1 : 2,
  );
  const ordered = [0, 1, 2].flatMap((rank) => times.filter((_, index) => ranks[index] === rank));
  for (const time of ordered.slice(0, TIMES_LOOKED_AT)) {
    const beginning =
      time.parent?.type === "tag" ? textWithin(time.parent as Element, BEGINNING).slice(0, BEGINNING) : "";
    if (UPDATED.test(beginning) && !PUBLISHED.test(beginning)) continue;
    if ($(time).closest("aside,footer,[class*='related'],[class*='sidebar']").length > 0) continue;
    const stamp = parseStamp(time.attribs["datetime"] ?? "", options) ?? parseStamp(textWithin(time, 200), options);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

function isWithin(element: Element, place: AnyNode | undefined): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent) if (parent === place) return true;
  return false;
}

function around(element: Element, tag: string): boolean {
  for (let parent = element.parent; parent?.type === "tag"; parent = parent.parent)
    if ((parent as Element).name === tag) return true;
  return false;
}

function visible(page: PageTree, blocks: readonly Block[], options: StampOptions): Stamp | undefined {
  const headings = page
    .$("h1,h2")
    .toArray()
    .map((element) => titleKey(page.$(element).text()));
  const at = blocks.findIndex(
    (block) => /^h[12]$/.test(block.tag) && headings.includes(titleKey(block.text)) && block.text.length > 15,
  );
  if (at < 0) return undefined;
  const after = blocks.slice(at + 1, at + 1 + AFTER_HEADLINE);
  const before = blocks.slice(Math.max(0, at - BEFORE_HEADLINE), at).reverse();
  const dated = [...after, ...before].filter(
    (block) => block.text.length <= LONGEST_DATE_BLOCK && /[\d\u0660-\u0669]/.test(block.text),
  );
  const said = dated.find(
    (block) => /نشر|بتاريخ|publish/iu.test(block.text) && parseStamp(block.text, options) !== undefined,
  );
  for (const block of said === undefined ? dated : [said, ...dated]) {
    const stamp = parseStamp(block.text, options);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

/** `/2020/8/24/…` or `/20200824…` in the address. */
function fromAddress(url: string, options: StampOptions): Stamp | undefined {
  const match = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/.exec(url);
  return match === null
    ? undefined
    : parseStamp(`${match[1]}-${String(match[2]).padStart(2, "0")}-${String(match[3]).padStart(2, "0")}`, options);
}
