import { expect, test } from "vitest";
import { parseFeed } from "../../src/extract/feed.ts";
import { entry, NOW, OPTIONS, read, rss } from "./own-feeds.ts";

test("a date alone counts for today, and not for tomorrow", () => {
  const dated = (date: string) =>
    read(rss(entry(1).replace(/<pubDate>.*<\/pubDate>/, `<pubDate>${date}</pubDate>`))).headlines[0];
  expect(
    parseFeed(rss(entry(1).replace(/<pubDate>.*<\/pubDate>/, "<pubDate>2026-11-23</pubDate>")), "https://e.example/", {
      ...OPTIONS,
      now: NOW - 6 * 3_600_000,
    })?.headlines[0],
  ).toMatchObject({
    publishedAt: NOW - 6 * 3_600_000,
    publishedIso: "2026-11-23",
  });
  expect(dated("2026-11-24")).toMatchObject({ publishedAt: null, publishedIso: null });
});

test("a later time of the entry stands in for one that is not believed", () =>
  expect(
    read(
      rss(
        entry(1, '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-11-20T10:00:00Z</dc:date>').replace(
          "23 Nov 2026",
          "23 Nov 2027",
        ),
      ),
    ).headlines[0]?.publishedIso,
  ).toBe("2026-11-20T10:00:00+00:00"));

test.each([
  {
    why: "the name of an RDF entry",
    text: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>ت</title></channel><item rdf:about="https://e.example/about-1"><title>خبر باسمه</title></item></rdf:RDF>',
    url: "https://e.example/about-1",
  },
  {
    why: "Atom's way in RSS",
    text: rss(entry(1).replace(/<link>.*<\/link>/, '<link href="/of-atom?a=1&amp;b=2"/>')),
    url: "https://e.example/of-atom?a=1&b=2",
  },
])("an address is taken from $why", ({ text, url }) =>
  expect(read(text).headlines.map((headline) => headline.url)).toEqual([url]),
);

test("an entry that is titled by its media alone has that title", () => {
  const item = "<item><media:title>جولة في السوق القديم</media:title><link>https://e.example/1</link></item>";
  const text = rss(item).replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ');
  expect(read(text).headlines.map(({ title }) => title)).toEqual(["جولة في السوق القديم"]);
});

test.each([
  [
    "its content",
    "<media:content url='https://e.example/v.mp4'><media:title>سباق القوارب ينطلق عند الفجر</media:title><media:thumbnail url='https://e.example/t.jpg'/></media:content>",
  ],
  [
    "a group",
    "<media:group><media:title>سباق القوارب ينطلق عند الفجر</media:title><media:thumbnail url='https://e.example/t.jpg'/></media:group>",
  ],
])("an entry whose media have a title in %s has that title and picture", (_, media) => {
  const feed = read(
    rss(`<item><link>https://e.example/v</link>${media}</item>`).replace(
      "<rss ",
      '<rss xmlns:media="http://search.yahoo.com/mrss/" ',
    ),
  );
  expect(feed.headlines.map(({ title, imageUrl }) => [title, imageUrl])).toEqual([
    ["سباق القوارب ينطلق عند الفجر", "https://e.example/t.jpg"],
  ]);
});
