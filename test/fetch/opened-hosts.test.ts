import { networkInterfaces } from "node:os";
import { afterEach, expect, test } from "vitest";
import { manualClock } from "./manual-clock.ts";
import { closeAll, fetcherFor, html, rules, site } from "./news-site.ts";
import { PRIVATE_IP } from "./sites.ts";

afterEach(closeAll);

const HAS_IPV6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === "::1"));

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
