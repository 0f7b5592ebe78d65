import { normalise } from "../lib/arabic/normalise.ts";
import { CITIES, PLACE_MARKERS, PLACES_OTHERWISE_WORDS } from "./gazetteer/cities.ts";
import { COUNTRIES } from "./gazetteer/countries.ts";
import { lexiconOf, nameKey, namesIn } from "./lexicon.ts";

/**
 * The countries and cities that a text names: numbers of the gazetteer, in the order in which they come. A
 * city brings its country along.
 */
export interface Places {
  readonly countries: readonly number[];
  readonly cities: readonly number[];
}

/** Places, and which words of the text belong to their names; of a name's first word, what it names. */
export interface NamedPlaces extends Places {
  readonly taken: ReadonlyMap<number, Place | undefined>;
}

/** What a name of a place stands for. */
export interface Place {
  readonly countries: readonly number[];
  /** −1: the country itself. */
  readonly city: number;
  /** A capital also speaks for its country: it is a place only where something happens in it. */
  readonly isCapital: boolean;
}

const NO_PLACES: NamedPlaces = { countries: [], cities: [], taken: new Map() };
const MARKERS: ReadonlySet<string> = new Set(PLACE_MARKERS.split(/\s+/).map(normalise));
const OTHERWISE_WORDS: ReadonlySet<string> = new Set(PLACES_OTHERWISE_WORDS.split(/\s+/).map(nameKey));
/** Endings of a regular demonym: «مصري», «مصرية», «مصريين» … */
const ENDINGS = ["", "ه", "ون", "ين", "ان", "تين", "تان", "ات", "ا"];

function demonyms(name: string): string[] {
  const words = nameKey(name).split(" ");
  const endings = words.some((word) => word.endsWith("ي")) ? ENDINGS : [""];
  return endings.flatMap((ending) => {
    // «كورية جنوبية», «جنوب أفريقية».
    const bare = words.map((word) => (word.endsWith("ي") ? word + ending : word));
    return [bare.join(" "), bare.map((word) => `ال${word}`).join(" ")];
  });
}

function gazetteer(): Map<string, Place> {
  const places = new Map<string, Place>();
  const numbers = new Map<string, number>();
  let cityCount = 0;
  function add(key: string, country: number, city: number, isCapital: boolean): void {
    const known = places.get(key);
    // A name that two countries share («عمان») stands for either.
    if (known !== undefined && !known.countries.includes(country))
      places.set(key, { countries: [...known.countries, country], city: -1, isCapital: false });
    else if (known === undefined) places.set(key, { countries: [country], city, isCapital });
  }
  for (const [country, line] of COUNTRIES.split("\n").entries()) {
    const [names = [], capitals = [], people = []] = line
      .split("|")
      .map((part) => part.trim().split("=").filter(Boolean));
    numbers.set(names[0] as string, country);
    for (const name of names) add(nameKey(name), country, -1, false);
    for (const name of people) for (const form of demonyms(name)) add(form, country, -1, false);
    if (capitals.length > 0) cityCount++;
    for (const name of capitals) add(nameKey(name), country, cityCount, true);
  }
  for (const line of CITIES.split("\n")) {
    const [country = "", cities = ""] = line.split(":");
    const number = numbers.get(country);
    if (number === undefined) throw new Error(`the gazetteer has no country ${country}`);
    for (const city of cities.trim().split(/\s+/)) {
      cityCount++;
      for (const name of city.split("=")) add(nameKey(name), number, cityCount, false);
    }
  }
  return places;
}

const PLACES = gazetteer();
const PLACE_NAMES = lexiconOf(PLACES);
const CAPITALS: ReadonlySet<number> = new Set(
  [...PLACES.values()].filter((place) => place.isCapital).map((place) => place.city),
);

/** Whether the number of a city is that of a capital. */
export function isCapital(city: number): boolean {
  return CAPITALS.has(city);
}

/** The places that a text names, which was taken apart by `tokens`. */
export function placesIn(words: readonly string[]): NamedPlaces {
  const names = namesIn(words, PLACE_NAMES);
  if (names.length === 0) return NO_PLACES;
  const countries = new Set<number>();
  const cities = new Set<number>();
  const taken = new Map<number, Place | undefined>();
  for (const { at, wordCount, meaning } of names) {
    const first = words[at] as string;
    const marked = MARKERS.has(words[at - 1] ?? "") || (/^و?ب/.test(first) && !PLACES.has(first));
    const name = words.slice(at, at + wordCount).join(" ");
    if (wordCount === 1 && !marked && OTHERWISE_WORDS.has(name)) continue;
    if (wordCount === 1 && OTHERWISE_WORDS.has(name.slice(1)) && !PLACES.has(name)) continue;
    for (let word = at; word < at + wordCount; word++) taken.set(word, word === at ? meaning : undefined);
    for (const country of meaning.countries) countries.add(country);
    if (meaning.city >= 0 && (marked || !meaning.isCapital)) cities.add(meaning.city);
  }
  return { countries: [...countries], cities: [...cities], taken };
}
