import type { Headline } from "../extract/draft.ts";
import { isSitePage } from "../extract/listing-address.ts";
import type { Clock, Logger } from "../ports.ts";
import type { Source } from "../source/source.ts";
import { articleId } from "../story/article-id.ts";
import type { LinkCheck } from "./link-check.ts";
import { readArticle } from "./read-article.ts";
import type { Web } from "./read-source.ts";
import type { Shelf } from "./shelf.ts";

/** A page without text in its feed that cannot be read is asked for in so many runs. */
const TRIES_PER_PAGE = 3;
/** Of so many unreadable pages the tries are remembered. */
const REMEMBERED_TRIES = 2000;

/** What became of a source's new pages in one run. */
export interface PagesReport {
  readonly kept: number;
  /** How many were not known before. */
  readonly newCount: number;
  /** None was left for a later run. */
  readonly complete: boolean;
}

/** The pages behind headlines that nobody read yet. */
export interface NewPages {
  /** Keeps the articles behind these headlines. What was published before `backlogBefore` is no news. Stops early when `signal` is aborted. */
  read(
    source: Source,
    headlines: readonly Headline[],
    backlogBefore: number | null,
    signal?: AbortSignal,
  ): Promise<PagesReport>;
}

/** At most `pagesPerRun` are read of a source in one run. */
export function createNewPages(deps: {
  shelf: Shelf;
  links: LinkCheck;
  web: Web;
  clock: Clock;
  logger: Logger;
  pagesPerRun: number;
}): NewPages {
  const { shelf, links, web, clock, logger, pagesPerRun } = deps;
  /** How often the pages behind these article ids were asked for in vain; in the order of the last try. */
  const tries = new Map<string, number>();

  function rememberTry(id: string, count: number): void {
    tries.delete(id);
    tries.set(id, count);
    if (tries.size > REMEMBERED_TRIES) tries.delete(tries.keys().next().value as string);
  }

  /** Feeds of whole sites have their «privacy», too: that is passed over. */
  async function unreadOf(headlines: readonly Headline[]): Promise<[string, Headline][]> {
    const news = headlines.filter(({ url }) => !isSitePage(url));
    const byId = new Map(news.map((headline) => [articleId(headline.url), headline]));
    const known = await shelf.known([...byId.keys()]);
    return [...byId].filter((_, index) => !known[index]);
  }

  return {
    async read(source, headlines, backlogBefore, signal) {
      const unread = await unreadOf(headlines);
      const newCount = unread.length;
      let kept = 0;
      let later = 0;
      for (const [id, headline] of unread.slice(0, pagesPerRun)) {
        if (signal?.aborted) return { kept, newCount, complete: false };
        const tryCount = (tries.get(id) ?? 0) + 1;
        const outcome = await readArticle(web, source, headline, {
          lastTry: tryCount >= TRIES_PER_PAGE,
          now: clock.now(),
          ...(signal === undefined ? {} : { signal }),
        });
        if (outcome.kind === "later") {
          later++;
          rememberTry(id, tryCount);
          logger.info({ source: source.id, failure: outcome.failure, tries: tryCount }, "a page will be tried again");
          if (outcome.failure === "wait") break;
          continue;
        }
        tries.delete(id);
        if (outcome.kind === "nothing") await shelf.refuse(id);
        else if ((await shelf.keep({ ...outcome.reading, backlogBefore }, id)) === "kept") {
          kept++;
          const { url, related } = outcome.reading;
          const offered = related.map((link) => link.url);
          links.offer(source.id, url, offered);
        }
      }
      return { kept, newCount, complete: later === 0 && newCount <= pagesPerRun };
    },
  };
}
