import { gzipSync } from "node:zlib";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { loadTranslations } from "../../src/locales.ts";
import { createNewsroom } from "../../src/newsroom.ts";
import type { PageReader } from "../../src/ports.ts";
import type { Source } from "../../src/source/source.ts";
import type { Article } from "../../src/story/article.ts";
import { silent } from "../fakes/logger.ts";
import { createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";
import { plainReader } from "../fakes/reader.ts";
import { manualClock } from "../fetch/manual-clock.ts";
import { type Answering, hurriedFetcher, PUBLIC_IP, type Site, smallWorld, startSite } from "../fetch/sites.ts";

// Sites on a loopback network, read by the real fetcher; only the clock is ours.
/** When these tests begin. */
export const NOW = Date.UTC(2026, 10, 23, 9);
/** How often a source of them is asked. */
export const EVERY_MS = 15 * MINUTE_MS;
const PLACES = "المرفأ السوق الجسر المكتبة المتحف الملعب المطار القلعة الحديقة المحطة السد المدرج".split(" ");

/** The headline of the news with this number, unlike all others. */
export const titleOf = (number: number) =>
  `افتتاح ${PLACES[number % PLACES.length]} بعد أعمال ترميم استمرت ${number + 2} أعوام`;
const textOf = (number: number) =>
  `أعلنت البلدية صباح اليوم افتتاح ${PLACES[number % PLACES.length]} أمام الزوار، وقالت إن الدخول إليه بلا رسوم حتى نهاية الشهر.`;
/** The page of an article, as every site of these tests has it under `/news/<number>`. */
export const articlePage = (number: number) =>
  `<html lang="ar"><head><title>${titleOf(number)}</title></head><body><article><h1>${titleOf(number)}</h1><p>${textOf(number)}</p><p>${textOf(number)} وأضافت.</p></article></body></html>`;
/** An entry of a feed; with a text of its own where `summary` is given. */
export const entry = (number: number, summary = "") =>
  `<item><title>${titleOf(number)}</title><link>/news/${number}</link>${summary === "" ? "" : `<description>${summary}</description>`}</item>`;
/** A feed of these news. */
export const feed = (numbers: readonly number[], summary?: string) =>
  `<rss version="2.0"><channel><title>خلاصة</title>${numbers.map((number) => entry(number, summary)).join("")}</channel></rss>`;
/** An entry of a news sitemap. */
export const news = (number: number) =>
  `<url><loc>/news/${number}</loc><news:news><news:title>${titleOf(number)}</news:title><news:publication_date>2026-11-23T0${number}:00:00Z</news:publication_date></news:news></url>`;
/** A news sitemap of these news. */
export const sitemap = (numbers: readonly number[]) => `<urlset>${numbers.map(news).join("")}</urlset>`;
/** An index of sitemaps, the newest first. */
export const index = (...paths: readonly string[]) =>
  `<sitemapindex>${paths.map((path, at) => `<sitemap><loc>${path}</loc><lastmod>2026-11-${23 - at}</lastmod></sitemap>`).join("")}</sitemapindex>`;
/** A page of headlines. */
export const listing = (numbers: readonly number[]) =>
  `<html><body><main>${numbers.map((number) => `<div class="card"><h3><a href="/news/${number}">${titleOf(number)}</a></h3></div>`).join("")}</main></body></html>`;

/** What a site answers: text by path, or an answer of its own. */
export type Pages = Record<string, string | Answering>;

const answering =
  (pages: Pages): Answering =>
  (request, response) => {
    const path = request.url ?? "";
    const number = /^\/news\/(\d+)$/.exec(path)?.[1];
    const page = pages[path] ?? (number === undefined ? undefined : articlePage(Number(number)));
    if (typeof page === "function") return page(request, response);
    if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": page.startsWith("<html") ? "text/html" : "text/xml" }).end(page);
  };
/** An answer that is a status alone. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end();
/** A compressed file. */
export const file =
  (text: string): Answering =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/x-gzip" }).end(gzipSync(text));

const open: { close(): Promise<void> }[] = [];

/** Ends all that this test started. */
export async function closeAll(): Promise<void> {
  for (const each of open.splice(0).reverse()) await each.close();
}

/** An outlet with a site of its own. */
export interface Outlet {
  readonly pages: Pages;
  readonly kind?: Source["kind"];
  readonly path?: string;
  readonly robots?: Answering;
}

/** A newsroom that reads these outlets, each on a site of its own. */
export async function newsroom(
  outlets: readonly Outlet[],
  options: { pagesPerRun?: number; reader?: PageReader; timeoutMs?: number } = {},
) {
  const sites: Site[] = [];
  for (const { pages, robots } of outlets)
    sites.push(await startSite(PUBLIC_IP, answering(pages), robots === undefined ? {} : { robots }));
  open.push(...sites);
  const clock = manualClock(NOW);
  // Hosts are told apart by name: each site has its own.
  const names = Object.fromEntries(sites.map((_, at) => [`127.site${at}.test`, [[PUBLIC_IP]]]));
  const fetcher = hurriedFetcher(
    smallWorld(
      sites.map(({ port }) => port),
      names,
    ),
    { clock, timeoutMs: options.timeoutMs ?? 20_000 },
  );
  open.push(fetcher);
  const sources = outlets.map(({ kind = "feed", path = "/feed" }, at): Source => {
    const homeUrl = `http://127.site${at}.test:${sites[at]?.port}/`;
    const url = new URL(path, homeUrl).href;
    const names = { name: `s${at}`, nameAr: `صحيفة ${at}`, nameEn: `s${at}` };
    const rest = { topics: ["general"], country: "SA", language: "ar", enabled: true, addedBy: "test" };
    const reading = { kind, url, selectors: null, timeZone: "Asia/Riyadh", everyMs: EVERY_MS };
    return { id: `s${at}`, homeUrl, ...names, ...reading, ...rest };
  });
  const stores = createMemoryStores({ now: () => clock.now() });
  const made = createNewsroom(
    {
      stores,
      search: createMemorySearch(),
      fetcher,
      reader: options.reader ?? plainReader,
      clock,
      logger: silent,
      random: () => 0,
      translations: loadTranslations("ar"),
    },
    {
      retentionMs: 30 * 24 * HOUR_MS,
      pagesPerRun: options.pagesPerRun ?? 30,
      defaults: { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00"] },
      starterSources: sources,
    },
  );
  await made.load();
  const kept = async () => {
    const articles: Article[] = [];
    for await (const [, article] of stores.articles.entries()) articles.push(article);
    return articles;
  };
  const numbers = async () =>
    (await kept()).map(({ url }) => Number(url.split("/").at(-1))).sort((one, two) => one - two);
  return { ...made, stores, clock, sites, kept, numbers, poll: (at = 0) => stores.polls.get(`s${at}`) };
}

/** What a site was asked for since the last look. */
export const asked = (site: Site | undefined) => site?.asked.splice(0) ?? [];
