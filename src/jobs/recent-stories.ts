import type { Clock, Stores } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { createStoryWindow, type StoryWindow, WINDOW_MS } from "../story/group.ts";
import type { Story } from "../story/story.ts";

/** Before the id of an article: the setting that holds the ids of articles which an operator took it apart from, in a line. */
const APART = "apart:";

/** The stories that new articles may join, as the store has them. */
export interface RecentStories {
  /**
   * The window, with these articles in their stories: what was put into one before a write was cut short belongs there, however old it
   * is. Filled at the first article after a start, not at the start: the bot answers before that.
   */
  window(begun: readonly (Article | undefined)[]): Promise<StoryWindow>;
  /** Puts on record that an article belongs in no story with these. Counts in the window from `parted` on. */
  part(articleId: string, others: readonly string[]): Promise<void>;
  /** Of the articles that were parted these belong to a story of their own now. */
  parted(articleId: string, others: readonly string[], moved: readonly string[], storyId: string): void;
  /** Forgets what is too old to be joined. */
  prune(): void;
  /** Begins anew with the next article. */
  clear(): void;
}

/** `stories`: all that are kept, by their ids. */
export function createRecentStories(deps: {
  stores: Pick<Stores, "settings" | "articles">;
  stories: ReadonlyMap<string, Story>;
  clock: Clock;
  retentionMs: number;
}): RecentStories {
  const { stores, stories, clock, retentionMs } = deps;
  let window: StoryWindow | undefined;

  async function open(): Promise<StoryWindow> {
    const opened = createStoryWindow();
    for await (const [key, others] of stores.settings.entries())
      if (key.startsWith(APART))
        for (const other of String(others).split(" ")) opened.forbid(key.slice(APART.length), other);
    const since = clock.now() - WINDOW_MS;
    const recent = [...stories.values()]
      .flatMap((story) => story.tellings.map((telling) => ({ telling, storyId: story.id })))
      .filter(({ telling }) => telling.publishedAt >= since)
      .sort((a, b) => a.telling.publishedAt - b.telling.publishedAt);
    const articles = await stores.articles.getMany(recent.map(({ telling }) => telling.articleId));
    for (const [index, article] of articles.entries())
      if (article !== undefined) opened.restore((recent[index] as (typeof recent)[0]).storyId, article);
    return opened;
  }

  function restore(begun: readonly (Article | undefined)[], opened: StoryWindow): void {
    const byId = new Map(begun.flatMap((article) => (article === undefined ? [] : [[article.id, article]])));
    if (byId.size === 0) return;
    for (const story of stories.values())
      for (const { articleId } of story.tellings) {
        const article = byId.get(articleId);
        if (article !== undefined) opened.restore(story.id, article);
      }
  }

  return {
    async window(begun) {
      window ??= await open();
      restore(begun, window);
      return window;
    },
    part: (articleId, others) =>
      stores.settings.put(`${APART}${articleId}`, others.join(" "), clock.now() + retentionMs),
    parted(articleId, others, moved, storyId) {
      for (const other of others) window?.forbid(articleId, other);
      window?.move(moved, storyId);
    },
    prune() {
      window?.forgetBefore(clock.now() - WINDOW_MS);
    },
    clear() {
      window = undefined;
    },
  };
}
