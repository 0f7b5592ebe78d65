import type { Logger, SearchIndex, Stores } from "../ports.ts";
import { SEEDED_AT, type Shelf } from "./shelf.ts";

/** So many articles are looked up, and so many added, before the bot has a turn. */
const LOOKED_UP = 500;
const ADDED = 10;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Gives the index what it lacks, and answers how many articles that were: all that is kept, where it is new; else those that were kept
 * and not indexed when the process was killed. What became too old while none ran, or was not removed when it was killed, leaves it.
 */
export function createSearchFilling(deps: {
  stores: Pick<Stores, "articles" | "settings">;
  search: SearchIndex;
  shelf: Pick<Shelf, "stories">;
  logger: Logger;
}): () => Promise<number> {
  const { stores, search, shelf, logger } = deps;

  async function* allArticles() {
    for await (const [, article] of stores.articles.entries()) yield article;
  }

  const toldIds = () => shelf.stories().flatMap(({ tellings }) => tellings.map(({ articleId }) => articleId));

  async function addLacking(): Promise<number> {
    const told = toldIds();
    const lacking: string[] = [];
    for (let start = 0; start < told.length; start += LOOKED_UP) {
      lacking.push(...search.lacks(told.slice(start, start + LOOKED_UP)));
      await turn();
    }
    let count = 0;
    for (let start = 0; start < lacking.length; start += ADDED) {
      const kept = await stores.articles.getMany(lacking.slice(start, start + ADDED));
      const articles = kept.filter((article) => article !== undefined);
      search.add(articles);
      count += articles.length;
    }
    return count;
  }

  async function removeGone(): Promise<void> {
    const told = new Set(toldIds());
    for (let ids = search.held("", LOOKED_UP); ids.length > 0; ids = search.held(ids.at(-1) as string, LOOKED_UP)) {
      // No story has what another process has just brought in.
      const untold = ids.filter((id) => !told.has(id));
      const kept = await stores.articles.getMany(untold);
      search.remove(untold.filter((_, index) => kept[index] === undefined));
      await turn();
    }
  }

  return async () => {
    // A copy that was put in the place of another store brings the time of its own beginning.
    const filled = await search.fill(allArticles, Number(await stores.settings.get(SEEDED_AT)));
    const added = filled + (await addLacking());
    await removeGone();
    if (added > 0) logger.info({ articles: added }, "the search index was filled");
    return added;
  };
}
