import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FetchError, type FetchFailure } from "../../src/errors.ts";
import { ARABIC, type HostileSites, startHostileSites } from "./hostile-sites.ts";
import { hurriedFetcher } from "./sites.ts";

let sites: HostileSites;
beforeAll(async () => {
  sites = await startHostileSites();
});
afterAll(() => sites.close());

describe("an address that must not be asked", () => {
  test.each<[string, FetchFailure]>([
    ["file:///etc/passwd", "bad-address"],
    ["data:text/html,x", "bad-address"],
    ["javascript:alert(1)", "bad-address"],
    ["ftp://127.0.0.2/", "bad-address"],
    ["gopher://127.0.0.2/", "bad-address"],
    ["أخبار", "bad-address"],
    ["", "bad-address"],
    [`http://127.0.0.2/${"x".repeat(3000)}`, "bad-address"],
    ["http://u:p@127.0.0.2/", "bad-address"],
    ["http://2130706433:SECRET/", "private-address"],
    ["http://127.0.0.1:SECRET/", "private-address"],
    ["http://0x7f.1:SECRET/", "private-address"],
    ["http://0177.0.0.1:SECRET/", "private-address"],
    ["http://127.1:SECRET/", "private-address"],
    ["http://[::1]:SECRET/", "private-address"],
    ["http://[::]:SECRET/", "private-address"],
    ["http://[::ffff:127.0.0.1]:SECRET/", "private-address"],
    ["http://[::ffff:7f00:1]:SECRET/", "private-address"],
    ["http://0.0.0.0:SECRET/", "private-address"],
    ["http://10.1.2.3/", "private-address"],
    ["http://172.16.0.1/", "private-address"],
    ["http://192.168.1.1/", "private-address"],
    ["http://100.64.0.1/", "private-address"],
    ["http://192.0.2.7/", "private-address"],
    ["http://168.63.129.16/", "private-address"],
    ["http://198.18.0.1/", "private-address"],
    ["http://192.0.0.192/", "private-address"],
    ["http://127%2e0%2e0%2e1:SECRET/", "private-address"],
    ["http://127\u30020\u30020\u30021:SECRET/", "private-address"],
    ["http:\\\\127.0.0.1:SECRET\\", "private-address"],
    ["http:127.0.0.1:SECRET", "private-address"],
    ["http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:SECRET/", "private-address"],
    ["http://\u202e127.0.0.1/", "bad-address"],
    ["http://[fe80::1%25lo]/", "bad-address"],
    ["http://[fe80::1%lo]/", "bad-address"],
    ["http://[64:ff9b:1::7f00:1]/", "private-address"],
    ["http://[2001:0:7f00:1::]/", "private-address"],
    ["http://[3fff::1]/", "private-address"],
    ["http://[::ffff:0:7f00:1]/", "private-address"],
    ["http://xn--/", "private-address"],
    ["http://127.0.0.2:65536/", "bad-address"],
    ["http://[fd00::1]/", "private-address"],
    ["http://[fe80::1]/", "private-address"],
    ["http://[64:ff9b::7f00:1]/", "private-address"],
    ["http://[2002:7f00:1::]/", "private-address"],
    ["http://[::7f00:1]/", "private-address"],
    ["http://224.0.0.1/", "private-address"],
    ["http://255.255.255.255/", "private-address"],
    ["http://①②⑦.⓪.⓪.①:SECRET/", "private-address"],
    ["http://169.254.169.254/latest/meta-data/", "private-address"],
    ["http://localhost:SECRET/", "private-address"],
    ["http://localhost.:SECRET/", "private-address"],
    ["http://a.localhost:SECRET/", "private-address"],
    ["http://printer.local/", "private-address"],
    ["http://intranet/", "private-address"],
    ["http://127.loopback.test:SECRET/", "private-address"],
    ["http://127.loopback6.test:SECRET/", "private-address"],
    ["http://127.mapped.test:SECRET/", "private-address"],
    ["http://127.metadata.test/", "private-address"],
    ["http://127.site.test:22/", "private-address"],
    ["http://127.0.0.2:6379/", "private-address"],
    ["http://127.unknown.test/", "network"],
    ["http://127.0.0.2:9/", "network"],
  ])("%s is %s", async (address, failure) => {
    await sites.expectFailure(address.replace("SECRET", String(sites.secret.port)), failure);
  });

  test("a name with private and public addresses is read from the public one only", async () => {
    expect(await sites.outcomeOf(`http://127.mixed.test:${sites.twin.port}/`)).toMatchObject({ kind: "fresh" });
  });

  test("a name that turns private between two requests is not followed there", async () => {
    const fetcher = hurriedFetcher(sites.network);
    const request = { url: `http://127.rebinding.test:${sites.twin.port}/`, validators: null };
    expect(await fetcher.fetch(request)).toMatchObject({ kind: "fresh" });
    await expect(fetcher.fetch(request)).rejects.toMatchObject({ failure: "private-address" });
    await fetcher.close();
  });

  test("no connection to the private server was ever made", () => expect(sites.secret.connectionCount()).toBe(0));
});

describe("a redirect", () => {
  test.each<[string, FetchFailure]>([
    ["/to-private", "private-address"],
    ["/to-file", "bad-address"],
    ["/to-data", "bad-address"],
    ["/to-script", "bad-address"],
    ["/to-metadata", "private-address"],
    ["/to-redis", "private-address"],
    ["/to-credentials", "bad-address"],
    ["/loop", "redirects"],
    ["/chain", "redirects"],
    ["/bad-location", "bad-address"],
    ["/no-location", "redirects"],
  ])("%s ends as %s", async (path, failure) => {
    await sites.expectFailure(sites.site.origin + path, failure);
    expect(sites.secret.connectionCount()).toBe(0);
  });

  test("a chain is followed five times", async () => {
    const before = sites.site.asked.length;
    await sites.expectFailure(`${sites.site.origin}/chain`, "redirects");
    expect(sites.site.asked.length - before).toBe(6);
  });
});

describe("an odd but honest address", () => {
  test("line breaks in a path are left out, as browsers do", async () => {
    expect(await sites.outcomeOf(`${sites.site.origin}/o\r\nk`)).toMatchObject({
      page: { url: `${sites.site.origin}/ok` },
    });
  });

  test("a name in Arabic is asked for in its ASCII form", async () => {
    const outcome = await sites.outcomeOf(`http://127.خبر.test:${sites.site.port}/ok`);
    expect(outcome).toMatchObject({ page: { url: `http://127.xn--ngblk.test:${sites.site.port}/ok`, html: ARABIC } });
  });

  test.each([
    "http://127.0.0.1/?token=1234",
    "//?token=1234",
    "SITE/404?token=1234#1234",
    "http://me:1234@[bad/?1234",
    "http://me:1234@127.0.0.2/",
    "ftp://127.0.0.2/?1234",
  ])("an error shows neither query nor password: %s", async (address) => {
    const error = (await sites.outcomeOf(address.replace("SITE", sites.site.origin))) as FetchError;
    expect(error).toBeInstanceOf(FetchError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("1234");
  });

  test("a dot at the end of a name makes no other host of it", async () => {
    const outcome = await sites.outcomeOf(`http://127.site.test.:${sites.site.port}/ok`);
    expect(outcome).toMatchObject({ page: { url: `http://127.site.test:${sites.site.port}/ok` } });
  });
});
