import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/demo/text-cleaning.ts";
import { escapeHtml, isolate, plainText } from "../../src/lib/html.ts";

test.each([
  ["a < b & c > d", "a &lt; b &amp; c &gt; d", "what has a meaning in HTML"],
  ["\"quoted\" and 'quoted'", "&quot;quoted&quot; and 'quoted'", "quotation marks, as an attribute needs"],
  ["&amp;", "&amp;amp;", "what looks escaped already is text"],
  ["سطر\u2028سطر\u2029سطر", "سطرسطرسطر", "line and paragraph separators"],
  ["\u202aabc\u202c \u202eabc\u202d", "abc abc", "embeddings and overrides"],
  ["a\rb\u0000c\u0085d\u009fe", "abcde", "carriage returns and control characters"],
  ["سطر\nسطر\tعمود", "سطر\nسطر\tعمود", "line feeds and tabs stay"],
  ["😀\ud83d!", "😀!", "a pair stays whole beside a half"],
  ["\udc00a\ud83d", "a", "halves of a pair"],
  ["\u200f\u2068Marfa\u2069\u200e", "\u200f\u2068Marfa\u2069\u200e", "marks and isolates stay"],
  ["👩‍👩‍👧", "👩‍👩‍👧", "joined pictures stay"],
])("escapeHtml(%j) is %j: %s", (text, html) => {
  expect(escapeHtml(text)).toBe(html);
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ..."<>&\"';ا ب\n",
      "\u2028",
      "\u202e",
      "\u2066",
      "\u2068",
      "\u2069",
      "\u0000",
      "\r",
      "\ud83d",
      "\udc00",
    ),
    fc.constantFrom("&amp;", "&lt;", "</b>", '<a href="x">'),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

test("escaped text has no markup, and shows what it was made of", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const html = escapeHtml(text);
      expect(html).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
      expect(html.isWellFormed()).toBe(true);
      const shown = plainText(html);
      expect([...text].filter((letter) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(letter) && !shown.includes(letter))).toEqual(
        [],
      );
      expect(escapeHtml(shown)).toBe(html);
    }),
  );
});

test("Telegram strips nothing from escaped text but spaces", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const shown = plainText(escapeHtml(text)).replace(/[\t\u200e\u200f\u030a\u0333\u033f]/g, "");
      expect(cleanText({ text: `.${shown}.`, entities: [] }).text).toBe(`.${shown}.`);
    }),
  );
});

test.each([
  ["Reuters", "\u2068Reuters\u2069"],
  ["a\u2069b\u2067c", "\u2068abc\u2069"],
  ["", "\u2068\u2069"],
])("isolate(%j) is %j", (text, isolated) => {
  expect(isolate(text)).toBe(isolated);
});

test("an isolate is closed once, whatever is in it", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const isolated = isolate(text);
      expect(isolated.match(/[\u2066-\u2068]/g)).toEqual(["\u2068"]);
      expect(isolated.match(/\u2069/g)).toEqual(["\u2069"]);
      expect(isolated.startsWith("\u2068") && isolated.endsWith("\u2069")).toBe(true);
    }),
  );
});

test.each([
  ['<b>عاجل</b>: <a href="https://a.example/?a=1&amp;b=2">خبر</a>', "عاجل: خبر"],
  ["<blockquote expandable>نص</blockquote>", "نص"],
  ["&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'],
  ["&hellip; &nbsp;", "&hellip; &nbsp;"],
])("plainText(%j) is %j", (html, text) => {
  expect(plainText(html)).toBe(text);
});
