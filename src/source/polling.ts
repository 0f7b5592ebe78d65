/** What polling learnt of a source; written by the collector only. */
export interface PollState {
  readonly sourceId: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly checkedAt: number | null;
  readonly nextCheckAt: number;
  /** In a row. */
  readonly failures: number;
  /** A `FetchFailure` or `ExtractFailure`, and when. */
  readonly lastFailure: { readonly failure: string; readonly at: number } | null;
  /** How many headlines the last complete read gave. */
  readonly headlineCount: number;
  /** Whether it was ever read to the end: the first read pushes nothing that is older than a day. */
  readonly readOnce: boolean;
}
