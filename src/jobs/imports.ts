import { shortHash } from "../lib/hash.ts";
import type { Clock, SearchIndex, Stores } from "../ports.ts";
import { articleId } from "../story/article-id.ts";
import { articleOf, type Reading, readingOf } from "./reading.ts";
import type { Shelf } from "./shelf.ts";

/** Settings: the ids of articles that were offered and belong to no story yet, in a line. */
const OFFERED = "offered:";
/** The setting that holds which of these was written last. */
const LAST_OFFERED = "lastOffered";
/** So many are taken in at a time: readers and deliveries do not wait long for one write of them. */
const TAKEN_IN = 20;

/**
 * Articles that another process brings: that process keeps and indexes them, and the one writer of stories takes them in, so that
 * they arrive like any other news.
 */
export interface Imports {
  /** Keeps articles, found by search at once; cut short, doing it again completes it. Answers how many were not known before. */
  offer(readings: readonly Reading[]): Promise<number>;
  /** Gives what was offered its place among the stories. Answers how many arrived. */
  takeIn(signal?: AbortSignal): Promise<number>;
}

/** `retentionMs`: how long articles stay. */
export function createImports(deps: {
  stores: Stores;
  search: SearchIndex;
  shelf: Pick<Shelf, "keepAll" | "known">;
  clock: Clock;
  retentionMs: number;
}): Imports {
  const { stores, search, shelf, clock, retentionMs } = deps;
  const offered = new Set<string>();
  /** Offered by others before our first offer: written again, should that have been cut short, but not counted. */
  let waitingBefore: ReadonlySet<string> | undefined;
  /** What was offered up to here has been taken in. */
  let takenIn: unknown;

  /** What was offered and is not taken in, whoever offered it. */
  async function waiting(): Promise<[key: string, ids: string[]][]> {
    const offers: [key: string, ids: string[]][] = [];
    for await (const [key, ids] of stores.settings.entries())
      if (key.startsWith(OFFERED)) offers.push([key, String(ids).split(" ")]);
    return offers;
  }

  return {
    async offer(readings) {
      waitingBefore ??= new Set((await waiting()).flatMap(([, ids]) => ids));
      const now = clock.now();
      const byId = new Map(readings.map((reading) => [articleId(reading.url), reading]));
      const known = await shelf.known([...byId.keys()]);
      const articles = [...byId]
        .filter(([id], index) => !known[index] && !offered.has(id))
        .map(([, reading]) => articleOf(reading, now));
      if (articles.length === 0) return 0;
      const expiresAt = now + retentionMs;
      await stores.articles.putMany(articles.map((article) => ({ key: article.id, value: article, expiresAt })));
      search.add(articles);
      const ids = articles.map(({ id }) => id).join(" ");
      const key = `${OFFERED}${shortHash(ids)}`;
      await stores.settings.put(key, ids, expiresAt);
      await stores.settings.put(LAST_OFFERED, key);
      for (const { id } of articles) offered.add(id);
      return articles.filter(({ id }) => !waitingBefore?.has(id)).length;
    },
    async takeIn(signal) {
      const last = await stores.settings.get(LAST_OFFERED);
      if (last === takenIn) return 0;
      let count = 0;
      for (const [key, ids] of await waiting()) {
        for (let start = 0; start < ids.length; start += TAKEN_IN) {
          if (signal?.aborted) return count;
          const articles = await stores.articles.getMany(ids.slice(start, start + TAKEN_IN));
          count += await shelf.keepAll(
            articles.flatMap((article) => (article === undefined ? [] : [{ reading: readingOf(article) }])),
          );
        }
        await stores.settings.delete(key);
      }
      takenIn = last;
      return count;
    },
  };
}
