import { afterEach, describe, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import {
  asked,
  closeAll,
  EVERY_MS,
  feed,
  listing,
  NOW,
  newsroom,
  type Outlet,
  type Pages,
  status,
} from "./news-sites.ts";

afterEach(closeAll);

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
    AbortSignal.timeout(30_000),
  );
  expect(finding).toMatchObject({ failure: "paused", candidates: [] });
  expect(asked(room.sites[0])).toEqual([]);
  expect(await room.numbers()).toEqual([1]); // of the neighbour
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
    const room = await newsroom([outlet], failure === "timeout" ? { timeoutMs: 1000 } : {});
    await room.collector.run();
    expect(await room.poll()).toMatchObject({ failures: 1, lastFailure: { failure, at: room.clock.now() } });
    expect((await room.sources.test("s0", AbortSignal.timeout(30_000))).failure).toBe(
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
