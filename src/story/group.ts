import { HOUR_MS } from "../lib/time.ts";
import { type Likeness, likeness, SAME_STORY } from "./likeness.ts";
import { createPostings } from "./postings.ts";
import { openingCount, type Profile, profileOf } from "./profile.ts";
import { type Resemblance, relatedStories } from "./related-stories.ts";
import { createVocabulary } from "./vocabulary.ts";

/** Articles further apart than this are not compared. */
export const WINDOW_MS = 48 * HOUR_MS;
/** So many articles with the most terms in common are compared, if they have so much of the weight of headline and opening in common. */
const COMPARED = 30;
const LEAST_SHARED = 0.08;
/** A term that more articles have than this finds nobody. */
const COMMON_TERM = 250;
/**
 * Now and then what is long past is dropped, reckoned from the middle one of so many latest articles: one wrong
 * date must not empty the window.
 */
const LATEST = 25;
const LONG_PAST_MS = 2 * WINDOW_MS;
/** How much the best resemblance to a story counts against the mean of all: one article must not chain two stories. */
const BEST_SHARE = 0.5;
const weighed = (likenesses: readonly number[]) =>
  BEST_SHARE * Math.max(...likenesses) +
  (1 - BEST_SHARE) * (likenesses.reduce((sum, each) => sum + each, 0) / likenesses.length);
/** An article that is less like any of the members than this is not of their story: stories do not drift. */
const LEAST_LIKENESS = 0.003;

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
  /** Says that these articles, where they are in it, belong to this story. */
  move(articleIds: readonly string[], storyId: string): void;
  /** Other stories of the window on the matter of an article that is in it, the likest first: «خلفيات». */
  background(articleId: string, limit: number): string[];
  /** Drops articles that were published before this. What is four days older than the latest goes by itself. */
  forgetBefore(at: number): void;
  /** How many articles are in it. */
  count(): number;
}

/** What an operator took apart. */
const NEVER: Likeness = { event: 0, matter: 0 };

interface Member {
  /** Where the postings know it. */
  readonly slot: number;
  readonly id: string;
  readonly storyId: string;
  readonly profile: Profile;
}

/** The terms of headline and opening, by which an article is found. */
const openingTerms = (profile: Profile) =>
  profile.terms.filter((_, index) => openingCount(profile.parts[index] as number) > 0);

/** An empty window. */
export function createStoryWindow(): StoryWindow {
  const members = new Map<string, Member>();
  const bySlot: (Member | undefined)[] = [];
  const slotsByStory = new Map<string, Set<number>>();
  const freeSlots: number[] = [];
  const vocabulary = createVocabulary();
  const postings = createPostings();
  const forbidden = new Map<string, Set<string>>();
  const latest: number[] = [];

  function takeIn(id: string, storyId: string, profile: Profile): void {
    const member = { id, storyId, profile, slot: freeSlots.pop() ?? bySlot.length };
    members.set(id, member);
    bySlot[member.slot] = member;
    putInto(storyId, member.slot);
    vocabulary.count(profile.terms);
    postings.add(member.slot, profile.publishedAt, openingTerms(profile));
  }

  function putInto(storyId: string, slot: number): void {
    const slots = slotsByStory.get(storyId) ?? new Set<number>();
    slotsByStory.set(storyId, slots.add(slot));
  }

  function takeOut({ storyId, slot }: Member): void {
    const slots = slotsByStory.get(storyId);
    slots?.delete(slot);
    if (slots?.size === 0) slotsByStory.delete(storyId);
  }

  function drop(member: Member): void {
    const { id, slot, profile } = member;
    takeOut(member);
    members.delete(id);
    forbidden.delete(id);
    bySlot[slot] = undefined;
    freeSlots.push(slot);
    postings.remove(slot, openingTerms(profile));
    vocabulary.discount(profile.terms);
  }

  function forgetBefore(at: number): void {
    for (const member of [...members.values()]) if (member.profile.publishedAt < at) drop(member);
  }

  function forgetLongPast(publishedAt: number): void {
    latest.push(publishedAt);
    if (latest.length < LATEST) return;
    const middle = latest.toSorted((a, b) => a - b)[LATEST >> 1] as number;
    latest.length = 0;
    forgetBefore(middle - LONG_PAST_MS);
  }

  /** The members with the most weight of these in common, of those within two days. */
  function candidates(profile: Profile): Member[] {
    const [since, until] = [profile.publishedAt - WINDOW_MS, profile.publishedAt + WINDOW_MS];
    return postings
      .best(openingTerms(profile), vocabulary.weight, {
        count: COMPARED,
        common: COMMON_TERM,
        leastShare: LEAST_SHARED,
        since,
        until,
      })
      .map((slot) => bySlot[slot] as Member);
  }

  /** The stories that an article resembles, best first. One that it may belong to is judged by all of its members, not only by the likest. */
  function resemblances(id: string, profile: Profile): Resemblance[] {
    const stories = new Map<string, Map<Member, Likeness>>();
    const apart = forbidden.get(id);
    const compareWith = (member: Member) => {
      const known = stories.get(member.storyId) ?? new Map<Member, Likeness>();
      if (member.id === id || known.has(member)) return;
      known.set(member, apart?.has(member.id) ? NEVER : likeness(profile, member.profile, vocabulary));
      stories.set(member.storyId, known);
    };
    for (const member of candidates(profile)) compareWith(member);
    const likely = [...stories].filter(([, compared]) => compared.values().some(({ event }) => event >= SAME_STORY));
    for (const [storyId] of likely)
      for (const slot of slotsByStory.get(storyId) ?? []) {
        const member = bySlot[slot] as Member;
        if (Math.abs(member.profile.publishedAt - profile.publishedAt) <= WINDOW_MS) compareWith(member);
      }
    return [...stories]
      .map(([storyId, compared]) => {
        const events = [...compared.values()].map(({ event }) => event);
        return {
          storyId,
          likeness: Math.min(...events) < LEAST_LIKENESS ? 0 : weighed(events),
          matter: weighed([...compared.values()].map(({ matter }) => matter)),
        };
      })
      .sort((a, b) => b.likeness - a.likeness || b.matter - a.matter || (a.storyId < b.storyId ? -1 : 1));
  }

  function placementOf(id: string, profile: Profile): Placement {
    const found = resemblances(id, profile);
    const same = found[0];
    if (same !== undefined && same.likeness >= SAME_STORY) return { kind: "joined", storyId: same.storyId };
    const followed = relatedStories(found, id, 1)[0];
    if (followed !== undefined) return { kind: "follow-up", storyId: id, followsStoryId: followed };
    return { kind: "new", storyId: id };
  }

  return {
    place(article) {
      const known = members.get(article.id);
      if (known !== undefined) return { kind: known.storyId === article.id ? "new" : "joined", storyId: known.storyId };
      const profile = profileOf(article, vocabulary);
      const placement = placementOf(article.id, profile);
      takeIn(article.id, placement.storyId, profile);
      forgetLongPast(article.publishedAt);
      return placement;
    },
    restore(storyId, article) {
      if (!members.has(article.id)) takeIn(article.id, storyId, profileOf(article, vocabulary));
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
    move(articleIds, storyId) {
      for (const id of articleIds) {
        const member = members.get(id);
        if (member === undefined) continue;
        const moved = { ...member, storyId };
        takeOut(member);
        putInto(storyId, member.slot);
        members.set(id, moved);
        bySlot[member.slot] = moved;
      }
    },
    background(articleId, limit) {
      const member = members.get(articleId);
      if (member === undefined) return [];
      return relatedStories(resemblances(articleId, member.profile), member.storyId, limit);
    },
    forgetBefore,
    count: () => members.size,
  };
}
