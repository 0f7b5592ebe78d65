import fc from "fast-check";
import { expect, test } from "vitest";
import { arabicDigits, latinDigits } from "../../../src/lib/arabic/digits.ts";
import { foldLetters, normalise } from "../../../src/lib/arabic/normalise.ts";

test.each([
  ["أحمد إبراهيم آدم", "احمد ابراهيم ادم"],
  ["مستشفى المدينة", "مستشفي المدينه"],
  ["مسؤول شؤون الهيئة", "مسوول شوون الهييه"],
  ["مسئول عن اللاجئين واللاجئون", "مسوول عن اللاجيين واللاجيون"],
  ["مُدَرِّسَةٌ", "مدرسه"],
  ["٪٤٥٫٦ و ۱۲", "%45.6 و 12"],
  ["کتاب ایران", "كتاب ايران"],
  ["بـ400", "ب400"],
  ["CNN العربية", "cnn العربيه"],
  ["\u0655 خبر \u064b عاجل", "خبر عاجل"],
])("normalise folds %s to %s", (text, folded) => expect(normalise(text)).toBe(folded));

/** Marks and signs of all kinds, alone and beside one another. */
const NASTY = [
  ..."اأآٱىئؤةهکیڤـİ١۴1٫٬٪ .\n\u0610\u064b\u0651\u0654\u0655\u0670\u06d6\u06dd\u06e5\u08d3\u0301\u0600",
  ..."\u200d\u200e\u202e\u2066\ufeff\u00a0\u2028\ufdfa\ufdf2\ufefb\ufe70\ufb50",
  "\ud83d",
  "\ude00",
  "👨‍👩",
];

test("normalise is idempotent and never throws", () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 1 })) });
  fc.assert(
    fc.property(text, (written) => {
      const once = normalise(written);
      expect(normalise(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test("what is folded letter by letter is folded as by the rules, which a letter of another script asks for", () => {
  const letters = fc.array(fc.constantFrom(..."ئوؤينلاأىةک۲٣3aZÉ «»–\n\u0640\u064b\u0651\u0655\u0670\u0301"));
  fc.assert(
    fc.property(letters, (parts) => {
      const text = parts.join("");
      expect(foldLetters(`${text} Д`)).toBe(`${foldLetters(`${text} `)}д`);
    }),
    { numRuns: 500 },
  );
  expect(foldLetters("أ".repeat(5000))).toBe("ا".repeat(5000));
});

test("digits go to Arabic-Indic and back", () => {
  expect(arabicDigits("عام 2026، 3.5%")).toBe("عام ٢٠٢٦، ٣.٥%");
  expect(latinDigits("٢٠٢٦ و۱۴")).toBe("2026 و14");
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(latinDigits(arabicDigits(String(number)))).toBe(String(number));
    }),
  );
});
