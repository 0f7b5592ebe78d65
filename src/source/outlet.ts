import { MINUTE_MS } from "../lib/time.ts";
import type { Source } from "./source.ts";

const FEED_EVERY_MS = 15 * MINUTE_MS;
const LISTING_EVERY_MS = 30 * MINUTE_MS;

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
  return {
    ...facts,
    name: facts.nameAr,
    kind: feedUrl === null ? "listing" : "feed",
    url: feedUrl ?? facts.homeUrl,
    selectors: null,
    everyMs: feedUrl === null ? LISTING_EVERY_MS : FEED_EVERY_MS,
    topics,
    language: "ar",
    enabled,
    addedBy: "catalogue",
  };
}
