/** Prefixes that are taken off once, the longest first; normalised. */
const PREFIXES = ["وبال", "وكال", "فبال", "وللا", "ولل", "وال", "فال", "بال", "كال", "فلل", "ال", "لل"] as const;
/** Suffixes that are taken off up to twice, the longest first; normalised. */
const SUFFIXES = [
  "اتها",
  "اتهم",
  "يات",
  "ات",
  "ون",
  "ين",
  "ان",
  "هم",
  "ها",
  "نا",
  "كم",
  "يه",
  "وا",
  "ته",
  "ه",
  "ي",
  "ا",
] as const;
/** What stays of a word has at least so many letters. */
const LEAST = 3;
/** A conjunction or preposition of one letter is taken off a word that is at least this long. */
const LEAST_WITH_CLITIC = 5;

/**
 * The light stem of a normalised Arabic token: article, clitics and regular endings taken off. Other tokens stay as they are.
 * Light on purpose: roots would make «مدرسة» and «درس» one word.
 */
export function stem(token: string): string {
  if (!/^[\u0621-\u064a]+$/.test(token)) return token;
  let word = token;
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length - candidate.length >= LEAST);
  if (prefix !== undefined) word = word.slice(prefix.length);
  else if (/^[وف]/.test(word) && word.length >= LEAST_WITH_CLITIC) word = word.slice(1);
  for (let round = 0; round < 2; round++) {
    const suffix = SUFFIXES.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= LEAST);
    if (suffix === undefined) break;
    word = word.slice(0, -suffix.length);
  }
  return word;
}
