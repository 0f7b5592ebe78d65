import fc from "fast-check";
import { expect, test } from "vitest";
import { stem } from "../../../src/lib/arabic/stem.ts";
import { isStopWord } from "../../../src/lib/arabic/stop-words.ts";
import { terms } from "../../../src/lib/arabic/terms.ts";
import { tokens } from "../../../src/lib/arabic/tokens.ts";

test.each([
  ["المدرسة والمدرسه بالمدرسة", ["مدرس", "مدرس", "مدرس"]],
  ["فرنسا والفرنسية الفرنسيين", ["فرنس", "فرنس", "فرنس"]],
  ["وزير الوزير", ["وزير", "وزير"]],
  ["الحج حج الدم الله", ["حج", "حج", "دم", "الل"]],
  ["اقتصادها واقتصادهم", ["اقتصاد", "اقتصاد"]],
])("terms of %s", (text, expected) => expect(terms(text)).toEqual(expected));

test("«على» says nothing, the name «علي» does", () => {
  expect(isStopWord("على")).toBe(true);
  expect(isStopWord("علي")).toBe(false);
  expect(terms("على الطاولة")).toEqual(terms("الطاولة"));
  expect(terms("محمد علي")).toContain("علي");
});

test("stop words are known in Egyptian spelling, with hamza or without, after a conjunction", () => {
  for (const word of ["فى", "في", "الى", "إلى", "وفي", "فإن", "الذى", "أيضًا"])
    expect(isStopWord(word), word).toBe(true);
});

test("tokens keep numbers whole and split letters from digits", () => {
  expect(tokens("ارتفع 3.5% إلى ١٬٢٠٠ في 12/5/2018 و2-0")).toEqual([
    "ارتفع",
    "3.5",
    "الي",
    "1,200",
    "في",
    "12/5/2018",
    "و",
    "2",
    "0",
  ]);
});

test("a stem is never empty and never longer than its word", () => {
  const letters = fc.array(fc.constantFrom(..."والبلكنيهتامسرد"), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, (word) => {
      const found = stem(word.join(""));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(word.length);
    }),
  );
});

test("terms never throw and are the same in every spelling of a text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(terms(text).every((term) => term.length > 0)).toBe(true);
    }),
    { numRuns: 120 },
  );
  expect(terms("إِعْلانُ الحُكومةِ")).toEqual(terms("اعلان الحكومه"));
});
