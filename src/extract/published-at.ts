import type { Block } from "./blocks.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";
import { parseStamp, type Stamp, type StampOptions } from "./stamp.ts";
import { titleKey } from "./title.ts";

/** So many blocks around the headline are looked through for a visible date. */
const BEFORE_HEADLINE = 6;
const AFTER_HEADLINE = 14;
const LONGEST_DATE_BLOCK = 200;
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

function timeElement({ $ }: PageTree, options: StampOptions): Stamp | undefined {
  const heading = $("h1").first();
  const near = heading.closest("article,main,header").find("time");
  for (const element of [...near.toArray(), ...$("article time, main time, time").toArray()].slice(0, 10)) {
    if (
      UPDATED.test($(element).parent().text().slice(0, 60)) &&
      !/نشر|publish/i.test($(element).parent().text().slice(0, 60))
    )
      continue;
    if ($(element).closest("aside,footer,[class*='related'],[class*='sidebar']").length > 0) continue;
    const stamp = parseStamp(element.attribs["datetime"] ?? "", options) ?? parseStamp($(element).text(), options);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
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
