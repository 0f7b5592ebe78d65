import { HOUR_MS } from "../lib/time.ts";
import { areContrary, type Meeting, meetingOf } from "./concepts.ts";
import { BODY_BITS, bodyCount, coreCount, leadCount, type Profile, titleCount } from "./profile.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How two articles resemble each other. Shares and cosines are 0 to 1; clashes and the like are 0 or 1. */
export interface Comparison {
  /** Cosines of headlines, of headline and first words, of headline and lead, of all that is looked at. */
  readonly title: number;
  readonly core: number;
  readonly lead: number;
  readonly body: number;
  /** How much of the one headline the other article says anywhere; of the two sides the greater. */
  readonly titleCovered: number;
  /** How much of the first words of the one the other says anywhere; of the two sides the lesser. */
  readonly coreCovered: number;
  /** Common pieces of the headlines, common runs of the leads, common units of headlines and first words. */
  readonly pieces: number;
  readonly runs: number;
  readonly opening: number;
  /** Common units of the headlines, twice, by all of them; and of the first words of the texts. */
  readonly units: number;
  readonly firstWords: number;
  /** The headlines have nothing in common; one without a telling word says nothing of that. */
  readonly headlinesApart: number;
  /** Between the two. */
  readonly hours: number;
  readonly countryClash: number;
  readonly countrySwap: number;
  readonly cityClash: number;
  readonly leadPlaceClash: number;
  readonly clubClash: number;
  readonly thingClash: number;
  readonly sharedNumber: number;
  readonly contrary: number;
  /** Exactly one of the headlines answers an event, tells a later step, is what somebody said. */
  readonly oneAnswers: number;
  readonly oneMoves: number;
  readonly oneSpeaks: number;
  readonly oneReacts: number;
  readonly oneExplains: number;
  /** They name different days. */
  readonly dayClash: number;
  /** The earlier headline tells beforehand and the later does not; only the later article speaks of what is still to come. */
  readonly earlierPreviews: number;
  readonly laterLooksAhead: number;
  /** The later headline asks, or puts its news after other news, and the earlier does not. */
  readonly laterAsks: number;
  readonly laterFollows: number;
  readonly laterBeginsAfter: number;
  /** Somebody speaks in the later headline of whom the earlier article says nothing. */
  readonly newSpeaker: number;
}

/** Headlines that are less alike have only a common word or none. */
const LEAST_TITLE = 0.06;

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

/** The weight of what one article says in a part, and how much of it the other says anywhere in another part. */
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

const meetingShare = ({ common, onlyA, onlyB }: Meeting) =>
  common === 0 ? 0 : (2 * common) / (2 * common + onlyA + onlyB);

/** Compares two articles of one window. */
export function compare(a: Profile, b: Profile, vocabulary: Vocabulary): Comparison {
  const title = new Cosine();
  const core = new Cosine();
  const lead = new Cosine();
  const body = new Cosine();
  const titleOfA = new Coverage();
  const titleOfB = new Coverage();
  const coreOfA = new Coverage();
  const coreOfB = new Coverage();
  for (let i = 0, j = 0; i < a.terms.length || j < b.terms.length; ) {
    const left = a.terms[i] ?? Number.POSITIVE_INFINITY;
    const right = b.terms[j] ?? Number.POSITIVE_INFINITY;
    const partsA = left <= right ? (a.parts[i++] as number) : 0;
    const partsB = right <= left ? (b.parts[j++] as number) : 0;
    const weight = vocabulary.weight(Math.min(left, right));
    body.add(bodyCount(partsA), bodyCount(partsB), weight);
    const leadA = leadCount(partsA);
    const leadB = leadCount(partsB);
    if (leadA === 0 && leadB === 0) continue;
    lead.add(leadA, leadB, weight);
    core.add(coreCount(partsA), coreCount(partsB), weight);
    title.add(titleCount(partsA), titleCount(partsB), weight);
    titleOfA.add(titleCount(partsA) > 0, bodyCount(partsB) > 0, weight);
    titleOfB.add(titleCount(partsB) > 0, bodyCount(partsA) > 0, weight);
    coreOfA.add(coreCount(partsA) > 0, bodyCount(partsB) > 0, weight);
    coreOfB.add(coreCount(partsB) > 0, bodyCount(partsA) > 0, weight);
  }
  const [earlier, later] = a.publishedAt <= b.publishedAt ? [a, b] : [b, a];
  const things = ["goods", "offices", "bodies"] as const;
  const titles = title.value();
  const units = meetingShare(meetingOf(a.units, b.units));
  return {
    title: titles,
    core: core.value(),
    lead: lead.value(),
    body: body.value(),
    titleCovered: Math.max(titleOfA.value(), titleOfB.value()),
    coreCovered: Math.min(coreOfA.value(), coreOfB.value()),
    pieces: commonShare(a.pieces, b.pieces),
    runs: commonShare(a.runs, b.runs),
    opening: commonShare(a.opening, b.opening),
    units,
    firstWords: meetingShare(meetingOf(a.firstWords, b.firstWords)),
    headlinesApart: Number(titles < LEAST_TITLE && units === 0 && a.units.length > 0 && b.units.length > 0),
    hours: Math.abs(a.publishedAt - b.publishedAt) / HOUR_MS,
    countryClash: Number(clash(a.titlePlaces.countries, b.titlePlaces.countries)),
    countrySwap: Number(swap(a.titlePlaces.countries, b.titlePlaces.countries)),
    cityClash: Number(clash(a.titlePlaces.cities, b.titlePlaces.cities)),
    leadPlaceClash: Number(clash(a.leadPlaces.countries, b.leadPlaces.countries)),
    clubClash: Number(clash(a.things.clubs, b.things.clubs)),
    thingClash: things.filter((kind) => clash(a.things[kind], b.things[kind])).length,
    sharedNumber: Number(meet(a.leadNumbers, b.leadNumbers)),
    contrary: Number(areContrary(a.units, b.units)),
    oneAnswers: Number(a.stance.answers !== b.stance.answers),
    oneMoves: Number(a.stance.moves !== b.stance.moves),
    oneSpeaks: Number(a.stance.speaks !== b.stance.speaks),
    oneReacts: Number(a.stance.reacts !== b.stance.reacts),
    oneExplains: Number(a.stance.explains !== b.stance.explains),
    dayClash: Number(a.saidDays > 0 && b.saidDays > 0 && (a.saidDays & b.saidDays) === 0),
    earlierPreviews: Number(earlier.stance.previews && !later.stance.previews && !later.looksAhead),
    laterLooksAhead: Number(later.looksAhead && !earlier.looksAhead),
    laterAsks: Number(later.stance.asks && !earlier.stance.asks),
    laterFollows: Number(later.stance.follows && !earlier.stance.follows),
    laterBeginsAfter: Number(later.stance.beginsAfter && !earlier.stance.beginsAfter),
    newSpeaker: Number(later.speaker.length > 0 && !later.speaker.some((term) => earlier.terms.includes(term))),
  };
}
