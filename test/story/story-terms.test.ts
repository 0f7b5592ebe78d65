import fc from "fast-check";
import { expect, test } from "vitest";
import { storyTerms } from "../../src/story/story-terms.ts";

test.each([
  ["ميونيخ", "ميونخ", "vowels of a foreign name", true],
  ["ترامب", "ترمب", "vowels of a short foreign name", true],
  ["فلاديفوستوك", "فلاديفستوك", "a vowel that one outlet leaves out", true],
  ["كيميائي", "كيماوي", "two adjectives of one noun", true],
  ["أغلقت", "إغلاق", "a verb and its noun", true],
  ["يتقدم", "تقدم", "the person of a verb", true],
  ["بواشنطن", "واشنطن", "a preposition", true],
  ["لمهرجان", "مهرجان", "another preposition", true],
  ["بلد", "لد", "a short word keeps its first letter", false],
  ["حريق", "حرارة", "other consonants", false],
])("«%s» and «%s»: %s", (one, other, _, isSame) => {
  expect(JSON.stringify(storyTerms(one)) === JSON.stringify(storyTerms(other))).toBe(isSame);
});

test("any text has terms, none of them empty", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => storyTerms(text).every((term) => term !== "")));
});
