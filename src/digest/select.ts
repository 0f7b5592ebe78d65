import type { Source } from "../source/source.ts";
import type { Story, Telling } from "../story/story.ts";
import type { Choices } from "./subscription.ts";

type Sources = ReadonlyMap<string, Source>;
type Filter = Pick<Choices, "sourceIds" | "topics" | "countries">;

/** Whether the choices let an outlet through. Of a source that was removed nothing is known but its id. */
function allows(choices: Filter, sourceId: string, sources: Sources): boolean {
  if (choices.sourceIds !== "all" && !choices.sourceIds.includes(sourceId)) return false;
  const source = sources.get(sourceId);
  if (choices.countries.length > 0 && !choices.countries.includes(source?.country ?? "")) return false;
  return choices.topics.length === 0 || choices.topics.some((topic) => source?.topics.includes(topic));
}

/**
 * The story as these choices see it: only tellings of outlets that are let through, led by one of them; undefined when
 * there is none.
 */
function narrow(story: Story, choices: Filter, sources: Sources): Story | undefined {
  const tellings = story.tellings.filter((telling) => allows(choices, telling.sourceId, sources));
  const [first] = tellings;
  if (first === undefined) return undefined;
  const led = tellings.some((telling) => telling.articleId === story.leadArticleId);
  return { ...story, tellings, leadArticleId: led ? story.leadArticleId : first.articleId };
}

/** What stories are ordered by, counted once for each. */
interface Ranked {
  readonly story: Story;
  readonly outletCount: number;
  readonly followUp: number;
  readonly latestAt: number;
}

/** How many outlets tell a story in words of their own: one agency's text counts once. */
export function outletCount(story: Story): number {
  const own = story.tellings.filter((telling) => telling.copyOf === undefined);
  return Math.max(1, new Set(own.map((telling) => telling.sourceId)).size);
}

function ranked(story: Story): Ranked {
  return {
    story,
    outletCount: outletCount(story),
    followUp: story.followsStoryId === null ? 0 : 1,
    latestAt: Math.max(...story.tellings.map((telling) => telling.publishedAt)),
  };
}

/** The newest first; what came at the same time in an order that is always the same. */
const byAge = (a: Ranked, b: Ranked) => b.latestAt - a.latestAt || (a.story.id < b.story.id ? -1 : 1);

/** When a story became news: its first telling that is not backlog. */
function newsAt(tellings: readonly Telling[]): number | undefined {
  return tellings.find((telling) => !telling.backlog)?.firstSeenAt;
}

/**
 * What is new: stories whose first telling that the choices let through was first seen in (since, until]. A story that was
 * new before is not told again because another outlet follows.
 *
 * Order: told by many before told by few, news before its follow-ups, the newest first. At most `maxStories`; each is
 * narrowed to the outlets that are let through.
 */
export function selectStories(
  stories: readonly Story[],
  choices: Filter & Pick<Choices, "maxStories">,
  sources: Sources,
  since: number,
  until: number,
): Story[] {
  return stories
    .filter((story) => story.updatedAt > since && story.firstSeenAt <= until)
    .map((story) => narrow(story, choices, sources))
    .filter((story) => story !== undefined)
    .filter((story) => {
      const at = newsAt(story.tellings);
      return at !== undefined && at > since && at <= until;
    })
    .map(ranked)
    .sort((a, b) => b.outletCount - a.outletCount || a.followUp - b.followUp || byAge(a, b))
    .slice(0, choices.maxStories)
    .map(({ story }) => story);
}

/** The newest stories that the choices let through, told before or not, the newest first. */
export function newestStories(stories: readonly Story[], choices: Filter, sources: Sources, count: number): Story[] {
  return stories
    .map((story) => narrow(story, choices, sources))
    .filter((story) => story !== undefined)
    .map(ranked)
    .sort(byAge)
    .slice(0, count)
    .map(({ story }) => story);
}

/** A story as it is told: with what followed it. */
export interface ToldStory {
  readonly story: Story;
  /** The oldest first. */
  readonly followUps: readonly Story[];
}

/** So many follow-ups stand under their story; others are told by themselves. */
const FOLLOW_UPS_SHOWN = 3;

/**
 * Puts follow-ups under the story that they follow, where both are told; the others stay, in their order. What several outlets tell
 * is news by itself, and so is what follows a story that is not told now. Nothing is lost: each story is told once.
 */
export function foldFollowUps(stories: readonly Story[]): ToldStory[] {
  const told = new Map(stories.map((story) => [story.id, story]));
  const under = new Map<string, Story[]>();
  const folded = new Set<string>();
  const oldestFirst = stories.toSorted((a, b) => a.firstSeenAt - b.firstSeenAt || (a.id < b.id ? -1 : 1));
  for (const story of oldestFirst) {
    const root = rootOf(story, told);
    if (root === undefined || folded.has(root.id) || outletCount(story) > 1) continue;
    const followers = under.get(root.id) ?? [];
    if (under.has(story.id) || followers.length >= FOLLOW_UPS_SHOWN) continue;
    under.set(root.id, [...followers, story]);
    folded.add(story.id);
  }
  return stories
    .filter((story) => !folded.has(story.id))
    .map((story) => ({ story, followUps: under.get(story.id) ?? [] }));
}

/** The first of the stories that a story follows, as far as they are told without a gap; undefined when it follows none of them. */
function rootOf(story: Story, told: ReadonlyMap<string, Story>): Story | undefined {
  const seen = new Set([story.id]);
  let root: Story | undefined;
  for (let at = story; at.followsStoryId !== null && !seen.has(at.followsStoryId); ) {
    const earlier = told.get(at.followsStoryId);
    if (earlier === undefined) break;
    seen.add(earlier.id);
    root = earlier;
    // What has a card of its own is where its follow-ups belong.
    if (outletCount(earlier) > 1) break;
    at = earlier;
  }
  return root;
}
