import { inspect } from "node:util";
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FetchError, type FetchFailure } from "../../src/errors.ts";
import type { FetchOutcome } from "../../src/ports.ts";
import { encodeAs } from "./encode.ts";
import {
  type Answering,
  hurriedFetcher,
  PRIVATE_IP,
  PUBLIC_IP,
  type Site,
  smallWorld,
  startRaw,
  startSite,
} from "./sites.ts";

const ARABIC = "<html><title>أعلنت الوزارة اليوم افتتاح الطريق</title></html>";
const LONG = ARABIC.repeat(100);
const HOLLOW = Buffer.concat(Array(60_000).fill(gzipSync("")));
const HTML = { "content-type": "text/html; charset=utf-8" };
const zipped =
  (encoding: string, body: Uint8Array): Answering =>
  (_, response) =>
    response.writeHead(200, { ...HTML, "content-encoding": encoding }).end(body);
const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    response.writeHead(code, headers).end(code === 204 ? undefined : "sorry");
const to =
  (location: string): Answering =>
  (_, response) =>
    response.writeHead(302, { location }).end();
const page =
  (body: Uint8Array, contentType: string): Answering =>
  (_, response) =>
    response.writeHead(200, contentType === "" ? {} : { "content-type": contentType }).end(body);
const brotliBomb = brotliCompressSync(Buffer.alloc(100_000_000), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const bombOf = (megabytes: number) => Buffer.concat(Array(megabytes).fill(gzipSync(Buffer.alloc(1_000_000))));

let secretPort = 0;
let endlessBytes = 0;
const routes: Record<string, Answering> = {
  "/ok": page(encodeAs(ARABIC, "utf-8"), "text/html; charset=utf-8"),
  "/to-private": (request, response) => to(`http://127.0.0.1:${secretPort}/`)(request, response),
  "/to-file": to("file:///etc/passwd"),
  "/to-data": to("data:text/html,x"),
  "/to-script": to("javascript:alert(1)"),
  "/to-metadata": to("http://169.254.169.254/latest/meta-data/"),
  "/to-redis": to("http://127.0.0.2:6379/"),
  "/to-credentials": to("http://u:p@127.0.0.2/"),
  "/loop": to("/loop"),
  "/chain": (request, response) => to(`${request.url}x`)(request, response),
  "/bad-location": to("http://[:::]/"),
  "/no-location": (_, response) => response.writeHead(302).end(),
  "/gzip": zipped("gzip", gzipSync(ARABIC)),
  "/brotli": zipped("br", brotliCompressSync(ARABIC)),
  "/deflate": zipped("deflate", deflateSync(ARABIC)),
  "/long": page(encodeAs(LONG, "utf-8"), "text/html"),
  "/long-gzip": zipped("gzip", gzipSync(LONG)),
  "/long-brotli": zipped("br", brotliCompressSync(LONG)),
  "/twice": zipped("gzip, br", brotliCompressSync(gzipSync(ARABIC))),
  "/gzip-bomb": (request, response) => zipped("gzip", bombOf(200))(request, response),
  "/gzip-in-gzip": (request, response) => zipped("gzip, gzip", gzipSync(bombOf(200)))(request, response),
  "/brotli-bomb": zipped("br", brotliBomb),
  // Unfold to next to nothing, but only after megabytes: of empty gzip members, on the line and inside another gzip.
  "/hollow-bomb": (_, response) => {
    response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).write(HOLLOW);
    response.end();
  },
  "/hollow-bomb-in-gzip": zipped("gzip, gzip", gzipSync(HOLLOW)),
  "/named-charset": zipped("utf-8", Buffer.from(ARABIC)),
  "/named-none": zipped("none", Buffer.from(ARABIC)),
  "/gzip-and-more": zipped("gzip", Buffer.concat([gzipSync(ARABIC), Buffer.alloc(512), Buffer.from("more")])),
  "/stacked": zipped("gzip, gzip, gzip, gzip, gzip", gzipSync(ARABIC)),
  "/zstd": zipped("zstd", zstdCompressSync(ARABIC)),
  "/not-gzip": zipped("gzip", Buffer.from(ARABIC)),
  "/cut-gzip": zipped("gzip", gzipSync(ARABIC).subarray(0, 40)),
  "/promised-terabyte": (_, response) => {
    response.writeHead(200, { ...HTML, "content-length": 1e12 }).write("<html>");
  },
  "/endless": (_, response) => {
    response.writeHead(200, HTML);
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, "x"))) endlessBytes += 65_536;
      if (!response.destroyed) response.once("drain", more);
    };
    more();
  },
  "/drip": (_, response) => {
    response.writeHead(200, HTML);
    const timer = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(timer));
  },
  "/silence": () => {},
  "/pdf": page(Buffer.from("%PDF-1.7"), "application/pdf"),
  "/octets": page(Buffer.from(ARABIC), "application/octet-stream"),
  "/untyped-binary": page(Buffer.from([0x89, 0x50, 0x4e, 0x47]), ""),
  "/untyped": page(encodeAs(ARABIC, "utf-8"), ""),
  "/503": status(503),
  "/503-later": status(503, { "retry-after": "120" }),
  "/500": status(500),
  "/401": status(401),
  "/403": status(403),
  "/404": status(404),
  "/410": status(410),
  "/204": status(204),
  "/206": status(206),
  "/304": status(304),
  "/451": status(451),
  "/cp1256-header": page(encodeAs(ARABIC, "windows-1256"), "text/html; charset=windows-1256"),
  "/cp1256-meta": page(encodeAs(`<meta charset=windows-1256>${ARABIC}`, "windows-1256"), "text/html"),
  "/cp1256": page(encodeAs(ARABIC, "windows-1256"), "text/html"),
  "/cp1256-as-utf8": page(encodeAs(ARABIC, "windows-1256"), "text/html; charset=utf-8"),
  "/iso-8859-6": page(encodeAs(ARABIC, "iso-8859-6"), "text/html; charset=iso-8859-6"),
  "/bogus-charset": page(encodeAs(ARABIC, "utf-8"), "text/html; charset=klingon"),
  "/utf16": page(encodeAs(`\uFEFF${ARABIC}`, "utf-16le"), "text/html"),
  "/xml": page(encodeAs(`<?xml version="1.0" encoding="windows-1256"?>${ARABIC}`, "windows-1256"), "text/xml"),
  "/cut-utf8": page(encodeAs(`${ARABIC}أ`, "utf-8").subarray(0, -1), "text/html"),
};
const raw: Record<string, string> = {
  "/cut": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html>",
  "/40-kb-header": `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Flood: ${"x".repeat(40_000)}\r\n\r\n<html>`,
  "/many-headers": `HTTP/1.1 200 OK\r\n${"X-Flood: 1234567890\r\n".repeat(4000)}\r\n<html>`,
  "/ssh": "SSH-2.0-OpenSSH_9.6\r\n",
  "/length-and-chunks":
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5\r\n<html\r\n0\r\n\r\n",
  "/negative-length": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\n<html>",
  "/trailers": `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n0\r\n${"X-Flood: 1234567890\r\n".repeat(4000)}\r\n`,
  "/no-switch": "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
  "/hints": `${"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(5000)}`,
  "/two-lengths": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nContent-Length: 7\r\n\r\n<html>x",
};

let site: Site;
let twin: Site;
let wire: Site;
let secret: Site;
let network: ReturnType<typeof smallWorld>;

beforeAll(async () => {
  secret = await startSite(PRIVATE_IP, (_, response) => response.writeHead(200, HTML).end("SECRET"), {
    robots: (_, response) => {
      secret.asked.push("/robots.txt");
      response.writeHead(404).end();
    },
  });
  secretPort = secret.port;
  const answer: Answering = (request, response) => {
    const path = (request.url ?? "").replace(/^\/chainx+$/, "/chain");
    (routes[path] ?? status(404))(request, response);
  };
  site = await startSite(PUBLIC_IP, answer);
  // The same port on both networks: a name that moves from one to the other would reach the secret.
  twin = await startSite(
    PUBLIC_IP,
    (_, response) => response.writeHead(200, { ...HTML, connection: "close" }).end(ARABIC),
    {
      port: secret.port,
      robots: (_, response) => response.writeHead(404, { connection: "close" }).end(),
    },
  );
  wire = await startRaw(PUBLIC_IP, (socket, path) =>
    path === "/reset" ? socket.resetAndDestroy() : socket.end(raw[path] ?? ""),
  );
  network = smallWorld([site.port, twin.port, wire.port, 9], {
    "127.site.test": [[PUBLIC_IP]],
    "127.loopback.test": [["127.0.0.1"]],
    "127.loopback6.test": [["::1"]],
    "127.mapped.test": [["::ffff:127.0.0.1"]],
    "127.metadata.test": [["169.254.169.254"]],
    "127.mixed.test": [[PRIVATE_IP, PUBLIC_IP]],
    "127.rebinding.test": [[PUBLIC_IP], [PUBLIC_IP], [PRIVATE_IP]],
    [new URL("http://127.خبر.test").hostname]: [[PUBLIC_IP]],
  });
});
afterAll(() => Promise.all([site, twin, wire, secret].map((each) => each.close())));

async function outcomeOf(
  url: string,
  limits: { maxBytes?: number; timeoutMs?: number } = {},
): Promise<FetchOutcome | FetchError> {
  const fetcher = hurriedFetcher(network, limits);
  try {
    return await fetcher.fetch({ url, validators: null });
  } catch (error) {
    expect(error).toBeInstanceOf(FetchError);
    return error as FetchError;
  } finally {
    await fetcher.close();
  }
}

async function expectFailure(url: string, failure: FetchFailure): Promise<FetchError> {
  const error = await outcomeOf(url);
  expect(error).toMatchObject({ name: "FetchError", failure });
  return error as FetchError;
}

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
    await expectFailure(address.replace("SECRET", String(secret.port)), failure);
  });

  test("a name with private and public addresses is read from the public one only", async () => {
    expect(await outcomeOf(`http://127.mixed.test:${twin.port}/`)).toMatchObject({ kind: "fresh" });
  });

  test("a name that turns private between two requests is not followed there", async () => {
    const fetcher = hurriedFetcher(network);
    const request = { url: `http://127.rebinding.test:${twin.port}/`, validators: null };
    expect(await fetcher.fetch(request)).toMatchObject({ kind: "fresh" });
    await expect(fetcher.fetch(request)).rejects.toMatchObject({ failure: "private-address" });
    await fetcher.close();
  });

  test("no connection to the private server was ever made", () => expect(secret.connectionCount()).toBe(0));
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
    await expectFailure(site.origin + path, failure);
    expect(secret.connectionCount()).toBe(0);
  });

  test("a chain is followed five times", async () => {
    const before = site.asked.length;
    await expectFailure(`${site.origin}/chain`, "redirects");
    expect(site.asked.length - before).toBe(6);
  });
});

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
    await expectFailure(site.origin + path, failure);
  });

  test.each(["/drip", "/silence"])("%s is a timeout", async (path) => {
    expect(await outcomeOf(site.origin + path, { timeoutMs: 500 })).toMatchObject({ failure: "timeout" });
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
    await expectFailure(wire.origin + path, failure);
  });

  test("an endless one is dropped soon after the limit", () => expect(endlessBytes).toBeLessThan(20_000_000));

  test("the limit is the same on the line and decompressed", async () => {
    const body = encodeAs(LONG, "utf-8").length;
    for (const path of ["/long", "/long-gzip", "/long-brotli"]) {
      expect(await outcomeOf(site.origin + path, { maxBytes: body })).toMatchObject({ kind: "fresh" });
      expect(await outcomeOf(site.origin + path, { maxBytes: body - 1 })).toMatchObject({ failure: "too-large" });
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
    expect(await outcomeOf(site.origin + path)).toMatchObject({ page: { html: ARABIC } }),
  );

  test.each(["/cp1256", "/cp1256-header", "/cp1256-meta", "/cp1256-as-utf8", "/xml"])("%s is decoded", async (path) => {
    const outcome = await outcomeOf(site.origin + path);
    expect(outcome).toMatchObject({ page: { charset: "windows-1256", html: expect.stringContaining(ARABIC) } });
  });

  test("a cut character leaves the rest readable", async () => {
    expect(await outcomeOf(`${site.origin}/cut-utf8`)).toMatchObject({ page: { html: `${ARABIC}\uFFFD` } });
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
    expect((await expectFailure(`${site.origin}/${code}`, failure)).status).toBe(code);
  });

  test("503 with a time is a pause", async () => {
    expect(await outcomeOf(`${site.origin}/503-later`)).toEqual({ kind: "wait", retryAfterMs: 120_000 });
  });
});

describe("an odd but honest address", () => {
  test("line breaks in a path are left out, as browsers do", async () => {
    expect(await outcomeOf(`${site.origin}/o\r\nk`)).toMatchObject({ page: { url: `${site.origin}/ok` } });
  });

  test("a name in Arabic is asked for in its ASCII form", async () => {
    const outcome = await outcomeOf(`http://127.خبر.test:${site.port}/ok`);
    expect(outcome).toMatchObject({ page: { url: `http://127.xn--ngblk.test:${site.port}/ok`, html: ARABIC } });
  });

  test.each([
    "http://127.0.0.1/?token=1234",
    "//?token=1234",
    "SITE/404?token=1234#1234",
    "http://me:1234@[bad/?1234",
    "http://me:1234@127.0.0.2/",
    "ftp://127.0.0.2/?1234",
  ])("an error shows neither query nor password: %s", async (address) => {
    const error = (await outcomeOf(address.replace("SITE", site.origin))) as FetchError;
    expect(error).toBeInstanceOf(FetchError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("1234");
  });

  test("a dot at the end of a name makes no other host of it", async () => {
    const outcome = await outcomeOf(`http://127.site.test.:${site.port}/ok`);
    expect(outcome).toMatchObject({ page: { url: `http://127.site.test:${site.port}/ok` } });
  });
});
