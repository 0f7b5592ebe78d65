import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBody } from "../../src/fetch/charset.ts";
import { encodeAs } from "./encode.ts";

const TEXT =
  "أعلنت الوزارة اليوم أنّ الطريق الساحلي سيُفتح بعد ترميم الجسر، وقال المدير: «انتهت الأعمال» في موعدها؛ فهل تكفي؟";
const PLAIN =
  "أعلنت الوزارة اليوم أن الطريق الساحلي سيفتح بعد ترميم الجسر، وقال المدير: انتهت الأعمال في موعدها؛ فهل تكفي؟";
const html = (body: string, meta = "") =>
  `<!DOCTYPE html><html dir="rtl"><head>${meta}<title>${body}</title></head><body><p>${body}</p></body></html>`;
const meta = (charset: string) => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;

interface Row {
  readonly why: string;
  readonly text: string;
  readonly charset: string;
  readonly contentType?: string;
}

test.each<Row>([
  { why: "UTF-8 that nobody declared", text: html(TEXT), charset: "utf-8" },
  { why: "UTF-8 declared as windows-1256", text: html(TEXT, meta("windows-1256")), charset: "utf-8" },
  {
    why: "UTF-8 under a Latin header",
    text: html(TEXT),
    charset: "utf-8",
    contentType: "text/html; charset=ISO-8859-1",
  },
  {
    why: "windows-1256 by header",
    text: html(TEXT),
    charset: "windows-1256",
    contentType: "text/html; charset=cp1256",
  },
  { why: "windows-1256 by meta", text: html(TEXT, meta("windows-1256")), charset: "windows-1256" },
  { why: "windows-1256 by short meta", text: html(TEXT, "<meta charset='x-cp1256' />"), charset: "windows-1256" },
  {
    why: "windows-1256 with a meta after 5 kB",
    text: html(TEXT, `<!--${"x".repeat(5000)}-->${meta("windows-1256")}`),
    charset: "windows-1256",
  },
  { why: "windows-1256 that nobody declared", text: html(TEXT), charset: "windows-1256" },
  {
    why: "windows-1256 declared as UTF-8",
    text: html(TEXT, meta("utf-8")),
    charset: "windows-1256",
    contentType: "text/html; charset=utf-8",
  },
  {
    why: "windows-1256 under a Latin header",
    text: html(TEXT),
    charset: "windows-1256",
    contentType: "text/html; charset=ISO-8859-1",
  },
  { why: "windows-1256 declared as ISO-8859-6", text: html(TEXT, meta("iso-8859-6")), charset: "windows-1256" },
  { why: "windows-1256 with a name nobody knows", text: html(TEXT, meta("arabic-windows")), charset: "windows-1256" },
  {
    why: "a windows-1256 title without a common word, under a Latin header",
    text: html("مساع موريتانية لجذب استثمارات"),
    charset: "windows-1256",
    contentType: "text/html; charset=latin1",
  },
  { why: "ISO-8859-6 by meta", text: html(PLAIN, meta("iso-8859-6")), charset: "iso-8859-6" },
  { why: "ISO-8859-6 that nobody declared", text: html(PLAIN), charset: "iso-8859-6" },
  { why: "ISO-8859-6 declared as windows-1256", text: html(PLAIN, meta("windows-1256")), charset: "iso-8859-6" },
  {
    why: "an XML declaration",
    text: `<?xml version="1.0" encoding="windows-1256"?><rss><title>خبر</title></rss>`,
    charset: "windows-1256",
  },
  { why: "UTF-16 with a mark", text: `\uFEFF${html(TEXT)}`, charset: "utf-16le" },
  { why: "big-endian UTF-16 with a mark", text: `\uFEFF${html(TEXT)}`, charset: "utf-16be" },
  { why: "UTF-16 without a mark", text: html(TEXT), charset: "utf-16le" },
  {
    why: "big-endian UTF-16 without a mark",
    text: html(TEXT),
    charset: "utf-16be",
    contentType: "text/html; charset=utf-16",
  },
  {
    why: "a mark of UTF-8 under a wrong header",
    text: `\uFEFF${html(TEXT)}`,
    charset: "utf-8",
    contentType: "text/html; charset=windows-1256",
  },
  {
    why: "French in windows-1252",
    text: html("L’été dernier, à la une : déjà fini"),
    charset: "windows-1252",
    contentType: "text/html; charset=iso-8859-1",
  },
  {
    why: "French in windows-1252 that nobody declared",
    text: html("L’été dernier, à la une : déjà fini"),
    charset: "windows-1252",
  },
  {
    why: "Russian in windows-1251",
    text: html("Министр заявил, что дорога и мост открыты"),
    charset: "windows-1251",
    contentType: "text/html; charset=windows-1251",
  },
  {
    why: "ASCII declared as UTF-16, which it cannot be",
    text: html("breaking news", meta("utf-16")),
    charset: "utf-8",
  },
  { why: "an empty body", text: "", charset: "utf-8" },
])("decodeBody reads $why", ({ text, charset, contentType = "text/html" }) => {
  const page = decodeBody(encodeAs(text, charset), contentType);
  expect(page).toEqual({ text: text.replace(/^\uFEFF/, ""), charset });
});

test.each(["windows-1256", "iso-8859-6"])("a mark of UTF-8 before text in %s is believed by nobody", (charset) => {
  const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), encodeAs(html(PLAIN, meta("utf-8")), charset)]);
  expect(decodeBody(bytes, "text/html; charset=utf-8")).toEqual({ text: html(PLAIN, meta("utf-8")), charset });
});

test("a cut character in UTF-8 stays one broken character", () => {
  const bytes = encodeAs(html(TEXT), "utf-8");
  const cut = bytes.slice(0, bytes.length - 200);
  for (let length = cut.length; length > cut.length - 4; length--) {
    const { text, charset } = decodeBody(cut.slice(0, length), "text/html; charset=windows-1256");
    expect(charset).toBe("utf-8");
    expect(text).toContain("أعلنت الوزارة اليوم");
  }
});

test("a character cut in the middle of a UTF-8 page does not turn the page into another encoding", () => {
  const [before, after] = [encodeAs(`<p>${TEXT}</p><p>خبر`, "utf-8"), encodeAs(`…</p><p>${TEXT}</p>`, "utf-8")];
  const page = decodeBody(Buffer.concat([before.subarray(0, -1), after]), "text/html");
  expect(page.charset).toBe("utf-8");
  expect(page.text).toBe(`<p>${TEXT}</p><p>خب\uFFFD…</p><p>${TEXT}</p>`);
});

test("decodeBody gives back Arabic text in each of its encodings, whatever the header says", () => {
  const words = [
    "أعلنت",
    "الوزارة",
    "قطار",
    "سريع",
    "في",
    "المدينة",
    "عن",
    "ضحايا",
    "زلزال",
    "إلى",
    "يوم",
    "ثلاثاء",
    "معهد",
    "غزير",
  ];
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 8, maxLength: 40 })
    .map((chosen) => chosen.join(" "));
  const charset = fc.constantFrom("utf-8", "windows-1256", "iso-8859-6", "utf-16le", "utf-16be");
  const header = fc.constantFrom(
    "",
    "text/html",
    "text/html; charset=utf-8",
    "text/html; charset=windows-1256",
    "text/html;charset=iso-8859-1",
  );
  fc.assert(
    fc.property(sentence, charset, header, (text, name, contentType) => {
      const page = `<html><p>${text}</p></html>`;
      expect(decodeBody(encodeAs(page, name), contentType)).toEqual({ text: page, charset: name });
    }),
    { numRuns: 300 },
  );
});

test("decodeBody never throws and loses no ASCII", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, contentType) => {
      expect(typeof decodeBody(bytes, contentType).text).toBe("string");
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(decodeBody(encodeAs(text, "utf-8"), "text/html; charset=windows-1256").text).toBe(text);
    }),
  );
});
