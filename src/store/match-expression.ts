import { withoutArticle } from "../story/clitics.ts";

/** Terms as FTS5 takes them, in this order: quoted, so that nothing in them is syntax. */
export const quoted = (terms: readonly string[]) => `"${terms.join(" ").replaceAll('"', "")}"`;

/** Any of these expressions, each once; undefined when there is none. */
export function anyOf(expressions: readonly string[]): string | undefined {
  const distinct = [...new Set(expressions)];
  return distinct.length < 2 ? distinct[0] : `(${distinct.join(" OR ")})`;
}

/** Each of the phrases has to be there; the words, an expression or nothing, then only rank. */
export function besidePhrases(phrases: readonly (readonly string[])[], words: string | undefined): string {
  const wanted = phrases.map(quoted).join(" AND ");
  if (wanted === "" || words === undefined) return words ?? wanted;
  return `${wanted} AND (${wanted} OR ${words})`;
}

/** Normalised words without their articles, each once: what the tables of forms hold. */
export const bareForms = (forms: readonly string[]) => [...new Set(forms.map(withoutArticle))];
