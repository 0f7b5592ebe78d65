import { HOUR_MS } from "../lib/time.ts";
import { type Features, featuresOf } from "./features.ts";
import { FOLLOW_UP, likeness, SAME_STORY } from "./likeness.ts";

/** Articles further apart than this are not compared. */
export const WINDOW_MS = 48 * HOUR_MS;
/** So many articles with the most terms in common are compared. */
const COMPARED = 30;
/** A term that more articles have than this finds nobody. */
const COMMON_TERM = 800;
/** Before there is anything to count by, a term counts as if so many articles were known. */
const PRIOR_ARTICLES = 500;

/** What is needed of an article to find its story. */
export interface PlacedArticle {
  readonly id: string;
  readonly sourceId: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: number;
}

/** Where an article belongs. A story's id is the id of its first article. */
export type Placement =
  | { readonly kind: "new"; readonly storyId: string }
  | { readonly kind: "joined"; readonly storyId: string }
  | { readonly kind: "follow-up"; readonly storyId: string; readonly followsStoryId: string };

/** The articles of the last two days, and which story each belongs to. The same articles in the same order give the same stories. */
export interface StoryWindow {
  /** Finds the story of an article and takes it in. An article that is in already keeps its place. */
  place(article: PlacedArticle): Placement;
  /** Takes in an article whose story is known. */
  restore(storyId: string, article: PlacedArticle): void;
  /** Drops articles that were published before this. */
  forgetBefore(at: number): void;
  /** How many articles are in it. */
  count(): number;
}

interface Member {
  readonly id: string;
  readonly storyId: string;
  readonly publishedAt: number;
  readonly features: Features;
}

/** An empty window. */
export function createStoryWindow(): StoryWindow {
  const members = new Map<string, Member>();
  const byTerm = new Map<string, Set<string>>();

  function weight(term: string): number {
    const articles = members.size + PRIOR_ARTICLES;
    return Math.log((articles + 1) / ((byTerm.get(term)?.size ?? 0) + 1.5));
  }

  function takeIn(storyId: string, article: PlacedArticle, features: Features): void {
    const { id, publishedAt } = article;
    members.set(id, { id, storyId, publishedAt, features });
    for (const term of features.body.keys()) {
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, new Set([id]));
      else known.add(id);
    }
  }

  function drop(member: Member): void {
    members.delete(member.id);
    for (const term of member.features.body.keys()) {
      const known = byTerm.get(term);
      known?.delete(member.id);
      if (known?.size === 0) byTerm.delete(term);
    }
  }

  /** The members with the most weight of lead terms in common. */
  function candidates(features: Features, publishedAt: number): Member[] {
    const scores = new Map<string, number>();
    for (const term of features.lead.keys()) {
      const known = byTerm.get(term);
      if (known === undefined || known.size > COMMON_TERM) continue;
      const own = weight(term);
      for (const id of known) scores.set(id, (scores.get(id) ?? 0) + own);
    }
    return [...scores]
      .map(([id, score]) => ({ member: members.get(id) as Member, score }))
      .filter(({ member }) => Math.abs(member.publishedAt - publishedAt) <= WINDOW_MS)
      .sort((a, b) => b.score - a.score || (a.member.id < b.member.id ? -1 : 1))
      .slice(0, COMPARED)
      .map(({ member }) => member);
  }

  function placementOf(id: string, features: Features, publishedAt: number): Placement {
    const stories = new Map<string, number[]>();
    for (const member of candidates(features, publishedAt)) {
      const p = likeness(features, member.features, weight);
      const known = stories.get(member.storyId);
      if (known === undefined) stories.set(member.storyId, [p]);
      else known.push(p);
    }
    let best: { storyId: string; p: number } | undefined;
    for (const [storyId, ps] of stories) {
      // The mean of the best and all compared members: one that resembles a single member of a story is not chained to it.
      const top = Math.max(...ps);
      const p =
        Math.min(...ps) === 0
          ? Math.min(top, FOLLOW_UP)
          : (top + ps.reduce((sum, value) => sum + value, 0) / ps.length) / 2;
      if (best === undefined || p > best.p) best = { storyId, p };
    }
    if (best === undefined || best.p < FOLLOW_UP) return { kind: "new", storyId: id };
    if (best.p >= SAME_STORY) return { kind: "joined", storyId: best.storyId };
    return { kind: "follow-up", storyId: id, followsStoryId: best.storyId };
  }

  return {
    place(article) {
      const known = members.get(article.id);
      if (known !== undefined) return { kind: known.storyId === article.id ? "new" : "joined", storyId: known.storyId };
      const features = featuresOf(article.title, article.paragraphs);
      const placement = placementOf(article.id, features, article.publishedAt);
      takeIn(placement.storyId, article, features);
      return placement;
    },
    restore(storyId, article) {
      if (!members.has(article.id)) takeIn(storyId, article, featuresOf(article.title, article.paragraphs));
    },
    forgetBefore(at) {
      for (const member of [...members.values()]) if (member.publishedAt < at) drop(member);
    },
    count: () => members.size,
  };
}
