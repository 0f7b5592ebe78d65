import { normalise } from "../lib/arabic/normalise.ts";
import { numbersOf } from "../lib/arabic/numbers.ts";
import { stem } from "../lib/arabic/stem.ts";
import { terms } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { PLACES, THINGS } from "./gazetteer.ts";

const LEAD_WORDS = 45;
const BODY_UNITS = 1500;

/** What of an article is compared. Vectors are term → count. */
export interface Features {
  readonly title: ReadonlyMap<string, number>;
  readonly lead: ReadonlyMap<string, number>;
  readonly body: ReadonlyMap<string, number>;
  /** Four-letter pieces of the headline. */
  readonly pieces: ReadonlySet<string>;
  readonly titlePlaces: ReadonlySet<string>;
  readonly leadPlaces: ReadonlySet<string>;
  readonly titleThings: ReadonlySet<string>;
  readonly titleNumbers: ReadonlySet<number>;
  readonly leadNumbers: ReadonlySet<number>;
  readonly hasBody: boolean;
}

function lookup(source: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of source.split(/[|\n]/)) {
    const words = line.trim().split(/\s+/);
    const key = normalise(words[0] ?? "");
    for (const word of words) names.set(nameStem(normalise(word).replaceAll("_", " ")), key);
  }
  return names;
}

/** Demonyms lose gender and number, names their article and clitics: «والمصريين» and «مصري» meet. */
function nameStem(name: string): string {
  return name.split(" ").map(stem).join(" ");
}

const PLACE_NAMES = lookup(PLACES);
const THING_NAMES = lookup(THINGS);

function named(words: readonly string[], names: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const single = words[index] as string;
    const pair = `${single} ${words[index + 1] ?? ""}`;
    const key = names.get(pair) ?? names.get(single) ?? names.get(withoutPreposition(single));
    if (key !== undefined) found.add(key);
  }
  return found;
}

/** «بتونس» and «لقطر»: a preposition of one letter, where what is left is a name. */
function withoutPreposition(word: string): string {
  return /^[بلكوف]/.test(word) ? stem(word.slice(1)) : "";
}

function counts(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function piecesOf(text: string): Set<string> {
  const letters = ` ${tokens(text).join(" ")} `;
  const found = new Set<string>();
  for (let start = 0; start + 4 <= letters.length; start++) found.add(letters.slice(start, start + 4));
  return found;
}

/** The features of a title and its text. */
export function featuresOf(title: string, paragraphs: readonly string[]): Features {
  const text = paragraphs.join("\n");
  const lead = text.split(/\s+/).slice(0, LEAD_WORDS).join(" ");
  const titleStems = tokens(title).map(stem);
  const leadStems = tokens(`${title}\n${lead}`).map(stem);
  return {
    title: counts(terms(title)),
    lead: counts(terms(`${title}\n${lead}`)),
    body: counts(terms(`${title}\n${text.slice(0, BODY_UNITS)}`)),
    pieces: piecesOf(title),
    titlePlaces: named(titleStems, PLACE_NAMES),
    leadPlaces: named(leadStems, PLACE_NAMES),
    titleThings: named(titleStems, THING_NAMES),
    titleNumbers: numbersOf(title),
    leadNumbers: numbersOf(`${title}\n${lead}`),
    hasBody: text.length > 80,
  };
}
