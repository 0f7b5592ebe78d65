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

const outletCount = (story: Story) => new Set(story.tellings.map((telling) => telling.sourceId)).size;
const latest = (story: Story) => Math.max(...story.tellings.map((telling) => telling.publishedAt));

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
    .sort(
      (a, b) =>
        outletCount(b) - outletCount(a) ||
        Number(a.followsStoryId !== null) - Number(b.followsStoryId !== null) ||
        latest(b) - latest(a) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, choices.maxStories);
}

/** The newest stories that the choices let through, told before or not, the newest first. */
export function newestStories(stories: readonly Story[], choices: Filter, sources: Sources, count: number): Story[] {
  return stories
    .map((story) => narrow(story, choices, sources))
    .filter((story) => story !== undefined)
    .sort((a, b) => latest(b) - latest(a) || (a.id < b.id ? -1 : 1))
    .slice(0, count);
}
