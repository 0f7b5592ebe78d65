/** A link that a page offers beside its text. `url` is absolute. */
export interface RelatedLink {
  readonly url: string;
  readonly title: string;
}

/** Title and link seen in a feed, a news sitemap or a listing page, before the article was read. */
export interface Headline {
  readonly sourceId: string;
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  readonly publishedAt: number | null;
  /** As the page gave it: ISO 8601 with its offset, or a date alone; null where none was given. */
  readonly publishedIso: string | null;
  /** The feed's own text, one paragraph each, without markup; empty for a listing. */
  readonly paragraphs: readonly string[];
  readonly imageUrl: string | null;
  readonly byline: string | null;
}

/** An article as its page says it, before we accept it. */
export interface Draft {
  readonly sourceId: string;
  /** Absolute: the page's canonical address where it may be believed, else where it was read. */
  readonly url: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: number | null;
  /** The page's own time with its own offset (`2020-12-01T02:00:00+03:00`), or `2020-12-01` for a date alone. */
  readonly publishedIso: string | null;
  /** Only when the page tells it apart from publication. */
  readonly updatedAt: number | null;
  readonly imageUrl: string | null;
  readonly byline: string | null;
  readonly section: string | null;
  /** BCP 47, from the page. */
  readonly language: string | null;
  /** The page's own related links, inline and in blocks, in page order, none twice. */
  readonly related: readonly RelatedLink[];
  /** The page says that the text goes on behind a payment or a login. */
  readonly paywalled: boolean;
  /** A running commentary: a list of dated entries, not one text. */
  readonly liveBlog: boolean;
}
