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
    `<p>قال: x="${LONG}"</p>`,
    `<script type="application/ld+json">{"articleBody":"${LONG}"}</script>`,
    `<p title="a > b">1 < 2</p><p title='"'>it's "</p>`,
  ])
    expect(boundedPage(html)).toBe(html);
});

test("programs and styles are left out, data are not", () => {
  const code = `<style>a>b{color:red}</style><script type="module">if (a<b) f("<p>")</script><SCRIPT>x</SCRIPT >`;
  expect(boundedPage(`${code}<p>نص</p>`)).toBe(
    `<style></style><script type="module"></script><SCRIPT></SCRIPT ><p>نص</p>`,
  );
  for (const html of [
    `<script type='application/ld+json'>{"headline":"<b>"}</script>`,
    `<script data-a="<" type="application/json">{}</script>`,
    `<script>window.__STATE__ = {"a":1};</script>`,
    `<script src="a.js"></script>`,
  ])
    expect(boundedPage(html)).toBe(html);
});

test.each([
  ["a comment", "<!-- <script> --><p>نص</p><script>x</script>"],
  ["a comment that a dash ends", "<!-- <style> --!><p>نص</p><style>x</style>"],
  ["a comment of a program", "<script><!-- <script> x </script> --></script><p>نص</p>"],
  ["a field", "<textarea><script></textarea><p>نص</p><script>x</script>"],
  ["the title", "<title>وسم <style></title><p>نص</p><style>x</style>"],
  ["a declaration", "<!x <script><p>نص</p><script>x</script>"],
  ["a value", `<p title="<script>">نص</p><script>x</script>`],
  ["another code's end", "<style>a</script>b</style><p>نص</p>"],
  ["a longer name", "<script>a</scripts>b</script><p>نص</p>"],
  ["a name that goes on", "<script=a><p>نص</p><script>x</script>"],
  ["a drawing, where it is empty", "<svg><style/></svg><p>نص</p><style>x</style>"],
  ["the end of nothing", "</- <script><p>نص</p><script>x</script>"],
])("the text behind what looks like code within %s stays", (_, html) => {
  expect(shownText(boundedPage(html) as string)).toBe(shownText(html));
  expect(shownText(html)).toContain("نص");
});

test("whatever a page is made of, its text stays when code is left out", () => {
  const piece = fc.constantFrom(
    ..."script style title textarea noscript template".split(" ").flatMap((name) => [`<${name}>`, `</${name}>`]),
    ...[
      "<!--",
      "-->",
      "--!>",
      "<!",
      "<p>",
      "</p>",
      "أ",
      "ب",
      "x<y",
      ">",
      '"',
      "'",
      "<a title='",
      "<script ",
      "</style/",
      "</-",
      "<style=",
      "<svg><style/></svg>",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const html = pieces.join("");
      const bounded = boundedPage(html);
      if (bounded !== undefined) expect(shownText(bounded)).toBe(shownText(html));
    }),
    { numRuns: 3000 },
  );
});

function shownText(html: string): string {
  const $ = load(html);
  $("script, style, title, textarea, noscript, iframe").remove();
  return $.root().text();
}

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
