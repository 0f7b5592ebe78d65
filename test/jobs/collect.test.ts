import { afterEach, expect, test, vi } from "vitest";
import { HOUR_MS } from "../../src/lib/time.ts";
import type { Source } from "../../src/source/source.ts";
import type { Article } from "../../src/story/article.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import type { Answering } from "../fetch/sites.ts";
import { articlePage, asked, closeAll, EVERY_MS, feed, newsroom, type Pages, status, titleOf } from "./news-sites.ts";

afterEach(closeAll);

test("links that a new article's page offers are asked for once, within the pages of a run", async () => {
  const offering = (path: string) =>
    articlePage(1).replace(
      "</article>",
      `<h3>اقرأ أيضا</h3><ul><li><a href="${path}">${titleOf(5)}</a></li></ul></article>`,
    );
  const pages: Pages = { "/feed": feed([1, 2]), "/news/1": offering("/old/5"), "/old/5": status(404) };
  const room = await newsroom([{ pages }], { pagesPerRun: 2 });
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed", "/news/1", "/news/2"]);
  room.clock.pass(EVERY_MS);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed", "/old/5", "/news/1"]);
  room.clock.pass(HOUR_MS);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual(["/feed"]);
  const [found] = (await room.kept()).filter(({ related }) => related.length > 0);
  const sources = new Map([["s0", (await room.stores.sources.get("s0")) as Source]]);
  const card = await room.cards.ofArticle(found as Article, sources, { locale: "ar", summary: DEFAULT_SUMMARY_LIMITS });
  expect(card.related).toEqual([]);
});

test("a source that takes its time holds up nobody: others are read again meanwhile, and one that was added", async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const slow: Answering = (_, response) => void answered.then(() => response.writeHead(404).end());
  const room = await newsroom([{ pages: { "/feed": slow } }, { pages: { "/feed": feed([1]) } }]);
  const [running, added] = [room.collector.run(), await room.stores.sources.get("s1")];
  await vi.waitFor(async () => expect((await room.poll(1))?.readOnce).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 20)); // there are no links to ask for
  expect(asked(room.sites[1])).toEqual(["/feed", "/news/1"]);
  room.clock.pass(HOUR_MS);
  await room.stores.sources.put("s2", { ...(added as Source), id: "s2" });
  expect(await room.collector.run()).toMatchObject({ sources: 2 });
  expect(asked(room.sites[1])).toEqual(["/feed", "/feed"]);
  answer();
  expect(await running).toMatchObject({ sources: 2, failures: 1 });
  expect(asked(room.sites[0])).toEqual(["/feed"]);
});

test("no source waits for the links that others offer", async () => {
  const events: string[] = [];
  const link = `<h3>اقرأ أيضا</h3><ul><li><a href="/old/5">${titleOf(5)}</a></li></ul></article>`;
  const silence: Answering = (request) => void request.socket.on("close", () => events.push("link"));
  const offering = { "/news/1": articlePage(1).replace("</article>", link), "/old/5": silence, "/feed": feed([1]) };
  const last: Answering = (_, response) => {
    events.push("feed");
    response.writeHead(404).end();
  };
  const room = await newsroom([
    ...Array.from({ length: 6 }, () => ({ pages: offering })),
    { pages: { "/feed": last } },
  ]);
  await room.collector.run();
  await vi.waitFor(() => expect(events).toHaveLength(7));
  expect(events[0]).toBe("feed");
});
