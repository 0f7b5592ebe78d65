import fc from "fast-check";
import { expect, test } from "vitest";
import { findEntities } from "../../src/demo/entity-finder.ts";
import { parseHtml } from "../../src/demo/html-parser.ts";
import { cleanText } from "../../src/demo/text-cleaning.ts";

const clean = (html: string) => {
  const parsed = parseHtml(html);
  if ("error" in parsed) throw new Error(parsed.error);
  return cleanText(parsed);
};

test.each([
  { why: "direction overrides are gone", html: "أ\u202aب\u202b\u202c\u202d\u202eج", text: "أبج" },
  { why: "line and paragraph separators and returns are gone", html: "أ\u2028ب\u2029\r\nج", text: "أب\nج" },
  { why: "a tab is a space", html: "أ\tب", text: "أ ب" },
  {
    why: "marks and isolates stay",
    html: "\u200fأ\u2068GDP\u2069\u061cب\u200cج",
    text: "\u200fأ\u2068GDP\u2069\u061cب\u200cج",
  },
  { why: "of neighbouring marks the last stays", html: "أ\u200f\u200f\u200eب", text: "أ\u200c\u200c\u200eب" },
  { why: "the ends are trimmed", html: "\n  أ  \n", text: "أ" },
  { why: "only marks are nothing", html: "\u200f\u200e \n", text: "" },
])("$why", ({ html, text }) => expect(clean(html).text).toBe(text));

test("entities move with the text, and lose what was trimmed", () => {
  expect(clean("  \u202b<b>أب</b>\r<i>ج  </i>")).toEqual({
    text: "أبج",
    entities: [
      { type: "bold", offset: 0, length: 2 },
      { type: "italic", offset: 2, length: 1 },
    ],
  });
});

test("code holds no other style, and a quote no quote", () => {
  const { entities } = clean("<code>a<b>b</b></code><blockquote>c<blockquote>d</blockquote></blockquote>");
  expect(entities.map(({ type }) => type)).toEqual(["code", "blockquote"]);
});

test("of more than a hundred entities the first hundred stay", () => {
  const { text, entities } = clean("<b>خ</b> ".repeat(120));
  expect(text).toHaveLength(239);
  expect(entities).toHaveLength(100);
  expect(entities.at(-1)?.offset).toBe(198);
});

test("cleaning twice changes nothing more", () => {
  const unit = fc.constantFrom("أ", "a", " ", "\n", "\u200f", "\u200e", "\u202b", "\u2028", "\r", "\t", "😀", "\u2068");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const once = cleanText({ text, entities: [] });
      expect(cleanText(once)).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

// What TDLib's getTextEntities finds in the same text.
test.each([
  ["/start", "bot_command /start"],
  ["جرّب /latest@mujaz_bot.", "bot_command /latest@mujaz_bot"],
  ["a/b </script> /خبر /a/b", ""],
  ["#كأس_العالم_٢٠٣٤ #123 x#لا #غزّة", "hashtag #كأس_العالم_٢٠٣٤, hashtag #غز"],
  ["#خبر#آخر", ""],
  ["https://a.co/x، ثم https://a.co/y.", "url https://a.co/x،, url https://a.co/y"],
  ["\u2068https://a.co/x\u2069،", "url https://a.co/x"],
  ["http://localhost/x http://127.0.0.1:8090/x", "url http://127.0.0.1:8090/x"],
  ["مرحبا @name_1، @na", "mention @name_1"],
])("in «%s» Telegram finds: %s", (text, expected) => {
  const found = findEntities(text).map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);
  expect(found.join(", ")).toBe(expected);
});

test("nothing is found inside links and code", () => {
  expect(findEntities("#خبر", [{ type: "text_link", offset: 0, length: 4 }])).toEqual([]);
  expect(findEntities("#خبر", [{ type: "bold", offset: 0, length: 4 }])).toHaveLength(1);
});
