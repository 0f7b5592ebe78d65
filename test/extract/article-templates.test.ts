import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";
import { STORY, TEMPLATE_URL, TEMPLATES } from "./article-templates.ts";

const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };

test.each(Object.entries(TEMPLATES))("%s: title, text, day, picture and related links", (_, html) => {
  const draft = extractArticle(html, TEMPLATE_URL, options);
  expect(draft?.title).toBe(STORY.title);
  expect(draft?.paragraphs).toEqual(STORY.paragraphs);
  expect(draft?.publishedIso?.slice(0, 10)).toBe(STORY.day);
  expect(draft?.imageUrl?.split("?")[0]).toBe(STORY.image);
  expect(draft?.related.map(({ url }) => new URL(url).pathname)).toEqual(STORY.related);
});

const text = STORY.paragraphs.filter((paragraph) => paragraph.endsWith("."));
const menu = Array.from(
  { length: 60 },
  (_, at) => `<li><a href="/n/${at}">الخبر رقم ${at} عن أمر من أمور البلدة والناس في الساحل</a></li>`,
).join("");
const shortPage = (wrapper: string, after: string) =>
  `<title>${STORY.title}</title><ul>${menu}</ul><div><h1>${STORY.title}</h1><div class="${wrapper}">${text.map((paragraph) => `<p>${paragraph}</p>`).join("")}</div>${after}</div>`;
const readText = (html: string) => extractArticle(html, "https://news.example/n/77", options)?.paragraphs;

test.each(["print-area", "popup-content", "breaking news", "widget", "modal-body", "weather", "poll-story", "tags-7"])(
  "a short article on a page full of links is its text, though it stands in «%s»",
  (wrapper) => expect(readText(shortPage(wrapper, ""))).toEqual(text),
);

const comments = [
  "والله خبر يفرح القلب، نتمنى أن يعود كل عامل إلى عمله في أقرب وقت ممكن يا رب العالمين.",
  "كنت أعمل فيه قبل عشرين عاما، وأذكر رائحة الورق كل صباح، شكرا لكل من ساهم في عودته.",
  "المهم أن تبقى الأجور كما وعدوا، فقد سمعنا مثل هذا الكلام مرات كثيرة ولم نر شيئا يتغير.",
  "هل من وظائف لأبناء القرى المجاورة؟ نرجو من الإدارة أن تعلن عن ذلك بوضوح في الصحيفة.",
  "خطوة في الطريق الصحيح، والباقي على الحكومة أن تحمي الصناعة من الإغراق ومن التهريب.",
].map((comment) => `<div><b>أبو أحمد</b><p>${comment}</p></div>`);

const consent = `<p>${"نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتحسين تجربتك، وقياس الزيارات، وعرض إعلانات تناسبك. ".repeat(9)}</p>`;

test.each(["<div id='cookie-consent'>", "<aside>", "<dialog open>"])(
  "a notice in %s is no text, however long",
  (tag) => {
    expect(readText(shortPage("body", `${tag}${consent}`))).toEqual(text);
  },
);

test.each([
  ["called comments", `<div class="comments-list">${comments.join("")}</div>`],
  ["under a heading", `<div><h4>تعليقات القراء</h4>${comments.join("")}</div>`],
])("comments %s are no text, though they are longer than the article", (_, after) => {
  expect(readText(shortPage("body", after))).toEqual(text);
});
