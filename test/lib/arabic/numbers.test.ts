import fc from "fast-check";
import { expect, test } from "vitest";
import { numbersOf } from "../../../src/lib/arabic/numbers.ts";
import { written } from "./written-number.ts";

test.each([
  { text: "مقتل ١٢ شخصا وإصابة 7", numbers: [12, 7] },
  { text: "خمسة وعشرين قتيلا", numbers: [25] },
  { text: "خمسة عشر عاملا", numbers: [15] },
  { text: "اثني عشر عاملا واثنتا عشرة عاملة", numbers: [12] },
  { text: "أحد عشر مقعدا", numbers: [11] },
  { text: "أحد العمال يوم الأحد أو الاثنين", numbers: [], why: "one of them, and two days" },
  { text: "مئة وخمسة وعشرون مترا", numbers: [125] },
  { text: "مائتا عامل", numbers: [200] },
  { text: "ثلاث مئة وأربعون", numbers: [340] },
  { text: "400 ألف برميل", numbers: [400_000] },
  { text: "16 ألفا و250 مهاجرا", numbers: [16_250] },
  { text: "ثلاثة آلاف وخمسمئة نازح", numbers: [3500] },
  { text: "ألفان من السكان", numbers: [2000] },
  { text: "ثلاثة ملايين دولار", numbers: [3_000_000] },
  { text: "مليون ونصف المليون دولار", numbers: [1_500_000] },
  { text: "نصف مليون طن", numbers: [500_000] },
  { text: "3,5 مليون و٣٫٥ مليار", numbers: [3_500_000, 3_500_000_000] },
  { text: "ثلاثة قتلى وخمسة جرحى", numbers: [3, 5], why: "two numbers" },
  { text: "5 آلاف نازح و10 شاحنات", numbers: [5000, 10], why: "two numbers" },
  { text: "1,200 نازح", numbers: [1200] },
  { text: "بهدفين دون رد", numbers: [2] },
  { text: "مونديال 2026", numbers: [], why: "a year" },
  { text: "لا أرقام هنا", numbers: [] },
])("numbersOf reads «$text»", ({ text, numbers }) => expect([...numbersOf(text)]).toEqual(numbers));

test("a number that is written out is read as its figures are", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 3, max: 2200 }), fc.integer({ min: 3, max: 999_999 })), (number) => {
      expect([...numbersOf(`بلغ العدد ${written(number)} في المدينة`)], written(number)).toEqual([number]);
    }),
    { numRuns: 500 },
  );
});

test("any text has numbers, all finite", () => {
  const pieces = fc.constantFrom(
    "مئة",
    "و",
    "وعشرون",
    "ألف",
    "آلاف",
    "12",
    "1,2",
    "ونصف",
    "نصف",
    "مليون",
    "ثلاث",
    "عشر",
    "أحد",
    "9".repeat(400),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(" ")),
  );
  fc.assert(fc.property(texts, (text) => [...numbersOf(text)].every(Number.isFinite)));
});

test.each(["مئة ", "ومئة ", "مئة و", "ألف ومئة ", "وخمس مئة "])("a text of nothing but «%s» is read", (piece) => {
  expect(numbersOf(piece.repeat(30_000)).size).toBeGreaterThan(0);
});
