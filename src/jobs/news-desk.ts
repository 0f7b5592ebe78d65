import type { NewsDesk } from "../desks.ts";
import { choicesOf } from "../digest/choose.ts";
import { foldFollowUps, newestStories } from "../digest/select.ts";
import type { Clock, SearchHit, SearchIndex } from "../ports.ts";
import type { Article } from "../story/article.ts";
import { parseQuery, type SearchQuery } from "../story/query.ts";
import type { Cards } from "./cards.ts";
import type { Composer } from "./compose.ts";
import type { Shelf } from "./shelf.ts";

/** A story may be told by so many of the articles found: one of them is shown. */
const HITS_PER_STORY = 4;

/** So long a question waits for an index that is being filled and has no answer yet. */
const FILLING_MS = 700;

/** For each story that is shown so many are looked at. */
const FOLLOW_UPS_TO_STORY = 3;

/** Answers readers' questions from what was collected. */
export function createNewsDesk(deps: {
  shelf: Shelf;
  cards: Cards;
  composer: Composer;
  search: SearchIndex;
  clock: Clock;
}): NewsDesk {
  const { shelf, cards, composer, search, clock } = deps;

  async function hitsOf(query: SearchQuery, most: number, now: number): Promise<SearchHit[]> {
    const hits = search.search(query, most, now);
    // Read after the search: that is what finds an index damaged, and begins it anew.
    const filling = search.filling();
    if (filling === undefined || hits.length > 0) return hits;
    const waited = new AbortController();
    await Promise.race([filling, clock.sleep(FILLING_MS, waited.signal)]);
    waited.abort();
    return search.search(query, most, now);
  }

  return {
    async latest(subscription, count) {
      const sources = await composer.sources();
      const all = shelf.stories();
      // A muted word may keep some out, and follow-ups stand under their story: then the next ones move up.
      const choices = choicesOf(subscription, clock.now());
      const mutes = choices.mute.length > 0 || choices.withoutStories !== undefined;
      const wanted = mutes ? all.length : count * FOLLOW_UPS_TO_STORY;
      const stories = await composer.unmuted(newestStories(all, choices, sources, wanted), choices);
      const options = { locale: subscription.locale, summary: subscription.summary };
      return cards.ofStories(foldFollowUps(stories).slice(0, count), sources, options);
    },
    async search(query, count, subscription) {
      const now = clock.now();
      const sources = await composer.sources();
      const parsed = parseQuery(query, now, sources.values(), subscription.timeZone);
      const hits = await hitsOf(parsed, count * HITS_PER_STORY, now);
      const ids = hits.map((hit) => hit.articleId);
      const [articles, storyIds] = await Promise.all([shelf.articles(ids), shelf.storyIds(ids)]);
      const options = { locale: subscription.locale, summary: subscription.summary };
      const told = new Set<string>();
      const shown = articles.filter((article, index) => {
        const storyId = storyIds[index] ?? ids[index] ?? "";
        if (article === undefined || told.size >= count || told.has(storyId)) return false;
        return told.add(storyId);
      });
      const found = shown.map((article) => cards.ofArticle(article as Article, sources, options));
      const isPartial = search.filling() !== undefined;
      return { cards: await Promise.all(found), isPartial, suggestion: isPartial ? undefined : search.suggest(query) };
    },
  };
}
