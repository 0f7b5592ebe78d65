import { describe, expect, test } from "vitest";
import { fixture, read } from "./own-feeds.ts";

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
