import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml } from "../../src/demo/escape-html.ts";
import { parseHtml } from "../../src/demo/html-parser.ts";

// What Telegram's own parser (TDLib 1.8.65) answers to the same text.
test.each([
  ["<b>خبر</b> و<i>آخر</i>", "خبر وآخر", "0+3 bold, 5+3 italic"],
  ["<b>a<i>b</i></b>", "ab", "0+2 bold, 1+1 italic"],
  [
    "<strong>a</strong><em>b</em><ins>c</ins><del>d</del>",
    "abcd",
    "0+1 bold, 1+1 italic, 2+1 underline, 3+1 strikethrough",
  ],
  ["<B>a</b >", "a", "0+1 bold"],
  ["<i>x</>", "x", "0+1 italic"],
  ["<b></b>x", "x", ""],
  ["😀<b>a</b>", "😀a", "2+1 bold"],
  ["&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', ""],
  ["&lt &#1593;&#x41; &nbsp; & &copy;", "< عA &nbsp; & &copy;", ""],
  ['<a href="https://a.co/خ?x=1&amp;y=2">م</a>', "م", "0+1 text_link https://a.co/خ?x=1&y=2"],
  ['<a href="A.co">م</a>', "م", "0+1 text_link http://a.co/"],
  ['<a href="javascript:alert(1)">م</a>', "م", ""],
  ['<a href=" https://a.co">م</a>', "م", ""],
  ['<a href="http://localhost/">م</a>', "م", ""],
  ['<a href="tg://user?id=12">م</a>', "م", "0+1 text_mention 12"],
  ["<a>https://a.co/x</a>", "https://a.co/x", "0+14 text_link https://a.co/x"],
  ['<pre><code class="language-js">x</code></pre>', "x", "0+1 pre js"],
  ['<code class="language-js">x</code>', "x", "0+1 code"],
  ["<blockquote expandable>a\nb</blockquote>", "a\nb", "0+3 expandable_blockquote"],
  ["&amp;lt; &constructor; &valueOf;", "&lt; &constructor; &valueOf;", ""],
  ["<blockquote>a</blockquote>", "a", "0+1 blockquote"],
  ['<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", "0+1 spoiler, 1+1 spoiler"],
  ['<tg-time unix="12" format="wDT">x</tg-time>', "x", "0+1 date_time 12"],
  ['<tg-emoji emoji-id="5">👍</tg-emoji>', "👍", "0+2 custom_emoji 5"],
])("%s is read as Telegram reads it", (html, text, expected) => {
  const parsed = parseHtml(html);
  if ("error" in parsed) throw new Error(parsed.error);
  const shown = parsed.entities.map((entity) =>
    [
      `${entity.offset}+${entity.length}`,
      entity.type,
      entity.url ?? entity.user?.id ?? entity.language ?? entity.unix_time ?? entity.custom_emoji_id,
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  expect({ text: parsed.text, entities: shown.join(", ") }).toEqual({ text, entities: expected });
});

test.each([
  ["<b>خبر", 'Can\'t find end tag corresponding to start tag "b"'],
  ["<p>x</p>", 'Unsupported start tag "p" at byte offset 0'],
  ["a<br>b", 'Unsupported start tag "br" at byte offset 1'],
  ["أ < ب", 'Unsupported start tag "" at byte offset 3'],
  ["<b><i>x</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
  ["</b>", "Unexpected end tag at byte offset 0"],
  ["x<b", "Unclosed start tag at byte offset 1"],
  ["<b>x</b", "Unclosed end tag at byte offset 4"],
  ["<a href=http://a.co>x</a>", "Unexpected end of name token at byte offset 8"],
  ["<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'],
  ["<s x=", 'Unclosed start tag "s" at byte offset 0'],
  ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"],
  ['<tg-time unix="1" format="zz">x</tg-time>', "Invalid date format used"],
])("%s is refused in Telegram's words", (html, error) => expect(parseHtml(html)).toEqual({ error }));

test("any escaped text comes back as it was, with no entities", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      fc.pre(!text.includes("\0"));
      const html = escapeHtml(text);
      expect(parseHtml(html)).toEqual({ text, entities: [] });
    }),
    { numRuns: 150 },
  );
});

test("nothing makes the parser throw or place an entity outside of the text", () => {
  const pieces = fc.constantFrom(
    ..."<b> </b> <i> </i> <a href='x.co'> </a> <code> </code> < > & &lt; </ س 😀 =' \" /".split(" "),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (list) => {
      const parsed = parseHtml(list.join(""));
      if ("error" in parsed) return;
      for (const { offset, length } of parsed.entities) {
        expect(offset >= 0 && length > 0 && offset + length <= parsed.text.length).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
