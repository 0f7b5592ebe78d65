import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { ExtractError } from "../../src/errors.ts";
import { createPageReader, type PageReaderOptions } from "../../src/fetch/page-reader.ts";
import { HOSTILE_PAGES } from "../extract/hostile-pages.ts";
import { plainReader } from "../fakes/reader.ts";

const OPTIONS = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.UTC(2026, 10, 23), selectors: null };
const url = "https://a.example/news/1";
const TEXT = "أعلنت الوزارة اليوم تشغيل المحطة الجديدة بعد عامين من العمل، وقالت إنها تخدم أربع مدن على الساحل.";
const PAGE = `<html lang="ar"><head><title>افتتاح محطة التحلية على الساحل</title></head><body><article><h1>افتتاح محطة التحلية على الساحل</h1><p>${TEXT}</p></article></body></html>`;
const FEED =
  '<rss version="2.0"><channel><title>خلاصة</title><item><title>خبر</title><link>/1</link></item></channel></rss>';
/** Takes its time, seconds where an honest page takes some milliseconds: long texts of broken entries are mended one by one. */
const BROKEN = `<item><title>خبر & <b>x</title><link>/1</link><a><description>${"<p>نص & <b>".repeat(2000)}</description></item>`;
const SLOW = `<rss>${BROKEN.repeat(500)}`;

const open: { close(): Promise<void> }[] = [];
function readerOf(options: PageReaderOptions = {}) {
  const reader = createPageReader(options);
  open.push(reader);
  return reader;
}
afterEach(() => Promise.all(open.splice(0).map((reader) => reader.close())));

describe.each([
  ["here", () => plainReader],
  ["in the thread", readerOf],
])("a page that is read %s", (_, create) => {
  test("gives what is asked of it", async () => {
    const reader = create();
    expect(await reader.article({ url, html: PAGE }, OPTIONS)).toMatchObject({ paragraphs: [TEXT], url });
    expect(await reader.explanation({ url, html: PAGE }, OPTIONS)).toContainEqual({
      kept: true,
      reason: "text",
      text: TEXT,
    });
    expect(await reader.headlines({ url, html: FEED }, OPTIONS)).toMatchObject({ kind: "feed", title: "خلاصة" });
    expect(await reader.feeds({ url, html: '<link rel="alternate" type="application/rss+xml" href="/feed">' })).toEqual(
      ["https://a.example/feed"],
    );
    expect(await reader.site({ url, html: PAGE })).toEqual({ name: "افتتاح محطة التحلية على الساحل", language: "ar" });
  });

  test("gives nothing where there is nothing, and says so of one beyond all bounds", async () => {
    const reader = create();
    expect(await reader.article({ url, html: "" }, OPTIONS)).toBeUndefined();
    expect(await reader.headlines({ url, html: "خبر" }, OPTIONS)).toBeUndefined();
    const deep = { url, html: `${"<div>".repeat(1000)}<a href="/1">خبر</a>` };
    for (const reading of [reader.article(deep, OPTIONS), reader.headlines(deep, OPTIONS)])
      await expect(reading).rejects.toMatchObject({ name: "ExtractError", failure: "too-heavy" });
  });
});

test("a page that takes too long is given up, those behind it are read, and the loop stays free", async () => {
  const reader = readerOf({ timeoutMs: 700 });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  await reader.article({ url, html: PAGE }, OPTIONS); // the thread is up
  delay.enable();
  const slow = reader.headlines({ url, html: SLOW }, OPTIONS);
  const behind = reader.article({ url, html: PAGE }, OPTIONS);
  await expect(slow).rejects.toMatchObject({ name: "ExtractError", failure: "too-heavy" });
  expect(await behind).toMatchObject({ paragraphs: [TEXT] });
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(1000); // a bound against reading it here, not a timing
});

test("a reader that is closed waits for no page, neither the one being read nor those behind it", async () => {
  const reader = readerOf({ timeoutMs: 5000 });
  const readings = [SLOW, PAGE, PAGE].map((html) => reader.headlines({ url, html }, OPTIONS));
  const outcomes = Promise.allSettled(readings);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await reader.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await expect(reader.headlines({ url, html: FEED }, OPTIONS)).rejects.toMatchObject({ name: "ExtractError" });
});

test("a page that takes too much memory is given up, and the process lives on", async () => {
  const reader = readerOf({ memoryMb: 32, timeoutMs: 15_000 });
  const heavy = `<body>${'<p class="a" id="b">خبر <b>طويل</b></p>'.repeat(39_000)}</body>`;
  await expect(reader.article({ url, html: heavy }, OPTIONS)).rejects.toMatchObject({ failure: "too-heavy" });
  expect(await reader.article({ url, html: PAGE }, OPTIONS)).toMatchObject({ paragraphs: [TEXT] });
});

test("many readings at once are all answered, each its own", async () => {
  const reader = readerOf();
  const titles = Array.from({ length: 30 }, (_, index) => `خلاصة رقم ${index}`);
  const readings = await Promise.all(
    titles.map((title) => reader.headlines({ url, html: FEED.replace("خلاصة", title) }, OPTIONS)),
  );
  expect(readings.map((reading) => reading?.title)).toEqual(titles);
});

test("without pages the thread is given up, and comes back with the next one", async () => {
  const reader = readerOf({ idleMs: 1 });
  for (let round = 0; round < 3; round++) {
    expect(await reader.site({ url, html: PAGE })).toMatchObject({ language: "ar" });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});

describe("a page that is made to hold us up", () => {
  const reader = createPageReader();
  afterAll(() => reader.close());

  test.each(Object.keys(HOSTILE_PAGES))("%s", async (name) => {
    const html = HOSTILE_PAGES[name]?.() as string;
    for (const reading of [reader.article({ url, html }, OPTIONS), reader.headlines({ url, html }, OPTIONS)]) {
      const outcome = await reading.catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ExtractError);
    }
  });
});
