import { ExtractError, FetchError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import type { HeadlineReading } from "../extract/headlines.ts";
import type { Fetcher, FetchOutcome, Page, PageReader, Validators } from "../ports.ts";
import type { Source } from "../source/source.ts";

/** What the jobs read the web with. */
export interface Web {
  readonly fetcher: Fetcher;
  readonly reader: PageReader;
}

/** The headlines that a source shows now. */
export type SourceReading =
  | { readonly kind: "read"; readonly headlines: readonly Headline[]; readonly validators: Validators }
  | Exclude<FetchOutcome, { kind: "fresh" }>;

/** So many sitemaps of an index are read in one run, the newest first: older ones hold what was read before. */
const CHILDREN_PER_RUN = 3;
/** An index may stay the same while its sitemaps change: it is never asked for on conditions. */
const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** Asks a source for its headlines. Throws `FetchError`, and `ExtractError` when the answer holds none. */
export async function readSource(
  web: Web,
  source: Source,
  validators: Validators | null,
  now: number,
  signal?: AbortSignal,
): Promise<SourceReading> {
  const outcome = await web.fetcher.fetch({ url: source.url, validators }, signal);
  if (outcome.kind !== "fresh") return outcome;
  const reading = await readHeadlinePage(web, outcome.page, source, now, signal);
  if (reading === undefined || reading.headlines.length === 0)
    throw new ExtractError(source.kind === "feed" ? "not-a-feed" : "no-headlines", source.url);
  const isIndex = reading.children.length > 0;
  return { kind: "read", headlines: reading.headlines, validators: isIndex ? NO_VALIDATORS : outcome.validators };
}

/**
 * The headlines of a page that was fetched; an index of sitemaps is read through to those of its newest sitemaps. Undefined where the
 * page is neither feed, sitemap nor listing. Throws `ExtractError` (`too-heavy`), and `FetchError` for an
 * index of which nothing can be read.
 */
export async function readHeadlinePage(
  { fetcher, reader }: Web,
  page: Page,
  source: Pick<Source, "id" | "timeZone" | "selectors">,
  now: number,
  signal?: AbortSignal,
): Promise<HeadlineReading | undefined> {
  const options = { sourceId: source.id, timeZone: source.timeZone, now, selectors: source.selectors };
  const index = await reader.headlines(page, options);
  if (index === undefined || index.children.length === 0) return index;
  const headlines = new Map(index.headlines.map((headline) => [headline.url, headline]));
  const queue = index.children.slice(0, CHILDREN_PER_RUN);
  let readCount = 0;
  let failure: FetchError | undefined;
  for (let url = queue.shift(); url !== undefined && readCount < CHILDREN_PER_RUN; url = queue.shift()) {
    readCount++;
    try {
      const outcome = await fetcher.fetch({ url, validators: null }, signal);
      if (outcome.kind === "wait") throw new FetchError("paused", url, outcome);
      if (outcome.kind === "unchanged") continue;
      const child = await reader.headlines(outcome.page, options);
      for (const headline of child?.headlines ?? []) headlines.set(headline.url, headline);
      queue.unshift(...(child?.children ?? [])); // an index within the index
    } catch (error) {
      if (signal?.aborted || !(error instanceof FetchError || error instanceof ExtractError)) throw error;
      if (error instanceof FetchError) failure ??= error;
    }
  }
  if (headlines.size === 0 && failure !== undefined) throw failure;
  return { ...index, headlines: [...headlines.values()].sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)) };
}
