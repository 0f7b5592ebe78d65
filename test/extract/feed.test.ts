import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Feed, parseFeed } from "../../src/extract/feed.ts";
import { canonicalUrl } from "../../src/lib/url.ts";

const NOW = Date.parse("2026-11-23T12:00:00+03:00");
const OPTIONS = { sourceId: "marfa", timeZone: "Asia/Riyadh", now: NOW };
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../fixtures/feeds", name), "utf8");
const read = (text: string, url = "https://marfa.example/feed/") => parseFeed(text, url, OPTIONS) as Feed;
const rss = (...entries: readonly string[]) =>
  `<rss version="2.0"><channel><title>ت</title><link>https://e.example/</link>${entries.join("")}</channel></rss>`;
const entry = (number: number, more = "") =>
  `<item><title>الخبر رقم ${number}</title><link>https://e.example/${number}</link><pubDate>Mon, 23 Nov 2026 0${number}:00:00 +0300</pubDate>${more}</item>`;

describe("a feed with the usual sins", () => {
  const feed = read(fixture("wordpress.xml"));
  const [fair, line, future, epoch, byGuid] = feed.headlines;

  test("says what it is", () => {
    expect(feed.title).toBe("صحيفة المرفأ – الأخبار");
    expect(feed.homeUrl).toBe("https://marfa.example/");
    expect(feed.language).toBe("ar-SA");
  });

  test("gives each article once, in order, and nothing without a link", () =>
    expect(feed.headlines.map((headline) => headline.url)).toEqual([
      "https://marfa.example/culture/book-fair/?utm_source=rss&utm_medium=feed",
      "https://marfa.example/economy/line-4/",
      "https://marfa.example/future/",
      "https://marfa.example/epoch/",
      "https://marfa.example/by-guid/",
    ]));

  test("gives titles as text, however they were escaped", () => {
    expect(fair?.title).toBe("انطلاق معرض الكتاب في المدينة بمشاركة «مئة دار»");
    expect(line?.title).toBe('وزيرة النقل: "الخط الجديد" جاهز قبل الصيف');
  });

  test("expands no entity of its own and reads no file", () => {
    expect(future?.title).toBe("خبر من المستقبل &outlet;");
    expect(epoch?.title).toBe("خبر من سنة الصفر &file;");
  });

  test("gives its text without markup, captions, scripts and tails", () => {
    expect(fair?.paragraphs).toEqual([
      "افتتح المعرض أبوابه صباح اليوم بمشاركة مئة دار نشر من عشرين بلدا.",
      "وقال المنظمون إن الدخول مجاني",
      "طوال أيام الأسبوع.",
    ]);
    expect(line?.paragraphs).toEqual(["قالت الوزيرة إن الأعمال اكتملت."]);
  });

  test("reads times of machines and of people, and believes none of the future or of 1970", () => {
    expect(fair).toMatchObject({
      publishedAt: Date.parse("2026-11-23T08:15:00+03:00"),
      publishedIso: "2026-11-23T08:15:00+03:00",
    });
    expect(line?.publishedAt).toBe(Date.parse("2026-11-23T09:30:00+03:00"));
    expect(future).toMatchObject({ publishedAt: null, publishedIso: null });
    expect(epoch).toMatchObject({ publishedAt: null, publishedIso: null });
  });

  test("gives pictures and names of people, not of accounts", () => {
    expect(feed.headlines.map((headline) => headline.imageUrl)).toEqual([
      "https://marfa.example/i/fair.jpg?w=800&h=600",
      "https://marfa.example/i/line.jpg",
      null,
      null,
      "https://marfa.example/i/guid.jpg",
    ]);
    expect(feed.headlines.map((headline) => headline.byline)).toEqual([
      'ليلى "المراسلة"',
      "سامي العلي",
      null,
      null,
      null,
    ]);
  });

  test("takes the guid where the link is only the site", () =>
    expect(byGuid?.title).toBe("رابطه الصفحة الأولى ومعرفه عنوانه"));
});

test("Atom: links by xml:base and relation, XHTML text, a title made of the text", () => {
  const feed = read(fixture("atom.xml"), "https://mirror.example/x.xml");
  expect(feed).toMatchObject({ title: "سنابل الاقتصادية", homeUrl: "https://sanabil.example/ar/", language: "ar" });
  expect(feed.headlines).toEqual([
    {
      sourceId: "marfa",
      url: "https://sanabil.example/ar/2026/wheat",
      title: "أسعار القمح & الشعير تتراجع",
      publishedAt: Date.parse("2026-11-23T08:00:00+03:00"),
      publishedIso: "2026-11-23T08:00:00+03:00",
      paragraphs: ["تراجعت الأسعار.", "وعزا التجار ذلك إلى وفرة المحصول."],
      imageUrl: "https://sanabil.example/ar/2026/wheat.jpg",
      byline: "هدى مراد",
    },
    {
      sourceId: "marfa",
      url: "https://sanabil.example/ar/note",
      title: "ملاحظة قصيرة بلا عنوان.",
      publishedAt: Date.parse("2026-11-22T12:00:00+03:00"),
      publishedIso: "2026-11-22",
      paragraphs: [],
      imageUrl: null,
      byline: null,
    },
  ]);
});

test("RDF: entries beside the channel", () => {
  const feed = read(fixture("rdf.xml"));
  expect(feed.title).toBe("أخبار الجبل");
  expect(feed.headlines).toMatchObject([
    {
      url: "https://rdf.example/1",
      title: "ثلوج مبكرة على القمم",
      byline: "نزار",
      publishedIso: "2026-11-22T10:00:00+00:00",
    },
  ]);
});

test("JSON Feed: HTML and plain text, an id that is an address", () => {
  const feed = read(`\ufeff${fixture("feed.json")}\n`);
  expect(feed).toMatchObject({ title: "نشرة الضفة", homeUrl: "https://json.example/", language: "ar" });
  expect(feed.headlines).toMatchObject([
    {
      url: "https://json.example/1",
      paragraphs: ["افتتح الجسر.", "وعبره المشاة."],
      imageUrl: "https://json.example/bridge.jpg",
      byline: "رنا",
    },
    { url: "https://json.example/2", title: "معرفه عنوانه", paragraphs: ["سطر أول", "سطر ثان"] },
  ]);
});

describe("broken XML", () => {
  test.each([
    { why: "cut within a text", text: rss(entry(1), entry(2)).slice(0, -60), count: 1 },
    {
      why: "cut within CDATA that names a closing tag",
      text: `${rss(entry(1)).split("</channel>")[0]}<item><title>ب</title><description><![CDATA[</item><item>`,
      count: 1,
    },
    { why: "cut before the root is closed", text: rss(entry(1), entry(2)).replace("</channel></rss>", ""), count: 2 },
    { why: "bare ampersands", text: rss(entry(1, "<description>خبز & ملح &copy; &bogus;</description>")), count: 1 },
    {
      why: "unclosed HTML in a text",
      text: rss(entry(1, "<description><p>سطر<br><b>سطر</description>"), entry(2)),
      count: 2,
    },
    { why: "unclosed unknown elements", text: rss(entry(1), entry(2, "<x><y>"), entry(3, "</z>")), count: 3 },
    { why: "an unclosed entry", text: rss(entry(1), entry(2).replace("</item>", ""), entry(3)), count: 2 },
    { why: "no root", text: entry(1) + entry(2), count: 2 },
    { why: "a channel without a root", text: rss(entry(1), entry(2)).replace(/<\/?rss[^>]*>/g, ""), count: 2 },
    {
      why: "tags in capitals",
      text: `<RSS version="2.0"><CHANNEL><ITEM><TITLE>أ</TITLE><LINK>https://e.example/1</LINK></ITEM></CHANNEL></RSS>`,
      count: 1,
    },
    { why: "control characters", text: rss(entry(1, "<description>أ\u0000\u0008\u000bب</description>")), count: 1 },
    {
      why: "a byte order mark and spaces before the declaration",
      text: `\ufeff \n<?xml version="1.0"?>${rss(entry(1))}`,
      count: 1,
    },
    {
      why: "an undeclared prefix",
      text: rss(entry(1, "<foo:bar>x</foo:bar><content:encoded>نص</content:encoded>")),
      count: 1,
    },
  ])("keeps every entry that is closed: $why", ({ text, count }) => {
    const { headlines } = read(text);
    expect(headlines).toHaveLength(count);
    for (const headline of headlines) expect(headline.title).not.toBe("");
  });

  test("an entry that no parser takes keeps its title, link, time and text", () =>
    expect(
      read(rss(entry(1, `${"<x>".repeat(10_000)}<description>النص &amp; البقية</description>`))).headlines,
    ).toMatchObject([
      {
        title: "الخبر رقم 1",
        url: "https://e.example/1",
        publishedIso: "2026-11-23T01:00:00+03:00",
        paragraphs: ["النص & البقية"],
      },
    ]));
});

test("what is no feed is undefined", () => {
  for (const text of [
    "",
    "{}",
    "{",
    "[]",
    "null",
    "خبر",
    "<html><body><a href='/1'>خبر</a></body></html>",
    "<rss>",
    "<!-- <rss>",
  ])
    expect(parseFeed(text, "https://e.example/", OPTIONS)).toBeUndefined();
});

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
  { why: "a hundred thousand nested tags", text: rss(entry(1, "<b>".repeat(100_000))), count: 1 },
  {
    why: "a hundred thousand nested tags in a text",
    text: rss(entry(1, `<description><![CDATA[${"<div>".repeat(100_000)}]]></description>`)),
    count: 1,
  },
  { why: "document types without end", text: `${"<!DOCTYPE [".repeat(50_000)}${rss(entry(1))}`, count: 1 },
  { why: "comments without end", text: `<rss><channel>${"<!--".repeat(100_000)}`, count: undefined },
  { why: "quotes without end", text: `<rss><channel>${'<item a="'.repeat(100_000)}`, count: undefined },
  {
    why: "a text of two megabytes",
    text: rss(entry(1, `<description><![CDATA[${"<p>سطر من النص</p>".repeat(100_000)}]]></description>`)),
    count: 1,
  },
])("ends soon on $why", { timeout: 5_000 }, ({ text, count }) =>
  expect(parseFeed(text, "https://e.example/", OPTIONS)?.headlines.length).toBe(count),
);

test("at most five hundred entries are read", () =>
  expect(
    read(
      rss(
        ...Array.from(
          { length: 700 },
          (_, index) => `<item><title>أ</title><link>https://e.example/${index}</link></item>`,
        ),
      ),
    ).headlines,
  ).toHaveLength(500));

const SOURCES = ["wordpress.xml", "atom.xml", "rdf.xml", "feed.json"].map(fixture);
const mutated = fc
  .tuple(
    fc.constantFrom(...SOURCES),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom(
          "",
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "</item>",
          "<item>",
          "<!--",
          '"',
          "\u0000",
          "ء",
          "\ud800",
          "</",
          "<a><b>",
        ),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([source, edits]) =>
    edits.reduce((text, [place, dropped, added]) => {
      const at = Math.floor(place * text.length);
      return text.slice(0, at) + added + text.slice(at + dropped);
    }, source),
  );

test("a damaged feed never throws, and what it gives is sound", () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const feed = parseFeed(text, "https://e.example/feed", OPTIONS);
      const urls = (feed?.headlines ?? []).map((headline) => canonicalUrl(headline.url));
      expect(new Set(urls).size).toBe(urls.length);
      for (const headline of feed?.headlines ?? []) {
        expect(headline.url).toMatch(/^https?:/);
        expect(headline.title).toMatch(/\S/);
        expect(headline.title).not.toContain("\n");
        expect(headline.paragraphs).not.toContain("");
        if (headline.publishedAt !== null) expect(headline.publishedAt).toBeLessThanOrEqual(NOW);
      }
    }),
    { numRuns: 300 },
  );
});

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

test("references to no character leave nothing in a title", () =>
  expect(read(rss(entry(1).replace("رقم 1", "رقم&#0; واحد &#xD800;"))).headlines[0]?.title).toBe("الخبر رقم واحد"));

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

test("a feed cut anywhere keeps every entry that is closed before the cut", () => {
  const text = rss(
    ...[1, 2, 3, 4].map((number) => entry(number, `<description><![CDATA[<p>نص ${number}</p>]]></description>`)),
  );
  fc.assert(
    fc.property(fc.nat(text.length), (length) => {
      const cut = text.slice(0, length);
      const closed = cut.split("</item>").length - 1;
      const headlines = parseFeed(cut, "https://e.example/", OPTIONS)?.headlines ?? [];
      expect(headlines.map((headline) => headline.paragraphs)).toEqual(
        Array.from({ length: closed }, (_, index) => [`نص ${index + 1}`]),
      );
      for (const headline of headlines) expect(headline.publishedAt).not.toBeNull();
    }),
  );
});
