import { AppError, FetchError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import { newsSitemaps, wellKnownFeeds } from "../extract/well-known-feeds.ts";
import type { Clock, Page } from "../ports.ts";
import { usualEveryMs } from "../source/polling.ts";
import type { Source, SourceKind } from "../source/source.ts";
import { readHeadlinePage, type Web } from "./read-source.ts";

/** Of the feeds a page names so many are tried, and so many well-known addresses. */
const FEEDS_TRIED = 3;
const WELL_KNOWN_TRIED = 4;
const SITEMAPS_TRIED = 2;

/** A source that was found, with what it shows now. */
export interface Found {
  readonly source: Source;
  readonly headlines: readonly Headline[];
}

/** Finds what can be read behind an address. */
export interface Discovery {
  /**
   * The feed behind the page, by its own links, by well-known addresses, or the sitemap of its news; then the page as a listing.
   * Nothing where the page is none. Throws `FetchError` and `ExtractError` when it cannot be read.
   */
  find(url: string, signal: AbortSignal): Promise<Found[]>;
}

/** `freeId` makes an id that no source has of a site's name; `defaults`: for a site that does not say where it is at home. */
export function createDiscovery(deps: {
  web: Web;
  clock: Clock;
  defaults: { timeZone: string; locale: string };
  freeId: (hostname: string) => Promise<string>;
}): Discovery {
  const { web, clock, defaults, freeId } = deps;

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

  return {
    async find(url, signal) {
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
    },
  };
}
