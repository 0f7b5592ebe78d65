import fc from "fast-check";
import { expect, test } from "vitest";
import { alignmentOf } from "../../src/summarise/clause-alignment.ts";
import { meantWords } from "../../src/summarise/meant-words.ts";

const TOLD = meantWords(
  "أعادت بلدية المدينة القديمة أمس الأول ترميم سور القلعة الغربي بعد انهيار جزء منه في أمطار الشتاء",
);
const FOREIGN = meantWords("ناقلة");
const places = (most: number) =>
  fc.uniqueArray(fc.nat({ max: most }), { minLength: 2 }).map((found) => found.sort((a, b) => a - b));

test("words that are left out change nothing", () => {
  fc.assert(
    fc.property(places(TOLD.length - 1), (kept) => {
      const said = kept.map((at) => TOLD[at] as (typeof TOLD)[number]);
      expect(alignmentOf(said, TOLD, false)?.size).toBe(said.length);
    }),
  );
});

test("words that come in change nothing where none is left out", () => {
  fc.assert(
    fc.property(fc.nat({ max: TOLD.length }), (at) => {
      expect(alignmentOf(TOLD.toSpliced(at, 0, ...FOREIGN), TOLD, false)?.size).toBe(TOLD.length);
    }),
  );
});

test("a word that stands in another's place is seen", () => {
  fc.assert(
    fc.property(fc.nat({ max: TOLD.length - 1 }), (at) => {
      expect(alignmentOf(TOLD.toSpliced(at, 1, ...FOREIGN), TOLD, false)).toBeUndefined();
    }),
  );
});

test("what governs a word is not left out, but for one that does not depend on it", () => {
  const told = meantWords("تعتزم الشركة فتح خط بحري إلى الميناء");
  expect(alignmentOf(meantWords("فتح خط بحري"), told, false)).toBeUndefined();
  expect(alignmentOf(meantWords("تعتزم فتح خط بحري"), told, false)?.size).toBe(4);
  expect(alignmentOf(meantWords("الشركة"), told, true)?.size).toBe(1);
});
