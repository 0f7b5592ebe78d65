import { describe, expect, test } from "vitest";
import type { Fetcher } from "../../src/ports.ts";
import { createFakeFetcher, type Scripted } from "../fakes/fetcher.ts";
import { hurriedFetcher, PUBLIC_IP, smallWorld, startSite } from "./sites.ts";

interface Served {
  readonly html: string;
  readonly etag?: string;
}

/** A fetcher on a web of these pages, and the address where it begins. */
interface Web {
  readonly fetcher: Fetcher;
  readonly origin: string;
  close(): Promise<void>;
}

async function realWeb(pages: Map<string, Served>): Promise<Web> {
  const site = await startSite(PUBLIC_IP, (request, response) => {
    const page = pages.get(request.url ?? "");
    if (request.url === "/busy") return response.writeHead(429, { "retry-after": "60" }).end();
    if (page === undefined) return response.writeHead(404).end();
    if (page.etag !== undefined && request.headers["if-none-match"] === page.etag) return response.writeHead(304).end();
    const etag = page.etag === undefined ? {} : { etag: page.etag };
    return response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...etag }).end(page.html);
  });
  const fetcher = hurriedFetcher(smallWorld([site.port]));
  const close = async () => {
    await fetcher.close();
    await site.close();
  };
  return { fetcher, origin: site.origin, close };
}

async function fakeWeb(pages: Map<string, Served>): Promise<Web> {
  const origin = "https://news.example";
  const fetcher = createFakeFetcher(({ url }): Scripted | undefined => {
    const path = url.slice(origin.length);
    return path === "/busy" ? { kind: "wait", retryAfterMs: 60_000 } : pages.get(path);
  });
  return { fetcher, origin, close: async () => {} };
}

describe.each([
  { name: "the real one", open: realWeb },
  { name: "the fake", open: fakeWeb },
])("a fetcher, $name:", ({ open }) => {
  async function on(pages: Record<string, Served>, use: (web: Web, pages: Map<string, Served>) => Promise<void>) {
    const served = new Map(Object.entries(pages));
    const web = await open(served);
    await use(web, served).finally(() => web.close());
  }

  test("a page is fresh, and unchanged as long as its validator or its text is the same", () =>
    on({ "/tagged": { html: "<p>خبر</p>", etag: '"1"' }, "/plain": { html: "<p>خبر</p>" } }, async (web, pages) => {
      for (const path of ["/tagged", "/plain"]) {
        const url = web.origin + path;
        const first = await web.fetcher.fetch({ url, validators: null });
        if (first.kind !== "fresh") throw new Error(first.kind);
        expect(first.page).toMatchObject({ url, html: "<p>خبر</p>", contentType: "text/html", charset: "utf-8" });
        expect(first.validators).toMatchObject({ etag: path === "/tagged" ? '"1"' : null, lastModified: null });
        const { validators } = first;
        expect(await web.fetcher.fetch({ url, validators })).toEqual({ kind: "unchanged" });
        pages.set(path, { html: "<p>خبر آخر</p>", etag: '"2"' });
        expect(await web.fetcher.fetch({ url, validators })).toMatchObject({
          kind: "fresh",
          validators: { etag: '"2"' },
        });
      }
    }));

  test("a page that is not there is gone", () =>
    on({}, async ({ fetcher, origin }) => {
      const reading = fetcher.fetch({ url: `${origin}/nowhere`, validators: null });
      await expect(reading).rejects.toMatchObject({ name: "FetchError", failure: "gone", status: 404 });
    }));

  test("a host that is busy is a pause", () =>
    on({}, async ({ fetcher, origin }) => {
      const outcome = await fetcher.fetch({ url: `${origin}/busy`, validators: null });
      expect(outcome).toEqual({ kind: "wait", retryAfterMs: 60_000 });
    }));

  test("an aborted signal is a failure of its own", () =>
    on({ "/": { html: "<p>خبر</p>" } }, async ({ fetcher, origin }) => {
      const reading = fetcher.fetch({ url: `${origin}/`, validators: null }, AbortSignal.abort());
      await expect(reading).rejects.toMatchObject({ name: "FetchError", failure: "aborted" });
    }));
});

test("the fake counts and remembers what it was asked", async () => {
  const fetcher = createFakeFetcher(
    new Map<string, Scripted>([
      ["https://a.example/", "<p>خبر</p>"],
      ["https://b.example/", new Error("broken")],
    ]),
  );
  await fetcher.fetch({ url: "https://a.example/", validators: null });
  await expect(fetcher.fetch({ url: "https://b.example/", validators: null })).rejects.toThrow("broken");
  expect([fetcher.count(), fetcher.count("https://a.example/"), fetcher.count("https://c.example/")]).toEqual([
    2, 1, 0,
  ]);
  expect(fetcher.requests.map(({ url }) => url)).toEqual(["https://a.example/", "https://b.example/"]);
});
