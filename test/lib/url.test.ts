import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absoluteUrl, canonicalUrl, sameSite } from "../../src/lib/url.ts";

const BASE = "https://news.example/section/page.html";
const SLUG = "أخبار-عاجلة";
const ENCODED = "%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84%D8%A9";

describe("absoluteUrl", () => {
  test.each([
    { href: "/a/1", url: "https://news.example/a/1", why: "a path from the root" },
    { href: "2.html", url: "https://news.example/section/2.html", why: "a path from the page" },
    { href: "//cdn.example/x", url: "https://cdn.example/x", why: "the page's scheme" },
    { href: "  ?id=7 ", url: "https://news.example/section/page.html?id=7", why: "a query, with spaces around" },
    { href: `/${SLUG}`, url: `https://news.example/${ENCODED}`, why: "raw Arabic" },
    { href: "HTTP://Example.COM:80/A", url: "http://example.com/A", why: "a host in capitals and a default port" },
    { href: "/a\n/b", url: "https://news.example/a/b", why: "a line break within" },
    { href: "https://جريدة.example/", url: "https://xn--ogbfjh9j.example/", why: "an Arabic host" },
  ])("makes an address of $why", ({ href, url }) => expect(absoluteUrl(href, BASE)).toBe(url));

  test.each([
    ["javascript:void(0)"],
    ["java\nscript:alert(1)"],
    ["data:text/html,x"],
    ["mailto:desk@news.example"],
    ["https://user:secret@news.example/"],
    ["https://user@news.example/"],
    ["http://"],
    ["   "],
    [`/${"a".repeat(2048)}`],
    [`/${"خ".repeat(400)}`],
  ])("refuses %s", (href) => expect(absoluteUrl(href, BASE)).toBeUndefined());

  test("refuses what has no base to stand on", () => expect(absoluteUrl("/a", "not an address")).toBeUndefined());
});

describe("canonicalUrl gives one form to", () => {
  test.each([
    {
      why: "tracking parameters",
      a: "https://e.example/a?utm_source=x&id=5&fbclid=y&gclid=z&at_medium=rss",
      b: "https://e.example/a?id=5",
    },
    { why: "a fragment", a: "https://e.example/a#comments", b: "https://e.example/a" },
    { why: "a trailing slash", a: "https://e.example/a/", b: "https://e.example/a" },
    { why: "a bare host", a: "https://e.example/", b: "https://e.example" },
    { why: "doubled slashes", a: "https://e.example//a//b", b: "https://e.example/a/b" },
    { why: "http and https", a: "http://e.example/a", b: "https://e.example/a" },
    { why: "a default port", a: "http://e.example:80/a", b: "https://e.example:443/a" },
    { why: "www and the bare name", a: "https://www.e.example/a", b: "https://e.example/a" },
    { why: "a mobile twin", a: "https://m.e.example/a", b: "https://www.e.example/a" },
    { why: "an AMP host", a: "https://amp.e.example/a", b: "https://e.example/a" },
    { why: "an AMP ending", a: "https://e.example/a/amp/", b: "https://e.example/a/" },
    { why: "an AMP suffix", a: "https://e.example/a.amp", b: "https://e.example/a" },
    { why: "an AMP beginning", a: "https://e.example/amp/a", b: "https://e.example/a" },
    { why: "an AMP parameter", a: "https://e.example/a?amp=1&outputType=amp", b: "https://e.example/a" },
    { why: "capitals in the host", a: "https://E.Example/A", b: "https://e.example/A" },
    { why: "the dot of a full name", a: "https://e.example./a", b: "https://e.example/a" },
    {
      why: "escapes in both cases",
      a: `https://e.example/${ENCODED}`,
      b: `https://e.example/${ENCODED.toLowerCase()}`,
    },
    { why: "raw and escaped Arabic", a: `https://e.example/${SLUG}/`, b: `https://e.example/${ENCODED}` },
    { why: "composed and decomposed letters", a: "https://e.example/%D8%A7%D9%94", b: "https://e.example/%D8%A3" },
    { why: "raw decomposed letters", a: "https://e.example/\u0627\u0654", b: "https://e.example/أ" },
    {
      why: "raw and escaped Arabic in the query",
      a: `https://e.example/?q=${SLUG}`,
      b: `https://e.example/?q=${ENCODED.toLowerCase()}`,
    },
    { why: "escaped plain letters", a: "https://e.example/%61%2Db", b: "https://e.example/a-b" },
    { why: "an Arabic host in both spellings", a: "https://جريدة.example/a", b: "https://xn--ogbfjh9j.example/a" },
    { why: "an empty query", a: "https://e.example/a?", b: "https://e.example/a" },
  ])("$why", ({ a, b }) => {
    expect(canonicalUrl(a)).toBe(canonicalUrl(b));
    expect(canonicalUrl(a)).toMatch(/^https:/);
  });

  test.each([
    { why: "parameters that name the article", a: "https://e.example/?p=12", b: "https://e.example/?p=13" },
    { why: "the order of parameters", a: "https://e.example/?a=1&b=2", b: "https://e.example/?b=2&a=1" },
    { why: "capitals in the path", a: "https://e.example/A", b: "https://e.example/a" },
    { why: "an escaped slash", a: "https://e.example/a%2Fb", b: "https://e.example/a/b" },
    { why: "an escaped ampersand", a: "https://e.example/?q=a%26b", b: "https://e.example/?q=a&b" },
    { why: "another port", a: "https://e.example:8443/a", b: "https://e.example/a" },
    { why: "a subdomain that is a section", a: "https://sport.e.example/a", b: "https://e.example/a" },
    { why: "the page about AMP", a: "https://e.example/amp", b: "https://e.example/b" },
    { why: "a name of one letter", a: "https://m.example/a", b: "https://example/a" },
    { why: "a word that ends in amp", a: "https://e.example/camp", b: "https://e.example/c" },
  ])("but keeps apart: $why", ({ a, b }) => expect(canonicalUrl(a)).not.toBe(canonicalUrl(b)));

  test("what is no web address stays as it is", () => {
    for (const text of ["", "not an address", "mailto:a@b.example", "tag:e.example,2020:1"])
      expect(canonicalUrl(text)).toBe(text);
  });

  test("bytes that are no text stay, in capitals", () =>
    expect(canonicalUrl("https://e.example/%c7%e1%de")).toBe("https://e.example/%C7%E1%DE"));
});

const pieces = fc.array(
  fc.constantFrom(
    "/",
    "a",
    "A",
    "أ",
    "\u0627\u0654",
    "%d8%a3",
    "%25",
    "%2f",
    "%c7",
    "%",
    "?",
    "&",
    "=",
    "id=1",
    "utm_x=2",
    "amp",
    "/amp",
    ".amp",
    "#",
    " ",
    "+",
    "'",
    "\ud800",
    ".",
    "..",
    ":80",
    "@",
  ),
  { maxLength: 14 },
);
const addresses = fc
  .tuple(
    fc.constantFrom("http", "https"),
    fc.constantFrom("www.e.example", "m.www.e.example", "جريدة.example", "127.0.0.1:8080", "e.example:443"),
    pieces,
  )
  .map(([scheme, host, rest]) => `${scheme}://${host}/${rest.join("")}`);

test("escapes are read where all in a row are UTF-8, and stay, in capitals, where one is not", () => {
  const byte = fc.constantFrom(..."41 7f 80 8f 90 9f a0 bf c1 c2 d8 e0 e2 ed f0 f3 f4 f5".split(" "));
  const isText = (run: string) => {
    try {
      return decodeURIComponent(run).length > 0;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.array(byte, { minLength: 1, maxLength: 9 }), (bytes) => {
      const run = bytes.map((each) => `%${each}`).join("");
      const path = canonicalUrl(`https://e.example/a${run}`).slice("https://e.example/a".length);
      if (isText(run)) expect(decodeURIComponent(path)).toBe(decodeURIComponent(run).normalize("NFC"));
      else expect(path).toBe(run.toUpperCase());
    }),
    { numRuns: 2000 },
  );
});

test("canonicalUrl is idempotent and gives an address", () => {
  fc.assert(
    fc.property(addresses, (address) => {
      const once = canonicalUrl(address);
      expect(canonicalUrl(once)).toBe(once);
      expect(URL.canParse(once)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("neither function throws, whatever it is given", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      canonicalUrl(a);
      sameSite(a, b);
      const url = absoluteUrl(a, "https://e.example/");
      if (url !== undefined) expect(url).toMatch(/^https?:\/\/[^/]/);
    }),
  );
});

test.each([
  { a: "https://www.e.example/1", b: "http://sport.e.example/2", same: true },
  { a: "https://www.rt.com/1", b: "https://arabic.rt.com/2", same: true },
  { a: "https://bbc.com/arabic", b: "https://www.bbc.com/arabic", same: true },
  { a: "https://news.example.gov.sa/", b: "https://example.gov.sa/", same: true },
  { a: "https://one.gov.sa/", b: "https://two.gov.sa/", same: false },
  { a: "https://one.co.uk/", b: "https://two.co.uk/", same: false },
  { a: "https://one.github.io/", b: "https://two.github.io/", same: false },
  { a: "https://one.example/", b: "https://two.example/", same: false },
  { a: "http://127.0.0.1:1/", b: "http://127.0.0.1:2/", same: true },
  { a: "http://10.0.0.1/", b: "http://11.0.0.1/", same: false },
  { a: "file:///tmp/a", b: "file:///tmp/b", same: false },
  { a: "no address", b: "no address", same: false },
])("sameSite($a, $b) is $same", ({ a, b, same }) => expect(sameSite(a, b)).toBe(same));
