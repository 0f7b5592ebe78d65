import { SAME_MATTER } from "./likeness.ts";

/** How an article resembles a story: the best and the weighed likeness over the members that it was compared with. */
export interface Resemblance {
  readonly storyId: string;
  readonly best: number;
  readonly likeness: number;
}

/** The stories on the matter of an article, without its own, the likest first: at most `limit` ids. */
export function relatedStories(found: readonly Resemblance[], ownStoryId: string, limit: number): string[] {
  return found
    .filter(({ storyId, best }) => storyId !== ownStoryId && best >= SAME_MATTER)
    .toSorted((a, b) => b.best - a.best || (a.storyId < b.storyId ? -1 : 1))
    .slice(0, limit)
    .map(({ storyId }) => storyId);
}
