import type { SavedArticle, Subscription } from "./subscription.ts";

/** So many are shown in one message. */
export const MOST_SAVED = 30;

/** The subscription with an article kept for later, the newest first. */
export function withSaved(
  subscription: Subscription,
  { id, title, url }: SavedArticle,
): Subscription | "known" | "too-many" {
  const { saved = [] } = subscription;
  if (saved.some((known) => known.id === id)) return "known";
  if (saved.length >= MOST_SAVED) return "too-many";
  return { ...subscription, saved: [{ id, title, url }, ...saved] };
}

/** The subscription without this article. */
export function withoutSaved(subscription: Subscription, id: string): Subscription {
  return { ...subscription, saved: (subscription.saved ?? []).filter((known) => known.id !== id) };
}
