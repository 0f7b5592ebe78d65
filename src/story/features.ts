import { AGENCY_PATTERN } from "../extract/agencies.ts";
import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { type Meaning, type Unit, unitsIn } from "./concepts.ts";
import { hash32 } from "./hash32.ts";
import { type Places, placesIn } from "./places.ts";
import { saidDays } from "./said-days.ts";
import { type Opening, openingOf, type Stance, stanceOf } from "./stance.ts";
import { storyTerms } from "./story-terms.ts";
import { type Things, thingsIn } from "./things.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** The beginning of an article that tells the event, in words; that says where and when; that says what happened. */
const LEAD_WORDS = 60;
const CORE_WORDS = 30;
const OPENING_WORDS = 20;
/** Of an Arabic sentence that is the verb and who did it. */
const FIRST_WORDS = 5;
const BODY_UNITS = 1500;
/** A text that is shorter adds nothing to the headline. */
const LEAST_BODY_UNITS = 60;
/** «دبي، الإمارات العربية المتحدة (CNN) –»: says where the reporter sits, not what happened. */
const DATELINE = new RegExp(`^[^.\\n]{0,60}\\((?:CNN|${AGENCY_PATTERN})\\)\\s*[-–—:]*\\s*`, "u");

/** What of an article is compared. */
export interface Features {
  /** Term → in which parts it is, and how often: see `Parts`. */
  readonly terms: ReadonlyMap<string, Parts>;
  /** The headline as concepts and bare words, each with the other meaning that it may have. */
  readonly units: readonly Meaning[];
  readonly wording: Wording;
  /** The same of headline and lead, and of the first words of the text only, ascending. */
  readonly told: Uint32Array;
  readonly firstWords: Uint32Array;
  /** Hashes of the four-letter pieces of the headline, ascending. */
  readonly pieces: Uint32Array;
  readonly titlePlaces: Places;
  readonly leadPlaces: Places;
  readonly stance: Stance;
  readonly opens: Opening;
  /** See `saidDays`; of the first words. */
  readonly saidDays: number;
  readonly things: Omit<Things, "taken">;
  readonly leadClubs: readonly number[];
  readonly titleNumbers: readonly number[];
  readonly hasBody: boolean;
}

/** How often a term is in the headline, in headline and opening, and in all that is looked at. */
export interface Parts {
  title: number;
  opening: number;
  body: number;
}

const NOTHING_TAKEN: ReadonlySet<number> = new Set();
const meaningsOf = (units: readonly Unit[]) => units.flatMap(({ first, second }) => [first, second]);
const ascending = (numbers: Iterable<number>) => Uint32Array.from(new Set(numbers)).sort();

function piecesOf(words: readonly string[]): Uint32Array {
  const letters = ` ${words.join(" ")} `;
  const found: number[] = [];
  for (let start = 0; start + 4 <= letters.length; start++) found.push(hash32(letters.slice(start, start + 4)));
  return ascending(found);
}

/** The first words of a text. */
function beginning(text: string, wordCount: number): string {
  return text.split(/\s+/, wordCount).join(" ");
}

/** The features of a title and its text. */
export function featuresOf(title: string, paragraphs: readonly string[], publishedAt: number): Features {
  const text = paragraphs.join("\n").trim().replace(DATELINE, "").slice(0, BODY_UNITS);
  const opening = beginning(text, OPENING_WORDS);
  const found = new Map<string, Parts>();
  const add = (part: string, keys: readonly (keyof Parts)[]) => {
    for (const term of storyTerms(part)) {
      let parts = found.get(term);
      if (parts === undefined) {
        parts = { title: 0, opening: 0, body: 0 };
        found.set(term, parts);
      }
      for (const key of keys) parts[key]++;
    }
  };
  add(title, ["title", "opening", "body"]);
  add(opening, ["opening", "body"]);
  add(text.replace(/\s+/g, " ").slice(opening.length), ["body"]);

  const titleWords = tokens(title);
  const leadWords = tokens(beginning(text, LEAD_WORDS));
  const coreWords = leadWords.slice(0, CORE_WORDS);
  const places = placesIn(titleWords);
  const { taken, ...things } = thingsIn(titleWords);
  const said = unitsIn(titleWords, new Set([...taken.keys(), ...places.taken.keys()]));
  const units = meaningsOf(said);
  return {
    terms: found,
    stance: stanceOf(title, titleWords),
    opens: openingOf(titleWords, coreWords, opening),
    saidDays: saidDays(coreWords, publishedAt),
    units,
    wording: wordingOf(titleWords, said, places.taken, taken),
    told: ascending([...units, ...meaningsOf(unitsIn(leadWords, NOTHING_TAKEN))]),
    firstWords: ascending(meaningsOf(unitsIn(leadWords.slice(0, FIRST_WORDS), NOTHING_TAKEN))),
    pieces: piecesOf(titleWords),
    titlePlaces: { countries: places.countries, cities: places.cities },
    leadPlaces: placesIn([...titleWords, "|", ...coreWords]),
    things,
    leadClubs: thingsIn([...titleWords, "|", ...coreWords]).clubs,
    titleNumbers: [...numbersOfTokens(titleWords)],
    hasBody: text.length >= LEAST_BODY_UNITS,
  };
}
