/** Shorter words stand side by side by chance: «بي» and «ان» are no «بيان». */
const LEAST_HALF = 3;
/** Longer ones are no words. */
const MOST_LETTERS = 24;
const LETTERS = /^\p{L}+$/u;

/**
 * Two words that stand side by side written as one, as names are: «خان يونس», «خانيونس». Normalised; undefined where numbers or
 * words that are too short are among them.
 */
export function joinedWord(first: string, second: string, leastHalf = LEAST_HALF): string | undefined {
  const areHalves = [first, second].every((half) => half.length >= leastHalf && LETTERS.test(half));
  return areHalves ? first + second : undefined;
}

/** The pairs of words that `joinedWord` makes this word of. */
export function halvesOf(word: string): [string, string][] {
  const count = word.length > MOST_LETTERS ? 0 : Math.max(0, word.length - 2 * LEAST_HALF + 1);
  return Array.from({ length: count }, (_, index): [string, string] => {
    const at = LEAST_HALF + index;
    return [word.slice(0, at), word.slice(at)];
  }).filter(([first, second]) => joinedWord(first, second) !== undefined);
}
