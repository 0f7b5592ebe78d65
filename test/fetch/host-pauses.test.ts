import { afterEach, expect, test } from "vitest";
import { manualClock } from "./manual-clock.ts";
import { closeAll, fetcherFor, html, rules, site } from "./news-site.ts";

afterEach(closeAll);

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
