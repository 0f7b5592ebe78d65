import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { startNewsSite } from "../../src/demo/news-site.ts";
import { ExtractError } from "../../src/errors.ts";
import type { Draft, Headline } from "../../src/extract/draft.ts";
import type { HeadlineReading } from "../../src/extract/headlines.ts";
import { type ReadingName, takeReading } from "../../src/extract/readings.ts";
import { decodeBody } from "../../src/fetch/charset.ts";
import { mutated, randomOf } from "./mutate.ts";

// For a long run by hand: FUZZ_SECONDS=600 FUZZ_PAGES=<folder of pages>; FUZZ_SEED repeats a run.
const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 15);
const SEED = Number(process.env["FUZZ_SEED"] ?? Date.now() % 1_000_000_007);
const MOST = SECONDS * 250;
/** Generous: a bound against hanging, not a timing. */
const LONGEST_MS = 8000;
const MOST_GROWTH_BYTES = 60_000_000;

const NOW = Date.UTC(2026, 10, 23);
const OPTIONS = { sourceId: "s", timeZone: "Asia/Riyadh", now: NOW, selectors: null };
const URLS = ["https://a.example/news/1", "https://a.example/", "file:///tmp/page.html"];
const CHARSETS = ["", "text/html; charset=windows-1256", "text/html; charset=utf-16", "text/html; charset=none"];
const READINGS: readonly ReadingName[] = ["article", "explanation", "headlines", "feeds", "site"];

/** The pages of the fixtures and of the sample news site. */
async function ownPages(): Promise<Uint8Array[]> {
  const folder = join(import.meta.dirname, "../fixtures");
  const fixtures = globSync("{articles/*/*/source.html,feeds/*,sitemaps/*}", { cwd: folder }).sort();
  const site = await startNewsSite({ startedAt: Date.now(), clock: { now: Date.now, sleep: async () => {} } });
  const read = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  try {
    const lists = await Promise.all(site.sources.flatMap(({ url, homeUrl }) => [read(url), read(homeUrl)]));
    const links = lists.flatMap((page, index) =>
      [
        ...Buffer.from(page)
          .toString()
          .matchAll(/href="([^"#]*\/(?:node|20\d\d)\/[^"#]*)"/g),
      ]
        .slice(0, 3)
        .map(([, href]) => new URL(href as string, site.sources[index >> 1]?.homeUrl).href),
    );
    const articles = await Promise.all([...new Set(links)].map(read));
    return [...fixtures.map((file) => readFileSync(join(folder, file))), ...lists, ...articles];
  } finally {
    await site.close();
  }
}

async function seedPages(): Promise<Uint8Array[]> {
  const real = process.env["FUZZ_PAGES"];
  if (real === undefined) return ownPages();
  return globSync("**/*.{html,xml,htm,json}", { cwd: real, exclude: (name) => name.includes("gold") })
    .sort()
    .map((file) => readFileSync(join(real, file)));
}

function usedBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

const isWeb = (url: string) => /^https?:\/\//.test(url);
const isPlain = (text: string) => text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text);
const isTime = (at: number | null) => at === null || (at >= Date.UTC(1990, 0, 1) && at <= NOW + 86_400_000);

function checkDraft(draft: Draft): void {
  expect(draft.related.every(({ url, title }) => isWeb(url) && title !== "")).toBe(true);
  expect([draft.title, ...draft.paragraphs, draft.byline ?? ""].every(isPlain)).toBe(true);
  expect(draft.paragraphs.every((paragraph) => paragraph.trim() !== "")).toBe(true);
  expect(isTime(draft.publishedAt) && isTime(draft.updatedAt)).toBe(true);
  expect(draft.imageUrl === null || isWeb(draft.imageUrl)).toBe(true);
  expect(draft.updatedAt === null || draft.updatedAt > (draft.publishedAt as number)).toBe(true);
}

function checkHeadline({ url, title, publishedAt, imageUrl }: Headline): void {
  expect(isWeb(url) && title !== "" && isPlain(title)).toBe(true);
  expect(isTime(publishedAt) && (publishedAt ?? 0) <= NOW).toBe(true);
  expect(imageUrl === null || isWeb(imageUrl)).toBe(true);
}

function check(name: ReadingName, output: unknown): void {
  if (output === undefined) return;
  if (name === "article") checkDraft(output as Draft);
  if (name === "headlines") for (const headline of (output as HeadlineReading).headlines) checkHeadline(headline);
  if (name === "feeds") expect((output as string[]).every(isWeb)).toBe(true);
}

function readAll(bytes: Uint8Array, random: () => number): void {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const { text } = decodeBody(bytes, one(CHARSETS));
  const url = one(URLS);
  for (const name of READINGS) {
    try {
      check(name, takeReading(name, text, url, OPTIONS));
    } catch (error) {
      if (!(error instanceof ExtractError) || error.cause !== undefined) throw error;
    }
  }
}

test(`damaged pages never throw, hang or grow (seed ${SEED}, FUZZ_SEED repeats it)`, {
  timeout: SECONDS * 3000 + 60_000,
}, async () => {
  const pages = await seedPages();
  const random = randomOf(SEED);
  const one = () => pages[Math.floor(random() * pages.length)] as Uint8Array;
  const endAt = performance.now() + SECONDS * 1000;
  let before = 0;
  let count = 0;
  let slowest = { ms: 0, seed: 0, bytes: 0 };
  for (; count < MOST && performance.now() < endAt; count++) {
    const seed = Math.floor(random() * 2 ** 31);
    const own = randomOf(seed);
    const page = mutated(one(), one(), own);
    const startedAt = performance.now();
    try {
      readAll(page, own);
    } catch (error) {
      throw new Error(`seed ${SEED}, page ${count} (${Buffer.from(page.subarray(0, 200)).toString("latin1")} …)`, {
        cause: error instanceof ExtractError ? error.cause : error,
      });
    }
    const ms = performance.now() - startedAt;
    if (ms > slowest.ms) slowest = { ms, seed: count, bytes: page.length };
    if (count === 200) before = usedBytes();
  }
  if (process.env["FUZZ_SECONDS"] !== undefined) console.log({ count, slowest, growth: usedBytes() - before });
  expect(slowest.ms, `page ${slowest.seed} of seed ${SEED}, ${slowest.bytes} bytes`).toBeLessThan(LONGEST_MS);
  if (count > 400) expect(usedBytes() - before).toBeLessThan(MOST_GROWTH_BYTES);
  expect(count).toBeGreaterThan(0);
});
