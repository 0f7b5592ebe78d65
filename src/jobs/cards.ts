import type { CardLink, StoryCard } from "../digest/card.ts";
import type { RelatedLink } from "../extract/draft.ts";
import { canonicalUrl } from "../lib/url.ts";
import type { Source } from "../source/source.ts";
import type { Article } from "../story/article.ts";
import type { Story } from "../story/story.ts";
import { summarise } from "../summarise/extractive.ts";
import type { SummaryLimits } from "../summarise/summary.ts";
import type { Shelf } from "./shelf.ts";

/** Of the page's own related links so many are shown. */
const RELATED_SHOWN = 3;
const OUTLETS_SHOWN = 4;
/** Summaries of so many articles are kept in memory. */
const SUMMARIES_KEPT = 1000;

/** What decides how a card is worded. */
export interface CardOptions {
  readonly locale: string;
  readonly summary: SummaryLimits;
  readonly now: number;
}

/** Makes cards of stories: the same for digests, `/latest`, `/search` and previews. */
export interface Cards {
  /** As many cards as stories whose lead article is still kept, in their order. */
  ofStories(
    stories: readonly Story[],
    sources: ReadonlyMap<string, Source>,
    options: CardOptions,
  ): Promise<StoryCard[]>;
  /** The card of one article alone. */
  ofArticle(article: Article, sources: ReadonlyMap<string, Source>, options: CardOptions): StoryCard;
}

/** The outlet's name in the reader's language; the id where the source is gone. */
export function sourceName(source: Source | undefined, id: string, locale: string): string {
  if (source === undefined) return id;
  return (locale.startsWith("ar") ? source.nameAr : source.nameEn) || source.name;
}

export function createCards(shelf: Shelf): Cards {
  const summaries = new Map<string, string>();

  function summaryOf(article: Article, limits: SummaryLimits, now: number): string {
    const key = `${article.id}:${limits.sentences}:${limits.words}`;
    let text = summaries.get(key);
    if (text === undefined) {
      text = summarise(article, limits, now).text;
      if (summaries.size >= SUMMARIES_KEPT) summaries.delete(summaries.keys().next().value as string);
      summaries.set(key, text);
    }
    return text;
  }

  function card(article: Article, sources: ReadonlyMap<string, Source>, options: CardOptions): StoryCard {
    return {
      storyId: article.id,
      title: article.title,
      url: article.url,
      sourceName: sourceName(sources.get(article.sourceId), article.sourceId, options.locale),
      publishedAt: article.publishedAt,
      summary: summaryOf(article, options.summary, options.now),
      summaryMethod: "extractive",
      bodyFrom: article.bodyFrom,
      alsoCoveredBy: [],
      related: article.related.slice(0, RELATED_SHOWN),
      background: [],
    };
  }

  /** No link twice among the three kinds, none to the article itself. */
  function withoutRepeats(made: StoryCard): StoryCard {
    const seen = new Set([canonicalUrl(made.url)]);
    const fresh = <L extends RelatedLink>(links: readonly L[]) =>
      links.filter((link) => {
        const key = canonicalUrl(link.url);
        return seen.has(key) ? false : seen.add(key);
      });
    const alsoCoveredBy = fresh(made.alsoCoveredBy);
    const background = fresh(made.background);
    return { ...made, alsoCoveredBy, background, related: fresh(made.related).slice(0, RELATED_SHOWN) };
  }

  return {
    ofArticle: (article, sources, options) => withoutRepeats(card(article, sources, options)),
    async ofStories(stories, sources, options) {
      const wanted = stories.map((story) => {
        const earlier = story.followsStoryId === null ? undefined : shelf.story(story.followsStoryId);
        const others = otherOutlets(story);
        return {
          story,
          ids: [story.leadArticleId, ...others, ...(earlier ? [earlier.leadArticleId] : [])],
          others,
          earlier,
        };
      });
      const ids = [...new Set(wanted.flatMap((entry) => entry.ids))];
      const found = await shelf.articles(ids);
      const articles = new Map(found.flatMap((article) => (article === undefined ? [] : [[article.id, article]])));
      return wanted.flatMap(({ story, others, earlier }): StoryCard[] => {
        const lead = articles.get(story.leadArticleId);
        if (lead === undefined) return [];
        const alsoCoveredBy = others.flatMap((id): CardLink[] => {
          const article = articles.get(id);
          if (article === undefined) return [];
          const name = sourceName(sources.get(article.sourceId), article.sourceId, options.locale);
          return [{ url: article.url, title: article.title, sourceName: name }];
        });
        const before = earlier && articles.get(earlier.leadArticleId);
        const background = before === undefined ? [] : [{ url: before.url, title: before.title }];
        const made = {
          ...card(lead, sources, options),
          storyId: story.id,
          related: lead.related,
          alsoCoveredBy,
          background,
        };
        return [withoutRepeats(made)];
      });
    },
  };
}

/** The first article of each other outlet. */
function otherOutlets(story: Story): string[] {
  const lead = story.tellings.find((telling) => telling.articleId === story.leadArticleId);
  const seen = new Set([lead?.sourceId]);
  return story.tellings
    .filter((telling) => (seen.has(telling.sourceId) ? false : seen.add(telling.sourceId)))
    .slice(0, OUTLETS_SHOWN)
    .map((telling) => telling.articleId);
}
