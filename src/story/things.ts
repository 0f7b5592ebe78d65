import { normalise } from "../lib/arabic/normalise.ts";
import { CLUBS, CLUBS_OTHERWISE_WORDS, SPORT_WORDS } from "./gazetteer/clubs.ts";
import { BODIES, GOODS, OFFICES } from "./gazetteer/things.ts";
import { lineLexicon, nameAt, nameKey, readingsOf } from "./lexicon.ts";

/** A name: the number of the gazetteer, and of which kind it is. */
export interface Named {
  readonly kind: "clubs" | "goods" | "bodies" | "offices";
  readonly number: number;
}

/** What a headline names besides places: numbers of the gazetteer, in the order in which they come. */
export interface Things {
  readonly clubs: readonly number[];
  readonly goods: readonly number[];
  readonly bodies: readonly number[];
  readonly offices: readonly number[];
  /** Which words of the text belong to a name; of a name's first word, what it names. */
  readonly taken: ReadonlyMap<number, Named | undefined>;
}

const CLUB_NAMES = lineLexicon([CLUBS]);
const GOODS_NAMES = lineLexicon([GOODS]);
const BODY_NAMES = lineLexicon([BODIES]);
const OFFICE_NAMES = lineLexicon([OFFICES]);
const ONLY_IN_SPORT: ReadonlySet<string> = new Set(CLUBS_OTHERWISE_WORDS.split(/\s+/).map(nameKey));
const SPORT: ReadonlySet<string> = new Set(
  SPORT_WORDS.split(/\s+/)
    .map(normalise)
    .flatMap((word) => [word, `ال${word}`]),
);

const isSport = (words: readonly string[]) => words.some((word) => readingsOf(word).some((bare) => SPORT.has(bare)));

/** The clubs, goods, bodies and offices that a headline names, which was taken apart by `tokens`. */
export function thingsIn(words: readonly string[]): Things {
  const sport = isSport(words);
  const taken = new Map<number, Named | undefined>();
  const found = {
    clubs: new Set<number>(),
    goods: new Set<number>(),
    bodies: new Set<number>(),
    offices: new Set<number>(),
  };
  for (let at = 0; at < words.length; ) {
    const club = nameAt(words, at, CLUB_NAMES);
    const means =
      club !== undefined &&
      (sport || club.wordCount > 1 || !readingsOf(words[at] as string).some((word) => ONLY_IN_SPORT.has(word)));
    const candidates = [
      { kind: "clubs" as const, name: means ? club : undefined },
      { kind: "offices" as const, name: nameAt(words, at, OFFICE_NAMES) },
      { kind: "bodies" as const, name: nameAt(words, at, BODY_NAMES) },
      { kind: "goods" as const, name: nameAt(words, at, GOODS_NAMES) },
    ];
    const longest = Math.max(...candidates.map(({ name }) => name?.wordCount ?? 0));
    const best = candidates.find(({ name }) => name !== undefined && name.wordCount === longest);
    if (best?.name === undefined) {
      at++;
      continue;
    }
    found[best.kind].add(best.name.meaning);
    for (let word = at; word < at + longest; word++)
      taken.set(word, word === at ? { kind: best.kind, number: best.name.meaning } : undefined);
    at += longest;
  }
  return {
    clubs: [...found.clubs],
    goods: [...found.goods],
    bodies: [...found.bodies],
    offices: [...found.offices],
    taken,
  };
}
