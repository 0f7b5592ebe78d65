import { HOUR_MS } from "../lib/time.ts";
import { likeness, SAME_MATTER, SAME_STORY } from "./likeness.ts";
import { leadCount, type Profile, profileOf } from "./profile.ts";
import { createVocabulary } from "./vocabulary.ts";

/** Articles further apart than this are not compared. */
export const WINDOW_MS = 48 * HOUR_MS;
/** So many articles with the most terms in common are compared. */
const COMPARED = 30;
/** A term that more articles have than this finds nobody. */
const COMMON_TERM = 600;
/** How much the best resemblance to a story counts against the mean of all: one article must not chain two stories. */
const BEST_SHARE = 0.7;

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

/** The articles of the last two days, and which story each belongs to. The same calls in the same order give the same stories. */
export interface StoryWindow {
  /** Finds the story of an article and takes it in. An article that is in already keeps its place. */
  place(article: PlacedArticle): Placement;
  /** Takes in an article whose story is known. */
  restore(storyId: string, article: PlacedArticle): void;
  /** Never puts these two articles into one story: an operator took them apart. Counts for articles placed from then on. */
  forbid(articleId: string, otherId: string): void;
  /** Earlier stories on the matter of an article of the window, best first; without its own. */
  background(articleId: string, limit: number): string[];
  /** Drops articles that were published before this. */
  forgetBefore(at: number): void;
  /** How many articles are in it. */
  count(): number;
}

interface Member {
  readonly id: string;
  readonly storyId: string;
  readonly profile: Profile;
}

/** How an article resembles the members of one story that it was compared with. */
interface Resemblance {
  readonly storyId: string;
  readonly best: number;
  readonly p: number;
}

/** An empty window. */
export function createStoryWindow(): StoryWindow {
  const members = new Map<string, Member>();
  const vocabulary = createVocabulary();
  /** Of each lead term, the members that have it. */
  const byTerm = new Map<number, Set<Member>>();
  const forbidden = new Map<string, Set<string>>();

  const leadTerms = (profile: Profile) =>
    profile.terms.filter((_, index) => leadCount(profile.parts[index] as number) > 0);

  function takeIn(member: Member): void {
    members.set(member.id, member);
    vocabulary.count(member.profile.terms);
    for (const term of leadTerms(member.profile)) {
      const known = byTerm.get(term);
      if (known === undefined) byTerm.set(term, new Set([member]));
      else known.add(member);
    }
  }

  function drop(member: Member): void {
    members.delete(member.id);
    forbidden.delete(member.id);
    for (const term of leadTerms(member.profile)) {
      const known = byTerm.get(term);
      known?.delete(member);
      if (known?.size === 0) byTerm.delete(term);
    }
    vocabulary.discount(member.profile.terms);
  }

  /** The members with the most weight of lead terms in common, within two days. */
  function candidates(profile: Profile): Member[] {
    const scores = new Map<Member, number>();
    for (const term of leadTerms(profile)) {
      const known = byTerm.get(term);
      if (known === undefined || known.size > COMMON_TERM) continue;
      const weight = vocabulary.weight(term);
      for (const member of known) scores.set(member, (scores.get(member) ?? 0) + weight);
    }
    return [...scores]
      .filter(([member]) => Math.abs(member.profile.publishedAt - profile.publishedAt) <= WINDOW_MS)
      .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
      .slice(0, COMPARED)
      .map(([member]) => member);
  }

  /** The stories that an article resembles, best first. */
  function resemblances(id: string, profile: Profile): Resemblance[] {
    const stories = new Map<string, number[]>();
    for (const member of candidates(profile)) {
      if (member.id === id) continue;
      const p = forbidden.get(id)?.has(member.id) ? 0 : likeness(profile, member.profile, vocabulary);
      const known = stories.get(member.storyId);
      if (known === undefined) stories.set(member.storyId, [p]);
      else known.push(p);
    }
    return [...stories]
      .map(([storyId, ps]) => {
        const best = Math.max(...ps);
        const mean = ps.reduce((sum, p) => sum + p, 0) / ps.length;
        const p = Math.min(...ps) === 0 ? 0 : BEST_SHARE * best + (1 - BEST_SHARE) * mean;
        return { storyId, best, p };
      })
      .sort((a, b) => b.p - a.p || b.best - a.best || (a.storyId < b.storyId ? -1 : 1));
  }

  function placementOf(id: string, profile: Profile): Placement {
    const found = resemblances(id, profile);
    const same = found[0];
    if (same !== undefined && same.p >= SAME_STORY) return { kind: "joined", storyId: same.storyId };
    const matter = found.toSorted((a, b) => b.best - a.best)[0];
    if (matter !== undefined && matter.best >= SAME_MATTER)
      return { kind: "follow-up", storyId: id, followsStoryId: matter.storyId };
    return { kind: "new", storyId: id };
  }

  return {
    place(article) {
      const known = members.get(article.id);
      if (known !== undefined) return { kind: known.storyId === article.id ? "new" : "joined", storyId: known.storyId };
      const profile = profileOf(article, vocabulary);
      const placement = placementOf(article.id, profile);
      takeIn({ id: article.id, storyId: placement.storyId, profile });
      return placement;
    },
    restore(storyId, article) {
      if (!members.has(article.id)) takeIn({ id: article.id, storyId, profile: profileOf(article, vocabulary) });
    },
    forbid(articleId, otherId) {
      for (const [id, other] of [
        [articleId, otherId],
        [otherId, articleId],
      ] as const) {
        const known = forbidden.get(id);
        if (known === undefined) forbidden.set(id, new Set([other]));
        else known.add(other);
      }
    },
    background(articleId, limit) {
      const member = members.get(articleId);
      if (member === undefined) return [];
      return resemblances(articleId, member.profile)
        .filter(({ storyId, best }) => storyId !== member.storyId && best >= SAME_MATTER)
        .sort((a, b) => b.best - a.best)
        .slice(0, limit)
        .map(({ storyId }) => storyId);
    },
    forgetBefore(at) {
      for (const member of [...members.values()]) if (member.profile.publishedAt < at) drop(member);
    },
    count: () => members.size,
  };
}
