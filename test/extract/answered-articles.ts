import { globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { decodeBody } from "../../src/fetch/charset.ts";
import { normalise } from "../../src/lib/arabic/normalise.ts";
import { absoluteUrl, canonicalUrl } from "../../src/lib/url.ts";
import { STORY, TEMPLATE_URL, TEMPLATES } from "./article-templates.ts";
import type { FamilyPage } from "./family-page.ts";
import { FURTHER_PAGES } from "./further-pages.ts";
import { HARD_PAGES } from "./hard-pages.ts";
import { INTERLUDE_PAGES } from "./interlude-pages.ts";
import { FAMILY_URL, SITE_FAMILIES } from "./site-families.ts";
import { BYLINE_PAGES, DATE_PAGES, OPENINGS, TABLE_PAGES, TEXT_PARTS } from "./text-parts.ts";

type Link = { readonly url: string; readonly title: string };

/** An article page with the answers that a person gave. */
export interface AnsweredArticle {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly html: string;
  readonly url: string;
  readonly arabic: boolean;
  readonly titles: readonly string[];
  readonly body: string;
  /** Text that is neither right nor wrong. */
  readonly neutral: string;
  /** `2026-11-23`; empty where no day is known. */
  readonly days: readonly string[];
  readonly images: readonly string[];
  /** Undefined where nobody looked. */
  readonly related: readonly Link[] | undefined;
  readonly relatedNeutral: readonly Link[];
  /** Undefined where nobody looked. */
  readonly byline: string | null | undefined;
}

/** What an extractor finds on a page. */
export interface FoundArticle {
  readonly title: string;
  readonly body: string;
  readonly day: string;
  readonly image: string;
  readonly related: readonly Link[] | undefined;
  readonly byline?: string | null;
}

/** One page's result; undefined for what the page has no answer to. */
export interface ArticleScore {
  /** Of words, each counted as often as it stands. */
  readonly f1: number;
  readonly title: boolean;
  readonly day: boolean | undefined;
  readonly image: boolean | undefined;
  readonly related: { readonly right: number; readonly wrong: number; readonly missed: number } | undefined;
  readonly byline: boolean | undefined;
  /** A related headline stands in the text. */
  readonly leaks: boolean;
}

/** The answered pages of a folder of `*.html` and `*.gold.json`. */
export function corpusArticles(dir: string): AnsweredArticle[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(".gold.json"))
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(dir, file), "utf8"));
      const bytes = readFileSync(join(dir, file.replace(".gold.json", ".html")));
      const contentType = gold.http_content_type ?? "";
      return {
        bytes,
        contentType,
        html: decodeBody(bytes, contentType).text,
        url: gold.url,
        arabic: gold.lang === "ar",
        titles: [gold.title, ...(gold.title_ok ?? [])],
        body: gold.body.join("\n"),
        neutral: (gold.body_optional ?? []).join("\n"),
        days: [gold.date, ...(gold.date_ok ?? [])].filter(Boolean),
        images: [gold.image, ...(gold.image_ok ?? [])].filter(Boolean),
        related: gold.no_related_gold ? undefined : [...(gold.related ?? []), ...(gold.related_inline ?? [])],
        relatedNeutral: gold.related_neutral ?? [],
        byline: undefined,
      };
    });
}

/** The article pages of the tests. */
export function ownArticles(): AnsweredArticle[] {
  const root = join(import.meta.dirname, "../fixtures/articles");
  return globSync("*/*/source.html", { cwd: root }).map((file) => {
    const bytes = readFileSync(join(root, file));
    const answers = JSON.parse(readFileSync(join(root, dirname(file), "expected.json"), "utf8"));
    const { url } = JSON.parse(readFileSync(join(root, dirname(file), "page.json"), "utf8"));
    return {
      bytes,
      contentType: "",
      html: decodeBody(bytes, "").text,
      url,
      arabic: true,
      titles: [answers.title],
      body: answers.paragraphs.join("\n"),
      neutral: "",
      days: typeof answers.publishedIso === "string" ? [answers.publishedIso.slice(0, 10)] : [],
      images: typeof answers.imageUrl === "string" ? [answers.imageUrl] : [],
      related: answers.related,
      relatedNeutral: [],
      byline: answers.byline,
    };
  });
}

/** The made pages: of site families, with one trouble each, of templates. */
export function madeArticles(): AnsweredArticle[] {
  const templates = Object.values(TEMPLATES).map((html) => ({ ...STORY, html, url: TEMPLATE_URL, byline: undefined }));
  const families = [
    SITE_FAMILIES,
    HARD_PAGES,
    FURTHER_PAGES,
    INTERLUDE_PAGES,
    TEXT_PARTS,
    TABLE_PAGES,
    OPENINGS,
    BYLINE_PAGES,
    DATE_PAGES,
  ]
    .flatMap(Object.values<FamilyPage>)
    .map((page) => ({
      ...page,
      url: FAMILY_URL,
    }));
  return [...templates, ...families].map(({ html, url, title, paragraphs, day, image, related, byline }) => ({
    bytes: new Uint8Array(),
    contentType: "",
    html,
    url,
    arabic: true,
    titles: [title],
    body: paragraphs.join("\n"),
    neutral: "",
    days: [day],
    images: [image],
    related: related.map((path) => ({ url: new URL(path, url).href, title: "" })),
    relatedNeutral: [],
    byline,
  }));
}

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
const titleKey = (title: string) =>
  normalise(title)
    .replace(/[«»"“”'‘’…–—-]/g, "")
    .replace(/\s+/g, " ")
    .trim();
const linkKey = (url: string, base: string) => canonicalUrl(absoluteUrl(url, base) ?? url);

/** How often each word stands in a text. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of tidy(text).split(" ")) if (word !== "") words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** Compares what was found with the answers. */
export function scoreArticle(found: FoundArticle | undefined, page: AnsweredArticle): ArticleScore {
  const [got, right, neutral] = [wordsOf(found?.body ?? ""), wordsOf(page.body), wordsOf(page.neutral)];
  let hits = 0;
  let counted = 0;
  for (const [word, count] of got) {
    const both = Math.min(count, right.get(word) ?? 0);
    hits += both;
    counted += count - Math.min(count - both, neutral.get(word) ?? 0);
  }
  const total = right.values().reduce((sum, count) => sum + count, 0);
  const precision = counted === 0 ? 0 : hits / counted;
  const recall = total === 0 ? 0 : hits / total;
  const body = tidy(found?.body ?? "");
  const answer = tidy(`${page.body} ${page.neutral}`);
  return {
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    title: page.titles.some((title) => titleKey(title) === titleKey(found?.title ?? "")),
    day: page.days.length === 0 ? undefined : page.days.includes(found?.day ?? ""),
    image:
      page.images.length === 0
        ? undefined
        : page.images.some((image) => isSameImage(image, found?.image ?? "", page.url)),
    related: scoreRelated(found, page),
    byline: page.byline === undefined ? undefined : (found?.byline ?? null) === page.byline,
    leaks: (page.related ?? []).some(
      ({ title }) => title.length > 14 && body.includes(tidy(title)) && !answer.includes(tidy(title)),
    ),
  };
}

function scoreRelated(found: FoundArticle | undefined, page: AnsweredArticle): ArticleScore["related"] {
  if (page.related === undefined || found?.related === undefined) return undefined;
  const right = new Set(page.related.map(({ url }) => linkKey(url, page.url)));
  const neutral = new Set(page.relatedNeutral.map(({ url }) => linkKey(url, page.url)));
  const got = new Set(found.related.map(({ url }) => linkKey(url, page.url)));
  const hits = got.intersection(right).size;
  return { right: hits, wrong: got.difference(right).difference(neutral).size, missed: right.size - hits };
}

/** The same path, or the same file name if it is long enough to be one picture's. */
function isSameImage(a: string, b: string, base: string): boolean {
  const [left, right] = [a, b].map((image) =>
    decodeURI(new URL(absoluteUrl(image, base) ?? base).pathname).toLowerCase(),
  );
  const name = left?.split("/").at(-1) ?? "";
  return (
    left === right ||
    (name.length > 9 && !/^(?:image|index|default|cover)\b/.test(name) && name === right?.split("/").at(-1))
  );
}
