import { isOwnLetter } from "./own-letters.ts";

/**
 * The article with what is written in front of it: «والزمالك», «بالقاهرة»; «لل» has swallowed it. So
 * many letters of the word stay.
 */
const DEFINITE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=...)/;
/** What is written together with a word that has no article: «بغزة», «لكرة القدم», «ولمصر». */
const CLITICS = ["و", "ب", "ل", "وب", "ول"];
/** Of shorter words other words are made. */
const LEAST_LETTERS = 3;

/** A normalised word without its article and what is written in front of that: «للزمالك» is «زمالك», «للجنة» is «لجنة». */
export function withoutArticle(word: string): string {
  const bare = word.replace(DEFINITE, "");
  return /^[وف]?لل/.test(word) && isOwnLetter("ل", bare) ? `ل${bare}` : bare;
}

/** What may be written in front of a word without article and makes no other word of it; nothing in front of a very short one. */
export function cliticsOf(word: string, leastLetters = LEAST_LETTERS): string[] {
  if (word.length < leastLetters) return [];
  // «للجنة» is «اللجنة» behind «ل».
  return CLITICS.filter((clitic) => !(clitic.endsWith("ل") && word.startsWith("ل"))).filter(
    (clitic) => !isOwnLetter(clitic.at(-1) as string, word),
  );
}

/**
 * What may be the bare word of one that begins with a clitic, the longest first; none where the
 * letter is its own: «بيروت», «وزير».
 */
export function withoutClitics(word: string): string[] {
  return CLITICS.map((clitic) => word.slice(clitic.length))
    .filter(
      (bare, index) => word.startsWith(CLITICS[index] as string) && cliticsOf(bare).includes(CLITICS[index] as string),
    )
    .sort((a, b) => b.length - a.length);
}
