import { withoutArticle } from "../story/clitics.ts";
import type { SearchQuery } from "../story/query.ts";
import type { IndexWord } from "../story/search.ts";

/** Terms as FTS5 takes them: quoted, so that nothing in them is syntax. */
export const quoted = (terms: readonly string[]) => `"${terms.join(" ").replaceAll('"', "")}"`;

/** What FTS5 is asked for: all of the words, or any. A word is the terms of which one is enough. */
export function matchExpression(query: SearchQuery, words: readonly string[], joined: "AND" | "OR"): string {
  const phrases = query.phrases.map(quoted).join(" AND ");
  const wanted = words.join(` ${joined} `);
  // A phrase has to be there; the words beside it only rank.
  const found = phrases === "" ? wanted : wanted === "" ? phrases : `${phrases} AND (${phrases} OR ${wanted})`;
  return `(${found})${query.without.map((terms) => ` NOT ${quoted(terms)}`).join("")}`;
}

/** One of the terms; undefined when there is none. */
export function anyOf(terms: readonly string[]): string | undefined {
  const distinct = [...new Set(terms)].map((term) => quoted([term]));
  return distinct.length < 2 ? distinct[0] : `(${distinct.join(" OR ")})`;
}

/** Words as they are written, without their articles: what the table of forms holds of a headline. */
export const bareForms = (words: readonly IndexWord[]) => [...new Set(words.map(({ form }) => withoutArticle(form)))];
