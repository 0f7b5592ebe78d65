import type { SourceDesk, SourceFinding } from "../desks.ts";
import { AppError, ExtractError, FetchError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import { newsSitemaps, wellKnownFeeds } from "../extract/well-known-feeds.ts";
import { canonicalUrl } from "../lib/url.ts";
import type { Clock, Page, Stores } from "../ports.ts";
import { firstPoll, usualEveryMs } from "../source/polling.ts";
import type { Source, SourceKind } from "../source/source.ts";
import { articleId } from "../story/article-id.ts";
import { fingerprint } from "../story/fingerprint.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../summarise/summary.ts";
import type { Cards } from "./cards.ts";
import { readArticle } from "./read-article.ts";
import { readHeadlinePage, type Web } from "./read-source.ts";

const PREVIEW_COUNT = 3;
/** Of the feeds a page names so many are tried, and so many well-known addresses. */
const FEEDS_TRIED = 3;
const WELL_KNOWN_TRIED = 4;
const SITEMAPS_TRIED = 2;

/** A source that was found, with what it shows now. */
interface Found {
  readonly source: Source;
  readonly headlines: readonly Headline[];
}

/** Finds, tries, adds and watches sources. `defaults`: for a site that does not say where it is at home. */
export function createSourceDesk(deps: {
  stores: Stores;
  web: Web;
  cards: Cards;
  clock: Clock;
  defaults: { timeZone: string; locale: string };
  /** Called after a change, so that a new source is read at once. */
  onChange: () => void;
}): SourceDesk {
  const { stores, web, cards, clock, defaults, onChange } = deps;

  async function read(url: string, signal: AbortSignal): Promise<Page> {
    const outcome = await web.fetcher.fetch({ url, validators: null }, signal);
    if (outcome.kind === "fresh") return outcome.page;
    throw new FetchError("paused", url, outcome.kind === "wait" ? outcome : {});
  }

  /** A source for what was found at `page`, read as `kind`. */
  async function newSource(page: Page, home: Page, kind: SourceKind, title: string): Promise<Source> {
    const isPage = kind === "listing" || page !== home;
    const site = isPage ? await web.reader.site(home) : { name: title, language: null };
    const homeUrl = isPage ? home.url : new URL("/", page.url).href;
    const name = site.name || title || new URL(page.url).hostname;
    return {
      id: await freeId(new URL(page.url).hostname),
      name,
      nameAr: name,
      nameEn: name,
      homeUrl,
      kind,
      url: page.url,
      selectors: null,
      timeZone: defaults.timeZone,
      everyMs: usualEveryMs(kind),
      topics: ["general"],
      country: "",
      language: site.language ?? defaults.locale,
      enabled: true,
      addedBy: "",
    };
  }

  /** A short id that is not taken: the site's name, with a number where needed. */
  async function freeId(hostname: string): Promise<string> {
    const base = hostname
      .replace(/^www\./, "")
      .replace(/[^a-z0-9]+/gi, "-")
      .toLowerCase();
    for (let number = 1; ; number++) {
      const id = number === 1 ? base : `${base}-${number}`;
      if ((await stores.sources.get(id)) === undefined) return id;
    }
  }

  async function asSource(page: Page, home: Page, signal: AbortSignal): Promise<Found | undefined> {
    const nobody = { id: "", timeZone: defaults.timeZone, selectors: null };
    const reading = await readHeadlinePage(web, page, nobody, clock.now(), signal);
    if (reading === undefined || reading.headlines.length === 0) return undefined;
    const source = await newSource(page, home, reading.kind, reading.title);
    return { source, headlines: reading.headlines.map((headline) => ({ ...headline, sourceId: source.id })) };
  }

  /** The first of these addresses that is a feed. An address that fails is passed over. */
  async function firstFeed(urls: readonly string[], home: Page, signal: AbortSignal): Promise<Found | undefined> {
    for (const url of urls) {
      if (signal.aborted) return undefined;
      try {
        const found = await asSource(await read(url, signal), home, signal);
        if (found !== undefined && found.source.kind !== "listing") return found;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
    return undefined;
  }

  async function sitemapsOf(home: Page, signal: AbortSignal): Promise<string[]> {
    try {
      const robots = await read(new URL("/robots.txt", home.url).href, signal);
      return newsSitemaps(robots.html, robots.url);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return [];
    }
  }

  /** The feed behind the page, by its own links, by well-known addresses, or the sitemap of its news; else the page as a listing. */
  async function discover(url: string, signal: AbortSignal): Promise<Found[]> {
    const page = await read(url, signal);
    let direct: Found | undefined;
    let failure: unknown;
    try {
      direct = await asSource(page, page, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError)) throw error;
      failure = error; // a page that is too heavy may have a feed that is not
    }
    if (direct !== undefined && direct.source.kind !== "listing") return [direct];
    const linked = (await web.reader.feeds(page)).slice(0, FEEDS_TRIED);
    const feed =
      (await firstFeed(linked, page, signal)) ??
      (await firstFeed(wellKnownFeeds(page.url).slice(0, WELL_KNOWN_TRIED), page, signal)) ??
      (await firstFeed((await sitemapsOf(page, signal)).slice(0, SITEMAPS_TRIED), page, signal));
    if (feed === undefined && failure !== undefined) throw failure;
    return [feed, direct].filter((found) => found !== undefined);
  }

  async function preview({ source, headlines }: Found, signal: AbortSignal) {
    const shown = [];
    for (const headline of headlines.slice(0, PREVIEW_COUNT)) {
      const now = clock.now();
      const outcome = await readArticle(web, source, headline, { lastTry: true, now, signal });
      if (outcome.kind !== "read") continue;
      const { reading } = outcome;
      const article = {
        ...reading,
        id: articleId(reading.url),
        publishedAt: reading.publishedAt ?? now,
        firstSeenAt: now,
        fingerprint: fingerprint(reading.title, reading.paragraphs),
        backlog: false,
      };
      const options = { locale: defaults.locale, summary: DEFAULT_SUMMARY_LIMITS, now };
      shown.push(await cards.ofArticle(article, new Map([[source.id, source]]), options));
    }
    return shown;
  }

  const nothing = (failure: string): SourceFinding => ({ candidates: [], headlineCount: 0, preview: [], failure });

  async function find(url: string, signal: AbortSignal): Promise<SourceFinding> {
    try {
      const found = await discover(url, signal);
      const best = found[0];
      if (best === undefined) return nothing("no-headlines");
      const candidates = found.map((entry) => entry.source);
      return { candidates, headlineCount: best.headlines.length, preview: await preview(best, signal), failure: null };
    } catch (error) {
      if (error instanceof FetchError || error instanceof ExtractError) return nothing(error.failure);
      throw error;
    }
  }

  /** The source that reads this address already, by its feed or by its home. */
  async function existing(url: string): Promise<Source | undefined> {
    const wanted = canonicalUrl(url);
    for await (const [, source] of stores.sources.entries())
      if (canonicalUrl(source.url) === wanted || canonicalUrl(source.homeUrl) === wanted) return source;
    return undefined;
  }

  async function makeDue(source: Source): Promise<void> {
    await stores.polls.put(source.id, { ...(await stores.polls.get(source.id)), ...firstPoll(source.id, clock.now()) });
    await stores.sources.put(source.id, source);
    onChange();
  }

  return {
    async list() {
      const sources: Source[] = [];
      for await (const [, source] of stores.sources.entries()) sources.push(source);
      sources.sort((a, b) => Number(b.enabled) - Number(a.enabled) || a.id.localeCompare(b.id));
      const polls = await stores.polls.getMany(sources.map((source) => source.id));
      return sources.map((source, index) => ({ source, poll: polls[index] }));
    },
    async test(query, signal) {
      const known = await stores.sources.get(query);
      return find(known?.url ?? query, signal);
    },
    async add(url, addedBy, signal) {
      const before = await existing(url);
      const finding = await find(url, signal);
      const source = finding.candidates[0];
      if (source === undefined) return { kind: "failed", finding };
      const known = before ?? (await existing(source.url));
      if (known !== undefined) {
        // A source of the catalogue that was switched off is switched on by adding it.
        if (!known.enabled) await makeDue({ ...known, enabled: true });
        return { kind: known.enabled ? "exists" : "added", source: { ...known, enabled: true }, finding };
      }
      const added = { ...source, addedBy };
      await makeDue(added);
      return { kind: "added", source: added, finding };
    },
    async remove(id) {
      if ((await stores.sources.get(id)) === undefined) return false;
      await stores.sources.delete(id);
      await stores.polls.delete(id);
      onChange();
      return true;
    },
    async enable(id, enabled) {
      const source = await stores.sources.get(id);
      if (source === undefined) return false;
      if (enabled) await makeDue({ ...source, enabled });
      else await stores.sources.put(id, { ...source, enabled });
      return true;
    },
  };
}
