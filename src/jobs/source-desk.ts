import type { SourceDesk, SourceFinding } from "../desks.ts";
import { ExtractError, FetchError } from "../errors.ts";
import { canonicalUrl } from "../lib/url.ts";
import type { Clock, Stores } from "../ports.ts";
import { firstPoll } from "../source/polling.ts";
import type { Source } from "../source/source.ts";
import { articleId } from "../story/article-id.ts";
import { fingerprint } from "../story/fingerprint.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../summarise/summary.ts";
import type { Cards } from "./cards.ts";
import { createDiscovery, type Found } from "./discovery.ts";
import { readArticle } from "./read-article.ts";
import type { Web } from "./read-source.ts";

const PREVIEW_COUNT = 3;

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
  const discovery = createDiscovery({ web, clock, defaults, freeId });

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
      const found = await discovery.find(url, signal);
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
