import type { RelatedLink } from "../extract/draft.ts";

/** An outlet's article on a story, as a reader sees it. */
export interface CardLink extends RelatedLink {
  /** In the reader's language. */
  readonly sourceName: string;
}

/** A story as a digest, `/latest` or a preview shows it. Links of the three kinds are never mixed. */
export interface StoryCard {
  readonly storyId: string;
  readonly title: string;
  readonly url: string;
  /** In the reader's language. */
  readonly sourceName: string;
  readonly publishedAt: number;
  readonly summary: string;
  /** A sentence of another outlet that adds a number, place or name to the summary. */
  readonly addition?: { readonly text: string; readonly sourceName: string };
  /** A model's summary is marked as one. */
  readonly summaryMethod: "extractive" | "model";
  /** The article says so when its text is the feed's own. */
  readonly bodyFrom: "page" | "feed";
  /** Other outlets on this story. */
  readonly alsoCoveredBy: readonly CardLink[];
  /** What the page itself offers. */
  readonly related: readonly RelatedLink[];
  /** Later stories that follow up this one, the oldest first. */
  readonly followUps?: readonly RelatedLink[];
  /** Earlier stories on the matter. */
  readonly background: readonly RelatedLink[];
}
