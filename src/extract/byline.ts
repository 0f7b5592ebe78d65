import type { ChildNode, Element } from "domhandler";
import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { type Body, BYLINE, type Judged } from "./body.ts";
import { drawnAuthor } from "./drawn-text.ts";
import { linesWithin, oneLine, textWithin, wordCount } from "./element-text.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { correspondentIn, hasLabel, isDesk, nameIn } from "./names.ts";
import {
  elementsWithin,
  isElement,
  metaContent,
  namesOf,
  type PageTree,
  parentOf,
  titleElementText,
} from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";
import { titleKey } from "./title.ts";

/** Classes, ids and the like of what names the author; not of a part that only begins so. */
const AUTHOR_NAMES =
  /(?:^|(?<!comment)[\s_-])(?:byline|by|au|authors?|auth[eo]r|auth|auteur|redacteur|reporter|journalist|signature|kateb|author-?name|writ(?:e|ten)-?by|writer|writer-?name|created-?by|user-?name|lblauthor|fn)(?=$|\s)/i;
/** What somebody wrote, before the name: «تحقيق: …». */
const GENRE = /^(?:تحقيق|تقرير|حوار|تحليل)\s*[:：]\s*/u;
const AUTHOR_PATH = /\/(?:authors?|writers?|columnists?|كاتب|كتاب)\//iu;
const AUTHOR_ICON = /(?:^|\s)(?:fa|icon|bi|icofont)-(?:user|pen|pencil|pencil-alt|edit|author)(?=$|\s|-)/;

/**
 * Who wrote it, as the page says: a person by structured data or metadata, then the visible byline, then whoever else the data
 * name: many pages name only their outlet there. Undefined where nobody is named.
 */
export function bylineOf(page: PageTree, body: Body, title: string, linked: LinkedArticle): string | undefined {
  const outlets = new Set(
    [linked.publisher, metaContent(page, "og:site_name", "application-name")].map((name) => titleKey(name ?? "")),
  );
  const metadata = [metaContent(page, "author", "article:author", "twitter:creator") ?? ""];
  const authors = [linked.authors, metadata].flatMap((names) => {
    const told = names.map((name) => nameIn(oneLine(name).slice(0, ARTICLE.bylineUnits), true));
    return told.filter((name) => name !== undefined).join("، ") || [];
  });
  const isPerson = (name: string) => !outlets.has(titleKey(name)) && !isDesk(name);
  const person = authors.find(isPerson);
  if (person !== undefined) return person;
  const shown = visibleByline(page, body);
  const isFull = shown !== undefined && wordCount(shown) > 1 && isPerson(shown);
  if (isFull) return shown;
  const drawn = body.judged.some(({ kept }) => kept)
    ? undefined
    : nameIn(oneLine(drawnAuthor(page, title) ?? ""), true);
  const site = [...outlets, ...siteParts(page)];
  return [drawn, authors[0], linked.organisation, shown].find(
    (name) => name !== undefined && !site.includes(titleKey(name)),
  );
}

/** What stands first and last in the title of the page, where sites name themselves. */
function siteParts(page: PageTree): string[] {
  const parts = titleElementText(page).split(/\s[|–—-]\s/u);
  return parts.length < 2 ? [] : [parts[0], parts.at(-1)].map((part) => titleKey(part ?? ""));
}

/**
 * The names in what is marked as the author's between a little above the headline and the text; else behind a label («بقلم») or
 * an icon, or behind a city.
 */
function visibleByline({ elements }: PageTree, { judged, headline: shown }: Body): string | undefined {
  const text = judged.find(({ kept }) => kept)?.block.path[0];
  const headline = shown?.path[0] ?? text;
  if (text === undefined || headline === undefined) return undefined;
  const around = elements.slice(
    Math.max(0, elements.indexOf(headline) - ARTICLE.bylineAbove),
    Math.max(elements.indexOf(headline) + ARTICLE.bylineBelow, elements.indexOf(text)),
  );
  for (const shownName of [linkedName, markedName, labelledName, datedName]) {
    const named = around.flatMap((element) => {
      const name = shownName(element);
      return name === undefined ? [] : [{ element, name }];
    });
    // What holds several of them names the first alone.
    const [first, ...others] = named.filter(
      ({ element }) => named.filter((inner) => parentOf(inner.element) === element).length < 2,
    );
    if (first === undefined) continue;
    const beside = others.filter(({ element, name }) => wordCount(name) > 1 && areTogether(element, first.element));
    return [...new Set([first, ...beside].map(({ name }) => name))].join("، ");
  }
  const line = judged.find(({ reason }) => reason === BYLINE)?.block.text;
  return line === undefined ? signedName(elements, judged) : correspondentIn(line);
}

/** Who is marked as the author right behind the text, before any heading of other matter. */
function signedName(elements: readonly Element[], judged: readonly Judged[]): string | undefined {
  const last = judged.findLast(({ kept }) => kept)?.block.path[0];
  if (last === undefined) return undefined;
  const from = elements.indexOf(last) + 1 + elementsWithin(last).length;
  const behind = elements.slice(from, from + ARTICLE.bylineBelow);
  const end = behind.findIndex(({ name }) => /^(?:h[1-6]|aside|footer)$/.test(name));
  for (const element of end < 0 ? behind : behind.slice(0, end)) {
    const { rel, itemprop } = element.attribs;
    const name = rel === "author" || itemprop === "author" ? nameWithin(element) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Authors that are told one by one stand in one element, or each in one of its own. */
function areTogether(element: Element, first: Element): boolean {
  const [place, another] = [parentOf(first), parentOf(element)];
  if (place === undefined || another === undefined) return false;
  return place === another || (parentOf(place) !== undefined && parentOf(place) === parentOf(another));
}

function linkedName(element: Element): string | undefined {
  const { rel, href = "" } = element.attribs;
  return rel === "author" || (element.name === "a" && AUTHOR_PATH.test(href)) ? nameWithin(element) : undefined;
}

function markedName(element: Element): string | undefined {
  const { itemprop, "data-hook": hook = "" } = element.attribs;
  return itemprop === "author" || AUTHOR_NAMES.test(`${namesOf(element)} ${hook}`)
    ? nameWithin(element, GENRE)
    : undefined;
}

function labelledName(element: Element): string | undefined {
  if (AUTHOR_ICON.test(element.attribs["class"] ?? ""))
    return element.next?.type === "text" ? nameIn(oneLine(element.next.data)) : undefined;
  const [first] = element.children;
  const text = first?.type === "text" ? oneLine(first.data.slice(0, ARTICLE.bylineUnits)) : "";
  return hasLabel(text) ? nameWithin(element) : undefined;
}

/** «العين ــ راشد النعيمي» beside the date; a caption has a place and its name too. */
function datedName(element: Element): string | undefined {
  const [first, another] = element.children;
  if (first?.type !== "text" || another !== undefined || first.data.length > ARTICLE.bylineUnits) return undefined;
  const name = correspondentIn(oneLine(first.data.replace(/\s\u0640+\s/u, " - ")));
  const isDate = (node: ChildNode) =>
    isElement(node) && node !== element && saysOnlyWhen(normalise(textWithin(node, ARTICLE.bylineUnits)));
  return name !== undefined && parentOf(element)?.children.some(isDate) ? name : undefined;
}

/** Of the first line of an element that names somebody. */
function nameWithin(element: Element, label = /^$/): string | undefined {
  for (const line of linesWithin(element, ARTICLE.bylineUnits)) {
    const name = nameIn(line.replace(label, ""));
    if (name !== undefined) return name;
  }
  return undefined;
}
