import { cleanText } from "../lib/arabic/clean.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { canonicalUrl, isHomePath, sameSite } from "../lib/url.ts";
import { blocksOf } from "./blocks.ts";
import { bodyOf } from "./body.ts";
import { bylineOf } from "./byline.ts";
import type { Draft } from "./draft.ts";
import { drawnText } from "./drawn-text.ts";
import { isFurnitureLine } from "./furniture.ts";
import { READ_ALSO_LINE } from "./headings.ts";
import { imageOf } from "./image.ts";
import { PAYWALL } from "./interruptions.ts";
import { withoutInvitations } from "./invitations.ts";
import { type LinkedArticle, NOTHING_LINKED, readLinkedArticle } from "./json-ld.ts";
import { feedParagraphs } from "./markup-text.ts";
import { canonicalOf, elementsNamed, metaContent, type PageTree, parsePage } from "./page-tree.ts";
import { publishedOf } from "./published-at.ts";
import { relatedOf } from "./related-links.ts";
import { parseStamp, type StampOptions } from "./stamp.ts";
import { ARTICLE } from "./thresholds.ts";
import { isOtherHeadline, titleOf } from "./title.ts";

/** What is known of a page before it is read. */
export interface ArticleOptions extends StampOptions {
  readonly sourceId: string;
}

/**
 * The article of a page; undefined where there is none, or where the page is beyond all bounds. Never
 * throws for what the page holds.
 */
export function extractArticle(html: string, url: string, options: ArticleOptions): Draft | undefined {
  const page = parsePage(html, url);
  return page && articleOf(page, options);
}

/** The article of a page that is parsed; undefined where there is none. */
export function articleOf(page: PageTree, options: ArticleOptions): Draft | undefined {
  const { title, linked } = titledOf(page);
  const blocks = blocksOf(page, title);
  const body = bodyOf(blocks, title, page.base);
  const paragraphs = fullestText(body.paragraphs, page, title, linked);
  if (title === "" && paragraphs.length === 0) return undefined;
  const address = addressOf(page);
  const published = publishedOf(page, blocks, body.headline, linked, options);
  const modified = metaContent(page, "article:modified_time", "og:updated_time") ?? linked.dateModified;
  const updated = modified === undefined ? undefined : parseStamp(modified, options);
  return {
    sourceId: options.sourceId,
    url: address,
    title,
    paragraphs,
    publishedAt: published?.at ?? null,
    publishedIso: published?.iso ?? null,
    updatedAt: updated !== undefined && published !== undefined && updated.at > published.at ? updated.at : null,
    imageUrl: imageOf(page, body, linked) ?? null,
    byline: bylineOf(page, body, title, linked) ?? null,
    section: sectionOf(page, linked),
    language: elementsNamed(page, "html")[0]?.attribs["lang"]?.trim() || null,
    related: relatedOf(page, body, address),
    paywalled:
      linked.paywalled ||
      /locked|metered/i.test(metaContent(page, "article:content_tier") ?? "") ||
      body.judged.some(({ reason }) => reason === PAYWALL),
    liveBlog: linked.liveBlog,
  };
}

/** The title of the page, and its data unless they are another article's. */
function titledOf(page: PageTree): { readonly title: string; readonly linked: LinkedArticle } {
  const linked = readLinkedArticle(page);
  const title = titleOf(page, linked);
  return { title, linked: isOtherHeadline(linked.headline ?? "", title) ? NOTHING_LINKED : linked };
}

/** The text of the page; what its data have where the page itself shows none or far less: it is drawn by a script, or cut off. */
function fullestText(
  shown: readonly string[],
  page: PageTree,
  title: string,
  { articleBody }: LinkedArticle,
): readonly string[] {
  const written = articleBody ?? (shown.length === 0 ? drawnText(page, title) : undefined);
  const shownUnits = unitsOf(shown);
  const isFuller = (told: readonly string[]) => shownUnits < unitsOf(told) * ARTICLE.shownShare;
  if (written === undefined || shownUnits >= written.length * ARTICLE.shownShare) return shown;
  const told = feedParagraphs(written);
  if (!isFuller(told)) return shown;
  const text = told.map(withoutInvitations).filter(isText);
  return isFuller(text) ? text : shown;
}

const unitsOf = (paragraphs: readonly string[]) => paragraphs.reduce((sum, { length }) => sum + length, 0);

function isText(told: string): boolean {
  const line = foldLetters(told);
  return told !== "" && !isFurnitureLine(line) && !(told.length < ARTICLE.furnitureUnits && READ_ALSO_LINE.test(line));
}

/** Why a block of the page was kept or dropped. */
export interface Explained {
  readonly kept: boolean;
  readonly reason: string;
  readonly text: string;
}

/** Every block of the page in order, with what became of it. */
export function explainArticle(html: string, url: string, _options: ArticleOptions): Explained[] {
  const page = parsePage(html, url);
  if (page === undefined) return [{ kept: false, reason: "too heavy", text: "" }];
  const { title, linked } = titledOf(page);
  const { judged, paragraphs } = bodyOf(blocksOf(page, title), title, page.base);
  const shown = judged.map(({ block, kept, reason }) => ({ kept, reason, text: block.text }));
  const told = fullestText(paragraphs, page, title, linked);
  if (told === paragraphs) return shown;
  return [
    ...shown.map((block) =>
      block.kept ? { ...block, kept: false, reason: "a beginning of the structured data's" } : block,
    ),
    ...told.map((text) => ({ kept: true, reason: "text of the structured data", text })),
  ];
}

/** The canonical address where it is on the same site and no other page's, else where the page was read. */
function addressOf(page: PageTree): string {
  const canonical = canonicalOf(page);
  if (canonical === undefined || !/^https?:/.test(page.url)) return canonical ?? page.url;
  const isHome = isHomePath(new URL(canonical).pathname) && !isHomePath(new URL(page.url).pathname);
  if (isHome || !sameSite(canonical, page.url)) return page.url;
  return canonicalUrl(canonical) === canonicalUrl(page.url) ? page.url : canonical;
}

function sectionOf(page: PageTree, linked: LinkedArticle): string | null {
  const section = metaContent(page, "article:section") ?? linked.section;
  return section === undefined ? null : cleanText(section) || null;
}
