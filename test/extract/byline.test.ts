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
  ["<span class='author'>wadi_admin</span>", null],
  ["<span class='author'>Super User</span>", null],
  ["<div class='hero__by'>تحقيق: منى السالم</div>", "منى السالم"],
  ["<span class='post-author'>بواسطة <a href='/u/7'>منى السالم</a></span><span>5 دقائق</span>", "منى السالم"],
  ["<div class='comment-author'>قارئ</div>", null],
  ["<span>كتبها سامر الخوري</span>", "سامر الخوري"],
  ["<div><span>العين ــ سامر الخوري</span><span>23 نوفمبر 2026 12:30 مساء</span></div>", "سامر الخوري"],
  ["<div><span>بغداد - ساحة الطيران</span><span>صورة</span></div>", null],
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
  ["<span class='writeBy'>كتب محمد علي - منى السالم</span>", "محمد علي - منى السالم"],
  ["<span class='written-by'>كتبت منى السالم</span>", "منى السالم"],
  ["<div class='au'>وحدة الاستقصاء</div>", "وحدة الاستقصاء"],
  ["<div class='auther'>أخبار الكروم - الرباط</div>", "أخبار الكروم - الرباط"],
  ["<p>كتابة: منى السالم — تصوير: نبيل عمران</p>", "منى السالم"],
  ["<p>أعدّه: محمد علي</p>", "محمد علي"],
  ["<p class='by'>22 نوفمبر 2026</p>", null],
])("who wrote it, by %s: %s", (shown, name) => expect(read(shown)?.byline ?? null).toBe(name));

test.each([
  ["<p><strong>كتب: محمد علي</strong></p>", "محمد علي"],
  ["<p>كتبت - منى السالم:</p>", "منى السالم"],
  ["<p><b>القاهرة – محمد علي</b></p>", "محمد علي"],
  ["<p>منى السالم – الرباط</p>", "منى السالم"],
  ["<p>عمان - الراصد - منى السالم</p>", "منى السالم"],
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
  ["an outlet as a person", linked({ author: person("كروم نيوز") }), "<p>بقلم منى السالم</p>", "منى السالم"],
  ["an organisation and nobody else", linked({ author: organisation("صحيفة الكروم") }), "", "صحيفة الكروم"],
  ["the publisher alone", linked({ author: organisation("الكروم"), publisher: organisation("الكروم") }), "", undefined],
  [
    "the outlet that the page's title ends with",
    `<title>${HEADLINE} | محليات | كروم بلس</title>${linked({ author: organisation("كروم بلس") })}`,
    "",
    undefined,
  ],
  [
    "a person that the page's title ends with",
    `<title>${HEADLINE} | محمد علي</title>${linked({ author: person("محمد علي") })}`,
    "",
    "محمد علي",
  ],
  [
    "a person beside an organisation",
    linked({ author: [organisation("صحيفة الكروم"), person("محمد علي")] }),
    "",
    "محمد علي",
  ],
  ["a person and a city", linked({ author: "محمد علي - القاهرة" }), "", "محمد علي"],
  ["two persons", linked({ author: [person("محمد علي"), person("منى السالم")] }), "", "محمد علي، منى السالم"],
  ["a person", linked({ author: person("محمد علي") }), "<div class='author'>فريق التحرير</div>", "محمد علي"],
])("structured data that name %s", (_, head, shown, name) => expect(read(shown, "", head)?.byline).toBe(name ?? null));

test("who wrote it may stand behind the text, as blogs have it; not beside other articles", () => {
  const below = (html: string) =>
    extractArticle(
      `<body><main><h1>${HEADLINE}</h1><div>${prose}${Array.from({ length: 30 }, (_, shelf) => `<p>وعلى الرف رقم ${shelf} كتب في ${shelf + 3} لغات.</p>`).join("")}</div>${html}</main></body>`,
      "https://a.example/1",
      options,
    )?.byline;
  const posted =
    "<div class='post-foot'>مرسلة بواسطة <span itemprop='author'><a rel='author'>منى السالم</a></span></div>";
  const card = "<h4>اقرأ أيضا</h4><div><a href='/n/1'>خبر</a> <a rel='author' href='/u/3'>نبيل عمران</a></div>";
  expect(below(posted + card)).toBe("منى السالم");
  expect(below(card)).toBeNull();
});

test("a page that a script draws names its author in its data", () => {
  const data = {
    props: { article: { title: HEADLINE, author: { name: "منى السالم" }, body: PARAGRAPHS.join("\n\n") } },
  };
  const html = `<head><title>${HEADLINE}</title></head><body><div id="app"></div><script type="application/json">${JSON.stringify(data)}</script></body>`;
  const draft = extractArticle(html, "https://a.example/1", options);
  expect(draft?.paragraphs).toEqual(PARAGRAPHS);
  expect(draft?.byline).toBe("منى السالم");
});
