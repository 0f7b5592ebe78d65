import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createNewsroom } from "../../src/app.ts";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { loadTranslations } from "../../src/locales.ts";
import type { PageReader } from "../../src/ports.ts";
import type { Source } from "../../src/source/source.ts";
import type { Article } from "../../src/story/article.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { silent } from "../fakes/logger.ts";
import { createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";
import { plainReader } from "../fakes/reader.ts";
import { manualClock } from "../fetch/manual-clock.ts";
import { type Answering, hurriedFetcher, PUBLIC_IP, type Site, smallWorld, startSite } from "../fetch/sites.ts";

// Sites on a loopback network, read by the real fetcher; only the clock is ours.
const NOW = Date.UTC(2026, 10, 23, 9);
const EVERY_MS = 15 * MINUTE_MS;
const PLACES = "المرفأ السوق الجسر المكتبة المتحف الملعب المطار القلعة الحديقة المحطة السد المدرج".split(" ");

const titleOf = (number: number) =>
  `افتتاح ${PLACES[number % PLACES.length]} بعد أعمال ترميم استمرت ${number + 2} أعوام`;
const textOf = (number: number) =>
  `أعلنت البلدية صباح اليوم افتتاح ${PLACES[number % PLACES.length]} أمام الزوار، وقالت إن الدخول إليه بلا رسوم حتى نهاية الشهر.`;
const articlePage = (number: number) =>
  `<html lang="ar"><head><title>${titleOf(number)}</title></head><body><article><h1>${titleOf(number)}</h1><p>${textOf(number)}</p><p>${textOf(number)} وأضافت.</p></article></body></html>`;
const entry = (number: number, summary = "") =>
  `<item><title>${titleOf(number)}</title><link>/news/${number}</link>${summary === "" ? "" : `<description>${summary}</description>`}</item>`;
const feed = (numbers: readonly number[], summary?: string) =>
  `<rss version="2.0"><channel><title>خلاصة</title>${numbers.map((number) => entry(number, summary)).join("")}</channel></rss>`;
const news = (number: number) =>
  `<url><loc>/news/${number}</loc><news:news><news:title>${titleOf(number)}</news:title><news:publication_date>2026-11-23T0${number}:00:00Z</news:publication_date></news:news></url>`;
const sitemap = (numbers: readonly number[]) => `<urlset>${numbers.map(news).join("")}</urlset>`;
const index = (...paths: readonly string[]) =>
  `<sitemapindex>${paths.map((path, at) => `<sitemap><loc>${path}</loc><lastmod>2026-11-${23 - at}</lastmod></sitemap>`).join("")}</sitemapindex>`;
const listing = (numbers: readonly number[]) =>
  `<html><body><main>${numbers.map((number) => `<div class="card"><h3><a href="/news/${number}">${titleOf(number)}</a></h3></div>`).join("")}</main></body></html>`;

/** What a site answers: text by path, or an answer of its own. */
type Pages = Record<string, string | Answering>;

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
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end();
const file =
  (text: string): Answering =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/x-gzip" }).end(gzipSync(text));

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

interface Outlet {
  readonly pages: Pages;
  readonly kind?: Source["kind"];
  readonly path?: string;
  readonly robots?: Answering;
}

/** A newsroom that reads these outlets, each on a site of its own. */
async function newsroom(outlets: readonly Outlet[], options: { pagesPerRun?: number; reader?: PageReader } = {}) {
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
    { clock, timeoutMs: 2000 },
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

const asked = (site: Site | undefined) => site?.asked.splice(0) ?? [];

test("at most so many pages are read of a source in one run; the rest follows soon, none twice", async () => {
  const room = await newsroom([{ pages: { "/feed": feed([1, 2, 3, 4, 5, 6, 7]) } }], { pagesPerRun: 3 });
  for (const expected of [["/news/1", "/news/2", "/news/3"], ["/news/4", "/news/5", "/news/6"], ["/news/7"]]) {
    await room.collector.run();
    expect(asked(room.sites[0]).filter((path) => path !== "/feed")).toEqual(expected);
    room.clock.pass(MINUTE_MS);
  }
  expect(await room.numbers()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual([]); // all was read: not before its interval
});

test("a feed of a whole site has pages about the site itself: they are no news", async () => {
  const about = ["/ar/privacy-policy/", "/about", "/من-نحن"].map((path) => entry(9).replace("/news/9", path));
  const room = await newsroom([
    { pages: { "/feed": feed([1, 2]).replace("</channel>", `${about.join("")}</channel>`) } },
  ]);
  await room.collector.run();
  expect(await room.numbers()).toEqual([1, 2]);
  expect(asked(room.sites[0])).toEqual(["/feed", "/news/1", "/news/2"]);
});

test("links that a new article's page offers are asked for once, within the pages of a run", async () => {
  const offering = (path: string) =>
    articlePage(1).replace(
      "</article>",
      `<h3>اقرأ أيضا</h3><ul><li><a href="${path}">${titleOf(5)}</a></li></ul></article>`,
    );
  const pages: Pages = { "/feed": feed([1, 2]), "/news/1": offering("/old/5"), "/old/5": status(404) };
  const room = await newsroom([{ pages }], { pagesPerRun: 2 });
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed", "/news/1", "/news/2"]);
  room.clock.pass(EVERY_MS);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed", "/old/5", "/news/1"]);
  room.clock.pass(HOUR_MS);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed"]);
  const [found] = (await room.kept()).filter(({ related }) => related.length > 0);
  const sources = new Map([["s0", (await room.stores.sources.get("s0")) as Source]]);
  const card = await room.cards.ofArticle(found as Article, sources, { locale: "ar", summary: DEFAULT_SUMMARY_LIMITS });
  expect(card.related).toEqual([]);
});

test("a source that takes its time holds up nobody: others are read again meanwhile, and one that was added", async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const slow: Answering = (_, response) => void answered.then(() => response.writeHead(404).end());
  const room = await newsroom([{ pages: { "/feed": slow } }, { pages: { "/feed": feed([1]) } }]);
  const [running, added] = [room.collector.run(), await room.stores.sources.get("s1")];
  await vi.waitFor(async () => expect((await room.poll(1))?.readOnce).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 20)); // there are no links to ask for
  expect(asked(room.sites[1])).toEqual(["/feed", "/news/1"]);
  room.clock.pass(HOUR_MS);
  await room.stores.sources.put("s2", { ...(added as Source), id: "s2" });
  expect(await room.collector.run()).toMatchObject({ sources: 2 });
  expect(asked(room.sites[1])).toEqual(["/feed", "/feed"]);
  answer();
  expect(await running).toMatchObject({ sources: 2, failures: 1 });
  expect(asked(room.sites[0])).toEqual(["/feed"]);
});

test("no source waits for the links that others offer", async () => {
  const events: string[] = [];
  const link = `<h3>اقرأ أيضا</h3><ul><li><a href="/old/5">${titleOf(5)}</a></li></ul></article>`;
  const silence: Answering = (request) => void request.socket.on("close", () => events.push("link"));
  const offering = { "/news/1": articlePage(1).replace("</article>", link), "/old/5": silence, "/feed": feed([1]) };
  const last: Answering = (_, response) => {
    events.push("feed");
    response.writeHead(404).end();
  };
  const room = await newsroom([
    ...Array.from({ length: 6 }, () => ({ pages: offering })),
    { pages: { "/feed": last } },
  ]);
  await room.collector.run();
  await vi.waitFor(() => expect(events).toHaveLength(7));
  expect(events[0]).toBe("feed");
});

test("an unchanged source is asked ever more rarely, and again at its interval once it has news", async () => {
  const pages: Pages = { "/feed": feed([1]) };
  const room = await newsroom([{ pages }]);
  const pauses: number[] = [];
  for (let run = 0; run < 8; run++) {
    await room.collector.run();
    const pauseMs = ((await room.poll())?.nextCheckAt ?? 0) - room.clock.now();
    pauses.push(pauseMs / EVERY_MS);
    room.clock.pass(pauseMs);
  }
  expect(pauses[0]).toBe(1);
  for (let run = 1; run < pauses.length; run++) expect(pauses[run]).toBeGreaterThanOrEqual(pauses[run - 1] as number);
  expect(pauses.at(-1)).toBe(4);
  pages["/feed"] = feed([2, 1]);
  await room.collector.run();
  expect(await room.numbers()).toEqual([1, 2]);
  expect((await room.poll())?.nextCheckAt).toBe(room.clock.now() + EVERY_MS);
});

describe("a site that wants to be left alone", () => {
  test.each([
    [429, { "retry-after": "7200" }, 2 * HOUR_MS],
    [503, { "retry-after": "7200" }, 2 * HOUR_MS],
    [429, {}, 10 * MINUTE_MS],
  ])("(%i %j) is asked again when it said, and it counts as no failure", async (code, headers, pauseMs) => {
    const pages: Pages = { "/feed": status(code, headers as Record<string, string>) };
    const room = await newsroom([{ pages }]);
    await room.collector.run();
    expect(await room.poll()).toMatchObject({ nextCheckAt: NOW + pauseMs, failures: 0, lastFailure: null });
    room.clock.pass(pauseMs - 1000);
    await room.collector.run();
    expect(asked(room.sites[0])).toEqual(["/feed"]);
    pages["/feed"] = feed([1]);
    room.clock.pass(1000);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
  });

  test("in the midst of its pages keeps what was read, and the rest comes later", async () => {
    const pages: Pages = { "/feed": feed([1, 2, 3]), "/news/2": status(429, { "retry-after": "3600" }) };
    const room = await newsroom([{ pages }]);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
    expect(asked(room.sites[0])).toEqual(["/feed", "/news/1", "/news/2"]);
    delete pages["/news/2"];
    room.clock.pass(HOUR_MS);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1, 2, 3]);
  });
});

test("a host that fails five times is left alone, for one-off links too, while its neighbour is read", async () => {
  const ill: Pages = { "/feed": feed([1, 2, 3, 4, 5, 6, 7, 8]) };
  for (let number = 1; number <= 8; number++) ill[`/news/${number}`] = status(500);
  const room = await newsroom([{ pages: ill }, { pages: { "/feed": feed([1]) } }]);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed", ...[1, 2, 3, 4, 5].map((number) => `/news/${number}`)]);
  const finding = await room.sources.test(
    (await room.stores.sources.get("s0"))?.homeUrl ?? "",
    AbortSignal.timeout(9000),
  );
  expect(finding).toMatchObject({ failure: "paused", candidates: [] });
  expect(asked(room.sites[0])).toEqual([]);
  expect(await room.numbers()).toEqual([1]); // of the neighbour
});

describe("robots.txt", () => {
  const rules =
    (text: string): Answering =>
    (_, response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end(text);

  test.each([401, 403, 404, 410])("with status %i forbids nothing", async (code) => {
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots: status(code) }]);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
  });

  test.each([500, 503])("with status %i makes us wait, until it can be had", async (code) => {
    let broken = true;
    const robots: Answering = (request, response) => status(broken ? code : 404)(request, response);
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots }]);
    await room.collector.run();
    expect(asked(room.sites[0])).toEqual([]);
    expect(await room.poll()).toMatchObject({ failures: 0, nextCheckAt: NOW + 5 * MINUTE_MS });
    expect(await room.sources.test("s0", AbortSignal.timeout(9000))).toMatchObject({ failure: "paused" });
    broken = false;
    room.clock.pass(5 * MINUTE_MS);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
  });

  test("that forbids articles leaves us the feed's own text", async () => {
    const summary = "أعلنت البلدية افتتاح المرفأ أمام الزوار صباح اليوم، والدخول إليه بلا رسوم.";
    const robots = rules("User-agent: *\nDisallow: /news/");
    const room = await newsroom([{ pages: { "/feed": feed([1], summary) }, robots }]);
    await room.collector.run();
    expect(asked(room.sites[0])).toEqual(["/feed"]);
    expect(await room.kept()).toMatchObject([{ bodyFrom: "feed", paragraphs: [summary], title: titleOf(1) }]);
  });

  test("that forbids a source is its failure, and one of a link that a person gives", async () => {
    const robots = rules("User-agent: Mujaz\nDisallow: /");
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots }]);
    await room.collector.run();
    expect((await room.poll())?.lastFailure?.failure).toBe("robots");
    expect(await room.sources.test("s0", AbortSignal.timeout(9000))).toMatchObject({ failure: "robots" });
    expect(asked(room.sites[0])).toEqual([]);
  });

  test("with a delay is obeyed between two pages, also of one-off links", async () => {
    const robots = rules("User-agent: *\nCrawl-delay: 30");
    const room = await newsroom([{ pages: { "/feed": feed([1, 2]) }, robots }]);
    await room.collector.run();
    await room.sources.test("s0", AbortSignal.timeout(9000));
    expect(room.clock.slept.filter((ms) => ms === 30_000).length).toBe(room.clock.slept.length);
    expect(room.clock.slept.length).toBe(asked(room.sites[0]).length); // robots.txt was the first
  });
});

describe("sitemaps", () => {
  test.each<[string, Pages, string, number[]]>([
    ["a news sitemap", { "/news.xml": sitemap([1, 2]) }, "/news.xml", [1, 2]],
    ["a compressed one", { "/news.xml.gz": file(sitemap([1, 2])) }, "/news.xml.gz", [1, 2]],
    [
      "an index",
      { "/i.xml": index("/a.xml", "/b.xml"), "/a.xml": sitemap([3]), "/b.xml": sitemap([1, 2]) },
      "/i.xml",
      [1, 2, 3],
    ],
    ["an index of compressed ones", { "/i.xml": index("/a.xml.gz"), "/a.xml.gz": file(sitemap([3])) }, "/i.xml", [3]],
    [
      "an index within an index",
      { "/i.xml": index("/j.xml"), "/j.xml": index("/a.xml"), "/a.xml": sitemap([4]) },
      "/i.xml",
      [4],
    ],
    ["an index of which one is gone", { "/i.xml": index("/no.xml", "/a.xml"), "/a.xml": sitemap([5]) }, "/i.xml", [5]],
  ])("%s is added by its address and read", async (_, pages, path, expected) => {
    const room = await newsroom([{ pages, path: "/unused" }]);
    await room.sources.remove("s0");
    const url = `http://127.site0.test:${room.sites[0]?.port}${path}`;
    const added = await room.sources.add(url, "test", AbortSignal.timeout(9000));
    const homeUrl = new URL("/", url).href;
    expect(added).toMatchObject({ kind: "added", source: { kind: "sitemap", url, homeUrl } });
    await room.collector.run();
    expect(await room.numbers()).toEqual(expected);
  });

  test("a site without a feed is read by the sitemap of news that its robots.txt names", async () => {
    const pages: Pages = {
      "/home": listing([1, 2]),
      "/all.xml": index("/x.xml"),
      "/news.xml.gz": file(sitemap([3, 4])),
    };
    const robots: Answering = (_, response) =>
      response
        .writeHead(200, { "content-type": "text/plain" })
        .end("User-agent: *\nSitemap: /all.xml\nSitemap: /news.xml.gz\n");
    const room = await newsroom([{ pages, robots, path: "/unused" }]);
    await room.sources.remove("s0");
    const { candidates } = await room.sources.test(
      `http://127.site0.test:${room.sites[0]?.port}/home`,
      AbortSignal.timeout(9000),
    );
    expect(candidates.map(({ kind, url }) => [kind, new URL(url).pathname])).toEqual([
      ["sitemap", "/news.xml.gz"],
      ["listing", "/home"],
    ]);
  });

  test("an index that stays the same is read again: its sitemaps change", async () => {
    const pages: Pages = { "/i.xml": index("/a.xml"), "/a.xml": sitemap([1]) };
    const room = await newsroom([{ pages, kind: "sitemap", path: "/i.xml" }]);
    await room.collector.run();
    pages["/a.xml"] = sitemap([2, 1]);
    room.clock.pass(HOUR_MS);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1, 2]);
  });

  test("of a long index the three newest are read", async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `/${at}.xml`);
    const pages: Pages = { "/i.xml": index(...paths) };
    for (const path of paths) pages[path] = sitemap([1]);
    const room = await newsroom([{ pages, kind: "sitemap", path: "/i.xml" }]);
    await room.collector.run();
    expect(asked(room.sites[0]).filter((path) => path.endsWith(".xml"))).toEqual([
      "/i.xml",
      "/0.xml",
      "/1.xml",
      "/2.xml",
    ]);
  });

  test("an index whose sitemaps cannot be read fails as they do", async () => {
    const pages: Pages = { "/i.xml": index("/a.xml", "/b.xml"), "/a.xml": status(403), "/b.xml": status(403) };
    const room = await newsroom([{ pages, kind: "sitemap", path: "/i.xml" }]);
    await room.collector.run();
    expect((await room.poll())?.lastFailure?.failure).toBe("blocked");
  });

  test("an index whose host wants a pause waits for it", async () => {
    const pages: Pages = { "/i.xml": index("/a.xml"), "/a.xml": status(429, { "retry-after": "3600" }) };
    const room = await newsroom([{ pages, kind: "sitemap", path: "/i.xml" }]);
    await room.collector.run();
    expect(await room.poll()).toMatchObject({ failures: 0, nextCheckAt: NOW + HOUR_MS });
  });
});

describe("a failure is named for what it is", () => {
  test.each<[string, Outlet]>([
    ["gone", { pages: {} }],
    ["blocked", { pages: { "/feed": status(403) } }],
    ["status", { pages: { "/feed": status(500) } }],
    [
      "wrong-type",
      {
        pages: { "/feed": (_, response) => response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF") },
      },
    ],
    ["too-large", { pages: { "/feed": "<rss>".padEnd(2_000_000) } }],
    ["timeout", { pages: { "/feed": () => {} } }],
    ["redirects", { pages: { "/feed": status(302, { location: "/feed" }) } }],
    ["not-a-feed", { pages: { "/feed": "<rss><channel></channel></rss>" } }],
    [
      "no-headlines",
      { pages: { "/": "<html><body><a href='/about'>من نحن</a></body></html>" }, kind: "listing", path: "/" },
    ],
    ["too-heavy", { pages: { "/": `<html>${"<div>".repeat(1000)}<a href='/1'>خبر</a>` }, kind: "listing", path: "/" }],
  ])("%s", async (failure, outlet) => {
    const room = await newsroom([outlet]);
    await room.collector.run();
    expect(await room.poll()).toMatchObject({ failures: 1, lastFailure: { failure, at: room.clock.now() } });
    expect((await room.sources.test("s0", AbortSignal.timeout(9000))).failure).toBe(
      failure === "not-a-feed" ? "no-headlines" : failure,
    );
  });

  test("a page that showed headlines and shows none any more was made anew", async () => {
    const pages: Pages = { "/": listing([1, 2, 3, 4, 5, 6]) };
    const room = await newsroom([{ pages, kind: "listing", path: "/" }]);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    pages["/"] = '<html><body><div id="app"></div><a href="/about">من نحن</a></body></html>';
    room.clock.pass(HOUR_MS);
    await room.collector.run();
    expect((await room.poll())?.lastFailure?.failure).toBe("layout-changed");
  });
});

test("a page that no reader can bear is tried three times, then kept by its title; those beside it are kept at once", async () => {
  const pages: Pages = { "/feed": feed([1, 2, 3]), "/news/2": `<html>${"<div>".repeat(1000)}` };
  const room = await newsroom([{ pages }]);
  for (const expected of [
    [1, 3],
    [1, 3],
    [1, 2, 3],
  ]) {
    await room.collector.run();
    expect(await room.numbers()).toEqual(expected);
    room.clock.pass(HOUR_MS);
  }
  expect(await room.kept()).toContainEqual(
    expect.objectContaining({ title: titleOf(2), paragraphs: [], bodyFrom: "feed" }),
  );
});
