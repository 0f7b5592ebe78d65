import { afterEach, describe, expect, test } from "vitest";
import { HOUR_MS } from "../../src/lib/time.ts";
import type { Answering } from "../fetch/sites.ts";
import { asked, closeAll, file, index, listing, NOW, newsroom, type Pages, sitemap, status } from "./news-sites.ts";

afterEach(closeAll);

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
    const added = await room.sources.add(url, "test", AbortSignal.timeout(30_000));
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
      AbortSignal.timeout(30_000),
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
