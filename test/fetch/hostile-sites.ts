import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect } from "vitest";
import { FetchError, type FetchFailure } from "../../src/errors.ts";
import type { NetworkPolicy } from "../../src/fetch/network.ts";
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

/** What a good page says. */
export const ARABIC = "<html><title>أعلنت الوزارة اليوم افتتاح الطريق</title></html>";
/** As much as a limit is about. */
export const LONG = ARABIC.repeat(100);
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

/** Sites on the public network, one behind the walls, and a fetcher for each question. */
export interface HostileSites {
  /** Answers by path, some of them badly. */
  readonly site: Site;
  /** A server below HTTP that breaks its rules. */
  readonly wire: Site;
  /** On the private network: nobody must ever connect to it. */
  readonly secret: Site;
  /** On the secret's port of the public network: a name that moves from one to the other would reach the secret. */
  readonly twin: Site;
  readonly network: NetworkPolicy;
  /** How much was written of the body that has no end. */
  endlessBytes(): number;
  outcomeOf(url: string, limits?: { maxBytes?: number; timeoutMs?: number }): Promise<FetchOutcome | FetchError>;
  expectFailure(url: string, failure: FetchFailure): Promise<FetchError>;
  close(): Promise<unknown>;
}

/** The secret and its twin, on a port that is free on both networks. */
async function startTwins(): Promise<[Site, Site]> {
  const secret: Site = await startSite(PRIVATE_IP, (_, response) => response.writeHead(200, HTML).end("SECRET"), {
    robots: (_, response) => {
      secret.asked.push("/robots.txt");
      response.writeHead(404).end();
    },
  });
  const answer: Answering = (_, response) => response.writeHead(200, { ...HTML, connection: "close" }).end(ARABIC);
  const robots: Answering = (_, response) => response.writeHead(404, { connection: "close" }).end();
  try {
    return [secret, await startSite(PUBLIC_IP, answer, { port: secret.port, robots })];
  } catch (error) {
    await secret.close();
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    return startTwins();
  }
}

/** Starts them all. */
export async function startHostileSites(): Promise<HostileSites> {
  const [secret, twin] = await startTwins();
  secretPort = secret.port;
  const site = await startSite(PUBLIC_IP, (request, response) => {
    const path = (request.url ?? "").replace(/^\/chainx+$/, "/chain");
    (routes[path] ?? status(404))(request, response);
  });
  const wire = await startRaw(PUBLIC_IP, (socket, path) =>
    path === "/reset" ? socket.resetAndDestroy() : socket.end(raw[path] ?? ""),
  );
  const network = smallWorld([site.port, twin.port, wire.port, 9], {
    "127.site.test": [[PUBLIC_IP]],
    "127.loopback.test": [["127.0.0.1"]],
    "127.loopback6.test": [["::1"]],
    "127.mapped.test": [["::ffff:127.0.0.1"]],
    "127.metadata.test": [["169.254.169.254"]],
    "127.mixed.test": [[PRIVATE_IP, PUBLIC_IP]],
    "127.rebinding.test": [[PUBLIC_IP], [PUBLIC_IP], [PRIVATE_IP]],
    [new URL("http://127.خبر.test").hostname]: [[PUBLIC_IP]],
  });
  async function outcomeOf(url: string, limits: { maxBytes?: number; timeoutMs?: number } = {}) {
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
  return {
    ...{ site, wire, secret, twin, network, outcomeOf },
    endlessBytes: () => endlessBytes,
    async expectFailure(url, failure) {
      const error = await outcomeOf(url);
      expect(error).toMatchObject({ name: "FetchError", failure });
      return error as FetchError;
    },
    close: () => Promise.all([site, twin, wire, secret].map((each) => each.close())),
  };
}
