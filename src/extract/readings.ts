import { ExtractError } from "../errors.ts";
import { explainArticle, extractArticle } from "./article.ts";
import { discoverFeeds } from "./discover.ts";
import { readHeadlines } from "./headlines.ts";
import { boundedPage } from "./page-bounds.ts";
import { readSite } from "./site.ts";

/** What may be asked of a page. */
const READINGS = {
  article: extractArticle,
  explanation: explainArticle,
  headlines: readHeadlines,
  feeds: discoverFeeds,
  site: readSite,
} as const;

/** A reading by its name, as it is sent to the thread. */
export type ReadingName = keyof typeof READINGS;
/** The page's text, its address, and what else the reading wants to know. */
export type ReadingInput<N extends ReadingName> = Parameters<(typeof READINGS)[N]>;
/** What the reading found. */
export type ReadingOutput<N extends ReadingName> = ReturnType<(typeof READINGS)[N]>;

/**
 * Takes a reading of a page, here and now; it lasts as long as it lasts.
 *
 * Errors: `ExtractError` (`too-heavy`) for a page beyond all bounds, and for one that no reader can bear.
 */
export function takeReading<N extends ReadingName>(name: N, ...input: ReadingInput<N>): ReadingOutput<N> {
  const [text, url] = input;
  const read = READINGS[name] as unknown as (...input: ReadingInput<N>) => ReadingOutput<N>;
  try {
    const output = read(...input);
    if (output === undefined && boundedPage(text) === undefined) throw new ExtractError("too-heavy", url);
    return output;
  } catch (error) {
    throw error instanceof ExtractError ? error : new ExtractError("too-heavy", url, error);
  }
}
