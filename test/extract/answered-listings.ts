import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Headline } from "../../src/extract/draft.ts";
import { decodeBody } from "../../src/fetch/charset.ts";
import { normalise } from "../../src/lib/arabic/normalise.ts";
import { absoluteUrl, canonicalUrl } from "../../src/lib/url.ts";
import { SITE_LISTINGS } from "./listing-families.ts";
import { CARDS, DECOYS, newsPage, SHOWN } from "./listing-pages.ts";

/** A page of headlines with the answers that a person gave. */
export interface AnsweredListing {
  readonly html: string;
  readonly url: string;
  readonly answers: ReadonlyMap<string, string>;
  /** Neither right nor wrong. */
  readonly neutral: ReadonlySet<string>;
  /** By the same keys; where somebody looked. */
  readonly days?: ReadonlyMap<string, string>;
}

/** What was found on it. */
export type FoundLinks = readonly (Pick<Headline, "url" | "title"> & Partial<Pick<Headline, "publishedIso">>)[];

const SITE = "https://www.marfa.example/";
const plain = (title: string) =>
  normalise(title)
    .replace(/[«»"“”'‘’…–—-]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Compares the links that were found with the answers, 0 to 1; `titles`: of those that are right; `times`: their days. */
export function scoreListing(links: FoundLinks, { url, answers, neutral, days }: AnsweredListing) {
  const found = new Map(
    links.map((link) => [canonicalUrl(absoluteUrl(link.url, url) ?? ""), link.title]).reverse() as [string, string][],
  );
  const right = [...found].filter(([key]) => answers.has(key));
  const wrong = [...found].filter(([key]) => !answers.has(key) && !neutral.has(key));
  const exact = right.filter(([key, title]) => plain(title) === plain(answers.get(key) as string));
  const dated = links.filter((link) => link.publishedIso?.slice(0, 10) === days?.get(canonicalUrl(link.url)));
  const precision = right.length / (right.length + wrong.length || 1);
  const recall = right.length / answers.size;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    titles: exact.length / (right.length || 1),
    times: days && dated.length / days.size,
  };
}

/** The listing pages of the tests: every make of card, what is no headline among those of the first, and pages of made-up sites. */
export function ownListings(): AnsweredListing[] {
  const answers = new Map(SHOWN.map(({ path, title }) => [canonicalUrl(new URL(path, SITE).href), title]));
  const days = new Map(SHOWN.map(({ path, iso }) => [canonicalUrl(new URL(path, SITE).href), iso.slice(0, 10)]));
  const matters = Object.entries(CARDS).map(([kind, card]) => {
    const cards = SHOWN.map(card).join("\n");
    return kind === "a table" ? `<table><tbody>${cards}</tbody></table>` : cards;
  });
  const [plain = ""] = matters;
  const pages = [...matters, ...DECOYS.map(({ html }) => html + plain)].map((matter) => ({
    html: newsPage(matter),
    url: SITE,
    answers,
    days,
    neutral: new Set<string>(),
  }));
  const families = SITE_LISTINGS.map(({ html, url, answers: shown }) => ({
    html,
    url,
    answers: new Map(Object.entries(shown).map(([address, title]) => [canonicalUrl(address), title])),
    neutral: new Set<string>(),
  }));
  return [...pages, ...families];
}

/** The answered pages of a folder of `*.html` and `*.gold.json`. */
export function corpusListings(dir: string): AnsweredListing[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(".gold.json"))
    .map((file) => {
      const gold = JSON.parse(readFileSync(join(dir, file), "utf8")) as {
        url: string;
        items: { url: string; title: string }[];
        neutral?: string[];
      };
      const key = (address: string) => canonicalUrl(absoluteUrl(address, gold.url) ?? "");
      return {
        html: decodeBody(readFileSync(join(dir, file.replace(".gold.json", ".html"))), "").text,
        url: gold.url,
        answers: new Map(gold.items.map(({ url, title }) => [key(url), title])),
        neutral: new Set((gold.neutral ?? []).map(key)),
      };
    });
}
