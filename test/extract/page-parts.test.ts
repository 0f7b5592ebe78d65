import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";

const options = { sourceId: "s", timeZone: "Africa/Algiers", now: Date.parse("2026-11-23T12:00:00+01:00") };
const TITLE = "قطار الجبل يعود إلى محطته القديمة بعد عشرين عاما";
const TOLD = [
  "عاد قطار الجبل صباح أمس إلى محطته القديمة بعد عشرين عاما من توقفه، واستقبله الأهالي بالزغاريد والحلوى.",
  "وقال رئيس المحطة إن الرحلة إلى الساحل تستغرق ساعتين، وإن التذكرة بثمن رغيفين لمن يسكن القرى.",
];
const prose = TOLD.map((text) => `<p>${text}</p>`).join("");
const read = (body: string, head = `<title>${TITLE}</title>`) =>
  extractArticle(`<html><head>${head}</head><body>${body}</body></html>`, "https://jabal.example/n/7", options);
const ticker = '<div><a href="/n/1">وزير الزراعة يزور مزارع التفاح في الوادي الأخضر</a></div>';

test.each([
  ["13 جانفي 2026 08:44", "2026-01-13T08:44:00+01:00"],
  ["الجمعة 6 فيفري 2026 - 16:22", "2026-02-06T16:22:00+01:00"],
  ["الاثنين 27 جويلية 2026 | 1932 قراءة", "2026-07-27"],
  ["القراءات: 2045 · 4 أوت 2026", "2026-08-04"],
  ["1340 مشاهدة | 25 شتنبر 2026 | 19:05", "2026-09-25T19:05:00+01:00"],
  ["نُشر في 12 غشت 2026 على الساعة 9:30 صباحا", "2026-08-12T09:30:00+01:00"],
])("a date line, over the headline and behind a list of news: %s", (line, iso) =>
  expect(
    read(`${ticker}<div class="it"><span>${line}</span><h2>${TITLE}</h2><div class="tx">${prose}</div></div>`)
      ?.publishedIso,
  ).toBe(iso),
);

test("a date below the linked headline of another story is that story's", () => {
  const other = `<div><a href="/n/1">وزير الزراعة يزور مزارع التفاح في الوادي الأخضر</a><p>3 مارس 2026</p></div>`;
  expect(read(`${other}<h1>${TITLE}</h1><div>${prose}</div>`)?.publishedIso).toBeNull();
});

test.each([
  "https://jabal.example/assets/defaults/share.jpg",
  "https://jabal.example/img/placeholder/wide.png",
  "https://jabal.example/static/no-image/1200.jpg",
  "https://jabal.example/media/default-share.jpg",
  "https://jabal.example/images/fallback.png",
])("a picture for pages without one is no picture of the article: %s", (image) =>
  expect(
    read(
      `<h1>${TITLE}</h1><img src="${image}"><div>${prose}</div>`,
      `<title>${TITLE}</title><meta property="og:image" content="${image}">`,
    )?.imageUrl,
  ).toBeNull(),
);

test("the portrait of who wrote it is no picture of the article", () => {
  const portrait = '<div class="author-card"><img src="/p/mona-salem.jpg" width="300"><b>منى السالم</b></div>';
  const head = `<title>${TITLE}</title><meta property="og:image" content="https://jabal.example/p/mona-salem.jpg">`;
  expect(read(`<main><h1>${TITLE}</h1>${portrait}<div>${prose}</div></main>`, head)?.imageUrl).toBeNull();
  expect(
    read(`<main><h1>${TITLE}</h1>${portrait}<img src="/p/train.jpg"><div>${prose}</div></main>`, head)?.imageUrl,
  ).toBe("https://jabal.example/p/train.jpg");
});

const rows = TOLD.map((text) => `<tr><td><p class="MsoNormal"><span lang="AR-SA">${text}</span></p></td></tr>`).join(
  "",
);
test.each([
  ["its home link says", `<title>مرايا الجبل - ${TITLE}</title>`, '<a href="/">مرايا الجبل</a>'],
  [
    "the picture in its home link says",
    `<title>مرايا الجبل | ${TITLE}</title>`,
    '<a href="https://jabal.example"><img src="/logo.png" alt="مرايا الجبل"></a>',
  ],
  ["begins as names of outlets do", `<title>صحيفة الجبل - ${TITLE}</title>`, ""],
])("a title of a page without headings is without the site's name in front, which %s", (_, head, home) =>
  expect(read(`${home}<table><tr><td><a href="/s/1">أخبار</a></td></tr>${rows}</table>`, head)?.title).toBe(TITLE),
);

test("a city in front of a title is part of it", () =>
  expect(read(`<div>${prose}</div>`, `<title>وهران - ${TITLE}</title>`)?.title).toBe(`وهران - ${TITLE}`));
