import { ExtractError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import { readHeadlines } from "../extract/headlines.ts";
import { parseSitemap } from "../extract/sitemap.ts";
import type { Fetcher, FetchOutcome, Page, Validators } from "../ports.ts";
import type { Source } from "../source/source.ts";

/** The headlines that a source shows now. */
export type SourceReading =
  | { readonly kind: "read"; readonly headlines: readonly Headline[]; readonly validators: Validators }
  | Exclude<FetchOutcome, { kind: "fresh" }>;

/** Asks a source for its headlines. Throws `FetchError`, and `ExtractError` when the answer holds none. */
export async function readSource(
  fetcher: Fetcher,
  source: Source,
  validators: Validators | null,
  now: number,
  signal?: AbortSignal,
): Promise<SourceReading> {
  const outcome = await fetcher.fetch({ url: source.url, validators }, signal);
  if (outcome.kind !== "fresh") return outcome;
  const headlines =
    headlinesOf(outcome.page, source, now) ?? (await newestChild(fetcher, source, outcome.page, now, signal));
  if (headlines.length === 0)
    throw new ExtractError(source.kind === "feed" ? "not-a-feed" : "no-headlines", source.url);
  return { kind: "read", headlines, validators: outcome.validators };
}

/** The headlines of a page; undefined for an index of sitemaps, which has none of its own. */
function headlinesOf(page: Page, source: Source, now: number): readonly Headline[] | undefined {
  const options = { sourceId: source.id, timeZone: source.timeZone, now, selectors: source.selectors };
  const reading = readHeadlines(page.html, page.url, options);
  if (reading?.kind === "sitemap" && reading.headlines.length === 0) return undefined;
  return reading?.headlines ?? [];
}

/** An index of sitemaps is read by the newest one that it names; older ones hold what was read before. */
async function newestChild(
  fetcher: Fetcher,
  source: Source,
  index: Page,
  now: number,
  signal?: AbortSignal,
): Promise<readonly Headline[]> {
  const { timeZone, id: sourceId } = source;
  const [newest] = parseSitemap(index.html, index.url, { sourceId, timeZone, now })?.children ?? [];
  if (newest === undefined) return [];
  const child = await fetcher.fetch({ url: newest, validators: null }, signal);
  return child.kind === "fresh" ? (headlinesOf(child.page, source, now) ?? []) : [];
}
