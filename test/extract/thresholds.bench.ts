import { join } from "node:path";
import { articleOf } from "../../src/extract/article.ts";
import { listingOf } from "../../src/extract/listing.ts";
import { type PageTree, parsePage } from "../../src/extract/page-tree.ts";
import { ARTICLE, LISTING } from "../../src/extract/thresholds.ts";
import { type AnsweredArticle, corpusArticles, madeArticles, ownArticles, scoreArticle } from "./answered-articles.ts";
import { type AnsweredListing, corpusListings, ownListings, scoreListing } from "./answered-listings.ts";
import { foundIn, OPTIONS } from "./extractors.ts";

/** What is measured on a page, 0 to 1; undefined for what it has no answer to. */
type Measures = Readonly<Record<string, number | undefined>>;
type Numbers = Record<string, number>;

interface Sample {
  /** Sites are halved, not pages: those of one site are made alike. */
  readonly site: string;
  measure(): Measures;
}

/** When the made listings are read: they say «أمس». */
const SHOWN_AT = Date.parse("2026-11-23T12:00:00+03:00");
/** A page loses where a measure falls by more. */
const NOTICED = 0.001;

/** Two tables as text: how far each number of articles and of listings may be moved before an Arabic page loses anything. */
export async function thresholds(corpusDir: string | undefined): Promise<string> {
  const articles = [...ownArticles(), ...madeArticles()];
  const listings = ownListings();
  if (corpusDir !== undefined) {
    articles.push(...corpusArticles(join(corpusDir, "articles")).filter(({ arabic }) => arabic));
    listings.push(...corpusListings(join(corpusDir, "listings")));
  }
  return [
    tableOf("articles", ARTICLE, articles.map(articleSample)),
    tableOf("listings", LISTING, listings.map(listingSample)),
  ].join("\n\n");
}

function articleSample(answered: AnsweredArticle, at: number): Sample {
  const page = parsePage(answered.html, answered.url) as PageTree;
  const measure = () => {
    const draft = articleOf(page, OPTIONS);
    const { f1, title, day, image, related, byline, leaks } = scoreArticle(draft && foundIn(draft), answered);
    const missed = related && related.wrong + related.missed;
    return {
      body: f1,
      title: +title,
      day: flag(day),
      image: flag(image),
      "related links": missed === undefined ? undefined : 1 / (1 + missed),
      byline: flag(byline),
      "no leak": Number(!leaks),
    };
  };
  return { site: siteOf(answered.url, at), measure };
}

function listingSample(answered: AnsweredListing, at: number): Sample {
  const page = parsePage(answered.html, answered.url) as PageTree;
  const measure = () => {
    const { headlines } = listingOf(page, { ...OPTIONS, timeZone: "Asia/Riyadh", now: SHOWN_AT, selectors: null });
    const { f1, titles, times } = scoreListing(headlines, answered);
    return { headlines: f1, titles, times };
  };
  return { site: siteOf(answered.url, at), measure };
}

const flag = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));

/** Made pages have one address and are made by different programs. */
const siteOf = (url: string, at: number) => (url.includes(".example") ? `${at}` : new URL(url).hostname);

function tableOf(name: string, numbers: Numbers, samples: readonly Sample[]): string {
  const sites = [...new Set(samples.map(({ site }) => site))].sort();
  const half = (odd: number) => samples.filter(({ site }) => sites.indexOf(site) % 2 === odd);
  const halves = [half(0), half(1)] as const;
  const chosen = { ...numbers };
  const middles: readonly [Numbers, Numbers] = [{}, {}];
  const lines = Object.entries(chosen).map(([key, value]) => {
    const ranges = halves.map((half) => rangeOf(numbers, key, half));
    for (const [at, range] of ranges.entries()) (middles[at] as Numbers)[key] = middleOf(value, range);
    const low = ranges.reduce((a, b) => (a.low.holds >= b.low.holds ? a : b)).low;
    const high = ranges.reduce((a, b) => (a.high.holds <= b.high.holds ? a : b)).high;
    return `| ${key} | ${value} | ${shown(low.holds)} to ${shown(high.holds)} | ${low.lost} | ${high.lost} | ${[...new Set(ranges.flatMap(({ gained }) => gained))].join("; ")} |`;
  });
  const points = (half: readonly Sample[], other: Numbers) => {
    Object.assign(numbers, other);
    const measured = half.map((sample) => mean(Object.values(sample.measure()).filter((one) => one !== undefined)));
    Object.assign(numbers, chosen);
    return (100 * mean(measured)).toFixed(2);
  };
  return [
    `Numbers of ${name}, on ${samples.length} Arabic pages of ${sites.length} sites. Each alone is moved until a page loses something; what is lost then, and where a page gains on the way`,
    "",
    "| | chosen | nothing is lost from | below: pages that lose | above | gains |",
    "|---|---|---|---|---|---|",
    ...lines,
    "",
    `All numbers in the middle of what one half of the sites bears, on the other half: ${points(halves[1], middles[0])} and ${points(halves[0], middles[1])} of 100; the chosen ones there: ${points(halves[1], {})} and ${points(halves[0], {})}`,
  ].join("\n");
}

interface End {
  /** The last value at which no page loses. */
  readonly holds: number;
  /** What the next one costs: how many pages lose how much of what. */
  readonly lost: string;
}

interface Range {
  readonly low: End;
  readonly high: End;
  readonly gained: readonly string[];
}

/** How far a number can be moved to either side. */
function rangeOf(numbers: Numbers, key: string, samples: readonly Sample[]): Range {
  const value = numbers[key] as number;
  const before = samples.map((sample) => sample.measure());
  const gained: string[] = [];
  const walk = (steps: readonly number[]): End => {
    let holds = value;
    for (const step of steps) {
      numbers[key] = step;
      const after = samples.map((sample) => sample.measure());
      numbers[key] = value;
      const gain = changes(after, before);
      if (gain !== "") gained.push(`${shown(step)}: ${gain}`);
      const lost = changes(before, after);
      if (lost !== "") return { holds, lost: `${shown(step)}: ${lost}` };
      holds = step;
    }
    return { holds: steps.at(-1) ?? value, lost: "nobody" };
  };
  const steps = stepsAround(value);
  return {
    low: walk(steps.filter((step) => step < value).reverse()),
    high: walk(steps.filter((step) => step > value)),
    gained,
  };
}

/** Shares go to 1, counts far beyond what they are. */
function stepsAround(value: number): number[] {
  const factors = [0, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.95, 1.05, 1.1, 1.25, 1.5, 2, 3, 5, 20];
  const steps = factors.map((factor) => (Number.isInteger(value) ? Math.round(value * factor) : value * factor));
  const most = Number.isInteger(value) ? Number.POSITIVE_INFINITY : Math.max(1, 2 * value);
  return [...new Set(steps.map((step) => Math.min(step, most)))];
}

/** How many pages have less of what in the second list. */
function changes(before: readonly Measures[], after: readonly Measures[]): string {
  const counts = new Map<string, number>();
  for (const [at, measures] of before.entries())
    for (const [name, one] of Object.entries(measures))
      if ((one ?? 0) - (after[at]?.[name] ?? 0) > NOTICED) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(", ");
}

/** Between the ends; beside an end that no page sets, as far from the other as the chosen value is. */
function middleOf(value: number, { low, high }: Range): number {
  if (low.lost === "nobody" || high.lost === "nobody") return value;
  const middle = (low.holds + high.holds) / 2;
  return Number.isInteger(value) ? Math.round(middle) : middle;
}

const shown = (value: number) => String(Math.round(value * 1000) / 1000);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
