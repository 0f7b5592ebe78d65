import { withoutArticle } from "../story/clitics.ts";
import { hash32 } from "../story/hash32.ts";
import { oneSpelling } from "../story/name-spelling.ts";

/** Terms as FTS5 takes them, in this order: quoted, so that nothing in them is syntax. */
export const quoted = (terms: readonly string[]) => `"${terms.join(" ").replaceAll('"', "")}"`;

/** Any of these expressions, each once; undefined when there is none. */
export function anyOf(expressions: readonly string[]): string | undefined {
  const distinct = [...new Set(expressions)];
  return distinct.length < 2 ? distinct[0] : `(${distinct.join(" OR ")})`;
}

/** Normalised words without their articles, in one spelling, each once: what the tables of forms hold. */
export const bareForms = (forms: readonly string[]) => [
  ...new Set(forms.map((form) => oneSpelling(withoutArticle(form)))),
];

/** What the tables hold for a source, in any case: no word that anybody writes. */
export const sourceToken = (id: string) => `source${hash32(id.toLowerCase())}`;
