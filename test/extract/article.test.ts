import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { explainArticle, extractArticle } from "../../src/extract/article.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/articles");
const NOW = Date.parse("2026-11-23T12:00:00+03:00");
const cases = globSync("*/*/source.html", { cwd: FIXTURES }).map((file) => {
  const folder = join(FIXTURES, dirname(file));
  const json = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  return {
    name: dirname(file),
    html: readFileSync(join(FIXTURES, file), "utf8"),
    page: json("page.json"),
    expected: json("expected.json"),
  };
});
const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: NOW };

test.each(cases)("$name: the article without its furniture, and its related links", ({ html, page, expected }) => {
  const draft = extractArticle(html, page.url, { ...options, timeZone: page.timeZone });
  expect(draft).toMatchObject(expected);
});

test("a change after publication is told apart from it", () => {
  const { html, page } = cases.find(({ name }) => name.startsWith("wordpress")) as (typeof cases)[0];
  const draft = extractArticle(html, page.url, options);
  expect(draft?.updatedAt).toBe(Date.parse("2026-11-20T09:00:00+03:00"));
  expect(draft?.url).toBe("https://sada-alwaha.example/ship-hydrogen/?utm_source=feed");
  expect(draft?.language).toBe("ar");
});

test("a canonical address of another site is not believed", () => {
  const html =
    '<html><head><link rel="canonical" href="https://thief.example/a"></head><body><h1>عنوان الخبر الطويل هنا</h1><p>نص الخبر الذي يكفي ليكون فقرة كاملة، وفيه ما يدل على أنه خبر حقيقي.</p></body></html>';
  expect(extractArticle(html, "https://honest.example/a", options)?.url).toBe("https://honest.example/a");
});

test("a heading of the first rank is the headline below other text too: a column has who wrote it above", () => {
  const html = `<html><body><main><p>كاتبة وروائية من بلدة السهل، صدرت لها خمس روايات ومجموعة قصص.</p><h1>أسماء على الجدران</h1>
    <p>لا أعرف لماذا نكتب عن المدن كما لو أنها غرباء نلتقي بهم للمرة الأولى، وهي التي ربتنا على صوت الباعة.</p>
    <p>المدينة لا تموت حين تهدم بيوتها، بل حين ينسى أهلها أسماء شوارعها ويكتفون بأرقامها.</p></main></body></html>`;
  const draft = extractArticle(html, "https://a.example/1", options);
  expect(draft?.title).toBe("أسماء على الجدران");
  expect(draft?.paragraphs).not.toContain("أسماء على الجدران");
});

test("pages of words and people are no related stories", () => {
  const related = ["/node/7", "/taxonomy/term/44", "/hashtag/transport", "/user/3"].map(
    (path) => `<li><a href="${path}">أخبار النقل والمواصلات في بلدة السهل</a></li>`,
  );
  const html = `<html><body><article><h1>الحافلات تعود إلى السهل</h1><p>عادت الحافلات إلى بلدة السهل صباح أمس بعد عامين من توقفها بسبب نقص الوقود.</p>
    <p>وقال مدير الخط إن ست حافلات ستعمل كل يوم بين البلدة والساحل.</p></article><h3>مواضيع ذات صلة</h3><ul>${related.join("")}</ul></body></html>`;
  expect(extractArticle(html, "https://a.example/1", options)?.related.map(({ url }) => url)).toEqual([
    "https://a.example/node/7",
  ]);
});

test("every block is explained, and what is kept is the text", () => {
  for (const { html, page, expected } of cases) {
    const explained = explainArticle(html, page.url, options);
    expect(explained.filter((block) => block.kept).map((block) => block.text)).toEqual(expected.paragraphs);
    for (const block of explained) expect(block.reason).not.toBe("");
  }
});

test.each([
  ["nothing", ""],
  ["a menu", "<nav><a href='/'>الرئيسية</a></nav>"],
  ["tags nested beyond all bounds", "<div>".repeat(100_000)],
  ["more tags than a page has", "<p>خبر</p>".repeat(200_000)],
  ["a page of ten megabytes", `<p>${"نص ".repeat(4_000_000)}</p>`],
  ["an attribute of megabytes", `<p class="${"x ".repeat(2_000_000)}">a</p>`],
])("%s gives no article, quickly and without a fault", (_, html) => {
  const startedAt = performance.now();
  const draft = extractArticle(html, "https://a.example/1", options);
  expect(draft === undefined || draft.paragraphs.join("").length < 10).toBe(true);
  expect(performance.now() - startedAt).toBeLessThan(15_000); // a bound against hanging, not a timing
});

const pages = cases.map(({ html }) => html);
const mutation = fc.record({
  page: fc.constantFrom(...pages),
  cuts: fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom("", "<", ">", "</div>", "<div>", "&#x", '"', "<script>", "<!--", "\u0000", "خبر"),
    ),
    { maxLength: 8 },
  ),
});

test("a damaged page never throws", () => {
  fc.assert(
    fc.property(mutation, ({ page, cuts }) => {
      let html = page;
      for (const [place, length, put] of cuts) {
        const at = Math.floor(place * html.length);
        html = html.slice(0, at) + put + html.slice(at + length);
      }
      const draft = extractArticle(html, "https://a.example/1", options);
      for (const link of draft?.related ?? []) expect(link.url).toMatch(/^https?:\/\//);
    }),
    { numRuns: 150 },
  );
});

test("a check of facts is dated by itself, not by the claim that it looks into", () => {
  const linked = {
    "@graph": [
      {
        "@type": "ClaimReview",
        datePublished: "2026-11-20 15:44",
        itemReviewed: { "@type": "Claim", datePublished: "2026-11-07" },
      },
    ],
  };
  const html = `<head><script type="application/ld+json">${JSON.stringify(linked)}</script></head><body><h1>هل أغلقت بلدية مرفأ الساحل شوارعها؟</h1><p>تداول مستخدمون صورة قديمة، وقالوا إنها من مرفأ الساحل هذا الأسبوع.</p></body>`;
  expect(extractArticle(html, "https://a.example/1", options)?.publishedIso).toBe("2026-11-20T15:44:00+03:00");
});

const paragraphs = [
  "افتتح مجلس بلدة الكروم أمس مكتبة عامة تضم عشرة آلاف كتاب، وتفتح أبوابها حتى منتصف الليل.",
  "وقال أمين المكتبة إن الرفوف مرتبة كما طلب التلاميذ أنفسهم، وإن الإعارة مجانية لسكان البلدة.",
  "وكانت البلدة قد أغلقت مكتبتها القديمة في 12 مارس 2019 بعد أن تسرب إليها ماء المطر.",
];
const headline = "مكتبة جديدة تسهر مع تلاميذ الكروم";

test.each([
  ["its heading is of the second rank", `<h2>${headline}</h2>`],
  ["its heading is any element", `<div class="x1"><span>${headline}</span></div>`],
])("a title is found where %s", (_, heading) => {
  const html = `<title>صحيفة الكروم | ${headline}</title><h2>أقسام الصحيفة</h2><div>${heading}${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div>`;
  expect(extractArticle(html, "https://a.example/1", options)).toMatchObject({ title: headline, paragraphs });
});

test.each([
  `وزارة الثقافة - الأخبار - ${headline.split(" ").slice(0, 5).join(" ")}`,
  `${headline.split(" ").slice(0, 5).join(" ")}... | الكروم`,
])("a headline that the page's title cuts off is read from its heading: %s", (title) => {
  const html = `<title>${title}</title><h2>الأخبار</h2><div><h3>${headline}</h3><div>23/11/2026</div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div>`;
  const draft = extractArticle(html, "https://a.example/1", options);
  expect(draft).toMatchObject({ title: headline, paragraphs, publishedIso: "2026-11-23" });
});

test("a page that a script draws gives the text of its structured data", () => {
  const linked = { "@type": "NewsArticle", headline, articleBody: `<p>${paragraphs.join("</p><p>")}</p>` };
  const html = `<title>${headline}</title><div id="app">جارٍ التحميل</div><script type="application/ld+json">${JSON.stringify(linked)}</script>`;
  expect(extractArticle(html, "https://a.example/1", options)).toMatchObject({ title: headline, paragraphs });
});

test("lines of the structured data that are no text stay out, as those of the page do", () => {
  const more = ["اقرأ أيضا: سوق الكتب القديمة يعود إلى الكروم", "تابعونا على تلغرام", "تصوير: نبيل عمران"];
  const linked = { "@type": "NewsArticle", headline, articleBody: [...paragraphs, ...more].join("\n") };
  const html = `<title>${headline}</title><div id="app"></div><script type="application/ld+json">${JSON.stringify(linked)}</script>`;
  expect(extractArticle(html, "https://a.example/1", options)?.paragraphs).toEqual(paragraphs);
});

test("paragraphs may be elements of any kind", () => {
  const html = `<h1>${headline}</h1><div>${paragraphs.map((text) => `<div>${text}</div>`).join("")}</div>`;
  expect(extractArticle(html, "https://a.example/1", options)?.paragraphs).toEqual(paragraphs);
});

test("a part that begins with a heading of related links is no text, whatever is told in it", () => {
  const cards = ["قافلة كتب تصل إلى المدرسة", "مسابقة القراءة تعود إلى الكروم"].map(
    (title) =>
      `<div class="c"><a href="/n/${title.length}">${title} هذا الأسبوع</a><div>خلاصة قصيرة للخبر، وفيها جملة تامة عن القافلة وعن المدرسة.</div></div>`,
  );
  const html = `<h1>${headline}</h1><div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}<div><h4>مواضيع ذات صلة</h4><div>${cards.join("")}</div></div></div>`;
  const draft = extractArticle(html, "https://a.example/1", options);
  expect(draft?.paragraphs).toEqual(paragraphs);
  expect(draft?.related).toHaveLength(2);
});

test.each([
  ["«أمس» in a sentence is no time of publication", "", null],
  [
    "a time that says what it is comes first",
    "<p>آخر تحديث: 22 نوفمبر 2026</p><p>نشر في: 21 نوفمبر 2026</p>",
    "2026-11-21",
  ],
  ["a change is the time where no other is told", "<p>آخر تحديث: 22 نوفمبر 2026</p>", "2026-11-22"],
  [
    "a time beside the headline is the article's, one in a list of news is not",
    "<div><time datetime='2026-11-20'>قبل أيام</time></div>",
    "2026-11-20",
  ],
  ["a list of news has no time for it", "<span>السبت 21 نوفمبر 2026</span>", "2026-11-21"],
  ["a relative time needs no digit", "<span>منذ ساعتين</span>", "2026-11-23T10:00:00+03:00"],
])("of what is to be seen: %s", (_, dates, iso) => {
  const others = `<ul class="x"><li><time datetime="2026-11-19">19 نوفمبر</time> خبر آخر من أخبار اليوم</li></ul>`;
  const html = `${iso === null ? "" : others}<div><div><h1>${headline}</h1>${dates}<div>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div></div></div>`;
  expect(extractArticle(html, "https://a.example/1", options)?.publishedIso).toBe(iso);
});

test("without metadata the picture is the first that belongs to the article: no logo, no picture of another story", () => {
  const html = `<div><a href="/"><img src="/site.png"></a></div><div><img src="/wide/library.jpg"><h1>${headline}</h1>
    <a href="/n/2"><img src="/other.jpg"></a>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div><img src="/later.jpg">`;
  expect(extractArticle(html, "https://a.example/n/1", options)?.imageUrl).toBe("https://a.example/wide/library.jpg");
});
