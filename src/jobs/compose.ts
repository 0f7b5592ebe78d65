import { packBlocks } from "../digest/pack.ts";
import { renderDigest } from "../digest/render.ts";
import { foldFollowUps, selectStories } from "../digest/select.ts";
import type { Choices } from "../digest/subscription.ts";
import { isUrgent } from "../digest/urgent.ts";
import type { Clock, Stores, Translations } from "../ports.ts";
import type { Source } from "../source/source.ts";
import { createMatcher } from "../story/match.ts";
import type { Story } from "../story/story.ts";
import type { Cards } from "./cards.ts";
import type { Shelf } from "./shelf.ts";

/** The frozen part of an edition: what is told, and in which messages. */
export interface Composed {
  readonly storyIds: readonly string[];
  readonly messages: readonly string[];
  /** Whether one of the stories is worth breaking somebody's silence. */
  readonly urgent: boolean;
}

/** Selects, words and packs what is new. */
export interface Composer {
  /**
   * What the choices let through of the news first seen in (since, until]; no messages when there is none. `mayAsk`: a model may be
   * asked for summaries, which takes its time.
   */
  compose(choices: Choices, since: number, until: number, slotAt: number, mayAsk?: boolean): Promise<Composed>;
  /** The stories that neither a muted word nor a muted story keeps out. */
  unmuted(stories: readonly Story[], choices: Choices): Promise<Story[]>;
  sources(): Promise<ReadonlyMap<string, Source>>;
}

/** A composer of what is on the shelf. */
export function createComposer(deps: {
  stores: Stores;
  shelf: Shelf;
  cards: Cards;
  clock: Clock;
  translations: Translations;
}): Composer {
  const { stores, shelf, cards, clock, translations } = deps;

  async function sources() {
    const found = new Map<string, Source>();
    for await (const [id, source] of stores.sources.entries()) found.set(id, source);
    return found;
  }

  /** The text that followed and muted words are looked for in. */
  async function textsOf(stories: readonly Story[]): Promise<string[]> {
    const leads = await shelf.articles(stories.map((story) => story.leadArticleId));
    return leads.map((lead) => (lead === undefined ? "" : [lead.title, ...lead.paragraphs].join("\n")));
  }

  /** Whether a story is one of these or goes back to one of them. */
  function goesBackTo(story: Story, ids: readonly string[]): boolean {
    const seen = new Set<string>();
    for (let at: Story | undefined = story; at !== undefined && !seen.has(at.id); ) {
      if (ids.includes(at.id) || ids.includes(at.followsStoryId ?? "")) return true;
      seen.add(at.id);
      at = at.followsStoryId === null ? undefined : shelf.story(at.followsStoryId);
    }
    return false;
  }

  async function unmuted(stories: readonly Story[], choices: Choices): Promise<Story[]> {
    const { mute, withoutStories = [] } = choices;
    const left = withoutStories.length === 0 ? stories : stories.filter((story) => !goesBackTo(story, withoutStories));
    if (mute.length === 0) return [...left];
    const texts = await textsOf(left);
    const isMuted = createMatcher(mute);
    return left.filter((_, index) => !isMuted(texts[index] as string));
  }

  /** What is followed comes first, also where its topic or country was not chosen. */
  async function withFollowed(
    chosen: readonly Story[],
    everywhere: readonly Story[],
    choices: Choices,
  ): Promise<Story[]> {
    const texts = await textsOf(everywhere);
    const isFollowed = createMatcher(choices.follow);
    const followed = everywhere.filter((_, index) => isFollowed(texts[index] as string));
    const ids = new Set(followed.map((story) => story.id));
    return [...followed, ...chosen.filter((story) => !ids.has(story.id))];
  }

  return {
    sources,
    unmuted,
    async compose(choices, since, until, slotAt, mayAsk = false) {
      const known = await sources();
      const select = (narrowed: Choices) =>
        selectStories(shelf.stories(), { ...narrowed, maxStories: Number.MAX_SAFE_INTEGER }, known, since, until);
      const chosen = select(choices);
      const selected =
        choices.follow.length === 0
          ? chosen
          : await withFollowed(chosen, select({ ...choices, topics: [], countries: [] }), choices);
      const stories = foldFollowUps(await unmuted(selected, choices)).slice(0, choices.maxStories);
      const now = clock.now();
      const wording = { locale: choices.locale, summary: choices.summary, mayAsk };
      const made = await cards.ofStories(stories, known, wording);
      if (made.length === 0) return { storyIds: [], messages: [], urgent: false };
      const { locale, timeZone, digits, layout } = choices;
      const options = { translate: translations(locale), locale, timeZone, digits, layout, now, slotAt };
      const storyIds = made.map((card) => card.storyId);
      // By all who tell it, also those that these choices keep out.
      const sourceCount = [...known.values()].filter((source) => source.enabled).length;
      const urgent = storyIds.some((id) => {
        const story = shelf.story(id);
        return story !== undefined && isUrgent(story, sourceCount, now);
      });
      return { storyIds, messages: packBlocks(renderDigest(made, options)), urgent };
    },
  };
}
