import { load } from "cheerio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { boundedPage } from "../../src/extract/page-bounds.ts";

const LONG = "A".repeat(70_000);
const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join("");

test.each([
  ["double quotes", `<p>قبل</p><img src="data:image/png;base64,${LONG}" alt="صورة"><p>بعد</p>`],
  ["single quotes", `<p>قبل</p><img src='data:image/png;base64,${LONG}' alt="صورة"><p>بعد</p>`],
  ["no quotes", `<p>قبل</p><img src=data:image/png;base64,${LONG} alt="صورة"><p>بعد</p>`],
  ["with brackets in it", `<p>قبل</p><img src="<b>${LONG}>" alt="صورة"><p>بعد</p>`],
  ["in capital letters", `<p>قبل</p><IMG SRC = "${LONG}" alt="صورة"><p>بعد</p>`],
  ["twice in a tag", `<p>قبل</p><img src="${LONG}" data-page='{"a":"${LONG}"}' alt="صورة"><p>بعد</p>`],
])("a value without end in %s is left out, and the page is not", (_, html) => {
  const bounded = boundedPage(html) as string;
  expect(bounded.length).toBeLessThan(200);
  const $ = load(bounded);
  expect($("p").text()).toBe("قبلبعد");
  expect([$("img").attr("src"), $("img").attr("alt")]).toEqual(["", "صورة"]);
});

test("a long value that many pages have stays, and so does text that looks like one", () => {
  for (const html of [
    `<div data-page='{"a":"${"ا".repeat(60_000)}"}'>نص</div>`,
    `<script>x = "${LONG}"</script><p>قال: x="${LONG}"</p>`,
    `<script type="application/ld+json">{"articleBody":"${LONG}"}</script>`,
    `<p title="a > b">1 < 2</p><p title='"'>it's "</p>`,
  ])
    expect(boundedPage(html)).toBe(html);
});

test.each([
  ["attributes without values", `<div ${many(5000, (at) => `a${at} `)}>`],
  ["attributes with values", `<div ${many(5000, (at) => `a${at}="${at}"`)}>`],
  ["attributes that hold brackets", `<div ${many(5000, (at) => `a${at}=">"`)}>`],
  ["attributes that hold tags", `<div ${many(5000, (at) => `a${at}='<b>'`)}>`],
  ["tags that open within one another", many(40_000, (at) => `<a${at} `)],
  ["slashes", `<div${many(5000, (at) => `/a${at}`)}>`],
])("a page of a tag with thousands of %s is given up", (_, html) => {
  expect(boundedPage(html)).toBeUndefined();
});

const piece = fc.oneof(
  fc.constantFrom("<a ", "</a>", ">", "<", '"', "'", "=", " ", "/", "b", 'c="', "d='", "<!--", "-->", "<p>", "خبر"),
  fc.constantFrom(` e="${LONG}"`, ` f='${LONG}`, ` g=${LONG}`),
);

test("no value beyond the bound is left, and nothing else changes", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join("");
      const bounded = boundedPage(html);
      if (bounded === undefined) return;
      const [before, after] = [html, bounded].map((text) => load(text));
      const values = (after as NonNullable<typeof after>)("*")
        .toArray()
        .flatMap((element) => Object.values("attribs" in element ? element.attribs : {}));
      expect(values.every((value) => value.length <= 65_536)).toBe(true);
      expect(after?.text()).toBe(before?.text());
    }),
    { numRuns: 60 },
  );
});
