import { clash, swap } from "./comparison.ts";
import { areContrary } from "./concepts.ts";
import type { Profile } from "./profile.ts";

/** Common units by all units of a headline: of the shorter one and of the longer one at least so much. */
const LEAST_OF_SHORTER = 0.6;
const LEAST_OF_LONGER = 0.4;
/** Names and numbers in common count like units. */
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
  const unitsA = new Set(a.units);
  const unitsB = new Set(b.units);
  if (areContrary(unitsA, unitsB)) return false;
  const shared = unitsA.intersection(unitsB).size;
  // A word on both sides that the other does not have: one stands where the other stood.
  if (unitsA.size > shared && unitsB.size > shared) return false;
  const named =
    common(placesA.countries, placesB.countries) +
    common(placesA.cities, placesB.cities) +
    NAMED.reduce((sum, kind) => sum + common(thingsA[kind], thingsB[kind]), 0);
  if (shared + named < 2 || shared === 0) return false;
  const shorter = Math.min(unitsA.size, unitsB.size);
  const longer = Math.max(unitsA.size, unitsB.size);
  return (
    (shared + named) / (shorter + named) >= LEAST_OF_SHORTER && (shared + named) / (longer + named) >= LEAST_OF_LONGER
  );
}
