import { expect, onTestFinished, test } from "vitest";
import { loadArticles } from "../../src/demo/news-article.ts";
import { renderIsoTime, renderLevantTime } from "../../src/demo/news-date.ts";
import { startNewsSite } from "../../src/demo/news-site.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import { createStoryWindow } from "../../src/story/group.ts";
import { handClock } from "./client.ts";

const SECOND = 1000;

async function startSite() {
  const clock = handClock();
  const site = await startNewsSite({ startedAt: clock.now(), clock });
  onTestFinished(() => site.close());
  const [feed, listing] = site.sources;
  if (!feed || !listing) throw new Error("two sources were expected");
  return { clock, site, feed, listing };
}

const read = async (url: string) => (await fetch(url)).text();
const linksOf = (html: string, shape: RegExp) => [
  ...new Set([...html.matchAll(shape)].map((match) => match[1] as string)),
];

test("six articles are there at the start, and one more comes every twenty seconds", async () => {
  const { clock, feed, listing } = await startSite();
  const count = async () =>
    [
      linksOf(await read(feed.url), /<link>([^<]+\/2026\/[^<]+)<\/link>/g).length,
      linksOf(await read(listing.url), /href="(\/node\/\d+)"/g).length,
    ] as const;
  expect(await count()).toEqual([3, 3]);
  clock.move(20 * SECOND);
  expect(await count()).toEqual([4, 3]);
  clock.move(20 * SECOND);
  expect(await count()).toEqual([4, 4]);
  clock.move(200 * SECOND);
  expect(await count()).toEqual([8, 9]);
});

test("every linked article is a page of 180 to 300 Arabic words", async () => {
  const { clock, feed, listing } = await startSite();
  clock.move(600 * SECOND);
  const urls = [
    ...linksOf(await read(feed.url), /<link>([^<]+\/2026\/[^<]+)<\/link>/g),
    ...linksOf(await read(listing.url), /href="(\/node\/\d+)"/g).map((path) => new URL(path, listing.url).href),
  ];
  expect(urls).toHaveLength(17);
  for (const url of urls) {
    const html = await read(url);
    const body = /(?:post-content|class="intro")([\s\S]*?)(?:class="tags"|<div class="comments")/.exec(html)?.[1] ?? "";
    const words = body.replace(/<[^>]+>/g, " ").match(/[\u0600-\u06ff]{2,}/g) ?? [];
    expect(words.length, url).toBeGreaterThan(150);
    expect(words.length, url).toBeLessThan(330);
    expect(html).toContain('dir="rtl"');
  }
});

test("what is older than a day is no news any more, but articles of today lead to it", async () => {
  const { feed } = await startSite();
  const [old] = loadArticles("marfa", handClock().now(), () => "").filter(({ slug }) => slug === "مرآب-الميناء");
  const { title } = old ?? { title: "" };
  expect(title).not.toBe("");
  expect(await read(feed.url)).not.toContain(title);
  expect(await read(feed.homeUrl)).not.toContain(title);
  const buses = linksOf(await read(feed.url), /<link>([^<]+\/2026\/[^<]+)<\/link>/g)[0] as string;
  expect(await read(buses)).toContain(title);
});

test("the pages have the furniture that readers of news pages must see through", async () => {
  const { clock, feed, listing } = await startSite();
  clock.move(100 * SECOND);
  const home = await read(feed.homeUrl);
  expect(home).toContain('rel="alternate" type="application/rss+xml"');
  expect(await read(listing.homeUrl)).not.toContain("application/rss+xml");
  const article = await read(linksOf(await read(feed.url), /<link>([^<]+\/2026\/[^<]+)<\/link>/g)[0] as string);
  for (const part of ["اقرأ أيضًا:", "مقالات ذات صلة", "شارك:", "الأكثر قراءة", "application/ld+json", "<svg"]) {
    expect(article).toContain(part);
  }
  const linkedData = JSON.parse(/ld\+json">(.+)<\/script>/.exec(article)?.[1] ?? "");
  expect(linkedData.datePublished).toBe(renderIsoTime(clock.now()));
  const other = await read(
    new URL(linksOf(await read(listing.url), /href="(\/node\/\d+)"/g)[0] as string, listing.url).href,
  );
  for (const part of ["إقرأ أيضاً:", "مواضيع ذات صلة:", "أضف تعليقًا", 'id="to-top"', "تشرين الثاني / نوفمبر ٢٠٢٦"]) {
    expect(other).toContain(part);
  }
  expect(other).not.toContain("datetime=");
});

test("two stories are told by both outlets in words of their own", async () => {
  const { clock, feed, listing } = await startSite();
  clock.move(100 * SECOND);
  const [first, second] = [await read(feed.url), await read(listing.url)];
  for (const words of [/حافلات الكهربائية|حافلة كهربائية/, /وادي الزعتر/]) {
    expect(first).toMatch(words);
    expect(second).toMatch(words);
  }
  const titles = (text: string) => linksOf(text, /(?:<title>|node\/\d+">)([^<]{20,})</g);
  expect(titles(first).filter((title) => titles(second).includes(title))).toEqual([]);
});

test("the bot sees in the sample news what a reader does: two shared stories, one follow-up, nothing else on one matter", () => {
  const articles = ["marfa", "sanabil"].flatMap((sourceId) =>
    loadArticles(sourceId, handClock().now(), (id) => `${sourceId}/${id}`).map((article) => ({ sourceId, ...article })),
  );
  const window = createStoryWindow();
  const placed = articles
    .filter(({ afterSeconds }) => afterSeconds * SECOND > -DAY_MS)
    .toSorted((a, b) => a.publishedAt - b.publishedAt)
    .map(({ path, sourceId, title, lead, paragraphs, publishedAt }) => ({
      title,
      ...window.place({ id: path, sourceId, title, paragraphs: [lead, ...paragraphs], publishedAt }),
    }));
  const titlesOf = (kind: string) => placed.filter((article) => article.kind === kind).map(({ title }) => title);
  expect(titlesOf("joined")).toEqual([
    expect.stringContaining("حافلة كهربائية"),
    expect.stringContaining("تعليق الدراسة"),
  ]);
  expect(titlesOf("follow-up")).toEqual([expect.stringContaining("بعد السيول")]);
});

test("an unchanged page is not sent again, a changed one is", async () => {
  const { clock, feed } = await startSite();
  const first = await fetch(feed.url);
  const headers = { "if-none-match": first.headers.get("etag") ?? "" };
  expect((await fetch(feed.url, { headers })).status).toBe(304);
  const since = { "if-modified-since": first.headers.get("last-modified") ?? "" };
  expect((await fetch(feed.url, { headers: since })).status).toBe(304);
  clock.move(30 * SECOND);
  expect((await fetch(feed.url, { headers })).status).toBe(200);
  expect((await fetch(feed.url, { headers: since })).status).toBe(200);
});

test("each run has addresses of its own, so that a second run has news", async () => {
  const clock = handClock();
  const paths: string[][] = [];
  for (const startedAt of [clock.now(), clock.now() + 60 * SECOND]) {
    const site = await startNewsSite({ startedAt, clock });
    onTestFinished(() => site.close());
    paths.push(linksOf(await read(site.sources[1]?.url as string), /href="(\/node\/\d+)"/g));
  }
  expect(paths[0]?.filter((path) => paths[1]?.includes(path))).toEqual([]);
});

test("robots.txt allows articles, an unknown address is 404, and nothing but reading is allowed", async () => {
  const { feed } = await startSite();
  const site = feed.homeUrl;
  expect(await read(`${site}robots.txt`)).toBe("User-agent: *\nDisallow: /search\nDisallow: /comment\nAllow: /\n");
  expect((await fetch(`${site}%E0%A4%A`)).status).toBe(404);
  expect((await fetch(`${site}node/1`)).status).toBe(404);
  expect((await fetch(site, { method: "POST" })).status).toBe(405);
});

test("times are printed in the outlets' own zone", () => {
  const at = Date.UTC(2026, 10, 23, 21, 5);
  expect(renderIsoTime(at)).toBe("2026-11-24T00:05:00+03:00");
  expect(renderLevantTime(at)).toBe("الثلاثاء ٢٤ تشرين الثاني / نوفمبر ٢٠٢٦ - ١٢:٠٥ ص");
});
