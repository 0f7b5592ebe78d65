import { cleanText } from "../lib/arabic/clean.ts";
import { latinDigits } from "../lib/arabic/digits.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { terms } from "../lib/arabic/terms.ts";
import { TOKEN } from "../lib/arabic/tokens.ts";
import { foldPlurals } from "./plurals.ts";

/** A word that says something, as it is written and as it is looked up. */
export interface IndexWord {
  /** Clean, without vowel signs. */
  readonly written: string;
  /** Normalised, with its clitics and endings. */
  readonly form: string;
  /** What the index knows it by. */
  readonly term: string;
}

/** What a text is found by: its terms in order, common broken plurals as their singular. */
export function indexTerms(text: string): string[] {
  return terms(text).map(foldPlurals);
}

/** The words of `indexTerms` with the forms they have in the text, in order. */
export function indexWords(text: string): IndexWord[] {
  return (latinDigits(cleanText(text)).match(TOKEN) ?? []).flatMap((written) =>
    indexTerms(written).map((term) => ({ written: written.replace(/\p{M}/gu, ""), form: normalise(written), term })),
  );
}
