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
  expect(performance.now() - startedAt).toBeLessThan(5000); // a bound against hanging, not a timing
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
