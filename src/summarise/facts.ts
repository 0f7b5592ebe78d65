import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";

const NUMBER = "number ";

/** The number that a fact is; undefined for a place or name. */
export const numberOfFact = (fact: string): number | undefined =>
  fact.startsWith(NUMBER) ? Number(fact.slice(NUMBER.length)) : undefined;

/**
 * The numbers, places and Latin names of a text, each as a word of its kind. A country that is known by
 * one of its cities is among them.
 */
export function factsOf(text: string): ReadonlySet<string> {
  const words = tokens(text);
  const { countries, cities } = placesIn(words);
  return new Set([
    ...[...numbersOfTokens(words)].map((value) => `${NUMBER}${value}`),
    ...countries.map((country) => `country ${country}`),
    ...cities.map((city) => `city ${city}`),
    ...words.filter((word) => /^[a-z]{3,}$/.test(word)),
  ]);
}
