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

function ranked(story: Story): Ranked {
  return {
    story,
    outletCount: new Set(story.tellings.map((telling) => telling.sourceId)).size,
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
