import { afterEach, expect, test } from "vitest";
import { closeAll, fetcherFor, html, rules, site } from "./news-site.ts";

afterEach(closeAll);

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
  const told = await fetcherFor([news]).fetch({ url: news.origin, validators: null });
  expect(told).toMatchObject({ kind: "wait" });
  // The clock goes on between the answer and the question.
  const { retryAfterMs } = told as { retryAfterMs: number };
  expect(retryAfterMs).toBeGreaterThan(240_000);
  expect(retryAfterMs).toBeLessThanOrEqual(300_000);
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
