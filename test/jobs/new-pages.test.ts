import { afterEach, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { asked, closeAll, entry, feed, newsroom, type Pages, titleOf } from "./news-sites.ts";

afterEach(closeAll);

test("at most so many pages are read of a source in one run; the rest follows soon, none twice", async () => {
  const room = await newsroom([{ pages: { "/feed": feed([1, 2, 3, 4, 5, 6, 7]) } }], { pagesPerRun: 3 });
  for (const expected of [["/news/1", "/news/2", "/news/3"], ["/news/4", "/news/5", "/news/6"], ["/news/7"]]) {
    await room.collector.run();
    expect(asked(room.sites[0]).filter((path) => path !== "/feed")).toEqual(expected);
    room.clock.pass(MINUTE_MS);
  }
  expect(await room.numbers()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await room.collector.run();
  expect(asked(room.sites[0])).toEqual([]); // all was read: not before its interval
});

test("a feed of a whole site has pages about the site itself: they are no news", async () => {
  const about = ["/ar/privacy-policy/", "/about", "/من-نحن"].map((path) => entry(9).replace("/news/9", path));
  const room = await newsroom([
    { pages: { "/feed": feed([1, 2]).replace("</channel>", `${about.join("")}</channel>`) } },
  ]);
  await room.collector.run();
  expect(await room.numbers()).toEqual([1, 2]);
  expect(asked(room.sites[0])).toEqual(["/feed", "/news/1", "/news/2"]);
});

test("a page that no reader can bear is tried three times, then kept by its title; those beside it are kept at once", async () => {
  const pages: Pages = { "/feed": feed([1, 2, 3]), "/news/2": `<html>${"<div>".repeat(1000)}` };
  const room = await newsroom([{ pages }]);
  for (const expected of [
    [1, 3],
    [1, 3],
    [1, 2, 3],
  ]) {
    await room.collector.run();
    expect(await room.numbers()).toEqual(expected);
    room.clock.pass(HOUR_MS);
  }
  expect(await room.kept()).toContainEqual(
    expect.objectContaining({ title: titleOf(2), paragraphs: [], bodyFrom: "feed" }),
  );
});
