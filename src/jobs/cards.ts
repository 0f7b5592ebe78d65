import type { CardLink, StoryCard } from "../digest/card.ts";
import type { ToldStory } from "../digest/select.ts";
import type { RelatedLink } from "../extract/draft.ts";
import { canonicalUrl } from "../lib/url.ts";
import type { Source } from "../source/source.ts";
import type { Article } from "../story/article.ts";
import { articleId } from "../story/article-id.ts";
import { bestTelling } from "../story/best-telling.ts";
import type { Story } from "../story/story.ts";
import { additionTo } from "../summarise/addition.ts";
import type { SummaryLimits } from "../summarise/summary.ts";
import type { LinkCheck } from "./link-check.ts";
import type { Shelf } from "./shelf.ts";
import { sourceName } from "./source-name.ts";
import type { Summaries } from "./summaries.ts";

/** Of the page's own related links so many are shown. */
const RELATED_SHOWN = 3;
const OUTLETS_SHOWN = 4;
/** So many steps back a story's background goes. */
const EARLIER_SHOWN = 2;

/** What decides how a card is worded. */
export interface CardOptions {
  readonly locale: string;
  readonly summary: SummaryLimits;
  /** A model may be asked for summaries: where somebody waits for an answer, only those that are kept are shown. */
  readonly mayAsk?: boolean;
}

/** Makes cards of stories: the same for digests, `/latest`, `/search` and previews. */
export interface Cards {
  /** As many cards as stories of which an article is still kept, in their order: each from its best article. */
  ofStories(
    told: readonly ToldStory[],
    sources: ReadonlyMap<string, Source>,
    options: CardOptions,
  ): Promise<StoryCard[]>;
  /** The card of one article alone. */
  ofArticle(article: Article, sources: ReadonlyMap<string, Source>, options: CardOptions): Promise<StoryCard>;
}

/** Cards of what is on the shelf. */
export function createCards(deps: { shelf: Shelf; summaries: Summaries; links: Pick<LinkCheck, "gone"> }): Cards {
  const { shelf, summaries, links } = deps;
  /** Which of the links that these pages offer lead somewhere, and to none of the articles in the cards by another address. */
  async function shownLinks(articles: readonly Article[], inCards: ReadonlySet<string>) {
    const urls = articles.flatMap(({ related }) => related.map(({ url }) => url));
    const [gone, ids] = await Promise.all([links.gone(urls), shelf.canonicalIds(urls.map(articleId))]);
    const left = new Set(urls.filter((url, index) => !gone.has(url) && !inCards.has(ids[index] as string)));
    return ({ url }: RelatedLink) => left.has(url);
  }

  function card(
    article: Article,
    sources: ReadonlyMap<string, Source>,
    options: CardOptions,
    isShown: (link: RelatedLink) => boolean,
  ): StoryCard {
    const summary = summaries.known(article, options.summary);
    return {
      storyId: article.id,
      title: article.title,
      url: article.url,
      sourceName: sourceName(sources.get(article.sourceId), article, options.locale),
      publishedAt: article.publishedAt,
      summary: summary.text,
      summaryMethod: summary.method,
      bodyFrom: article.bodyFrom,
      alsoCoveredBy: [],
      related: article.related.filter(isShown),
      background: [],
    };
  }

  const linkTo = (article: Article | undefined): RelatedLink[] =>
    article === undefined ? [] : [{ url: article.url, title: article.title }];

  /** The stories that a story goes back to, the latest first. */
  function earlierOf(story: Story): Story[] {
    const found: Story[] = [];
    for (let id = story.followsStoryId; id !== null && found.length < EARLIER_SHOWN; ) {
      const earlier = shelf.story(id);
      if (earlier === undefined || found.includes(earlier)) break;
      found.push(earlier);
      id = earlier.followsStoryId;
    }
    return found;
  }

  return {
    async ofArticle(article, sources, options) {
      const isShown = await shownLinks([article], new Set([article.id]));
      const [made] = withoutRepeats([card(article, sources, options, isShown)]);
      return made as StoryCard;
    },
    async ofStories(told, sources, options) {
      const wanted = told.map(({ story, followUps }) => ({
        story,
        tellingIds: [story.leadArticleId, ...otherOutlets(story)],
        followUpIds: followUps.map((later) => later.leadArticleId),
        earlierIds: earlierOf(story).map((earlier) => earlier.leadArticleId),
      }));
      const ids = [
        ...new Set(wanted.flatMap((entry) => [...entry.tellingIds, ...entry.followUpIds, ...entry.earlierIds])),
      ];
      const found = await shelf.articles(ids);
      const articles = new Map(found.flatMap((article) => (article === undefined ? [] : [[article.id, article]])));
      const kept = (wantedIds: readonly string[]) => wantedIds.flatMap((id) => articles.get(id) ?? []);
      const tellingsOf = new Map(wanted.map(({ story, tellingIds }) => [story.id, kept(tellingIds)]));
      const bests = new Map([...tellingsOf].map(([id, tellings]) => [id, bestTelling(tellings)]));
      const shown = [...bests.values()].filter((best) => best !== undefined);
      const isShown = await shownLinks(shown, new Set(articles.keys()));
      await summaries.of(shown, options.summary, options.mayAsk ?? false);
      const made = wanted.flatMap(({ story, followUpIds, earlierIds }): StoryCard[] => {
        const tellings = tellingsOf.get(story.id) ?? [];
        const best = bests.get(story.id);
        if (best === undefined) return [];
        const others = tellings.filter((article) => article !== best);
        const nameOf = (article: Article) => sourceName(sources.get(article.sourceId), article, options.locale);
        const addition = additionTo(summaries.known(best, options.summary), best, others, options.summary);
        const source = others.find((article) => article.id === addition?.articleId);
        return [
          {
            ...card(best, sources, options, isShown),
            storyId: story.id,
            ...(addition && source ? { addition: { text: addition.text, sourceName: nameOf(source) } } : {}),
            alsoCoveredBy: others.map(
              (article): CardLink => ({ url: article.url, title: article.title, sourceName: nameOf(article) }),
            ),
            followUps: kept(followUpIds).flatMap(linkTo),
            background: kept(earlierIds).flatMap(linkTo),
          },
        ];
      });
      return withoutRepeats(made);
    },
  };
}

/** The first links, at most so many, that lead where none of those that were seen does; they are seen from then on. */
function unseen<L extends RelatedLink>(links: readonly L[], seen: Set<string>, most = links.length): L[] {
  const found: L[] = [];
  for (const link of links) {
    const key = canonicalUrl(link.url);
    if (found.length === most) break;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(link);
  }
  return found;
}

/**
 * Cards that stand together: within a card no link twice and none to the article itself; and of what the pages themselves offer
 * nothing that is shown anywhere in them. What we say of a story comes before what its page offers.
 */
export function withoutRepeats(cards: readonly StoryCard[]): StoryCard[] {
  const shown = new Set<string>();
  const distinct = cards.map((made) => {
    const seen = new Set([canonicalUrl(made.url)]);
    const alsoCoveredBy = unseen(made.alsoCoveredBy, seen);
    const followUps = unseen(made.followUps ?? [], seen);
    const background = unseen(made.background, seen);
    for (const key of seen) shown.add(key);
    return { ...made, alsoCoveredBy, followUps, background };
  });
  return distinct.map((made) => ({ ...made, related: unseen(made.related, shown, RELATED_SHOWN) }));
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
