import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { foldLetters } from "../lib/arabic/normalise.ts";
import { isStopWord } from "../lib/arabic/stop-words.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { formsOf } from "./inflection.ts";

/** The words of a text, normalised, without those that every text has: «على» is one, the name «علي» is not. */
function tellingWords(text: string): string[] {
  const written = latinDigits(cleanText(text).replace(/(?<!\p{L})عبدال(?=\p{L}{2})/gu, "عبد ال")).match(TOKEN) ?? [];
  return written.filter((word) => !isStopWord(word)).map(foldLetters);
}

/**
 * Whether one of the phrases stands in a text: its words whole, next to each other and in this order, in spite of spelling,
 * digits, what is written together with them and regular endings, as `formsOf` says. Words that every text has are not looked
 * at; a phrase of nothing else matches nothing.
 */
export function createMatcher(phrases: readonly string[]): (text: string) => boolean {
  const wanted = phrases
    .map(tellingWords)
    .filter((words) => words.length > 0)
    // «خان يونس» is also written «خانيونس».
    .flatMap((words) => (words.length === 2 ? [words, [words.join("")]] : [words]))
    .map((words) => words.map((word, index) => formsOf(word, index === 0)));
  return (text) => {
    const words = tellingWords(text);
    return wanted.some((forms) =>
      words.some((_, start) => forms.every((form, offset) => form.has(words[start + offset] ?? ""))),
    );
  };
}
