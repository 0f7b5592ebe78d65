import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Listing, type ListingOptions, parseListing } from "../../src/extract/listing.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { SITE_LISTINGS } from "./listing-families.ts";
import { CARDS, DECOYS, newsPage, SHOWN } from "./listing-pages.ts";

const NOW = Date.parse("2026-11-23T18:00:00+03:00");
const OPTIONS: ListingOptions = { sourceId: "marfa", timeZone: "Asia/Riyadh", now: NOW, selectors: null };
const SITE = "https://www.marfa.example/";
const read = (html: string, options: Partial<ListingOptions> = {}) =>
  parseListing(html, SITE, { ...OPTIONS, ...options }) as Listing;
const seen = (listing: Listing) =>
  listing.headlines.map(({ url, title, publishedIso }) => ({
    url: canonicalUrl(url),
    title,
    day: publishedIso?.slice(0, 10),
  }));
const expected = SHOWN.map(({ path, title, iso }) => ({
  url: canonicalUrl(new URL(path, SITE).href),
  title,
  day: iso,
}));
const wrap = (kind: string, cards: string) =>
  kind === "a table" ? `<table><tbody>${cards}</tbody></table>` : `<div class="list">${cards}</div>`;

describe("the headlines of a page, and nothing else, are found in", () => {
  test.each(Object.entries(CARDS))("%s", (kind, card) =>
    expect(seen(read(newsPage(wrap(kind, SHOWN.map(card).join("\n")))))).toEqual(expected),
  );

  test.each(Object.entries(CARDS))("the same within an ASP.NET form and layout tables: %s", (kind, card) => {
    const page = newsPage(wrap(kind, SHOWN.map(card).join("\n")))
      .replace(/(<body[^>]*>)/, '$1<form id="aspnetForm" method="post"><table><tr><td>')
      .replace("</body>", "</td></tr></table></form></body>");
    expect(seen(read(page))).toEqual(expected);
  });
});

describe("what is no headline", () => {
  const texts = (matter: string) => read(newsPage(matter)).headlines.map((headline) => headline.title);
  const cards = SHOWN.map(CARDS["a link in a heading"] as NonNullable<(typeof CARDS)[string]>).join("");

  test.each(DECOYS)("$why", ({ html }) => expect(texts(html + cards)).toEqual(SHOWN.map(({ title }) => title)));

  test("«الأكثر قراءة» and menus count only where there is nothing else", () => {
    expect(read(newsPage(cards)).headlines).toHaveLength(SHOWN.length);
    expect(texts("<p>لا أخبار</p>").length).toBeGreaterThan(0);
    const empty = newsPage("").replace(/<div class="breaking-news">.*/, "");
    expect(read(empty).headlines.map(({ url }) => url)).toEqual(
      [0, 1, 2, 3].map((index) => `https://www.marfa.example/archive-story/read-${index}-long-read-2019`),
    );
  });
});

test.each(SITE_LISTINGS)("the headlines of $why", ({ url, html, answers }) =>
  expect(
    Object.fromEntries((parseListing(html, url, OPTIONS) as Listing).headlines.map((one) => [one.url, one.title])),
  ).toEqual(answers),
);

describe("lists by number of readers, told by their heading alone", () => {
  const list = (cls: string, place: string) =>
    `<div class="${cls}">${[1, 2, 3, 4].map((at) => `<p><a href="/${place}-story-${at}-of-the-year">خبر رقم ${at} من ${place} كما نشر يومها</a></p>`).join("")}</div>`;
  const news = list("news", "latest");
  const found = (matter: string) => [
    ...new Set(
      (parseListing(`<body>${matter}`, SITE, OPTIONS)?.headlines ?? []).map(({ url }) => url.split(/[/-]/)[3]),
    ),
  ];

  test.each([
    `<h3>الأكثر قراءة</h3>${list("a", "old")}<h3>آخر الأخبار</h3>${news}`,
    `<div class="head"><i class="icon"></i><span>الأعلى مشاهدة</span> <a href="/most-of-the-week">المزيد</a></div>${list("a", "old")}<div class="head"><span>آخر الأخبار</span></div>${news}`,
    `${news}<table><tr><td>المقالات الأكثر تداولاً اليوم</td></tr><tr><td>${list("a", "old")}</td></tr></table>`,
  ])("are no news: %#", (matter) => expect(found(matter)).toEqual(["latest"]));

  test.each([
    `<div class="side"><h3>الأكثر قراءة</h3><div class="js"></div></div>${news}`,
    `<div class="tabs"><span>الأكثر قراءة</span><span>الأحدث</span></div>${news}`,
    `<div>${list("a", "old").replace(/<a.*<\/a>/g, "")}<div class="w"><h4>الأكثر قراءة</h4></div><div class="w"><h4>الأحدث</h4>${news}</div></div>`,
  ])("say nothing of what stands elsewhere: %#", (matter) => expect(found(matter)).toEqual(["latest"]));

  test("are read where there is nothing else", () =>
    expect(found(`<h3>الأكثر قراءة</h3>${list("a", "old")}`)).toEqual(["old"]));
});

test("the time of an article is found in the layout table that is all about it", () => {
  const { html, url } = SITE_LISTINGS.find(({ why }) => why.includes("table")) as (typeof SITE_LISTINGS)[number];
  for (const headline of parseListing(html, url, OPTIONS)?.headlines ?? [])
    expect(headline.publishedIso).toBe("2026-11-22T19:10:00+03:00");
});

test("what screen readers are told of a video is no part of its title, whatever its class", () => {
  const told = (title: string) =>
    `<span class="x1">فيديو, </span><span>${title}</span><span class="x1">, المدة 1,24</span>`;
  const cards = SHOWN.map(({ path, title }) => `<li><h2><a href="${path}"><span>${told(title)}</span></a></h2></li>`);
  expect(read(newsPage(`<ul>${cards.join("")}</ul>`)).headlines.map(({ title }) => title)).toEqual(
    SHOWN.map(({ title }) => title),
  );
});

test("a sidebar that is longer than the news is still none", () => {
  const [card] = Object.values(CARDS) as [NonNullable<(typeof CARDS)[string]>];
  expect(
    seen(read(newsPage(card(SHOWN[3] as (typeof SHOWN)[number], 3)).replace(/<div class="breaking-news">.*/, ""))),
  ).toEqual([expected[3]]);
});

test("classes that name the whole page or a card say nothing against it", () => {
  const card = CARDS["a link in a heading"] as NonNullable<(typeof CARDS)[string]>;
  const cards = SHOWN.map(
    (shown, index) => `<div class="post tag-popular related promo">${card(shown, index)}</div>`,
  ).join("");
  const page = newsPage(cards).replace('class="site-wrapper', 'class="site-wrapper menu sidebar comments');
  expect(seen(read(page))).toEqual(expected);
});

test("without an address links are read by the page's own base", () => {
  const page = `<base href="https://marfa.example/x/">${SHOWN.map(({ title }, index) => `<h3><a href="story-${index}-of-the-day">${title}</a></h3>`).join("")}`;
  expect(parseListing(page, "file:///home/page.html", OPTIONS)?.headlines.map(({ url }) => url)).toEqual(
    SHOWN.map((_, index) => `https://marfa.example/x/story-${index}-of-the-day`),
  );
});

test("links to the site's other name are its own, by what the page says of itself", () => {
  const page = newsPage(SHOWN.map(CARDS["a link in a heading"] as never).join(""))
    .replace("</head>", '<link rel="canonical" href="https://harbour.example/"></head>')
    .replaceAll('href="/', 'href="https://harbour.example/');
  expect(read(page).headlines.map(({ url }) => url)).toEqual(SHOWN.map(({ path }) => `https://harbour.example${path}`));
});

test("a word of a title is no time of its article", () => {
  const titles = ["اجتماع أمس ينتهي بلا بيان ختامي", "ماذا جرى في 11/9/2001 كما يرويه شهود"];
  const cards = titles.map(
    (title, index) =>
      `<article><a href="/story-${index}-today"><h3><i class="live">مباشر</i> ${title}</h3></a><p>في 3 دقائق</p></article>`,
  );
  expect(read(newsPage(cards.join(""))).headlines.slice(-2)).toMatchObject(
    titles.map((title) => ({ title, publishedAt: null })),
  );
});

describe("selectors", () => {
  const page = newsPage(
    `<ul><li class="n"><b>عنوان قصير</b><a class="go" href="/n/1">اقرأ</a><time datetime="2026-11-20T07:00:00Z">الجمعة</time></li>
     <li class="n"><b>عنوان آخر</b><a class="go" href="/n/2">اقرأ</a></li><li class="n"><b>مكرر</b><a class="go" href="/n/2#x">اقرأ</a></li><li class="n"><b>بلا رابط</b></li></ul>
     ${SHOWN.map(CARDS["a link in a heading"] as never).join("")}`,
  );

  test("alone decide", () =>
    expect(read(page, { selectors: { card: "li.n", link: "a.go", title: "b" } }).headlines).toMatchObject([
      { url: "https://www.marfa.example/n/1", title: "عنوان قصير", publishedIso: "2026-11-20T07:00:00+00:00" },
      { url: "https://www.marfa.example/n/2", title: "عنوان آخر", publishedIso: null },
    ]));

  test("may name only the card, or the link itself", () => {
    expect(read(page, { selectors: { card: ".post" } }).headlines.map(({ title }) => title)).toEqual(
      SHOWN.map(({ title }) => title),
    );
    expect(read(page, { selectors: { card: ".post h2 a" } }).headlines.map(({ title }) => title)).toEqual(
      SHOWN.map(({ title }) => title),
    );
  });

  test("that are none give nothing", () => {
    for (const card of ["", "li[", "::before", "li:nope(1)"])
      expect(read(page, { selectors: { card } }).headlines).toEqual([]);
  });
});

test("a page beyond all bounds is undefined", () =>
  expect(parseListing("<div>".repeat(100_000), SITE, OPTIONS)).toBeUndefined());

test.each([
  {
    why: "thirty thousand links",
    html: Array.from(
      { length: 30_000 },
      (_, index) => `<a href="/story-number-${index}">عنوان الخبر رقم ${index} في القائمة</a>`,
    ).join(""),
  },
  {
    why: "thirty thousand cards",
    html: Array.from(
      { length: 15_000 },
      (_, index) => `<div><h3><a href="/story-number-${index}">عنوان الخبر رقم ${index} في القائمة</a></h3></div>`,
    ).join(""),
  },
  { why: "a link of two megabytes", html: `<a href="/story-number-1">${"كلمة ".repeat(400_000)}</a>` },
  {
    why: "a class and an address of a megabyte",
    html: `<a class="${"nav ".repeat(250_000)}" href="/${"a".repeat(1_000_000)}">خبر طويل العنوان جدا اليوم</a>`,
  },
  { why: "deep cards", html: `${"<div><span>".repeat(190)}<a href="/story-number-1">خبر في عمق الصفحة السحيق</a>` },
])("ends soon on $why", { timeout: 20_000 }, ({ html }) => {
  const listing = parseListing(`<body>${html}`, SITE, OPTIONS);
  expect(listing?.headlines.length ?? 0).toBeLessThanOrEqual(300);
});

const source = newsPage(
  Object.values(CARDS)
    .map((card, index) => card(SHOWN[index % SHOWN.length] as (typeof SHOWN)[number], index))
    .join(""),
);

test("a damaged page never throws, and what it gives is sound", () => {
  const edit = fc.tuple(
    fc.nat(source.length),
    fc.nat(80),
    fc.constantFrom("", "<", ">", "</a>", "<a href=", '"', "<h2>", "</div>", "<nav>", "&#0;", "\ud800", "<!--"),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const html = edits.reduce(
        (text, [at, dropped, added]) => text.slice(0, at) + added + text.slice(at + dropped),
        source,
      );
      const { headlines } = read(html);
      const keys = headlines.map(({ url }) => canonicalUrl(url));
      expect(new Set(keys).size).toBe(keys.length);
      for (const { url, title, publishedAt } of headlines) {
        expect(url).toMatch(/^https?:/);
        expect(title).toMatch(/^\S[^\n]{3,}$/);
        if (publishedAt !== null) expect(publishedAt).toBeLessThanOrEqual(NOW);
      }
    }),
    { numRuns: 60 },
  );
});
