import { isDeed, isLight, isToll, isVain, isWord, kindred, type Meaning, type Unit } from "./concepts.ts";
import type { Place } from "./places.ts";
import type { Named } from "./things.ts";

/**
 * How much a part of a headline tells: a name, a deed, a thing or other word, what describes, what may be left out, what
 * says nothing by itself. */
export const NAME = 4;
export const DEED = 3;
export const THING = 2;
export const QUALITY = 1;
export const LIGHT = 0;
export const VAIN = -1;

/** A part of a headline, in order: two meanings (the same where there is only one) and how much it tells. */
export interface Part {
  readonly first: Meaning;
  readonly second: Meaning;
  readonly rank: number;
  readonly isDeed: boolean;
  readonly isToll: boolean;
}

/** The headline as a sequence of its names, concepts and bare words. */
export type Wording = readonly Part[];

/** Where the meanings of names are, below those of concepts and words. */
const KINDS = ["clubs", "goods", "bodies", "offices", "countries", "cities"] as const;
const nameMeaning = (kind: (typeof KINDS)[number], number: number): Meaning =>
  -(1 + number * KINDS.length + KINDS.indexOf(kind));
/** «عسكرية», «رملي»; «حي», «نادي» are too short. */
const RELATIVE = /^(?:ال|وال|بال|لل)?.{3,}ي(?:ه|ا|ين|ون|ات)?$/;

function namePart(first: Meaning, second = first): Part {
  return { first, second, rank: NAME, isDeed: false, isToll: false };
}

function unitPart(word: string, { first, second }: Unit): Part {
  const meanings = { first: kindred(first), second: kindred(second), isDeed: isDeed(first), isToll: isToll(first) };
  if (isVain(word, first)) return { ...meanings, rank: VAIN };
  if (isLight(first)) return { ...meanings, rank: meanings.isDeed ? VAIN : LIGHT };
  if (meanings.isDeed) return { ...meanings, rank: DEED };
  return { ...meanings, rank: isWord(first) && RELATIVE.test(word) ? QUALITY : THING };
}

/** The wording of a headline, taken apart by `tokens`, with what is known of its words. */
export function wordingOf(
  words: readonly string[],
  units: readonly Unit[],
  places: ReadonlyMap<number, Place | undefined>,
  things: ReadonlyMap<number, Named | undefined>,
): Wording {
  const unitAt = new Map(units.map((unit) => [unit.at, unit]));
  const parts: Part[] = [];
  for (const [at, word] of words.entries()) {
    const thing = things.get(at);
    const place = places.get(at);
    const unit = unitAt.get(at);
    if (thing !== undefined) parts.push(namePart(nameMeaning(thing.kind, thing.number)));
    else if (place !== undefined) {
      const country = nameMeaning("countries", place.countries[0] as number);
      parts.push(namePart(place.city < 0 ? country : nameMeaning("cities", place.city), country));
    } else if (unit !== undefined) parts.push(unitPart(word, unit));
  }
  return parts;
}
