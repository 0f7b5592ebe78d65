import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";

/** «الدول الثلاث»: so few are counted in passing. */
const MOST_IN_PASSING = 3;

/**
 * The numbers above three, places and Latin names of a text, each as a word of its kind. A country that is known by
 * one of its cities is among them.
 */
export function factsOf(text: string): ReadonlySet<string> {
  const words = tokens(text);
  const { countries, cities } = placesIn(words);
  return new Set([
    ...[...numbersOfTokens(words)].filter((value) => value > MOST_IN_PASSING).map((value) => `number ${value}`),
    ...countries.map((country) => `country ${country}`),
    ...cities.map((city) => `city ${city}`),
    ...words.filter((word) => /^[a-z]{3,}$/.test(word)),
  ]);
}
