import type { StoryDesk } from "../../src/desks.ts";

/** A telling as the desk shows it. */
type Shown = Awaited<ReturnType<StoryDesk["tellings"]>>[number];

/** Stories that a test puts in: by id, with title and articles. What was split is remembered. */
export interface FakeStoryDesk extends StoryDesk {
  readonly known: Map<string, { title: string; articles: Shown[] }>;
  readonly splits: string[];
}

export function createFakeStoryDesk(): FakeStoryDesk {
  const known: FakeStoryDesk["known"] = new Map();
  const splits: string[] = [];
  return {
    known,
    splits,
    async storyOf(url) {
      const found = [...known].find(([, { articles }]) => articles.some((article) => article.url === url));
      return found === undefined ? undefined : { id: found[0], title: found[1].title };
    },
    async article(id) {
      const articles = [...known.values()].flatMap((story) => story.articles);
      const found = articles.find((entry) => entry.articleId === id);
      return found === undefined ? undefined : { id, title: found.title, url: found.url };
    },
    async merged(count) {
      return [...known]
        .filter(([, { articles }]) => articles.length > 1)
        .slice(0, count)
        .map(([id, { title }]) => ({ id, title }));
    },
    async tellings(storyId) {
      return known.get(storyId)?.articles ?? [];
    },
    async split(articleId) {
      const story = [...known.values()].find(({ articles }) => articles.some((entry) => entry.articleId === articleId));
      if (story === undefined) return "unknown";
      if (story.articles.length === 1) return "alone";
      splits.push(articleId);
      story.articles = story.articles.filter((entry) => entry.articleId !== articleId);
      return "split";
    },
  };
}
