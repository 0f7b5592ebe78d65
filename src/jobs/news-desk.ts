import { newestStories } from "../digest/select.ts";
import type { Clock, NewsDesk, SearchIndex } from "../ports.ts";
import type { Cards } from "./cards.ts";
import type { Composer } from "./compose.ts";
import type { Shelf } from "./shelf.ts";

/** Answers readers' questions from what was collected. */
export function createNewsDesk(deps: {
  shelf: Shelf;
  cards: Cards;
  composer: Composer;
  search: SearchIndex;
  clock: Clock;
}): NewsDesk {
  const { shelf, cards, composer, search, clock } = deps;
  return {
    async latest(subscription, count) {
      const sources = await composer.sources();
      const all = shelf.stories();
      // A muted word may keep some out: then the next ones move up.
      const wanted = subscription.mute.length === 0 ? count : all.length;
      const stories = await composer.unmuted(newestStories(all, subscription, sources, wanted), subscription);
      const options = { locale: subscription.locale, summary: subscription.summary, now: clock.now() };
      return cards.ofStories(stories.slice(0, count), sources, options);
    },
    async search(query, count, subscription) {
      const now = clock.now();
      const hits = search.search(query, count, now);
      const suggestion = hits.length === 0 ? search.suggest(query) : undefined;
      const sources = await composer.sources();
      const articles = await shelf.articles(hits.map((hit) => hit.articleId));
      const options = { locale: subscription.locale, summary: subscription.summary, now };
      const found = articles.flatMap((article) =>
        article === undefined ? [] : [cards.ofArticle(article, sources, options)],
      );
      return { cards: found, suggestion };
    },
  };
}
