import { ExtractError } from "../errors.ts";
import type { Headline } from "../extract/draft.ts";
import { readHeadlines } from "../extract/headlines.ts";
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
  const headlines = headlinesOf(outcome.page, source, now);
  if (headlines.length === 0)
    throw new ExtractError(source.kind === "feed" ? "not-a-feed" : "no-headlines", source.url);
  return { kind: "read", headlines, validators: outcome.validators };
}

function headlinesOf(page: Page, source: Source, now: number): readonly Headline[] {
  const options = { sourceId: source.id, timeZone: source.timeZone, now, selectors: source.selectors };
  return readHeadlines(page.html, page.url, options)?.headlines ?? [];
}
