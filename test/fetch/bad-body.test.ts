import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FetchFailure } from "../../src/errors.ts";
import { encodeAs } from "./encode.ts";
import { ARABIC, type HostileSites, LONG, startHostileSites } from "./hostile-sites.ts";

let sites: HostileSites;
beforeAll(async () => {
  sites = await startHostileSites();
});
afterAll(() => sites.close());

describe("a body", () => {
  test.each<[string, FetchFailure]>([
    ["/gzip-bomb", "too-large"],
    ["/gzip-in-gzip", "too-large"],
    ["/brotli-bomb", "too-large"],
    ["/hollow-bomb", "too-large"],
    ["/hollow-bomb-in-gzip", "too-large"],
    ["/promised-terabyte", "too-large"],
    ["/endless", "too-large"],
    ["/stacked", "encoding"],
    ["/zstd", "encoding"],
    ["/not-gzip", "encoding"],
    ["/cut-gzip", "encoding"],
    ["/pdf", "wrong-type"],
    ["/octets", "wrong-type"],
    ["/untyped-binary", "wrong-type"],
  ])("%s is %s", async (path, failure) => {
    await sites.expectFailure(sites.site.origin + path, failure);
  });

  test.each(["/drip", "/silence"])("%s is a timeout", async (path) => {
    expect(await sites.outcomeOf(sites.site.origin + path, { timeoutMs: 500 })).toMatchObject({ failure: "timeout" });
  });

  test.each<[string, FetchFailure]>([
    ["/cut", "network"],
    ["/reset", "network"],
    ["/40-kb-header", "too-large"],
    ["/many-headers", "too-large"],
    ["/ssh", "network"],
    ["/two-lengths", "network"],
    ["/length-and-chunks", "network"],
    ["/negative-length", "network"],
    ["/trailers", "too-large"],
    ["/no-switch", "network"],
    ["/hints", "network"],
  ])("%s from a broken server is %s", async (path, failure) => {
    await sites.expectFailure(sites.wire.origin + path, failure);
  });

  test("an endless one is dropped soon after the limit", () => expect(sites.endlessBytes()).toBeLessThan(20_000_000));

  test("the limit is the same on the line and decompressed", async () => {
    const body = encodeAs(LONG, "utf-8").length;
    for (const path of ["/long", "/long-gzip", "/long-brotli"]) {
      expect(await sites.outcomeOf(sites.site.origin + path, { maxBytes: body })).toMatchObject({ kind: "fresh" });
      expect(await sites.outcomeOf(sites.site.origin + path, { maxBytes: body - 1 })).toMatchObject({
        failure: "too-large",
      });
    }
  });

  test.each([
    "/gzip",
    "/brotli",
    "/deflate",
    "/named-charset",
    "/named-none",
    "/gzip-and-more",
    "/twice",
    "/untyped",
    "/bogus-charset",
    "/utf16",
    "/iso-8859-6",
  ])("%s is read", async (path) =>
    expect(await sites.outcomeOf(sites.site.origin + path)).toMatchObject({ page: { html: ARABIC } }),
  );

  test.each(["/cp1256", "/cp1256-header", "/cp1256-meta", "/cp1256-as-utf8", "/xml"])("%s is decoded", async (path) => {
    const outcome = await sites.outcomeOf(sites.site.origin + path);
    expect(outcome).toMatchObject({ page: { charset: "windows-1256", html: expect.stringContaining(ARABIC) } });
  });

  test("a cut character leaves the rest readable", async () => {
    expect(await sites.outcomeOf(`${sites.site.origin}/cut-utf8`)).toMatchObject({ page: { html: `${ARABIC}\uFFFD` } });
  });
});

describe("a status", () => {
  test.each<[number, FetchFailure]>([
    [503, "status"],
    [500, "status"],
    [204, "status"],
    [206, "status"],
    [304, "status"],
    [401, "blocked"],
    [403, "blocked"],
    [451, "blocked"],
    [404, "gone"],
    [410, "gone"],
  ])("%i is %s", async (code, failure) => {
    expect((await sites.expectFailure(`${sites.site.origin}/${code}`, failure)).status).toBe(code);
  });

  test("503 with a time is a pause", async () => {
    expect(await sites.outcomeOf(`${sites.site.origin}/503-later`)).toEqual({ kind: "wait", retryAfterMs: 120_000 });
  });
});
