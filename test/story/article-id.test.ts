import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Hex, shortHash } from "../../src/lib/hash.ts";
import { canonicalUrl } from "../../src/lib/url.ts";
import { articleId } from "../../src/story/article-id.ts";

// Stores hold these. A change of any of them makes every article of every store new, and sends it again.
test.each([
  { url: "https://e.example/news/2026/11/23/1", id: "qZi75B2qGXeT68IfmSla" },
  { url: "https://www.e.example/news/?p=42&utm_source=rss#top", id: "JkBThrtlsRgv-2lTYCDS" },
  { url: "http://m.e.example/أخبار/القمة-العربية/", id: "lyVZ31qM4lsWTu47tW_H" },
  { url: "urn:source:17", id: "6Y_xwU3rB6ce6YPYVr6d" },
])("the id of $url is frozen", ({ url, id }) => expect(articleId(url)).toBe(id));

test("the hashes under the ids are frozen", () => {
  expect(sha256Hex("موجز")).toBe("813fa61e9fd0138fa2e7fc1a0a23208393dbac6f0cdd6cae2246a154ee8682b7");
  expect(sha256Hex(new TextEncoder().encode("موجز"))).toBe(sha256Hex("موجز"));
  expect(shortHash("موجز")).toBe("gT-mHp_QE4-i5_waCiMg");
  expect(shortHash("موجز", 8)).toBe(shortHash("موجز").slice(0, 8));
});

test("addresses of one form have one id, and only they", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.webUrl({ withQueryParameters: true }), (a, b) => {
      expect(articleId(canonicalUrl(a))).toBe(articleId(a));
      expect(articleId(a) === articleId(b)).toBe(canonicalUrl(a) === canonicalUrl(b));
      expect(articleId(a)).toMatch(/^[\w-]{20}$/);
    }),
  );
});
