import type { Source } from "../../src/source/source.ts";

/** A source that is read by its feed, as the tests know it. */
export function outlet(id: string, changes: Partial<Source> = {}): Source {
  return {
    id,
    name: id,
    nameAr: `صحيفة ${id}`,
    nameEn: id,
    homeUrl: `https://${id}.example/`,
    kind: "feed",
    url: `https://${id}.example/feed`,
    selectors: null,
    timeZone: "Asia/Riyadh",
    everyMs: 300_000,
    topics: ["general"],
    country: "SA",
    language: "ar",
    enabled: true,
    addedBy: "test",
    ...changes,
  };
}
