import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { DAY_MS } from "../lib/time.ts";
import type { Clock } from "../ports.ts";
import type { Source } from "../source/source.ts";
import { closeServer, listen } from "./listen.ts";
import { marfaPages, renderMarfaFeed } from "./marfa-pages.ts";
import { loadArticles, type PublishedArticle } from "./news-article.ts";
import { NEWS_TIME_ZONE } from "./news-date.ts";
import { drawLandscape } from "./news-drawing.ts";
import type { OutletPages, PageContext } from "./outlet.ts";
import { sanabilPages } from "./sanabil-pages.ts";

const EVERY_MS = 10_000;
const OFFERED_ARTICLES = 3;

/** Where the sample outlets listen, and when their news appear. */
export interface NewsSiteOptions {
  /** The first outlet's; the second has the next one. Default 0: any free ones. */
  readonly port?: number;
  readonly host?: string;
  /** Articles appear by their distance from this instant. */
  readonly startedAt: number;
  readonly clock: Clock;
}

/** Two small outlets that publish while they run. */
export interface NewsSite {
  /** Of the first outlet. */
  readonly url: string;
  /** Both outlets, ready to be read: one by its feed, one by its listing page. */
  readonly sources: readonly Source[];
  close(): Promise<void>;
}

interface Outlet {
  readonly pages: OutletPages;
  readonly articles: readonly PublishedArticle[];
  readonly renderFeed: typeof renderMarfaFeed | undefined;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly changedAt: number;
}

/**
 * Starts both outlets: six articles of the last hours are there, the others come every 20 seconds. Older ones are no news any more:
 * only other articles lead to them.
 */
export async function startNewsSite(options: NewsSiteOptions): Promise<NewsSite> {
  const { clock, startedAt, host = "127.0.0.1", port = 0 } = options;
  const marfa: Outlet = {
    pages: marfaPages,
    articles: loadArticles("marfa", startedAt, (id, { slug }, publishedAt) => {
      const [year, month, day] = new Date(publishedAt).toISOString().slice(0, 10).split("-");
      return `/${year}/${month}/${day}/${id}/${encodeURIComponent(slug)}`;
    }),
    renderFeed: renderMarfaFeed,
  };
  const sanabil: Outlet = {
    pages: sanabilPages,
    articles: loadArticles("sanabil", startedAt, (id) => `/node/${id}`),
    renderFeed: undefined,
  };
  const first = createServer((request, response) => serve(marfa, clock, request, response));
  const second = createServer((request, response) => serve(sanabil, clock, request, response));
  const url = await listen(first, port, host);
  const secondUrl = await listenOrClose(second, port === 0 ? 0 : port + 1, host, first);
  return {
    url,
    sources: [
      createSource("marfa", "مرفأ الأخبار", "Marfa News", url, "feed", `${url}/feed`),
      createSource("sanabil", "صحيفة السنابل", "Sanabil", secondUrl, "listing", `${secondUrl}/`),
    ],
    close: async () => {
      await Promise.all([closeServer(first), closeServer(second)]);
    },
  };
}

async function listenOrClose(server: Server, port: number, host: string, other: Server): Promise<string> {
  try {
    return await listen(server, port, host);
  } catch (error) {
    await closeServer(other);
    throw error;
  }
}

function createSource(
  id: string,
  nameAr: string,
  nameEn: string,
  homeUrl: string,
  kind: Source["kind"],
  url: string,
): Source {
  return {
    id,
    name: nameAr,
    nameAr,
    nameEn,
    homeUrl: `${homeUrl}/`,
    kind,
    url,
    selectors: null,
    timeZone: NEWS_TIME_ZONE,
    everyMs: EVERY_MS,
    topics: ["general"],
    country: "SA",
    language: "ar",
    enabled: true,
    addedBy: "catalogue",
  };
}

function serve(outlet: Outlet, clock: Clock, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const { status, type, body, changedAt } = answer(outlet, clock.now(), request);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const modified = new Date(changedAt).toUTCString();
  const headers = { etag, "last-modified": modified, "cache-control": "no-cache" };
  if (status === 200 && isUnchanged(request, etag, changedAt)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, {
    ...(status === 200 && headers),
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** As RFC 9110 §13.1.3 has it: the date counts only where there is no tag. */
function isUnchanged(request: IncomingMessage, etag: string, changedAt: number): boolean {
  const tags = request.headers["if-none-match"];
  if (tags !== undefined) return tags.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, "") === etag || tag === "*");
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  return Math.floor(changedAt / 1000) * 1000 <= since;
}

function answer(outlet: Outlet, now: number, request: IncomingMessage): Answer {
  const path = (request.url ?? "/").split("?")[0] as string;
  const visible = outlet.articles.filter(({ publishedAt }) => publishedAt <= now);
  const context: PageContext = {
    baseUrl: `http://${/^[\w.:[\]-]+$/.test(request.headers.host ?? "") ? request.headers.host : "localhost"}`,
    sections: [...new Set(outlet.articles.map(({ section }) => section))].slice(0, 7),
    now,
  };
  const html = (body: string, changedAt: number, status = 200): Answer => ({
    status,
    type: "text/html; charset=utf-8",
    body,
    changedAt,
  });
  const ofToday = visible.filter(({ publishedAt }) => publishedAt > now - DAY_MS);
  const newestAt = visible[0]?.publishedAt ?? now;
  if (path === "/") return html(outlet.pages.renderHome(context, ofToday), newestAt);
  if (path === "/robots.txt") {
    const body = "User-agent: *\nDisallow: /search\nDisallow: /comment\nAllow: /\n";
    return {
      status: 200,
      type: "text/plain; charset=utf-8",
      body,
      changedAt: outlet.articles.at(-1)?.publishedAt ?? 0,
    };
  }
  if (path === "/feed" && outlet.renderFeed) {
    const body = outlet.renderFeed(context, ofToday);
    return { status: 200, type: "application/rss+xml; charset=utf-8", body, changedAt: newestAt };
  }
  const article = visible.find((one) => one.path === path || one.path === encodeURI(safeDecode(path)));
  if (article) {
    return html(outlet.pages.renderArticle(context, article, offeredBeside(article, visible)), article.publishedAt);
  }
  const drawn = path === "/icon.svg" ? outlet.articles.at(-1) : visible.find(({ id }) => path === `/img/${id}.svg`);
  if (drawn) {
    const body = drawLandscape(drawn.id, "رسم توضيحي");
    return { status: 200, type: "image/svg+xml", body, changedAt: drawn.publishedAt };
  }
  const section = path.startsWith("/section/") ? safeDecode(path.slice(9)) : "";
  const ofSection = visible.filter((one) => one.section === section);
  if (ofSection[0]) return html(outlet.pages.renderHome(context, ofSection, section), ofSection[0].publishedAt);
  return html(outlet.pages.renderMissing(context), now, 404);
}

/** Earlier articles, those of the same section first. */
function offeredBeside(article: PublishedArticle, visible: readonly PublishedArticle[]): PublishedArticle[] {
  const isElsewhere = ({ section }: PublishedArticle) => Number(section !== article.section);
  return visible
    .filter(({ publishedAt }) => publishedAt < article.publishedAt)
    .toSorted((a, b) => isElsewhere(a) - isElsewhere(b))
    .slice(0, OFFERED_ARTICLES);
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
