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
  "https://jabal.example/ads/728.gif",
  "https://jabal.example/media/authors/salma.jpg",
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

const among = (inner: string, title = TITLE) =>
  extractArticle(
    `<head><title>${title}</title></head><body><main><h1>${title}</h1><div class="tx"><p>${TOLD[0]}</p>${inner}<p>${TOLD[1]}</p></div></main></body>`,
    "https://jabal.example/n/7",
    options,
  )?.paragraphs;
const forecast =
  '<div class="fx"><h5>توقعات الأيام الثلاثة - الساحل</h5><table><tr><th>الأحد</th><th>الاثنين</th><th>الثلاثاء</th></tr><tr><td>19° / 11°</td><td>17° / 9°</td><td>16° / 8°</td></tr><tr><td>صحو</td><td>غائم</td><td>ممطر</td></tr></table></div>';

test.each([
  ["the forecast in rows", forecast],
  [
    "the times of prayer in one line",
    '<div class="px"><span>مواقيت الصلاة في الساحل</span> الفجر 05:12 | الظهر 12:31 | العصر 15:20 | المغرب 17:48</div>',
  ],
  [
    "the times of prayer in a table",
    '<div class="px"><h4>مواقيت الصلاة اليوم</h4><table><tr><td>الفجر</td><td>05:12</td></tr><tr><td>الظهر</td><td>12:31</td></tr><tr><td>العصر</td><td>15:20</td></tr></table></div>',
  ],
  [
    "a poll without fields that is closed",
    '<div class="vx"><div>هل ستركب القطار؟</div><label>نعم، غدا</label><label>بعد حين</label><button>أرسل</button><div>انتهى التصويت في 3 نوفمبر</div></div>',
  ],
  ["who wrote it, as screen readers say it", "<ul><li>Author, منى السالم</li></ul>"],
])("within the text is none of it: %s", (_, inner) => expect(among(inner)).toEqual(TOLD));

test("the forecast is text where the headline is about it, and so is a table of prices", () => {
  expect(among(forecast, "حالة الطقس ودرجات الحرارة المتوقعة على الساحل هذا الأسبوع")).toContain("صحو | غائم | ممطر");
  const prices =
    '<div class="gx"><h4>أسعار التذاكر</h4><table><tr><td>الساحل</td><td>30</td></tr><tr><td>الجبل</td><td>45</td></tr></table></div>';
  expect(among(prices)).toContain("الساحل: 30");
});

test("a heading of topics is one of the text where paragraphs follow it", () => {
  const heading = "مواضيع متعلقة بالسلامة تنتظر جوابا";
  expect(among(`<h2>${heading}</h2>`)).toEqual([TOLD[0], heading, TOLD[1]]);
  expect(among(`<h2>${heading}</h2><ul><li><a href="/n/8">سائقو القطار يطلبون راحة بين رحلتين</a></li></ul>`)).toEqual(
    TOLD,
  );
});

const captions = [
  "تفتح الحاجة زينب شباك التذاكر قبل الفجر بنصف ساعة، كما كانت تفعل قبل عشرين عاما.",
  "يلمع الأطفال نوافذ العربة الأولى، وكل منهم يريد أن يجلس إلى جانبها في الرحلة القادمة.",
  "يقف السائق على الرصيف، ويعد الركاب بيده واحدا واحدا حتى يبلغ الأربعين.",
];
const slides = (count: (at: number) => string) =>
  captions
    .map(
      (text, at) =>
        `<figure><img src="/g/${at}.jpg" alt=""><figcaption>${count(at)}<div>${text}</div></figcaption></figure>`,
    )
    .join("");
const gallery = (count: (at: number) => string) =>
  read(`<section><h1>${TITLE}</h1><p>${TOLD[0]}</p></section><div class="sl">${slides(count)}</div>`)?.paragraphs;

test("captions that are counted are the text where they tell more than what stands above them", () => {
  expect(gallery((at) => `<span>${at + 1}/3</span>`)).toEqual([TOLD[0], ...captions]);
  expect(gallery((at) => `<span>${at + 1} من 3</span>`)).toEqual([TOLD[0], ...captions]);
  expect(gallery(() => "")).toEqual([TOLD[0]]);
});

test("a picture that is shown again and again only parts the news above", () => {
  const ticker = `<marquee>${["1", "2", "3"].map((n) => `<a href="/n/${n}">خبر</a><img src="/i/dot.png">`).join("")}</marquee>`;
  expect(read(`${ticker}<h1>${TITLE}</h1><div>${prose}</div>`)?.imageUrl).toBeNull();
});

test.each([
  [
    "the part of the site is a heading, too",
    `<h1>الأخبار</h1><div><h2>${TITLE}</h2><div>${prose}</div></div>`,
    "<title>الأخبار - وزارة النقل</title>",
  ],
  [
    "the name of the site is a heading that leads home",
    `<h1><a href="/">دفتر الجبل</a></h1><div><h3>${TITLE}</h3><div>${prose}</div></div>`,
    `<title>دفتر الجبل: ${TITLE}</title>`,
  ],
  [
    "nothing is called a heading, and the page by the outlet's name",
    `<table><tr><td><font size="5"><b>${TITLE}</b></font></td></tr><tr><td>${TOLD.join("<br><br>")}</td></tr></table>`,
    "<title>جريدة الجبل الإلكترونية</title>",
  ],
  ["the metadata say but a word", `<h1>${TITLE}</h1><div>${prose}</div>`, "<title>الخبر</title>"],
  [
    "the metadata say the site's name alone",
    `<h1>${TITLE}</h1><div>${prose}</div>`,
    '<title>دفتر الجبل</title><meta property="og:title" content="دفتر الجبل">',
  ],
])("the title of a page on which %s", (_, body, head) => expect(read(body, head)?.title).toBe(TITLE));

test("a mark of folding before a heading is not in its text", () =>
  expect(
    read(`<h1>${TITLE}</h1><details><summary><span class="ic">+</span>متى يعود؟</summary>${prose}</details>`)
      ?.paragraphs,
  ).toEqual(["متى يعود؟", ...TOLD]));

test("data of another article on the page are not this one's", () => {
  const told = (headline: string) =>
    read(
      `<h1>${TITLE}</h1><div><span>22 مارس 2026 - 14:10</span></div><div>${prose}</div>`,
      `<title>${TITLE}</title><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline, datePublished: "2026-11-20T07:00:00+01:00" })}</script>`,
    )?.publishedIso;
  expect(told("صيادو الخليج يشكون ارتفاع أسعار الوقود")).toBe("2026-03-22T14:10:00+01:00");
  expect(told("بعد عشرين عاما: قطار الجبل في محطته")).toBe("2026-11-20T07:00:00+01:00");
});

test("when a page was printed is not when it was published", () =>
  expect(
    read(
      `<h3>${TITLE}</h3><div>الأربعاء 8 تموز 2026 - 11:31 صباحا</div>${prose}<div>طُبع هذا الخبر من موقع الجبل بتاريخ 26/10/2026</div>`,
    ),
  ).toMatchObject({ publishedIso: "2026-07-08T11:31:00+01:00", paragraphs: TOLD }));

test("the time of day that a blog shows has the whole instant in its title", () =>
  expect(
    read(
      `<h3>${TITLE}</h3><div>${prose}</div><abbr class="published" itemprop="datePublished" title="2026-10-23T22:14:00+01:00">10:14 م</abbr>`,
    )?.publishedIso,
  ).toBe("2026-10-23T22:14:00+01:00"));
