import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { userAgent } from "../../src/fetch/http-fetcher.ts";
import type { FetchOutcome, Logger, Validators } from "../../src/ports.ts";
import { silent } from "../fakes/logger.ts";
import { manualClock } from "./manual-clock.ts";
import { type Answering, hurriedFetcher, PRIVATE_IP, PUBLIC_IP, type Site, smallWorld, startSite } from "./sites.ts";

const HTML = "<html><title>خبر</title></html>";
const html: Answering = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(HTML);
const rules =
  (text: string): Answering =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(text);
const HAS_IPV6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1"));
const NEVER = { etag: null, lastModified: null, bodyHash: null };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function site(answer: Answering, robots?: Answering, ip = PUBLIC_IP): Promise<Site> {
  const started = await startSite(ip, answer, robots ? { robots } : {});
  open.push(started);
  return started;
}
function fetcherFor(sites: readonly Site[], options: Parameters<typeof hurriedFetcher>[1] = {}) {
  const fetcher = hurriedFetcher(smallWorld(sites.map(({ port }) => port)), options);
  open.push(fetcher);
  return fetcher;
}
function validatorsOf(outcome: FetchOutcome): Validators {
  if (outcome.kind !== "fresh") throw new Error(`not fresh: ${outcome.kind}`);
  return outcome.validators;
}

test("a page comes with its address after redirects, its type, its encoding and the time", async () => {
  const news = await site((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: encodeURI("/خبر/1?x=1#top") }).end();
    else response.writeHead(200, { "content-type": "Text/HTML; Charset=utf-8" }).end(HTML);
  });
  const clock = manualClock();
  const outcome = await fetcherFor([news], { clock }).fetch({ url: `${news.origin}/old#part`, validators: null });
  expect(outcome).toMatchObject({
    kind: "fresh",
    page: {
      url: `${news.origin}/%D8%AE%D8%A8%D8%B1/1?x=1`,
      html: HTML,
      contentType: "text/html",
      charset: "utf-8",
      fetchedAt: clock.now(),
    },
  });
});

test("a redirect to a raw Arabic path is followed", async () => {
  const news = await site((request, response) => {
    if (request.url !== "/old") return html(request, response);
    response.socket?.end(Buffer.from("HTTP/1.1 301 Moved\r\nLocation: /أخبار\r\nContent-Length: 0\r\n\r\n", "utf8"));
  });
  await fetcherFor([news]).fetch({ url: `${news.origin}/old`, validators: null });
  expect(news.asked.map(decodeURI)).toEqual(["/old", "/أخبار"]);
});

test("it says who it is and what it reads", async () => {
  const headers: Record<string, unknown>[] = [];
  const news = await site((request, response) => {
    headers.push(request.headers);
    html(request, response);
  });
  await fetcherFor([news]).fetch({ url: news.origin, validators: null });
  expect(headers[0]).toMatchObject({
    "user-agent": "Mujaz/0.0.0 (test)",
    "accept-language": "ar,en;q=0.5",
    "accept-encoding": "gzip, br",
    accept: expect.stringContaining("application/rss+xml"),
  });
  expect(headers[0]).not.toHaveProperty("if-none-match");
  expect(headers[0]).not.toHaveProperty("cookie");
});

test("what the server gave is sent back, and 304 is unchanged", async () => {
  const conditions: unknown[] = [];
  const news = await site((request, response) => {
    conditions.push([request.headers["if-none-match"], request.headers["if-modified-since"]]);
    if (request.headers["if-none-match"] === 'W/"a"') response.writeHead(304).end();
    else
      response
        .writeHead(200, {
          "content-type": "text/html",
          etag: 'W/"a"',
          "last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
        })
        .end(HTML);
  });
  const fetcher = fetcherFor([news]);
  const validators = validatorsOf(await fetcher.fetch({ url: news.origin, validators: null }));
  expect(validators).toEqual({
    etag: 'W/"a"',
    lastModified: "Thu, 01 Jan 2026 00:00:00 GMT",
    bodyHash: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(await fetcher.fetch({ url: news.origin, validators })).toEqual({ kind: "unchanged" });
  expect(conditions).toEqual([
    [undefined, undefined],
    ['W/"a"', "Thu, 01 Jan 2026 00:00:00 GMT"],
  ]);
});

test("the same bytes are unchanged where the server knows no conditions, other bytes are fresh", async () => {
  let body = HTML;
  const news = await site((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(body));
  const fetcher = fetcherFor([news]);
  const validators = validatorsOf(await fetcher.fetch({ url: news.origin, validators: null }));
  expect(validators).toMatchObject({ etag: null, lastModified: null });
  expect(await fetcher.fetch({ url: news.origin, validators })).toEqual({ kind: "unchanged" });
  body += "<p>جديد</p>";
  expect(await fetcher.fetch({ url: news.origin, validators })).toMatchObject({ kind: "fresh" });
  expect(await fetcher.fetch({ url: news.origin, validators: NEVER })).toMatchObject({ kind: "fresh" });
});

test("a validator that cannot be a header is not kept", async () => {
  const news = await site((_, response) => {
    response.socket?.end(
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "${"x".repeat(2000)}"\r\nContent-Length: ${HTML.length}\r\n\r\n${HTML}`,
    );
  });
  expect(validatorsOf(await fetcherFor([news]).fetch({ url: news.origin, validators: null })).etag).toBeNull();
});

test("a body that nobody wants is dropped, long before its time is over", async () => {
  const { promise: dropped, resolve } = Promise.withResolvers<void>();
  const news = await site((_, response) => {
    response.on("close", resolve);
    response.writeHead(404).write("x".repeat(1_000_000)); // and never ends
  });
  const fetcher = fetcherFor([news], { timeoutMs: 600_000 });
  await expect(fetcher.fetch({ url: news.origin, validators: null })).rejects.toMatchObject({ failure: "gone" });
  await dropped;
});

test("429 is a pause for the host: nobody asks it before", async () => {
  const clock = manualClock();
  const busy = await site((_, response) => response.writeHead(429, { "retry-after": "300" }).end());
  const fetcher = fetcherFor([busy], { clock });
  expect(await fetcher.fetch({ url: `${busy.origin}/1`, validators: null })).toEqual({
    kind: "wait",
    retryAfterMs: 300_000,
  });
  clock.pass(100_000);
  expect(await fetcher.fetch({ url: `${busy.origin}/2`, validators: null })).toEqual({
    kind: "wait",
    retryAfterMs: 200_000,
  });
  expect(busy.asked).toEqual(["/1"]);
});

test("429 without a time is a pause of ten minutes", async () => {
  const busy = await site((_, response) => response.writeHead(429).end());
  expect(await fetcherFor([busy]).fetch({ url: busy.origin, validators: null })).toEqual({
    kind: "wait",
    retryAfterMs: 600_000,
  });
});

test("a host that fails five times is left alone", async () => {
  const ill = await site((_, response) => response.writeHead(500).end());
  const fetcher = fetcherFor([ill], { clock: manualClock() });
  for (let count = 0; count < 5; count++) {
    await expect(fetcher.fetch({ url: ill.origin, validators: null })).rejects.toMatchObject({
      failure: "status",
      status: 500,
    });
  }
  expect(await fetcher.fetch({ url: ill.origin, validators: null })).toEqual({ kind: "wait", retryAfterMs: 60_000 });
  expect(ill.asked).toHaveLength(5);
});

test("pages that are gone do not close a host", async () => {
  const news = await site((_, response) => response.writeHead(404).end());
  const fetcher = fetcherFor([news], { clock: manualClock() });
  for (let count = 0; count < 8; count++) {
    await expect(fetcher.fetch({ url: news.origin, validators: null })).rejects.toMatchObject({ failure: "gone" });
  }
});

test("requests of one host are spaced by the default, or by its crawl delay when that is longer", async () => {
  const clock = manualClock();
  const news = await site(html, rules("User-agent: *\nCrawl-delay: 9"));
  const plain = await site(html);
  const fetcher = fetcherFor([news, plain], { clock, spacingMs: 2000 });
  await fetcher.fetch({ url: `${plain.origin}/1`, validators: null }); // robots.txt, then the page
  expect(clock.slept).toEqual([2000]);
  await fetcher.fetch({ url: `${news.origin}/1`, validators: null }); // the same host on another port: still one host
  expect(clock.slept).toEqual([2000, 2000, 9000]);
});

test("a redirect within a host belongs to the visit that led there", async () => {
  const clock = manualClock();
  const news = await site((request, response) =>
    request.url === "/1" ? response.writeHead(302, { location: "/2" }).end() : html(request, response),
  );
  await fetcherFor([news], { clock, spacingMs: 2000 }).fetch({ url: `${news.origin}/1`, validators: null });
  expect(clock.slept).toEqual([2000]);
});

test("what robots.txt forbids is not asked, not even by way of a redirect", async () => {
  const news = await site(
    (request, response) =>
      request.url === "/open" ? response.writeHead(302, { location: "/closed" }).end() : html(request, response),
    rules("User-agent: Mujaz\nDisallow: /closed"),
  );
  const fetcher = fetcherFor([news]);
  await expect(fetcher.fetch({ url: `${news.origin}/closed`, validators: null })).rejects.toMatchObject({
    failure: "robots",
  });
  await expect(fetcher.fetch({ url: `${news.origin}/open`, validators: null })).rejects.toMatchObject({
    failure: "robots",
  });
  expect(await fetcher.fetch({ url: `${news.origin}/else`, validators: null })).toMatchObject({ kind: "fresh" });
  expect(news.asked).toEqual(["/open", "/else"]);
});

test.each([401, 403, 404])("robots.txt with status %i forbids nothing", async (status) => {
  const news = await site(html, (_, response) => response.writeHead(status).end());
  expect(await fetcherFor([news]).fetch({ url: news.origin, validators: null })).toMatchObject({ kind: "fresh" });
});

test.each([500, 503, 429])("robots.txt with status %i means that nothing is read for now", async (status) => {
  const news = await site(html, (_, response) => response.writeHead(status, { "retry-after": "300" }).end());
  expect(await fetcherFor([news]).fetch({ url: news.origin, validators: null })).toEqual({
    kind: "wait",
    retryAfterMs: 300_000,
  });
  expect(news.asked).toEqual([]);
});

test("a robots.txt that never comes is a timeout", async () => {
  const news = await site(html, () => {});
  await expect(
    fetcherFor([news], { timeoutMs: 100 }).fetch({ url: news.origin, validators: null }),
  ).rejects.toMatchObject({ failure: "timeout" });
  expect(news.asked).toEqual([]);
});

test("of a longer robots.txt the first 500 kB count", async () => {
  const comment = `# ${"x".repeat(98)}\n`;
  const news = await site(html, rules(`User-agent: *\nDisallow: /early\n${comment.repeat(20_000)}Disallow: /late`));
  const fetcher = fetcherFor([news]);
  await expect(fetcher.fetch({ url: `${news.origin}/early`, validators: null })).rejects.toMatchObject({
    failure: "robots",
  });
  expect(await fetcher.fetch({ url: `${news.origin}/late`, validators: null })).toMatchObject({ kind: "fresh" });
});

test("an opened host is read on its private network and port, without spacing, as its robots.txt allows", async () => {
  const clock = manualClock();
  const intranet = await site(html, rules("User-agent: *\nDisallow: /closed\nCrawl-delay: 30"), PRIVATE_IP);
  const fetcher = fetcherFor([], { clock, spacingMs: 2000, allowPrivate: [`${PRIVATE_IP}:${intranet.port}`] });
  for (const path of ["/1", "/2"]) {
    expect(await fetcher.fetch({ url: intranet.origin + path, validators: null })).toMatchObject({ kind: "fresh" });
  }
  expect(clock.slept).toEqual([]);
  await expect(fetcher.fetch({ url: `${intranet.origin}/closed`, validators: null })).rejects.toMatchObject({
    failure: "robots",
  });
  const neighbour = await site(html, undefined, PRIVATE_IP);
  await expect(fetcher.fetch({ url: neighbour.origin, validators: null })).rejects.toMatchObject({
    failure: "private-address",
  });
});

test.skipIf(!HAS_IPV6)("an opened IPv6 host is named with brackets (needs ::1 on this machine)", async () => {
  const intranet = await site(html, undefined, "::1");
  const fetcher = fetcherFor([], { allowPrivate: [`[::1]:${intranet.port}`] });
  expect(await fetcher.fetch({ url: `http://[::1]:${intranet.port}/`, validators: null })).toMatchObject({
    kind: "fresh",
  });
});

test("a public page does not lead to an opened host", async () => {
  const intranet = await site(html, undefined, PRIVATE_IP);
  const news = await site((_, response) => response.writeHead(302, { location: intranet.origin }).end());
  const fetcher = fetcherFor([news], { allowPrivate: [`${PRIVATE_IP}:${intranet.port}`] });
  await expect(fetcher.fetch({ url: news.origin, validators: null })).rejects.toMatchObject({
    failure: "private-address",
  });
  expect(intranet.asked).toEqual([]);
});

test("a caller who gives up is answered at once, and the next one is served", async () => {
  const news = await site((request, response) => (request.url === "/slow" ? undefined : html(request, response)));
  const fetcher = fetcherFor([news], { timeoutMs: 10_000 });
  await fetcher.fetch({ url: news.origin, validators: null });
  const giveUp = new AbortController();
  const slow = fetcher.fetch({ url: `${news.origin}/slow`, validators: null }, giveUp.signal);
  const next = fetcher.fetch({ url: `${news.origin}/next`, validators: null });
  setTimeout(() => giveUp.abort(), 50);
  await expect(slow).rejects.toMatchObject({ name: "FetchError", failure: "aborted" });
  expect(await next).toMatchObject({ kind: "fresh" });
  await expect(fetcher.fetch({ url: news.origin, validators: null }, AbortSignal.abort())).rejects.toMatchObject({
    failure: "aborted",
  });
});

test("closing ends what is under way", async () => {
  const news = await site(() => {});
  const fetcher = hurriedFetcher(smallWorld([news.port]), { timeoutMs: 10_000 });
  const slow = fetcher.fetch({ url: news.origin, validators: null });
  setTimeout(() => void fetcher.close(), 50);
  await expect(slow).rejects.toMatchObject({ failure: "aborted" });
  await expect(fetcher.fetch({ url: news.origin, validators: null })).rejects.toMatchObject({ failure: "aborted" });
});

test("the time is for all redirects together", async () => {
  const news = await site(
    (request, response) => void setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 90),
  );
  await expect(
    fetcherFor([news], { timeoutMs: 200 }).fetch({ url: `${news.origin}/`, validators: null }),
  ).rejects.toMatchObject({ failure: "timeout" });
  expect(news.asked.length).toBeLessThan(4);
});

test("a log never has the path or the query of an address", async () => {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(JSON.stringify(fields) + message);
  const logger: Logger = { ...silent, debug: note, info: note, warn: note, error: note };
  const news = await site(html);
  await fetcherFor([news], { logger }).fetch({ url: `${news.origin}/secret?token=1234`, validators: null });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toMatch(/secret|1234/);
});

test.each([
  { contact: "https://example.org/bot", is: "Mujaz/1.2.3 (Arabic news digests; +https://example.org/bot)" },
  { contact: "editor@example.org", is: "Mujaz/1.2.3 (Arabic news digests; +editor@example.org)" },
  { contact: "", is: "Mujaz/1.2.3 (Arabic news digests)" },
  { contact: "مدير الموقع", is: "Mujaz/1.2.3 (Arabic news digests)" },
  { contact: "a)\r\nX-Evil: 1 (\\", is: "Mujaz/1.2.3 (Arabic news digests; +aX-Evil:1)" },
])("userAgent with the contact «$contact»", ({ contact, is }) => expect(userAgent("1.2.3", contact)).toBe(is));
