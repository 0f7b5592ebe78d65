import { type Features, featuresOf, type Parts } from "./features.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An article as a window keeps it: the features in little memory (about 2 kB). */
export interface Profile extends Omit<Features, "terms"> {
  readonly sourceId: string;
  readonly publishedAt: number;
  /** Numbers of the terms, ascending. */
  readonly terms: Uint32Array;
  /** For each term, how often it is in each part: see `titleCount` and those after it. */
  readonly parts: Uint32Array;
}

const TITLE_BITS = 4;
const OPENING_BITS = 7;
/** A count in any part is below 2 to this power. */
export const BODY_BITS = 8;
const capped = (count: number, bits: number) => Math.min(count, 2 ** bits - 1);

function packed(parts: Parts): number {
  const rest = capped(parts.opening, OPENING_BITS) | (capped(parts.body, BODY_BITS) << OPENING_BITS);
  return capped(parts.title, TITLE_BITS) | (rest << TITLE_BITS);
}

/** How often a term is in the headline. */
export const titleCount = (parts: number) => parts & (2 ** TITLE_BITS - 1);
/** How often a term is in headline and opening. */
export const openingCount = (parts: number) => (parts >>> TITLE_BITS) & (2 ** OPENING_BITS - 1);
/** How often a term is in all that is looked at. */
export const bodyCount = (parts: number) => parts >>> (TITLE_BITS + OPENING_BITS);

/** The profile of an article; its terms get their numbers from the vocabulary, which does not count them yet. */
export function profileOf(
  article: {
    readonly sourceId: string;
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly publishedAt: number;
  },
  vocabulary: Vocabulary,
): Profile {
  const { terms: found, ...others } = featuresOf(article.title, article.paragraphs, article.publishedAt);
  const pairs = [...found]
    .map(([term, parts]): [number, number] => [vocabulary.number(term), packed(parts)])
    .sort((a, b) => a[0] - b[0]);
  return {
    ...others,
    sourceId: article.sourceId,
    publishedAt: article.publishedAt,
    terms: Uint32Array.from(pairs, ([number]) => number),
    parts: Uint32Array.from(pairs, ([, parts]) => parts),
  };
}
