import { FetchError, type FetchFailure } from "../errors.ts";
import { DAY_MS, MINUTE_MS } from "../lib/time.ts";
import { canonicalUrl, isHomePath } from "../lib/url.ts";
import type { Clock, Fetcher, Stores } from "../ports.ts";
import { articleId } from "../story/article-id.ts";
import type { Shelf } from "./shelf.ts";

/** Of one source so many links are asked for in a run at most. */
const CHECKS_PER_RUN = 10;
/** A run ends after so long, whatever is left: the next news of the source are waiting. */
const RUN_MS = 2 * MINUTE_MS;
/** Of the links that an article's page offers only the first can be shown. */
const CHECKED_PER_ARTICLE = 4;
/** So many links of a source wait for their turn; of more the oldest are never asked for. */
const MOST_WAITING = 50;
/** So many links that are alive are remembered; after a start they may be asked for once more. */
const MOST_REMEMBERED = 5000;
/** A page that was gone may come back. */
const GONE_MS = 7 * DAY_MS;
/** The site has trouble of its own. */
const TROUBLE: ReadonlySet<FetchFailure> = new Set(["network", "timeout", "status"]);
/** Settings: the page of this article id was not there. */
const GONE = "gone:";

/** Whether the related links that pages offer lead to something. Only those that nobody read are asked for, each once. */
export interface LinkCheck {
  /** What the page of a new article of a source offers. */
  offer(sourceId: string, pageUrl: string, urls: readonly string[]): void;
  /**
   * Asks for links of a source that wait, `most` and ten at most. Gone is what answers 404 or 410 or leads to the home page; a
   * failure, a refusal or robots.txt says nothing of it. A site that wants a pause is left alone, and one that says the same of
   * a page that was read lately is not believed: it is being mended, or has shut us out.
   */
  run(sourceId: string, most: number, signal?: AbortSignal): Promise<void>;
  /** Which of these are known to be gone, asked for here or as articles of a source. */
  gone(urls: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Link checks that ask through `fetcher`, as politely as for any page. */
export function createLinkCheck(deps: {
  stores: Stores;
  shelf: Pick<Shelf, "known" | "refused">;
  fetcher: Fetcher;
  clock: Clock;
}): LinkCheck {
  const { stores, shelf, fetcher, clock } = deps;
  const waiting = new Map<string, string[]>();
  const asked = new Set<string>();
  /** The page that offered links last, by source. */
  const alive = new Map<string, string>();

  /** The next link that nobody has asked for. */
  async function nextOf(urls: string[]): Promise<string | undefined> {
    for (let url = urls.shift(); url !== undefined; url = urls.shift()) {
      const id = articleId(url);
      if (!asked.has(id) && !(await shelf.known([id]))[0] && !(await goneIds([id]))[0]) return url;
    }
    return undefined;
  }

  const goneIds = async (ids: readonly string[]) =>
    (await stores.settings.getMany(ids.map((id) => GONE + id))).map((mark) => mark !== undefined);

  /**
   * `closed`: nothing is said of the page. `later`: the site wants a pause, or we break off. `trouble`: it says nothing, and the
   * next would say as much.
   */
  async function ask(url: string, signal?: AbortSignal): Promise<"gone" | "there" | "closed" | "later" | "trouble"> {
    try {
      const outcome = await fetcher.fetch({ url, validators: null, bodyless: true }, signal);
      if (outcome.kind === "wait") return "later";
      return outcome.kind === "fresh" && isHomeOf(outcome.page.url, url) ? "gone" : "there";
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      if (error.failure === "aborted" || error.failure === "paused") return "later";
      if (error.failure === "gone") return "gone";
      return TROUBLE.has(error.failure) ? "trouble" : "closed";
    }
  }

  return {
    offer(sourceId, pageUrl, urls) {
      if (urls.length === 0) return;
      alive.set(sourceId, pageUrl);
      const all = [...urls.slice(0, CHECKED_PER_ARTICLE), ...(waiting.get(sourceId) ?? [])];
      waiting.set(sourceId, all.slice(0, MOST_WAITING));
    },
    async run(sourceId, most, signal) {
      const urls = waiting.get(sourceId) ?? [];
      const endsAt = clock.now() + RUN_MS;
      let isBelieved = false;
      for (let left = Math.min(most, CHECKS_PER_RUN); left > 0 && clock.now() < endsAt; left--) {
        const url = await nextOf(urls);
        if (url === undefined) break;
        const outcome = await ask(url, signal);
        if (outcome === "later") {
          urls.unshift(url);
          break;
        }
        if (outcome === "there") isBelieved = true;
        if (outcome === "gone" && !isBelieved) {
          left--;
          isBelieved = (await ask(alive.get(sourceId) ?? url, signal)) === "there";
          if (!isBelieved) {
            urls.length = 0; // nothing can be learnt of them now: they are shown as they are
            break;
          }
        }
        const id = articleId(url);
        if (outcome === "gone") await stores.settings.put(GONE + id, 1, clock.now() + GONE_MS);
        if (asked.size >= MOST_REMEMBERED) asked.clear();
        asked.add(id);
        if (outcome === "trouble") break;
      }
      if (urls.length === 0 && waiting.get(sourceId) === urls) waiting.delete(sourceId);
    },
    async gone(urls) {
      const ids = urls.map(articleId);
      const [refused, marked] = await Promise.all([shelf.refused(ids), goneIds(ids)]);
      return new Set(urls.filter((_, index) => refused[index] || marked[index]));
    },
  };
}

/** Another site's first page is none: a page that asks who the reader is may stand there. Nor is `/?p=123`. */
function isHomeOf(found: string, url: string): boolean {
  const [page, asked] = [found, url].map((address) => new URL(canonicalUrl(address))) as [URL, URL];
  return page.host === asked.host && page.search === "" && isHomePath(page.pathname);
}
