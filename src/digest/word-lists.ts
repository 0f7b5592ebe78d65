import { normalise } from "../lib/arabic/normalise.ts";
import type { MutedStory, Subscription } from "./subscription.ts";

/** A list longer than this takes no more. */
export const MOST_WORDS = 30;

/** Words that bring stories in, and words that keep them out. */
export type WordList = "follow" | "mute";

/** The words of a chat that are muted at an instant. */
export function mutedWords(subscription: Subscription, now: number): string[] {
  return subscription.mute.filter((words) => (muteEnd(subscription, words) ?? Number.POSITIVE_INFINITY) > now);
}

/** When a mute of these words ends, undefined for one that holds for good. Words may be any text, `__proto__` as well. */
export function muteEnd({ muteUntil = {} }: Subscription, words: string): number | undefined {
  return Object.hasOwn(muteUntil, words) ? muteUntil[words] : undefined;
}

/** The subscription without the mutes whose time is over. */
export function withoutOverMutes(subscription: Subscription, now: number): Subscription {
  const mute = mutedWords(subscription, now);
  const mutedStories = (subscription.mutedStories ?? []).filter(({ until }) => until > now);
  return { ...subscription, mute, muteUntil: endsOf(subscription, mute), mutedStories };
}

/**
 * The subscription with these words in the list, `until` an instant or for good. The same words in another spelling are replaced.
 * `known`: they stand there for good already.
 */
export function withWords(
  subscription: Subscription,
  list: WordList,
  words: string,
  until?: number,
): Subscription | "known" | "too-many" {
  const same = subscription[list].find((known) => normalise(known) === normalise(words));
  const hasEnd = same !== undefined && list === "mute" && muteEnd(subscription, same) !== undefined;
  if (same !== undefined && !hasEnd && until === undefined) return "known";
  const others = subscription[list].filter((known) => known !== same);
  if (others.length >= MOST_WORDS) return "too-many";
  const changed = { ...subscription, [list]: [...others, words] };
  const ends = endsOf(subscription, list === "mute" ? others : subscription.mute);
  return { ...changed, muteUntil: until === undefined ? ends : { ...ends, [words]: until } };
}

/** The subscription without these words, as they stand in the list. */
export function withoutWords(subscription: Subscription, list: WordList, words: string): Subscription {
  const changed = { ...subscription, [list]: subscription[list].filter((known) => known !== words) };
  return { ...changed, muteUntil: endsOf(changed, changed.mute) };
}

/** The subscription with a story muted that was not, or whose time changes. */
export function withMutedStory(subscription: Subscription, story: MutedStory): Subscription | "too-many" {
  const others = withoutMutedStory(subscription, story.id).mutedStories ?? [];
  return others.length >= MOST_WORDS ? "too-many" : { ...subscription, mutedStories: [...others, story] };
}

/** The subscription that lets a story in again. */
export function withoutMutedStory(subscription: Subscription, id: string): Subscription {
  return { ...subscription, mutedStories: (subscription.mutedStories ?? []).filter((story) => story.id !== id) };
}

/** When the mutes end of those words that have an end. */
function endsOf({ muteUntil = {} }: Subscription, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(muteUntil).filter(([known]) => words.includes(known)));
}
