import type { StoryDesk, StoryTitle } from "../desks.ts";
import { articleId } from "../story/article-id.ts";
import type { Story } from "../story/story.ts";
import type { Composer } from "./compose.ts";
import type { Shelf } from "./shelf.ts";
import { sourceName } from "./source-name.ts";

/** Stories as people name them: to mute one, or to take apart what does not belong together. */
export function createStoryDesk({ shelf, composer }: { shelf: Shelf; composer: Pick<Composer, "sources"> }): StoryDesk {
  async function titled(stories: readonly Story[]): Promise<StoryTitle[]> {
    const leads = await shelf.articles(stories.map((story) => story.leadArticleId));
    return stories.flatMap(({ id }, index) => {
      const title = leads[index]?.title;
      return title === undefined ? [] : [{ id, title }];
    });
  }

  return {
    async storyOf(url) {
      const [id] = URL.canParse(url) ? await shelf.storyIds([articleId(url)]) : [];
      const story = id === undefined ? undefined : shelf.story(id);
      return story === undefined ? undefined : (await titled([story]))[0];
    },
    async article(id) {
      return (await shelf.articles([id]))[0];
    },
    merged: (count) =>
      titled(
        shelf
          .stories()
          .filter((story) => story.tellings.length > 1)
          .sort((a, b) => b.updatedAt - a.updatedAt)
          .slice(0, count),
      ),
    async tellings(storyId, locale) {
      const ids = shelf.story(storyId)?.tellings.map((telling) => telling.articleId) ?? [];
      const [articles, sources] = await Promise.all([shelf.articles(ids), composer.sources()]);
      return articles.flatMap((article) => {
        if (article === undefined) return [];
        const { id, title, url, sourceId } = article;
        return [{ articleId: id, title, url, sourceName: sourceName(sources.get(sourceId), article, locale) }];
      });
    },
    split: (id) => shelf.split(id),
  };
}
