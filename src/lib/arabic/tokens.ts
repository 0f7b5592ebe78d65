import { normalise } from "./normalise.ts";

/** A number with its inner marks, or a run of letters. */
export const TOKEN = /\d+(?:[.,:/]\d+)*|[\p{L}\p{M}]+/gu;

/** The words and numbers of a text, normalised, in order. */
export function tokens(text: string): string[] {
  return normalise(text).match(TOKEN) ?? [];
}
