import { clash, meet, swap } from "./comparison.ts";
import { areContrary, meetingOf } from "./concepts.ts";
import { isCapital } from "./places.ts";
import type { Profile } from "./profile.ts";

/** Of the units and names of the longer headline at least so much is common. */
const LEAST_COMMON = 0.5;
type Named = "clubs" | "goods" | "offices" | "bodies";
const NAMED: readonly Named[] = ["clubs", "goods", "offices", "bodies"];

const common = (a: readonly number[], b: readonly number[]) => a.filter((number) => b.includes(number)).length;

/**
 * Whether two headlines without any text tell one event, by themselves: what they name is compatible, and no word of the one stands
 * against another word of the other. «ضبط شحنة مخدرات» is not «ضبط شحنة أسلحة». Strict: in doubt it is another event.
 */
export function tellOneEvent(a: Profile, b: Profile): boolean {
  const { titlePlaces: placesA, things: thingsA } = a;
  const { titlePlaces: placesB, things: thingsB } = b;
  if (clash(placesA.countries, placesB.countries) || swap(placesA.countries, placesB.countries)) return false;
  if (clash(placesA.cities, placesB.cities) || swap(placesA.cities, placesB.cities)) return false;
  if (NAMED.some((kind) => clash(thingsA[kind], thingsB[kind]) || swap(thingsA[kind], thingsB[kind]))) return false;
  if (clash(a.titleNumbers, b.titleNumbers) || swap(a.titleNumbers, b.titleNumbers)) return false;
  if (areContrary(a.units, b.units) || areTurnedRound(a, b)) return false;
  const { common: shared, onlyA, onlyB } = meetingOf(a.units, b.units);
  // A word or name on both sides that the other does not have: one stands where the other stood.
  if (onlyA + namedOnlyIn(a, b) > 0 && onlyB + namedOnlyIn(b, a) > 0) return false;
  const named =
    common(placesA.countries, placesB.countries) +
    common(placesA.cities, placesB.cities) +
    NAMED.reduce((sum, kind) => sum + common(thingsA[kind], thingsB[kind]), 0);
  if (shared === 0 || shared + named < 2) return false;
  return (shared + named) / (shared + named + Math.max(onlyA, onlyB)) >= LEAST_COMMON;
}

/** How many names of one headline the other does not have. The capital of a country that both name is none. */
function namedOnlyIn(a: Profile, b: Profile): number {
  const lacks = (names: readonly number[], others: readonly number[]) =>
    names.filter((name) => !others.includes(name)).length;
  // Of a club that both name, the country goes without saying.
  const countries = meet(a.things.clubs, b.things.clubs) ? 0 : lacks(a.titlePlaces.countries, b.titlePlaces.countries);
  const cities = a.titlePlaces.cities.filter((city) => !isCapital(city) && !b.titlePlaces.cities.includes(city)).length;
  return countries + cities + NAMED.reduce((sum, kind) => sum + lacks(a.things[kind], b.things[kind]), 0);
}

/** «تونس تفوز على الجزائر» and «الجزائر تفوز على تونس»: the same words, the names the other way round. */
function areTurnedRound(a: Profile, b: Profile): boolean {
  if (a.units.length !== b.units.length || a.units.some((unit, index) => unit !== b.units[index])) return false;
  const turned = (left: readonly number[], right: readonly number[]) =>
    left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return turned(a.titlePlaces.countries, b.titlePlaces.countries) || turned(a.things.clubs, b.things.clubs);
}
