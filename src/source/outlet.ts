import { usualEveryMs } from "./polling.ts";
import type { Source } from "./source.ts";

/** What the catalogue says of an outlet. */
export interface OutletFacts {
  readonly id: string;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly homeUrl: string;
  /** Null where no feed is known: then the home page is read as a listing. */
  readonly feedUrl: string | null;
  readonly country: string;
  readonly timeZone: string;
  /** General news without it. */
  readonly topics?: readonly string[];
  /** Whether a new store reads it: only what was seen to answer. */
  readonly enabled?: boolean;
}

/** The source of an Arabic outlet of the catalogue. */
export function outlet({ feedUrl, topics = ["general"], enabled = false, ...facts }: OutletFacts): Source {
  const kind = feedUrl === null ? "listing" : "feed";
  return {
    ...facts,
    name: facts.nameAr,
    kind,
    url: feedUrl ?? facts.homeUrl,
    selectors: null,
    everyMs: usualEveryMs(kind),
    topics,
    language: "ar",
    enabled,
    addedBy: "catalogue",
  };
}
