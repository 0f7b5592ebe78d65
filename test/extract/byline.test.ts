import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";

const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };
const HEADLINE = "مكتبة جديدة تسهر مع تلاميذ الكروم";
const PARAGRAPHS = [
  "افتتح مجلس بلدة الكروم أمس مكتبة عامة تضم عشرة آلاف كتاب، وتفتح أبوابها حتى منتصف الليل.",
  "وقال أمين المكتبة إن الرفوف مرتبة كما طلب التلاميذ أنفسهم، وإن الإعارة مجانية لسكان البلدة.",
];
const prose = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
const read = (shown: string, inText = "", head = "") =>
  extractArticle(
    `<head>${head}</head><body><main><h1>${HEADLINE}</h1>${shown}<div>${inText}${prose}</div></main></body>`,
    "https://a.example/1",
    options,
  );
const linked = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: HEADLINE, ...value })}</script>`;
const organisation = (name: string) => ({ "@type": "Organization", name });
const person = (name: string) => ({ "@type": "Person", name });

test.each([
  ["<p class='cap'>كتب الناس أسماءهم على الجدار</p>", null],
  ["<p>كتبت: منى السالم</p>", "منى السالم"],
  ["<p>بقلم منى السالم | الساحل</p>", "منى السالم"],
  ["<section id='article-byline'><b>Article information</b></section>", null],
  ["<span class='author'>admin</span>", null],
  ["<span class='post-author'>بواسطة <a href='/u/7'>منى السالم</a></span><span>5 دقائق</span>", "منى السالم"],
  ["<div class='comment-author'>قارئ</div>", null],
  ["<span>كتبت - منى السالم:</span>", "منى السالم"],
  ["<div class='byline'>القاهرة – محمد علي</div>", "محمد علي"],
  ["<div class='byline'>بيروت ـ سامر الخوري</div>", "سامر الخوري"],
  ["<div class='byline'>محمد علي – القاهرة</div>", "محمد علي"],
  ["<div class='byline'>أبو ظبي - سامر الخوري - وكالات</div>", "سامر الخوري"],
  ["<div class='author'>هدى سليم (رويترز)</div>", "هدى سليم"],
  ["<div class='author'>لندن - رويترز</div>", "رويترز"],
  ["<p class='author'>تصوير: نبيل عمران</p>", null],
  ["<p class='author'>عدسة نبيل عمران</p>", null],
  ["<p>كتب: محمد علي - تصوير: نبيل عمران</p>", "محمد علي"],
  ["<p>كتب: محمد علي عدسة: نبيل عمران</p>", "محمد علي"],
  ["<p><strong>كتب - محمد علي</strong></p>", "محمد علي"],
  ["<p>كتبت – منى السالم</p>", "منى السالم"],
  ["<p>كتب/ محمد علي</p>", "محمد علي"],
  ["<p>بقلم: د. محمد علي</p>", "د. محمد علي"],
  ["<p>كتب: محمد علي ومنى السالم</p>", "محمد علي ومنى السالم"],
  ["<p>كتب: محمد علي، منى السالم</p>", "محمد علي، منى السالم"],
  ["<p>كتب: محمد علي، القاهرة</p>", "محمد علي"],
  [
    "<div><a rel='author' href='/a/1'>محمد علي</a> و<a rel='author' href='/a/2'>منى السالم</a></div>",
    "محمد علي، منى السالم",
  ],
  [
    "<div class='by'><span class='author'>محمد علي</span><span class='author'>منى السالم</span></div>",
    "محمد علي، منى السالم",
  ],
  ["<div><a href='/author/7'><img alt=''></a><a href='/author/7'>محمد علي</a></div>", "محمد علي"],
  ["<div class='author'>كتب <b>محمد علي</b></div>", "محمد علي"],
])("who wrote it, by %s: %s", (shown, name) => expect(read(shown)?.byline ?? null).toBe(name));

test.each([
  ["<p><strong>كتب: محمد علي</strong></p>", "محمد علي"],
  ["<p>كتبت - منى السالم:</p>", "منى السالم"],
  ["<p><b>القاهرة – محمد علي</b></p>", "محمد علي"],
  ["<div>الرياض: منى السالم</div>", "منى السالم"],
])("a line before the first paragraph that says who wrote it is no text: %s", (line, name) => {
  const draft = read("", line);
  expect(draft?.byline).toBe(name);
  expect(draft?.paragraphs).toEqual(PARAGRAPHS);
});

test("a heading of a city and two words is a heading", () => {
  expect(read("", "<h3>غزة: جوع وحصار</h3>")).toMatchObject({
    byline: null,
    paragraphs: ["غزة: جوع وحصار", ...PARAGRAPHS],
  });
});

test.each(["القاهرة – من شرفة قديمة", "الجزء الأول – بداية الحكاية"])(
  "a line that only looks alike names nobody, and is text: %s",
  (line) => {
    const draft = read("", `<p>${line}</p>`);
    expect(draft?.byline).toBeNull();
    expect(draft?.paragraphs).toContain(line);
  },
);

test.each([
  [
    "an organisation",
    linked({ author: organisation("صحيفة الكروم") }),
    "<div class='author'>منى السالم</div>",
    "منى السالم",
  ],
  [
    "the publisher as a person",
    linked({ author: person("صحيفة الكروم"), publisher: organisation("صحيفة الكروم") }),
    "<p>كتبت: منى السالم</p>",
    "منى السالم",
  ],
  [
    "the site",
    `<meta name="author" content="الكروم"><meta property="og:site_name" content="الكروم">`,
    "<p>بقلم منى السالم</p>",
    "منى السالم",
  ],
  ["a desk", linked({ author: person("فريق التحرير") }), "<p>بقلم منى السالم</p>", "منى السالم"],
  ["an organisation and nobody else", linked({ author: organisation("صحيفة الكروم") }), "", "صحيفة الكروم"],
  [
    "a person beside an organisation",
    linked({ author: [organisation("صحيفة الكروم"), person("محمد علي")] }),
    "",
    "محمد علي",
  ],
  ["a person and a city", linked({ author: "محمد علي - القاهرة" }), "", "محمد علي"],
  ["two persons", linked({ author: [person("محمد علي"), person("منى السالم")] }), "", "محمد علي، منى السالم"],
  ["a person", linked({ author: person("محمد علي") }), "<div class='author'>فريق التحرير</div>", "محمد علي"],
])("structured data that name %s", (_, head, shown, name) => expect(read(shown, "", head)?.byline).toBe(name));
