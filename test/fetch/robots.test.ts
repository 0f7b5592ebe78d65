import fc from "fast-check";
import { expect, test } from "vitest";
import { FetchError } from "../../src/errors.ts";
import { createRobots, type RobotsFile, robotsFileOf } from "../../src/fetch/robots.ts";
import { manualClock } from "./manual-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PAGE = new URL("https://news.example/politics/1");

function setUp(...files: (RobotsFile | Error)[]) {
  const clock = manualClock();
  const asked: string[] = [];
  const robots = createRobots({
    name: "Mujaz",
    clock,
    jitter: () => 0,
    read: async (url) => {
      const file = files[Math.min(asked.push(url.href), files.length) - 1] as RobotsFile | Error;
      if (file instanceof Error) throw file;
      return file;
    },
  });
  return { clock, asked, robots, permission: (url: string) => robots.permission(new URL(url, PAGE)) };
}
const rules = (...lines: string[]): RobotsFile => ({ kind: "rules", text: lines.join("\n") });
const DOWN: RobotsFile = { kind: "unavailable", retryAfterMs: null };
const ALLOWED = { kind: "allowed", crawlDelayMs: 0 };
const FORBIDDEN = { kind: "forbidden" };

test.each([
  { why: "a rule for everybody", file: rules("User-agent: *", "Disallow: /politics/"), is: FORBIDDEN },
  {
    why: "a rule for us",
    file: rules("User-agent: mujaz", "Disallow: /", "User-agent: *", "Disallow:"),
    is: FORBIDDEN,
  },
  { why: "a rule for somebody else", file: rules("User-agent: Other", "Disallow: /"), is: ALLOWED },
  {
    why: "our own group instead of everybody's",
    file: rules("User-agent: *", "Disallow: /", "User-agent: Mujaz", "Allow: /"),
    is: ALLOWED,
  },
  { why: "the longer rule", file: rules("User-agent: *", "Disallow: /", "Allow: /politics/"), is: ALLOWED },
  { why: "wildcards", file: rules("User-agent: *", "Disallow: /*/1$"), is: FORBIDDEN },
  {
    why: "a mark of UTF-8 and Windows line ends",
    file: rules("\uFEFFUser-agent: *\r", "Disallow: /politics/\r"),
    is: FORBIDDEN,
  },
  { why: "a page of HTML instead of rules", file: rules("<html><body>Not found</body></html>"), is: ALLOWED },
  { why: "no file", file: { kind: "none" } as RobotsFile, is: ALLOWED },
  { why: "an empty file", file: rules(""), is: ALLOWED },
  { why: "a crawl delay", file: rules("User-agent: *", "Crawl-delay: 7"), is: { kind: "allowed", crawlDelayMs: 7000 } },
  {
    why: "a crawl delay of an hour: a minute",
    file: rules("User-agent: *", "Crawl-delay: 3600"),
    is: { kind: "allowed", crawlDelayMs: MINUTE },
  },
  { why: "a crawl delay that is none", file: rules("User-agent: *", "Crawl-delay: -5"), is: ALLOWED },
])("robots.txt: $why", async ({ file, is }) => {
  expect(await setUp(file).permission(PAGE.href)).toEqual(is);
});

test("an Arabic path matches however it is written", async () => {
  const { permission } = setUp(rules("User-agent: *", "Disallow: /سياسة/"));
  expect(await permission("https://news.example/سياسة/1")).toEqual(FORBIDDEN);
  expect(await permission("https://news.example/%d8%b3%d9%8a%d8%a7%d8%b3%d8%a9/1")).toEqual(FORBIDDEN);
  expect(await permission("https://news.example/رياضة/1")).toEqual(ALLOWED);
});

test("each origin has its own file, asked for once a day", async () => {
  const { clock, asked, permission } = setUp({ kind: "none" });
  await Promise.all([permission(PAGE.href), permission("/other"), permission("http://news.example:8080/")]);
  clock.pass(24 * HOUR - 1);
  await permission("/third");
  expect(asked).toEqual(["https://news.example/robots.txt", "http://news.example:8080/robots.txt"]);
  clock.pass(1);
  await permission(PAGE.href);
  expect(asked).toHaveLength(3);
});

test("while a server fails nothing is read, and it is asked again later and later", async () => {
  const { clock, asked, permission } = setUp(DOWN, DOWN, DOWN, { kind: "none" });
  expect(await permission(PAGE.href)).toEqual({ kind: "wait", retryAfterMs: 5 * MINUTE });
  clock.pass(MINUTE);
  expect(await permission(PAGE.href)).toEqual({ kind: "wait", retryAfterMs: 4 * MINUTE });
  expect(asked).toHaveLength(1);
  clock.pass(4 * MINUTE);
  expect(await permission(PAGE.href)).toEqual({ kind: "wait", retryAfterMs: 10 * MINUTE });
  clock.pass(10 * MINUTE);
  expect(await permission(PAGE.href)).toEqual({ kind: "wait", retryAfterMs: 20 * MINUTE });
  clock.pass(20 * MINUTE);
  expect(await permission(PAGE.href)).toEqual(ALLOWED);
});

test("a server that names a time is asked again then", async () => {
  const { permission } = setUp({ kind: "unavailable", retryAfterMs: 90_000 });
  expect(await permission(PAGE.href)).toEqual({ kind: "wait", retryAfterMs: 90_000 });
});

test("yesterday's rules hold while today's cannot be had", async () => {
  const { clock, permission } = setUp(rules("User-agent: *", "Disallow: /politics/"), DOWN);
  await permission(PAGE.href);
  clock.pass(24 * HOUR);
  expect(await permission(PAGE.href)).toEqual(FORBIDDEN);
  expect(await permission("/sport")).toEqual(ALLOWED);
});

test("a site that had no rules stays open while its server fails", async () => {
  const { clock, permission } = setUp({ kind: "none" }, DOWN, DOWN);
  await permission(PAGE.href);
  clock.pass(24 * HOUR);
  expect(await permission(PAGE.href)).toEqual(ALLOWED);
  clock.pass(HOUR);
  expect(await permission(PAGE.href)).toEqual(ALLOWED);
});

test("a host that cannot be reached is an error, and is asked again the next time", async () => {
  const { permission } = setUp(new FetchError("network", PAGE.href), { kind: "none" });
  await expect(permission(PAGE.href)).rejects.toMatchObject({ failure: "network" });
  expect(await permission(PAGE.href)).toEqual(ALLOWED);
});

test.each([
  { error: new FetchError("blocked", "https://news.example/", { status: 401 }), file: { kind: "none" } },
  { error: new FetchError("blocked", "https://news.example/", { status: 403 }), file: { kind: "none" } },
  { error: new FetchError("gone", "https://news.example/", { status: 404 }), file: { kind: "none" } },
  { error: new FetchError("status", "https://news.example/", { status: 418 }), file: { kind: "none" } },
  { error: new FetchError("redirects", "https://news.example/"), file: { kind: "none" } },
  { error: new FetchError("encoding", "https://news.example/"), file: { kind: "none" } },
  { error: new FetchError("status", "https://news.example/", { status: 500 }), file: DOWN },
  { error: new FetchError("status", "https://news.example/", { status: 503 }), file: DOWN },
])("robotsFileOf $error.message", ({ error, file }) => expect(robotsFileOf(error)).toEqual(file));

test.each(["network", "timeout", "aborted"] as const)("robotsFileOf passes %s on", (failure) => {
  const error = new FetchError(failure, "https://news.example/");
  expect(() => robotsFileOf(error)).toThrow(error);
});

test("rules made to keep us busy do not", async () => {
  const stars = rules("User-agent: *", ...Array(20_000).fill(`Disallow: /${"*a".repeat(200)}b`));
  const { permission } = setUp(stars);
  expect(await permission(`/${"a".repeat(2000)}`)).toEqual(ALLOWED); // without the bound: minutes
});

test("no file, however odd, makes it throw", async () => {
  const line = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom("User-agent", "Disallow", "Allow", "Crawl-delay", "Sitemap", "Host"),
        fc.constantFrom("*", "/", "constructor", "__proto__", "%", "Mujaz", "$", "\uD800", "NaN"),
      )
      .map((pair) => pair.join(": ")),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const { kind } = await setUp(rules(...lines)).permission(PAGE.href);
      expect(["allowed", "forbidden"]).toContain(kind);
    }),
    { numRuns: 200 },
  );
});
