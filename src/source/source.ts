/** How a source is read. */
export type SourceKind = "feed" | "listing" | "sitemap";

/** CSS selectors that override the scored search of a listing page. */
export interface ListingSelectors {
  /** One element for each headline. */
  readonly card: string;
  /** Within the card; the card itself without it. */
  readonly link?: string;
  readonly title?: string;
}

/** A place we read. Written by the operator or taken from the catalogue; what polling learns is in `PollState`. */
export interface Source {
  readonly id: string;
  /** As readers see it when their language has no name of its own. */
  readonly name: string;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly homeUrl: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly selectors: ListingSelectors | null;
  /** IANA name: times without an offset are read in it. */
  readonly timeZone: string;
  /** The shortest pause between two reads. */
  readonly everyMs: number;
  readonly topics: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47. */
  readonly language: string;
  readonly enabled: boolean;
  /** The operator's user id, `"catalogue"` or `"terminal"`. */
  readonly addedBy: string;
}
