import { isAside, isDeed, isLight, isVain, isWord, kindred, type Meaning, type Unit } from "./concepts.ts";
import { LEADERS } from "./gazetteer/leaders.ts";
import { lexiconOf, nameAt, nameKey } from "./lexicon.ts";
import { type Place, placesIn } from "./places.ts";
import type { Named } from "./things.ts";

/** How much a part of a headline tells: a name is the most. */
export const NAME = 4;
/** Something that happens or is done. */
export const DEED = 3;
/** Any other word. */
export const THING = 2;
/** A word that describes. */
export const QUALITY = 1;
/** What a headline may leave out, but which another word may replace. */
export const LIGHT = 0;
/** What says nothing by itself. */
export const VAIN = -1;

/** A part of a headline, in order: two meanings (the same where there is only one) and how much it tells. */
export interface Part {
  readonly first: Meaning;
  readonly second: Meaning;
  readonly rank: number;
  readonly isDeed: boolean;
  readonly isAside: boolean;
}

/** The headline as a sequence of its names, concepts and bare words. */
export type Wording = readonly Part[];

/** Where the meanings of names are, below those of concepts and words. */
const KINDS = ["clubs", "goods", "bodies", "offices", "countries", "cities", "leaders"] as const;
const nameMeaning = (kind: (typeof KINDS)[number], number: number): Meaning =>
  -(1 + number * KINDS.length + KINDS.indexOf(kind));
/** A name of two countries («عمان») stands for either. */
const countryOf = (place: Place, index = 0) => nameMeaning("countries", place.countries.at(index) as number);

function leaderLexicon() {
  const leaders = new Map<string, Part>();
  for (const line of LEADERS.split("\n")) {
    const [country = "", people = ""] = line.split(": ");
    const [place] = placesIn(nameKey(country).split(" ")).taken.values();
    if (place === undefined) throw new Error(`the gazetteer has no country ${country}`);
    for (const person of people.split(" ")) {
      const part = namePart(nameMeaning("leaders", leaders.size), countryOf(place));
      for (const name of person.split("=")) leaders.set(nameKey(name), part);
    }
  }
  return lexiconOf(leaders);
}

/** «عسكرية», «رملي»; «حي», «نادي» are too short. */
const RELATIVE = /^(?:ال|وال|بال|لل)?.{3,}ي(?:ه|ا|ين|ون|ات)?$/;

function namePart(first: Meaning, second = first): Part {
  return { first, second, rank: NAME, isDeed: false, isAside: false };
}

const LEADER_NAMES = leaderLexicon();

function unitPart(word: string, { first, second }: Unit): Part {
  const meanings = { first: kindred(first), second: kindred(second), isDeed: isDeed(first), isAside: isAside(first) };
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
  for (let at = 0; at < words.length; at++) {
    const leader = nameAt(words, at, LEADER_NAMES);
    const thing = things.get(at);
    const place = places.get(at);
    const unit = unitAt.get(at);
    if (leader !== undefined) {
      parts.push(leader.meaning);
      at += leader.wordCount - 1;
    } else if (thing !== undefined) parts.push(namePart(nameMeaning(thing.kind, thing.number)));
    else if (place !== undefined) {
      const isCity = place.city >= 0;
      parts.push(
        namePart(isCity ? nameMeaning("cities", place.city) : countryOf(place), countryOf(place, isCity ? 0 : -1)),
      );
    } else if (unit !== undefined) parts.push(unitPart(words[at] as string, unit));
  }
  return parts;
}
