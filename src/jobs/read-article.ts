import { ExtractError, type ExtractFailure, FetchError, type FetchFailure } from "../errors.ts";
import type { Draft, Headline } from "../extract/draft.ts";
import { DAY_MS, wallClock } from "../lib/time.ts";
import type { Source } from "../source/source.ts";
import type { Web } from "./read-source.ts";
import type { Reading } from "./reading.ts";

/** What became of a headline: an article, nothing that will ever be one, or another try in a later run. */
export type ReadOutcome =
  | { readonly kind: "read"; readonly reading: Omit<Reading, "backlogBefore"> }
  | { readonly kind: "nothing"; readonly failure: Failure }
  | { readonly kind: "later"; readonly failure: Failure };

/** The length of `2026-11-23`. */
const DATE_ALONE = 10;

type Failure = FetchFailure | ExtractFailure | "wait";

/** These may pass; the others say that this address has nothing for us. */
const PASSING: ReadonlySet<Failure> = new Set([
  "wait",
  "network",
  "timeout",
  "status",
  "robots",
  "blocked",
  "too-heavy",
]);

/**
 * Reads the page of a headline. Where the page cannot be read, or holds no article, the feed's own text is taken and the
 * article says so (`bodyFrom: "feed"`). Never throws for what the page did. `lastTry`: a headline without text of its own
 * is kept with its title alone rather than asked for again.
 */
export async function readArticle(
  { fetcher, reader }: Web,
  source: Source,
  headline: Headline,
  options: { lastTry: boolean; now: number; signal?: AbortSignal },
): Promise<ReadOutcome> {
  const fallback = (): ReadOutcome => ({
    kind: "read",
    reading: {
      sourceId: source.id,
      url: headline.url,
      title: headline.title,
      paragraphs: headline.paragraphs,
      publishedAt: headline.publishedAt,
      related: [],
      imageUrl: headline.imageUrl,
      byline: headline.byline,
      bodyFrom: "feed",
    },
  });
  const hasText = headline.title !== "" && headline.paragraphs.length > 0;
  let failure: Failure;
  try {
    const outcome = await fetcher.fetch({ url: headline.url, validators: null }, options.signal);
    if (outcome.kind === "fresh") {
      const { timeZone, id: sourceId } = source;
      const draft = await reader.article(outcome.page, { sourceId, timeZone, now: options.now });
      if (draft === undefined || draft.paragraphs.length === 0)
        return hasText ? fallback() : { kind: "nothing", failure: "no-article" };
      return {
        kind: "read",
        reading: {
          sourceId,
          url: draft.url,
          title: draft.title || headline.title,
          paragraphs: draft.paragraphs,
          publishedAt: publishedAtOf(draft, headline, timeZone),
          related: draft.related,
          imageUrl: draft.imageUrl ?? headline.imageUrl,
          byline: draft.byline ?? headline.byline,
          bodyFrom: "page",
        },
      };
    }
    failure = outcome.kind === "wait" ? "wait" : "network";
  } catch (error) {
    if (!(error instanceof FetchError || error instanceof ExtractError)) throw error;
    failure = error.failure;
  }
  if (options.signal?.aborted) return { kind: "later", failure };
  if (hasText) return fallback();
  const passing = PASSING.has(failure);
  if (passing && !options.lastTry) return { kind: "later", failure };
  return passing && headline.title !== "" ? fallback() : { kind: "nothing", failure };
}

/** The page's time, else the feed's; the feed's also where the page has a date alone and the feed a time of that day. */
function publishedAtOf(page: Draft, feed: Headline, timeZone: string): number | null {
  const [onPage, inFeed] = [page.publishedAt, feed.publishedAt];
  if (onPage === null || inFeed === null) return onPage ?? inFeed;
  const dayOf = (at: number) => wallClock(at, timeZone).day;
  const isSameDay = Math.abs(onPage - inFeed) < DAY_MS && dayOf(onPage) === dayOf(inFeed);
  return page.publishedIso?.length === DATE_ALONE && isSameDay ? inFeed : onPage;
}
