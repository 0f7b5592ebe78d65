/** What is written together with a word that has no article: «بغزة», «لكرة القدم», «ولمصر». With one it is a part of the stem («للزمالك»). */
const CLITICS = ["و", "ب", "ل", "وب", "ول"];
/** Of shorter words other words are made. */
const LEAST_LETTERS = 3;

/** The word as it is written behind a conjunction or a preposition; none for a word with the article or a very short one. */
export function withClitics(word: string): string[] {
  if (word.length < LEAST_LETTERS || word.startsWith("ال")) return [];
  // «للجنة» is read as having the article of «الجنة».
  return CLITICS.filter((clitic) => !(clitic.endsWith("ل") && word.startsWith("ل"))).map((clitic) => clitic + word);
}

/** What may be the bare word of one that begins with a clitic, the longest first. Many words only look so: «بيروت», «وزير». */
export function withoutClitics(word: string): string[] {
  return CLITICS.filter((clitic) => word.startsWith(clitic) && word.length - clitic.length >= LEAST_LETTERS)
    .map((clitic) => word.slice(clitic.length))
    .sort((a, b) => b.length - a.length);
}
