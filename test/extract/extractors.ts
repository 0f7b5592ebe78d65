import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { load } from "cheerio";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { extractArticle } from "../../src/extract/article.ts";
import type { Draft } from "../../src/extract/draft.ts";
import type { FoundArticle } from "./answered-articles.ts";

type Extractor = (html: string, url: string) => Promise<FoundArticle | undefined> | FoundArticle | undefined;

/** With what answered pages are read. */
export const OPTIONS = { sourceId: "bench", timeZone: "UTC", now: Date.UTC(2026, 11, 31) };

/** Ours and the general ones, by name. */
export const EXTRACTORS: Readonly<Record<string, Extractor>> = {
  "Readability + linkedom": readWithReadability,
  defuddle: readWithDefuddle,
  "article-extractor": readWithArticleExtractor,
  Mujaz: readOurs,
};

/** An article as ours reads it. */
export function readOurs(html: string, url: string): FoundArticle | undefined {
  const draft = extractArticle(html, url, OPTIONS);
  return draft && foundIn(draft);
}

/** What is compared of a draft. */
export function foundIn({ title, paragraphs, publishedIso, imageUrl, related, byline }: Draft): FoundArticle {
  const day = publishedIso?.slice(0, 10) ?? "";
  return { title, body: paragraphs.join("\n"), day, image: imageUrl ?? "", related, byline };
}

function readWithReadability(html: string, url: string): FoundArticle | undefined {
  const { document } = parseHTML(html);
  Object.defineProperty(document, "baseURI", { value: url });
  Object.defineProperty(document, "documentURI", { value: url });
  const article = new Readability(document as never).parse();
  return article === null
    ? undefined
    : {
        title: article.title ?? "",
        body: textOf(article.content ?? ""),
        day: dayOf(article.publishedTime),
        image: "",
        related: undefined,
      };
}

async function readWithDefuddle(html: string, url: string): Promise<FoundArticle> {
  const { document } = parseHTML(html);
  const article = await Defuddle(document as never, url, { useAsync: false });
  return {
    title: article.title,
    body: textOf(article.content),
    day: dayOf(article.published),
    image: article.image,
    related: undefined,
  };
}

async function readWithArticleExtractor(html: string, url: string): Promise<FoundArticle | undefined> {
  const article = await extractFromHtml(html, url).catch(() => null);
  return article === null
    ? undefined
    : {
        title: article.title ?? "",
        body: textOf(article.content ?? ""),
        day: dayOf(article.published),
        image: article.image ?? "",
        related: undefined,
      };
}

/** The text of markup, a line for each block. */
function textOf(html: string): string {
  const $ = load(
    html.replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/blockquote|\/tr|\/td|\/pre|\/figcaption)\b[^>]*>/g, "$&\n"),
  );
  return $.text();
}

const dayOf = (date: string | null | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0] ?? "";
