import { SAME_MATTER } from "./likeness.ts";

/** How an article resembles a story, over the members that it was compared with: how likely it is the same, and on the same matter. */
export interface Resemblance {
  readonly storyId: string;
  readonly likeness: number;
  readonly matter: number;
}

/** The stories on the matter of an article, without its own, the likest first: at most `limit` ids. */
export function relatedStories(found: readonly Resemblance[], ownStoryId: string, limit: number): string[] {
  return found
    .filter(({ storyId, matter }) => storyId !== ownStoryId && matter >= SAME_MATTER)
    .toSorted((a, b) => b.matter - a.matter || (a.storyId < b.storyId ? -1 : 1))
    .slice(0, limit)
    .map(({ storyId }) => storyId);
}
