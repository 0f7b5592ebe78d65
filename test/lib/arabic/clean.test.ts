import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../../src/lib/arabic/clean.ts";

test.each([
  { raw: "موجـــز الأنبـاء", clean: "موجز الأنباء", why: "stretched letters" },
  { raw: "عام 1447 هـ", clean: "عام 1447 هـ", why: "the sign of the Hijri year is spelling" },
  { raw: "بـ400 ألف و«لـ«موجز»»", clean: "بـ400 ألف و«لـ«موجز»»", why: "a preposition before figures is spelling" },
  { raw: "لـ\u200f \u202bالقاهرة\u202c", clean: "لـ القاهرة", why: "direction marks" },
  { raw: "ﻣﻮﺟﺰ ﷲ", clean: "موجز الله", why: "presentation forms" },
  { raw: "أ\r\nب\u2028ج\u00a0\u00a0د\tه", clean: "أ\nب\nج د ه", why: "line ends and spaces" },
  { raw: "مُدَرِّسَةٌ", clean: "مُدَرِّسَةٌ", why: "vowel signs are seen" },
  { raw: "👨‍👩‍👧 ✌🏽", clean: "👨‍👩‍👧 ✌🏽", why: "joined pictures stay one" },
  { raw: "ا\u200dب\u200c", clean: "اب", why: "joiners between letters" },
  { raw: "نص \ud83d مقطوع", clean: "نص \ufffd مقطوع", why: "half a surrogate pair" },
])("cleanText: $why", ({ raw, clean }) => expect(cleanText(raw)).toBe(clean));

test("cleanText is idempotent and well formed whatever comes", () => {
  const odd = fc.constantFrom("ـ", "ب", "ه", "\u200d", "\u200c", "👩", "\ud800", "\u0651", "ﻻ", "\n", "\u00a0", "«");
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(odd).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const once = cleanText(text);
      expect(cleanText(once)).toBe(once);
      expect(once.isWellFormed()).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test("cleanText keeps every letter, digit and mark that a reader sees", () => {
  const seen = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ،؛؟«»()-.0123456789٠١٢٣٤٥٦٧٨٩abcXYZ"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...seen, " ", "\u200f", "\u00ad", "\ufeff")), (parts) => {
      const visible = parts.filter((part) => seen.includes(part)).join("");
      expect(cleanText(parts.join("")).replace(/\s/g, "")).toBe(visible);
    }),
    { numRuns: 120 },
  );
});

test("plain text, which is not looked through, comes out as it would after a look", () => {
  const plain = fc
    .array(fc.constantFrom(..."ابتءى٣3aZ،؟–… \n«»é·\u064b\u064e\u0651"), { maxLength: 30 })
    .map((parts) => parts.join(""));
  // An invisible mark at the end makes the whole text be looked through, and is dropped.
  fc.assert(
    fc.property(plain, (text) => {
      expect(cleanText(`${text}\u200b`)).toBe(cleanText(text));
    }),
  );
});
