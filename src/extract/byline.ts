import type { Element } from "domhandler";
import type { Judged } from "./body.ts";
import { linesWithin, oneLine, wordCount } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, namesOf, type PageTree } from "./page-tree.ts";
import { headlineOf } from "./title.ts";

const LONGEST = 120;
/** A byline over the headline is at most so many elements before it. */
const ABOVE_HEADLINE = 40;
/** Where the text itself comes first, or none is found. */
const BELOW_HEADLINE = 20;
const MOST_NAME_WORDS = 6;
/** Classes, ids and the like of what names the author; not of a part that only begins so. */
const AUTHOR_NAMES =
  /(?:^|(?<!comment)[\s_-])(?:byline|authors?|author-?name|writer|writer-?name|created-?by|user-?name|lblauthor|fn)(?=$|\s)/i;
const AUTHOR_PATH = /\/(?:authors?|writers?|columnists?|كاتب|كتاب)\//iu;
const AUTHOR_ICON = /(?:^|\s)(?:fa|icon|bi|icofont)-(?:user|pen|pencil|pencil-alt|edit|author)(?=$|\s|-)/;
/** Verbs need a mark behind them: «كتب الناس أسماءهم على الجدار» names nobody. */
const LABEL =
  /^(?:(?:[أا]ُ?رسلت|مرسلة|نشرت?|كتبت?|أضيفت?) بواسطة|بقلم|بواسطة|كتبه|by(?= )|(?:كتبت?|حاور(?:ه|ته|ها|تها)?|إعداد|تحرير|الكاتبة?|by)(?=\s*[:：/|-]))(?!\p{L})\s*[:：/|-]*\s*/iu;
/** Whoever it is, it is no name. */
const NOBODY =
  /^(?:https?:|@|[([])|^(?:admin(?:istrator)?|editor|webmaster|article information|مدير الموقع|المحرر|المدير)$/i;

/**
 * Who wrote it, as the page says: structured data, then metadata, then the visible byline around the headline;
 * undefined where nobody is named.
 */
export function bylineOf(
  page: PageTree,
  judged: readonly Judged[],
  title: string,
  linked: LinkedArticle,
): string | undefined {
  for (const text of [linked.author, metaContent(page, "author", "article:author", "twitter:creator")]) {
    const name = withoutLabel(oneLine(text ?? ""));
    if (name !== "" && name.length <= LONGEST && !NOBODY.test(name)) return name;
  }
  return visibleByline(page, judged, title);
}

/**
 * The name in what is marked as the author's between a little above the headline and the text; else
 * behind a label («بقلم») or an icon.
 */
function visibleByline({ elements }: PageTree, judged: readonly Judged[], title: string): string | undefined {
  const text = judged.find(({ kept }) => kept)?.block.path[0];
  const headline =
    headlineOf(
      judged.map(({ block }) => block),
      title,
    )?.path[0] ?? text;
  if (text === undefined || headline === undefined) return undefined;
  const around = elements.slice(
    Math.max(0, elements.indexOf(headline) - ABOVE_HEADLINE),
    Math.max(elements.indexOf(headline) + BELOW_HEADLINE, elements.indexOf(text)),
  );
  for (const shownName of [linkedName, markedName, labelledName])
    for (const element of around) {
      const name = shownName(element);
      if (name !== undefined) return name;
    }
  return undefined;
}

function linkedName(element: Element): string | undefined {
  const { rel, href = "" } = element.attribs;
  return rel === "author" || (element.name === "a" && AUTHOR_PATH.test(href)) ? nameIn(element) : undefined;
}

function markedName(element: Element): string | undefined {
  const { itemprop, "data-hook": hook = "" } = element.attribs;
  return itemprop === "author" || AUTHOR_NAMES.test(`${namesOf(element)} ${hook}`) ? nameIn(element) : undefined;
}

function labelledName(element: Element): string | undefined {
  if (AUTHOR_ICON.test(element.attribs["class"] ?? ""))
    return element.next?.type === "text" ? nameOf(oneLine(element.next.data)) : undefined;
  const [first] = element.children;
  const text = first?.type === "text" ? oneLine(first.data.slice(0, LONGEST)) : "";
  return LABEL.test(text) ? nameIn(element) : undefined;
}

/** The first line of an element that is a name, without what it is called and what stands behind it: a day, a place. */
function nameIn(element: Element): string | undefined {
  for (const line of linesWithin(element, LONGEST)) {
    const name = nameOf(line);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameOf(line: string): string | undefined {
  const name = (withoutLabel(line).split(/\s*(?:[•|،,\d]|\s[–—-]\s)/u)[0] as string).replace(/[:：]\s*$/, "").trim();
  return name !== "" && wordCount(name) <= MOST_NAME_WORDS && !/[.؟!:]/.test(name) && !NOBODY.test(name)
    ? name
    : undefined;
}

const withoutLabel = (text: string) => text.replace(LABEL, "").trim();
