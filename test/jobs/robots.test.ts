import { afterEach, describe, expect, test } from "vitest";
import { MINUTE_MS } from "../../src/lib/time.ts";
import type { Answering } from "../fetch/sites.ts";
import { asked, closeAll, feed, NOW, newsroom, status, titleOf } from "./news-sites.ts";

afterEach(closeAll);

describe("robots.txt", () => {
  const rules =
    (text: string): Answering =>
    (_, response) =>
      response.writeHead(200, { "content-type": "text/plain" }).end(text);

  test.each([401, 403, 404, 410])("with status %i forbids nothing", async (code) => {
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots: status(code) }]);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
  });

  test.each([500, 503])("with status %i makes us wait, until it can be had", async (code) => {
    let broken = true;
    const robots: Answering = (request, response) => status(broken ? code : 404)(request, response);
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots }]);
    await room.collector.run();
    expect(asked(room.sites[0])).toEqual([]);
    expect(await room.poll()).toMatchObject({ failures: 0, nextCheckAt: NOW + 5 * MINUTE_MS });
    expect(await room.sources.test("s0", AbortSignal.timeout(30_000))).toMatchObject({ failure: "paused" });
    broken = false;
    room.clock.pass(5 * MINUTE_MS);
    await room.collector.run();
    expect(await room.numbers()).toEqual([1]);
  });

  test("that forbids articles leaves us the feed's own text", async () => {
    const summary = "أعلنت البلدية افتتاح المرفأ أمام الزوار صباح اليوم، والدخول إليه بلا رسوم.";
    const robots = rules("User-agent: *\nDisallow: /news/");
    const room = await newsroom([{ pages: { "/feed": feed([1], summary) }, robots }]);
    await room.collector.run();
    expect(asked(room.sites[0])).toEqual(["/feed"]);
    expect(await room.kept()).toMatchObject([{ bodyFrom: "feed", paragraphs: [summary], title: titleOf(1) }]);
  });

  test("that forbids a source is its failure, and one of a link that a person gives", async () => {
    const robots = rules("User-agent: Mujaz\nDisallow: /");
    const room = await newsroom([{ pages: { "/feed": feed([1]) }, robots }]);
    await room.collector.run();
    expect((await room.poll())?.lastFailure?.failure).toBe("robots");
    expect(await room.sources.test("s0", AbortSignal.timeout(30_000))).toMatchObject({ failure: "robots" });
    expect(asked(room.sites[0])).toEqual([]);
  });

  test("with a delay is obeyed between two pages, also of one-off links", async () => {
    const robots = rules("User-agent: *\nCrawl-delay: 30");
    const room = await newsroom([{ pages: { "/feed": feed([1, 2]) }, robots }]);
    await room.collector.run();
    await room.sources.test("s0", AbortSignal.timeout(30_000));
    expect(room.clock.slept.filter((ms) => ms === 30_000).length).toBe(room.clock.slept.length);
    expect(room.clock.slept.length).toBe(asked(room.sites[0]).length); // robots.txt was the first
  });
});
