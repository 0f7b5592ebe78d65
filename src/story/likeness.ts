import type { Comparison } from "./comparison.ts";
import { compare } from "./comparison.ts";
import { tellOneEvent } from "./headline.ts";
import type { Profile } from "./profile.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** From here on two articles tell one event … */
export const SAME_STORY = 0.38;
/** … and from here on they are on one matter. */
export const SAME_MATTER = 0.12;
/** Headlines without text that tell one event, and those that do not. */
const SURE = 0.9;

/**
 * Weights of a logistic regression on labelled pairs of Arabic news (five outlets, 2018, 48 hours apart at most): «one event»
 * against follow-ups, reactions and other events.
 */
const WEIGHTS: Readonly<Partial<Record<keyof Comparison, number>>> = {
  title: 0.883,
  core: 1.431,
  lead: 1.368,
  body: 1.887,
  titleCovered: 0.799,
  coreCovered: 1.421,
  pieces: 1.272,
  runs: 0.509,
  units: 0.763,
  sharedNumber: 0.557,
  numberClash: -0.3,
  oneReacts: -0.324,
  oneAsks: -0.674,
  oneFollows: -0.647,
  // Set by hand: pairs of one event hardly ever show these, and retellings of one form with another place or club do.
  countryClash: -1.5,
  cityClash: -0.7,
  thingClash: -1,
  contrary: -1,
};
const BIAS = -3.062;
/** One outlet seldom tells one event twice: what it adds is the next thing, unless it is the same text again. */
const SAME_SOURCE = -1.2;
const SAME_TEXT_RUNS = 0.5;
/** For each day between the two, and for each day after the first hours. */
const PER_DAY = -1.403;
const LATE_PER_DAY = -1.249;
const LATE_AFTER_HOURS = 8;
const HOURS_PER_DAY = 24;

/**
 * How likely two articles of one window tell one event, 0 to 1. Articles that happen in different countries cannot. Where one side
 * has no text, the headlines decide alone, and strictly.
 */
export function likeness(a: Profile, b: Profile, vocabulary: Vocabulary): number {
  if (!a.hasBody || !b.hasBody) return tellOneEvent(a, b) ? SURE : 0;
  const comparison = compare(a, b, vocabulary);
  if (comparison.countryClash && comparison.leadPlaceClash) return 0;
  let z = BIAS + (PER_DAY * comparison.hours) / HOURS_PER_DAY;
  z += (LATE_PER_DAY * Math.max(0, comparison.hours - LATE_AFTER_HOURS)) / HOURS_PER_DAY;
  if (a.sourceId === b.sourceId && comparison.runs < SAME_TEXT_RUNS) z += SAME_SOURCE;
  for (const [name, weight] of Object.entries(WEIGHTS)) z += weight * comparison[name as keyof Comparison];
  return 1 / (1 + Math.exp(-z));
}
