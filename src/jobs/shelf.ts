import type { Clock, RecordEntry, SearchIndex, Stores } from "../ports.ts";
import type { Article, ArticleMark } from "../story/article.ts";
import { articleId } from "../story/article-id.ts";
import { fingerprintSimilarity } from "../story/fingerprint.ts";
import { grownStory, newStory, partOf, type Story, tellingOf } from "../story/story.ts";
import { SAME_TEXT } from "../summarise/addition.ts";
import { articleOf, type Reading } from "./reading.ts";
import { createRecentStories } from "./recent-stories.ts";

/** How much longer than an article its mark is kept, so that an old article that comes back is known. */
const MARK_TIMES_RETENTION = 6;

/** So many of a story's latest tellings are looked at for the same text. */
const TELLINGS_COMPARED = 12;

/** The setting that holds up to when slots were planned. */
export const PLANNED_UNTIL = "plannedUntil";

/** The setting that holds when the store was given its first sources. */
export const SEEDED_AT = "seeded";

/** A read article, and the id of the address under which it was found. */
export interface Arrival {
  readonly reading: Reading;
  readonly aliasId?: string;
}

/** The news that are kept: stories in memory, articles in the store. One writer: the collector. */
export interface Shelf {
  /** Reads the stories; at the first call, or after the store was changed by somebody else. */
  load(): Promise<void>;
  stories(): readonly Story[];
  story(id: string): Story | undefined;
  articles(ids: readonly string[]): Promise<(Article | undefined)[]>;
  /** The ids of the stories that these articles belong to; undefined where there is none. */
  storyIds(articleIds: readonly string[]): Promise<(string | undefined)[]>;
  /** The ids under which these articles are kept, where a page gave another address of its own; else the same ids. */
  canonicalIds(ids: readonly string[]): Promise<string[]>;
  /** Which of these article ids are known, kept or refused. */
  known(ids: readonly string[]): Promise<boolean[]>;
  /**
   * Stores articles, their stories and their marks, in this order, each as one write for up to 200 articles: cut short anywhere, doing it
   * again completes it. An `aliasId` is known from then on too. Answers how many were not known before.
   */
  keepAll(arrivals: readonly Arrival[]): Promise<number>;
  /** `keepAll` for one article. */
  keep(reading: Reading, aliasId?: string): Promise<"kept" | "known">;
  /** Remembers that there is no article at this id. */
  refuse(id: string): Promise<void>;
  /** At which of these ids there is no article, as far as was tried: the page is gone, or tells nothing. */
  refused(ids: readonly string[]): Promise<boolean[]>;
  /** The instant up to which no article can still arrive: the end of an edition. Monotonic. */
  closeUntil(): number;
  /** See `StoryDesk.split`. Cut short anywhere, doing it again completes it. */
  split(articleId: string): Promise<"split" | "alone" | "unknown">;
  /**
   * Drops what is older than the retention time from memory and search; the store forgets by itself.
   * Answers how many stories went.
   */
  prune(): number;
}

/** The keeper of collected news. `retentionMs`: how long articles stay. */
export function createShelf(deps: { stores: Stores; search: SearchIndex; clock: Clock; retentionMs: number }): Shelf {
  const { stores, search, clock, retentionMs } = deps;
  const stories = new Map<string, Story>();
  const recent = createRecentStories({ stores, stories, clock, retentionMs });
  let closedUntil = 0;
  let arrivingAt: number | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** One article at a time: a story is read, changed and written by nobody else meanwhile. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  /** The first of a story's latest tellings whose text this article only repeats. */
  async function originalOf(article: Article, story: Story | undefined): Promise<string | undefined> {
    const tellings = story?.tellings.slice(-TELLINGS_COMPARED) ?? [];
    const known = await stores.articles.getMany(tellings.map((telling) => telling.articleId));
    const original = known.find(
      (other) =>
        other !== undefined &&
        other.id !== article.id &&
        fingerprintSimilarity(other.fingerprint, article.fingerprint) >= SAME_TEXT,
    );
    return original?.id;
  }

  async function keepAll(arrivals: readonly Arrival[]): Promise<number> {
    const byId = new Map(arrivals.map((arrival) => [articleId(arrival.reading.url), arrival]));
    const ids = [...byId.keys()];
    const known = await stores.articleMarks.getMany(ids);
    const aliases = [...byId].flatMap(([id, { aliasId }], index) => {
      const mark = known[index];
      return mark === undefined || aliasId === undefined || aliasId === id ? [] : [markEntry(aliasId, mark)];
    });
    if (aliases.length > 0) await stores.articleMarks.putMany(aliases);
    const unknown = ids.filter((_, index) => known[index] === undefined);
    if (unknown.length === 0) return 0;
    const window = await recent.window(await stores.articles.getMany(unknown));
    const firstSeenAt = Math.max(clock.now(), closedUntil + 1);
    arrivingAt = firstSeenAt;
    try {
      const articles = unknown.map((id) => articleOf((byId.get(id) as Arrival).reading, firstSeenAt));
      const expiresAt = firstSeenAt + retentionMs;
      await stores.articles.putMany(articles.map((article) => ({ key: article.id, value: article, expiresAt })));
      const grown = new Map<string, Story>();
      const storyOf = (id: string) => grown.get(id) ?? stories.get(id);
      const marks: RecordEntry<ArticleMark>[] = [];
      for (const article of articles) {
        const placement = window.place(article);
        const { storyId } = placement;
        const before = storyOf(storyId);
        const telling = tellingOf(article, await originalOf(article, before));
        const follows = placement.kind === "follow-up" ? placement.followsStoryId : null;
        grown.set(storyId, before === undefined ? newStory(storyId, telling, follows) : grownStory(before, telling));
        const { aliasId } = byId.get(article.id) as Arrival;
        for (const key of new Set([article.id, aliasId ?? article.id]))
          marks.push(markEntry(key, { articleId: article.id, firstSeenAt, storyId }));
        // The bot answers between two articles.
        if (articles.length > 1) await new Promise((resolve) => setImmediate(resolve));
      }
      await stores.stories.putMany(
        [...grown].map(([key, value]) => ({ key, value, expiresAt: value.updatedAt + retentionMs })),
      );
      for (const [id, story] of grown) stories.set(id, story);
      search.add(articles);
      await stores.articleMarks.putMany(marks);
      return articles.length;
    } finally {
      arrivingAt = null;
    }
  }

  /** The pair that is remembered first, then the new story with its marks; the old one last: meanwhile an article is in both. */
  async function split(id: string): Promise<"split" | "alone" | "unknown"> {
    const [story] = [...stories.values()]
      .filter(({ tellings }) => tellings.some((telling) => telling.articleId === id))
      .sort((a, b) => b.tellings.length - a.tellings.length);
    if (story === undefined) return "unknown";
    const others = story.tellings.map((telling) => telling.articleId).filter((other) => other !== id);
    if (others.length === 0) return "alone";
    await recent.part(id, others);
    // The part with the first article keeps the story's id: editions and followers know it.
    const parts = [partOf(story, (other) => other === id), partOf(story, (other) => other !== id)];
    const [kept, made] = (parts[0]?.id === story.id ? parts : parts.reverse()) as [Story, Story];
    const moved = made.tellings.map((telling) => telling.articleId);
    await stores.stories.put(made.id, made, made.updatedAt + retentionMs);
    const marks = await stores.articleMarks.getMany(moved);
    await stores.articleMarks.putMany(
      marks.flatMap((old) => (old === undefined ? [] : [markEntry(old.articleId, { ...old, storyId: made.id })])),
    );
    await stores.stories.put(kept.id, kept, kept.updatedAt + retentionMs);
    stories.set(made.id, made);
    stories.set(kept.id, kept);
    recent.parted(id, others, moved, made.id);
    return "split";
  }

  const markEntry = (key: string, mark: ArticleMark) => ({
    key,
    value: mark,
    expiresAt: mark.firstSeenAt + retentionMs * MARK_TIMES_RETENTION,
  });

  return {
    async load() {
      stories.clear();
      recent.clear();
      for await (const [id, story] of stores.stories.entries()) stories.set(id, story);
      // Were the clock behind at this start, news would arrive before the end of an edition that was sent already.
      const planned = await stores.settings.get(PLANNED_UNTIL);
      if (typeof planned === "number") closedUntil = Math.max(closedUntil, planned);
    },
    stories: () => [...stories.values()],
    story: (id) => stories.get(id),
    articles: (ids) => stores.articles.getMany(ids),
    storyIds: async (ids) => (await stores.articleMarks.getMany(ids)).map((mark) => mark?.storyId || undefined),
    canonicalIds: async (ids) =>
      (await stores.articleMarks.getMany(ids)).map((mark, index) => mark?.articleId ?? (ids[index] as string)),
    async known(ids) {
      return (await stores.articleMarks.getMany(ids)).map((mark) => mark !== undefined);
    },
    keepAll: (arrivals) => inTurn(() => keepAll(arrivals)),
    async keep(reading, aliasId) {
      const arrival = aliasId === undefined ? { reading } : { reading, aliasId };
      return (await inTurn(() => keepAll([arrival]))) === 1 ? "kept" : "known";
    },
    split: (id) => inTurn(() => split(id)),
    async refuse(id) {
      const { key, value, expiresAt } = markEntry(id, { articleId: id, firstSeenAt: clock.now(), storyId: "" });
      await stores.articleMarks.put(key, value, expiresAt);
    },
    async refused(ids) {
      return (await stores.articleMarks.getMany(ids)).map((mark) => mark?.storyId === "");
    },
    closeUntil() {
      const now = clock.now();
      closedUntil = Math.max(closedUntil, arrivingAt === null ? now : Math.min(now, arrivingAt - 1));
      return closedUntil;
    },
    prune() {
      const before = clock.now() - retentionMs;
      const old = [...stories.values()].filter((story) => story.updatedAt < before);
      for (const story of old) stories.delete(story.id);
      search.remove(old.flatMap((story) => story.tellings.map((telling) => telling.articleId)));
      recent.prune();
      return old.length;
    },
  };
}
