import { join } from "node:path";
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { load } from "cheerio";
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import { extractArticle } from "../../src/extract/article.ts";
import {
  type AnsweredArticle,
  corpusArticles,
  type FoundArticle,
  ownArticles,
  scoreArticle,
} from "./answered-articles.ts";

type Extractor = (html: string, url: string) => Promise<FoundArticle | undefined> | FoundArticle | undefined;

const NOW = Date.UTC(2026, 11, 31);
const EXTRACTORS: Readonly<Record<string, Extractor>> = {
  "Readability + linkedom": readWithReadability,
  defuddle: readWithDefuddle,
  "article-extractor": readWithArticleExtractor,
  Mujaz: readOurs,
};

/** Two tables as text: articles of pages, ours beside general extractors on the same pages; encodings, ours beside declared ones. */
export async function readingArticles(corpusDir: string | undefined): Promise<string> {
  if (corpusDir === undefined) return articleTable("Pages of the tests", ownArticles());
  const tables = [
    await articleTable(
      "Arabic pages",
      corpusArticles(join(corpusDir, "articles")).filter(({ arabic }) => arabic),
    ),
    await articleTable("Pages in other languages", corpusArticles(join(corpusDir, "control"))),
    encodingTable(corpusArticles(join(corpusDir, "encodings"))),
  ];
  return tables.join("\n\n");
}

async function articleTable(name: string, pages: readonly AnsweredArticle[]): Promise<string> {
  const parse = median(pages.map(({ html }) => timed(() => load(html)).ms));
  const lines: string[] = [];
  for (const [extractor, read] of Object.entries(EXTRACTORS)) {
    const times: number[] = [];
    const scores = [];
    let peakBytes = 0;
    for (const page of pages) {
      await read(page.html, page.url); // once before it is timed: the first pages pay for compilation
      const startedAt = performance.now();
      const found = await read(page.html, page.url);
      times.push(performance.now() - startedAt);
      peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed);
      scores.push(scoreArticle(found, page));
    }
    const share = (values: readonly (boolean | undefined)[]) => {
      const asked = values.filter((value) => value !== undefined);
      return `${asked.filter(Boolean).length}/${asked.length}`;
    };
    const related = scores.flatMap((score) => score.related ?? []);
    const sum = (pick: (one: (typeof related)[number]) => number) =>
      related.reduce((total, one) => total + pick(one), 0);
    const right = sum((one) => one.right);
    const relatedF1 =
      related.length === 0 ? "none" : percent((2 * right) / (2 * right + sum((one) => one.wrong + one.missed) || 1));
    const f1 = percent(scores.reduce((total, score) => total + score.f1, 0) / scores.length);
    lines.push(
      `| ${extractor} | ${f1} | ${share(scores.map((score) => score.title))} | ${share(scores.map((score) => score.day))} | ${share(scores.map((score) => score.image))} | ${relatedF1} | ${scores.filter((score) => score.leaks).length} | ${median(times).toFixed(1)} | ${Math.round(peakBytes / 1e6)} |`,
    );
  }
  return [
    `${name}: ${pages.length}; cheerio alone parses one in ${parse.toFixed(1)} ms (median)`,
    "",
    "| | body F1 | title | day | image | related F1 | leaks | ms, median | heap, MB |",
    "|---|---|---|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

function encodingTable(pages: readonly AnsweredArticle[]): string {
  const rows: readonly (readonly [string, (page: AnsweredArticle) => string])[] = [
    ["always UTF-8", ({ bytes }) => new TextDecoder().decode(bytes)],
    ["header, then early meta", ({ bytes, contentType }) => decodeAsDeclared(bytes, contentType)],
    ["Mujaz", ({ html }) => html],
  ];
  const lines = rows.map(([name, decode]) => {
    const scores = pages.map((page) => scoreArticle(readOurs(decode(page), page.url), page).f1);
    return `| ${name} | ${percent(scores.reduce((sum, f1) => sum + f1, 0) / scores.length)} |`;
  });
  return [`Encodings: ${pages.length} pages, one extractor`, "", "| | body F1 |", "|---|---|", ...lines].join("\n");
}

function decodeAsDeclared(bytes: Uint8Array, contentType: string): string {
  const early = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const charset = /charset=["']?([\w-]+)/i;
  return new TextDecoder((charset.exec(contentType) ?? charset.exec(early))?.[1] ?? "utf-8").decode(bytes);
}

function readOurs(html: string, url: string): FoundArticle | undefined {
  const draft = extractArticle(html, url, { sourceId: "bench", timeZone: "UTC", now: NOW });
  return (
    draft && {
      title: draft.title,
      body: draft.paragraphs.join("\n"),
      day: draft.publishedIso?.slice(0, 10) ?? "",
      image: draft.imageUrl ?? "",
      related: draft.related,
    }
  );
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
const percent = (ratio: number) => (100 * ratio).toFixed(1);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

function timed<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const startedAt = performance.now();
  const result = run();
  return { result, ms: performance.now() - startedAt };
}
