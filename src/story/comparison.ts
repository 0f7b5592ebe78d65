import { DAY_MS } from "../lib/time.ts";
import { areContrary } from "./concepts.ts";
import { BODY_BITS, bodyCount, openingCount, type Profile, titleCount } from "./profile.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How two articles resemble each other. Shares and cosines are 0 to 1; clashes and the like are 0 or 1. */
export interface Comparison {
  /** Cosines of headline and opening, and of all that is looked at. */
  readonly opening: number;
  readonly body: number;
  /** How much of the one headline the other article says anywhere; of the two sides the greater. */
  readonly titleCovered: number;
  /** Common pieces of the headlines. */
  readonly pieces: number;
  /** Common units of headlines and leads, what happened in other words; and of the first words of the texts. */
  readonly told: number;
  readonly firstWords: number;
  readonly sameSource: number;
  /** Between the two; and whether it is more than one. */
  readonly days: number;
  readonly dayLater: number;
  /** The headlines name places or clubs, and neither of them is named in the other's beginning. */
  readonly elsewhere: boolean;
  readonly thingClash: number;
  /** «ترتفع» and «تنخفض». */
  readonly contrary: number;
  /** They name different days. */
  readonly dayClash: number;
  /** Exactly one of the headlines tells a next step; exactly one of the openings does what `Opening` says. */
  readonly oneMoves: number;
  readonly oneReacts: number;
  readonly oneFollows: number;
  /** At least one of the openings names an office. */
  readonly namesOffice: number;
  /** The earlier opening tells what somebody said and the later does not; the other way round −1. */
  readonly earlierQuotes: number;
  /** The later headline explains or puts its news after other news, the earlier tells beforehand, and the other does not. */
  readonly laterExplains: number;
  readonly laterFollows: number;
  readonly earlierPreviews: number;
}

/** How much a term counts that is said so often, by its count. */
const LOUDNESS = Float64Array.from({ length: 2 ** BODY_BITS }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** The cosine of one part of two articles, as their terms are gone through side by side. */
class Cosine {
  dot = 0;
  sizeA = 0;
  sizeB = 0;
  add(countA: number, countB: number, weight: number): void {
    const a = (LOUDNESS[countA] as number) * weight;
    const b = (LOUDNESS[countB] as number) * weight;
    this.dot += a * b;
    this.sizeA += a * a;
    this.sizeB += b * b;
  }
  value(): number {
    return this.dot === 0 ? 0 : this.dot / Math.sqrt(this.sizeA * this.sizeB);
  }
}

/** The weight of what one headline says, and how much of it the other article says anywhere. */
class Coverage {
  said = 0;
  covered = 0;
  add(isSaid: boolean, isCovered: boolean, weight: number): void {
    if (!isSaid) return;
    this.said += weight;
    if (isCovered) this.covered += weight;
  }
  value(): number {
    return this.said === 0 ? 0 : this.covered / this.said;
  }
}

/** The share of common numbers of two ascending lists, against the geometric mean of their lengths. */
function commonShare(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return common / Math.sqrt(a.length * b.length);
}

/** Both name one thing at least. */
export const meet = (a: readonly number[], b: readonly number[]) => a.some((number) => b.includes(number));
/** Both name something, and nothing in common. */
export const clash = (a: readonly number[], b: readonly number[]) => a.length > 0 && b.length > 0 && !meet(a, b);
/** Each names something that the other does not. */
export const swap = (a: readonly number[], b: readonly number[]) =>
  a.some((number) => !b.includes(number)) && b.some((number) => !a.includes(number));

/** «حريق في صنعاء» and «حريق في حلب»: but an article that also speaks of what the other names may tell the same event. */
function areApart(
  inTitleA: readonly number[],
  inTitleB: readonly number[],
  inLeadA: readonly number[],
  inLeadB: readonly number[],
) {
  return clash(inTitleA, inTitleB) && !meet(inTitleA, inLeadB) && !meet(inTitleB, inLeadA);
}

const THINGS = ["goods", "offices", "bodies"] as const;

/** Compares two articles of one window. */
export function compare(a: Profile, b: Profile, vocabulary: Vocabulary): Comparison {
  const opening = new Cosine();
  const body = new Cosine();
  const titleOfA = new Coverage();
  const titleOfB = new Coverage();
  for (let i = 0, j = 0; i < a.terms.length || j < b.terms.length; ) {
    const left = a.terms[i] ?? Number.POSITIVE_INFINITY;
    const right = b.terms[j] ?? Number.POSITIVE_INFINITY;
    const partsA = left <= right ? (a.parts[i++] as number) : 0;
    const partsB = right <= left ? (b.parts[j++] as number) : 0;
    const weight = vocabulary.weight(Math.min(left, right));
    body.add(bodyCount(partsA), bodyCount(partsB), weight);
    opening.add(openingCount(partsA), openingCount(partsB), weight);
    titleOfA.add(titleCount(partsA) > 0, partsB !== 0, weight);
    titleOfB.add(titleCount(partsB) > 0, partsA !== 0, weight);
  }
  const [earlier, later] = a.publishedAt <= b.publishedAt ? [a, b] : [b, a];
  const days = (later.publishedAt - earlier.publishedAt) / DAY_MS;
  return {
    opening: opening.value(),
    body: body.value(),
    titleCovered: Math.max(titleOfA.value(), titleOfB.value()),
    pieces: commonShare(a.pieces, b.pieces),
    told: commonShare(a.told, b.told),
    firstWords: commonShare(a.firstWords, b.firstWords),
    sameSource: Number(a.sourceId === b.sourceId),
    days,
    dayLater: Number(days > 1),
    elsewhere:
      areApart(a.titlePlaces.countries, b.titlePlaces.countries, a.leadPlaces.countries, b.leadPlaces.countries) ||
      areApart(a.titlePlaces.cities, b.titlePlaces.cities, a.leadPlaces.cities, b.leadPlaces.cities) ||
      areApart(a.things.clubs, b.things.clubs, a.leadClubs, b.leadClubs),
    thingClash: THINGS.filter((kind) => clash(a.things[kind], b.things[kind])).length,
    contrary: Number(areContrary(a.units, b.units)),
    dayClash: Number(a.saidDays > 0 && b.saidDays > 0 && (a.saidDays & b.saidDays) === 0),
    oneMoves: Number(a.stance.moves !== b.stance.moves),
    oneReacts: Number(a.opens.reacts !== b.opens.reacts),
    oneFollows: Number(a.opens.follows !== b.opens.follows),
    namesOffice: Number(a.opens.namesOffice || b.opens.namesOffice),
    earlierQuotes: Number(earlier.opens.quotes) - Number(later.opens.quotes),
    laterExplains: Number(later.stance.explains && !earlier.stance.explains),
    laterFollows: Number(later.stance.follows && !earlier.stance.follows),
    earlierPreviews: Number(earlier.stance.previews && !later.stance.previews),
  };
}
