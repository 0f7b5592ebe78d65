import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";

const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };
const TITLE = "نحالو الوادي يبيعون العسل في سوق الخميس";
const TOLD = [
  "باع نحالو الوادي صباح أمس أول عسل الموسم في سوق الخميس، وقالوا إن الأزهار جاءت هذا العام قبل موعدها بأسبوعين.",
  "وقال رئيس الجمعية إن كل خلية أعطت نصف ما أعطت في العام الماضي، لكن السعر عوض ما نقص.",
  "وتعد الجمعية دورة للمبتدئين في الشتاء، وتعير كل مشارك خليتين حتى الربيع.",
];
const prose = TOLD.map((text) => `<p>${text}</p>`).join("");
const read = (below: string, among = "") =>
  extractArticle(
    `<html><head><title>${TITLE}</title></head><body><div class="main"><h1>${TITLE}</h1><div class="tx">${prose}${among}</div></div>${below}</body></html>`,
    "https://wadi.example/n/7",
    options,
  );
const paths = (below: string) => read(below)?.related.map(({ url }) => new URL(url).pathname);

const link = (path: string, text: string) => `<a href="${path}">${text}</a>`;
const own = [link("/n/61", "مزارعو اللوز ينتظرون النحل كل ربيع"), link("/n/62", "كيف يعرف المشتري العسل الصافي؟")];
const latest = [
  link("/n/91", "الحافلات تغير مسارها في عطلة نهاية الأسبوع"),
  link("/n/92", "معرض الخط يفتح أبوابه لتلاميذ المدارس"),
  link("/n/93", "فريق الساحل يتعادل على أرضه مع ضيفه"),
  link("/n/94", "المجلس البلدي يناقش موازنة العام المقبل"),
];
const list = (links: readonly string[]) => `<ul>${links.map((one) => `<li>${one}</li>`).join("")}</ul>`;

test.each([
  [
    "bare links behind a heading, not those of the heading before",
    `<div class="c"><h4>الأكثر مشاهدة</h4>${latest.join("\n")}<h4>أخبار ذات صلة</h4>${own.join("\n")}</div>`,
  ],
  [
    "not those of the heading behind",
    `<div class="c"><h4>أخبار ذات صلة</h4>${own.join("\n")}<h4>الأكثر مشاهدة</h4>${latest.join("\n")}</div>`,
  ],
  [
    "a heading over words alone leads to no other heading's links",
    `<div class="c"><section><h2>مواضيع ذات صلة</h2>${list(own)}</section><section><h2>موضوعات متعلقة بالخبر</h2>${list([link("/words/1", "زراعة")])}</section><section><h2>قصص الساعة</h2>${list(latest)}</section></div>`,
  ],
  [
    "what is picked beside what is most read is the site's",
    `<h3>موضوعات ذات صلة</h3>${list(own)}<div class="col"><h3>الأكثر قراءة</h3>${list(latest.slice(2))}<h3>اخترنا لك</h3>${list(latest.slice(0, 2))}</div>`,
  ],
  [
    "press releases like it",
    `<aside class="promo"><h3>بيانات صحفية مشابهة</h3>${own.map((one) => `<div>${one}</div>`).join("")}</aside><section><h3>أحدث الأخبار</h3>${latest.join("\n")}</section>`,
  ],
  [
    "cards whose titles beside the links are headings",
    `<div class="c"><h3>أخبار ذات صلة</h3><div class="g"><div><a href="/n/61" title="مزارعو اللوز ينتظرون النحل"><img src="/1.jpg"></a><h4>مزارعو اللوز ينتظرون النحل</h4></div><div><a href="/n/62" title="كيف يعرف المشتري العسل؟"><img src="/2.jpg"></a><h4>كيف يعرف المشتري العسل؟</h4></div></div></div>`,
  ],
  [
    "a heading whose words stand in an element of their own",
    `<div class="c"><h3><div>أخبار ذات صلة</div></h3><div class="g">${own.map((one) => `<div>${one}</div>`).join("")}</div></div>`,
  ],
])("related links: %s", (_, below) => expect(paths(below)).toEqual(["/n/61", "/n/62"]));

test.each([
  "شروحات ذات صلة",
  "أخبار لها علاقة",
  "قصص متصلة",
  "حكايات مشابهة",
  "من الملف نفسه",
  "مقالات أخرى في نفس السياق",
  "له صلة",
  "قد يثير فضولك",
  "قد تحبين أيضًا",
  "تابع القراءة",
  "إقراء أيضاً",
])("related links: under «%s»", (heading) =>
  expect(paths(`<div class="c"><h3>${heading}</h3>${list(own)}</div>`)).toEqual(["/n/61", "/n/62"]),
);

test("a heading that says nothing known leads to related links where most of their titles have words of the article", () => {
  const under = (heading: string, links: readonly string[]) =>
    paths(`<div class="c"><h3>${heading}</h3>${list(links)}</div>`);
  expect(under("سوق الوادي", own)).toEqual(["/n/61", "/n/62"]);
  expect(under("سوق الوادي", latest.slice(0, 3))).toEqual([]);
  for (const heading of ["الأكثر قراءة", "أهم الأخبار", "آخر المستجدات", "أخبار عاجلة", "المزيد من الأخبار"])
    expect(under(heading, own)).toEqual([]);
  expect(paths(`<aside><h3>سوق الوادي</h3>${list(own)}</aside>`)).toEqual([]);
  expect(under("من الكاتب نفسه", latest)).toEqual([]);
});

test("stories whose address is a number behind the home page are stories; the home page is none", () =>
  expect(
    read(
      `<h3>أخبار ذات صلة</h3>${list([link("/?p=61", "مزارعو اللوز ينتظرون النحل كل ربيع"), link("/", "الصفحة الأولى من جريدة الوادي")])}`,
    )?.related.map(({ url }) => url),
  ).toEqual(["https://wadi.example/?p=61"]));

test("all links that stand one by one behind the heading are its list", () => {
  const links = [...own, ...latest].map((one) => `<div class="s">${one}</div>`).join("");
  expect(paths(`<div><h3>أخبار ذات صلة</h3>${links}</div>`)).toHaveLength(6);
});
