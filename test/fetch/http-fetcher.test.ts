import { afterEach, expect, test } from "vitest";
import { userAgent } from "../../src/fetch/http-fetcher.ts";
import type { FetchOutcome, Logger, Validators } from "../../src/ports.ts";
import { silent } from "../fakes/logger.ts";
import { manualClock } from "./manual-clock.ts";
import { closeAll, fetcherFor, HTML, html, site } from "./news-site.ts";
import { hurriedFetcher, smallWorld } from "./sites.ts";

afterEach(closeAll);

const NEVER = { etag: null, lastModified: null, bodyHash: null };
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
