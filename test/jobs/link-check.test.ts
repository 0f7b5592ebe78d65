import { afterEach, expect, test } from "vitest";
import { createCards } from "../../src/jobs/cards.ts";
import { createLinkCheck, type LinkCheck } from "../../src/jobs/link-check.ts";
import { readingOf } from "../../src/jobs/reading.ts";
import { createShelf } from "../../src/jobs/shelf.ts";
import { createSummaries } from "../../src/jobs/summaries.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { Article } from "../../src/story/article.ts";
import { articleId } from "../../src/story/article-id.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { source } from "../fakes/desks.ts";
import { silent } from "../fakes/logger.ts";
import { createMemorySearch, createMemoryStores } from "../fakes/memory-records.ts";
import { manualClock } from "../fetch/manual-clock.ts";
import { type Answering, hurriedFetcher, PUBLIC_IP, smallWorld, startSite } from "../fetch/sites.ts";

// A site on a loopback network, asked by the real fetcher; only the clock is ours.
const NOW = Date.UTC(2026, 10, 23, 9);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const page = `<html lang="ar"><body><p>${"نص طويل ".repeat(100_000)}</p></body></html>`;
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end();

/** A shelf with one article whose page offers these links, and a site that answers them. */
async function world(related: readonly string[], answers: Record<string, Answering> = {}, robots = "") {
  const site = await startSite(
    PUBLIC_IP,
    (request, response) => {
      const answer = answers[request.url ?? ""];
      if (answer !== undefined) answer(request, response);
      else response.writeHead(200, { "content-type": "text/html" }).end(page);
    },
    { robots: (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(robots) },
  );
  const clock = manualClock(NOW);
  const fetcher = hurriedFetcher(smallWorld([site.port], { "127.news.test": [[PUBLIC_IP]] }), { clock });
  open.push(site, fetcher);
  const urlOf = (path: string) => `http://127.news.test:${site.port}${path}`;
  const stores = createMemoryStores({ now: () => clock.now() });
  const shelf = createShelf({ stores, search: createMemorySearch(), clock, retentionMs: 30 * DAY_MS });
  const summaries = createSummaries({ stores, clock, logger: silent, retentionMs: 30 * DAY_MS });
  const newCheck = () => createLinkCheck({ stores, shelf, fetcher, clock });
  const keep = (path: string, links: readonly string[] = []) =>
    shelf.keep({
      sourceId: "marfa",
      url: urlOf(path),
      title: `البلدية تفتتح الجسر الجديد ${path}`,
      paragraphs: ["افتتحت البلدية الجسر الجديد صباح اليوم أمام السيارات والمشاة."],
      publishedAt: NOW,
      related: links.map((link, number) => ({ url: urlOf(link), title: `خبر من الصفحة رقم ${number}` })),
      imageUrl: null,
      byline: null,
      bodyFrom: "page",
      backlogBefore: null,
    });
  await keep("/bridge", related);
  async function shown(links: LinkCheck) {
    const [article] = await shelf.articles([articleId(urlOf("/bridge"))]);
    if (article === undefined) throw new Error("the article is not kept");
    const sources = new Map([["marfa", source("marfa")]]);
    const options = { locale: "ar", summary: DEFAULT_SUMMARY_LIMITS };
    const card = await createCards({ shelf, summaries, links }).ofArticle(article, sources, options);
    return card.related.map(({ url }) => url.replace(urlOf(""), ""));
  }
  const asked = () => site.asked.splice(0);
  return { site, clock, shelf, newCheck, keep, shown, asked, urls: related.map(urlOf), urlOf };
}

test("what answers that it is gone, or leads to the home page, is not shown; refusals and failures say nothing", async () => {
  const paths = ["/there", "/gone", "/moved-home", "/never-was"];
  const answers = { "/gone": status(410), "/never-was": status(404), "/moved-home": status(302, { location: "/" }) };
  const { newCheck, shown, urls, urlOf } = await world(paths, answers);
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  expect(await shown(check)).toEqual(["/there"]);
});

test("the first page of a site in one language is its home page, too", async () => {
  const answers = { "/moved": status(302, { location: "/ar/?utm_source=old" }) };
  const { newCheck, shown, urls, urlOf } = await world(["/there", "/moved"], answers);
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  expect(await shown(check)).toEqual(["/there"]);
});

test.each([
  { why: "a failure", answer: status(500) },
  { why: "an answer that is cut off", answer: ((_, response) => void response.destroy()) satisfies Answering },
  { why: "a refusal", answer: status(403) },
  { why: "a page of another type", answer: status(200, { "content-type": "video/mp4" }) },
  { why: "another page of the site", answer: status(301, { location: "/elsewhere" }) },
  { why: "a short address", answer: status(302, { location: "/?p=123" }) },
  {
    why: "another site's first page, which asks who we are,",
    answer: status(302, { location: "http://127.login.test/" }),
  },
])("$why does not hide a link", async ({ answer }) => {
  const { newCheck, shown, urls, urlOf } = await world(["/odd"], { "/odd": answer });
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  expect(await shown(check)).toEqual(["/odd"]);
});

test.each([
  { why: "sends all to its home page while it is mended", answer: status(302, { location: "/" }) },
  { why: "shuts us out by 404", answer: status(404) },
])("a site that $why is asked twice, and nothing of it is believed", async ({ answer }) => {
  const paths = ["/one", "/two", "/three"];
  const closed = { "/one": answer, "/two": answer, "/three": answer, "/bridge": answer };
  const { newCheck, shown, asked, urls, urlOf } = await world(paths, closed);
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  await check.run("marfa", 30);
  expect(asked().filter((path) => path !== "/")).toEqual(["/one", "/bridge"]);
  expect(await shown(check)).toEqual(paths);
});

test("a run is over after two minutes, however slowly a site wants to be asked; the rest comes later", async () => {
  const paths = ["/1", "/2", "/3", "/4"];
  const { newCheck, asked, urls, urlOf, clock } = await world(paths, {}, "User-agent: *\nCrawl-delay: 60");
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  const startedAt = clock.now();
  await check.run("marfa", 30);
  expect(asked()).toEqual(["/1", "/2"]);
  expect(clock.now() - startedAt).toBeLessThan(3 * MINUTE_MS);
  await check.run("marfa", 30);
  expect(asked()).toEqual(["/3", "/4"]);
});

test("only links that nobody read are asked for, each once, of an article the first four, in a run ten at most", async () => {
  const paths = Array.from({ length: 14 }, (_, number) => `/story/${number}`);
  const { newCheck, keep, asked, urlOf } = await world(paths);
  await keep("/story/0");
  const check = newCheck();
  for (let first = 0; first < 12; first += 4) check.offer("marfa", urlOf("/bridge"), paths.slice(first).map(urlOf));
  await check.run("marfa", 30);
  expect(asked()).toHaveLength(10);
  await check.run("marfa", 0);
  expect(asked()).toEqual([]);
  await check.run("marfa", 30);
  expect(asked()).toHaveLength(1);
  check.offer("marfa", urlOf("/bridge"), paths.map(urlOf));
  await check.run("marfa", 30);
  expect(asked()).toEqual([]);
});

test("what is gone is remembered by the next process, for a week", async () => {
  const { newCheck, shown, asked, urls, urlOf, clock } = await world(["/gone"], { "/gone": status(404) });
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  const later = newCheck();
  later.offer("marfa", urlOf("/bridge"), urls);
  await later.run("marfa", 30);
  expect(asked()).toEqual(["/gone", "/bridge"]);
  expect(await shown(later)).toEqual([]);
  clock.pass(7 * DAY_MS + 1);
  expect(await shown(later)).toEqual(["/gone"]);
});

test("robots.txt is obeyed, and a site that wants a pause or has trouble is left alone", async () => {
  const paths = ["/closed/1", "/busy", "/after"];
  const answers = { "/busy": status(429, { "retry-after": "3600" }) };
  const { newCheck, shown, asked, urls, urlOf, clock } = await world(
    paths,
    answers,
    "User-agent: *\nDisallow: /closed/",
  );
  const check = newCheck();
  check.offer("marfa", urlOf("/bridge"), urls);
  await check.run("marfa", 30);
  expect(asked()).toEqual(["/busy"]);
  await check.run("marfa", 30);
  expect(asked()).toEqual([]);
  expect(await shown(check)).toEqual(paths);
  answers["/busy"] = status(502);
  clock.pass(HOUR_MS + 1);
  await check.run("marfa", 30);
  expect(asked()).toEqual(["/busy"]); // and not the one behind it
  await check.run("marfa", 30);
  expect(asked()).toEqual(["/after"]);
});

test("a page's link to the article itself by another address is not shown", async () => {
  const { newCheck, shelf, shown, urlOf } = await world(["/old-address", "/other"]);
  const [article] = await shelf.articles([articleId(urlOf("/bridge"))]);
  await shelf.keep(readingOf(article as Article), articleId(urlOf("/old-address")));
  expect(await shown(newCheck())).toEqual(["/other"]);
});
