import { shortHash } from "../lib/hash.ts";
import { canonicalUrl } from "../lib/url.ts";

/** The identity of an article: a hash of its canonical address. Frozen: stores hold it. */
export function articleId(url: string): string {
  return shortHash(canonicalUrl(url), 20);
}
