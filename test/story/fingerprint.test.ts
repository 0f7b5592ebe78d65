import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint, fingerprintSimilarity } from "../../src/story/fingerprint.ts";

const AGENCY =
  "أعلنت هيئة الأرصاد أن العاصفة ستبلغ الساحل مساء الخميس مصحوبة برياح قوية وأمطار غزيرة ودعت السكان إلى البقاء في منازلهم حتى صباح الجمعة وأغلقت المدارس والجامعات في ثلاث محافظات";

test("equal texts are equal, also in another spelling", () => {
  const spelt = AGENCY.replaceAll("أ", "ا").replaceAll("ة", "ه");
  expect(fingerprintSimilarity(fingerprint("العاصفة", [AGENCY]), fingerprint("العاصفه", [spelt]))).toBe(1);
});

test("one agency's text under two headlines is recognised, other news are not", () => {
  const one = fingerprint("العاصفة تقترب من الساحل", [AGENCY]);
  expect(
    fingerprintSimilarity(one, fingerprint("تحذير من رياح قوية", [AGENCY, "وتراقب فرق الدفاع المدني الموقف."])),
  ).toBeGreaterThan(0.5);
  const other = fingerprint("افتتاح معرض الكتاب", [
    "افتتح وزير الثقافة معرض الكتاب بمشاركة ألف دار نشر من أربعين بلدا ويستمر عشرة أيام",
  ]);
  expect(fingerprintSimilarity(one, other)).toBeLessThan(0.1);
});

test("what is no fingerprint resembles nothing", () => {
  expect(fingerprintSimilarity("", "")).toBe(0);
  expect(fingerprintSimilarity("لا شيء", fingerprint("عنوان", []))).toBe(0);
});

test("a fingerprint is short, symmetric to compare and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      const [left, right] = [fingerprint(a, [b]), fingerprint(b, [a])];
      expect(left).toHaveLength(172);
      expect(fingerprintSimilarity(left, left)).toBe(1);
      expect(fingerprintSimilarity(left, right)).toBe(fingerprintSimilarity(right, left));
    }),
    { numRuns: 80 },
  );
});
