import fc from "fast-check";
import { expect, test } from "vitest";
import { storyTerms } from "../../src/story/story-terms.ts";

test.each([
  ["ميونيخ", "ميونخ", "vowels of a foreign name, where it is long enough", false],
  ["أوكلاهوما", "اوكلاهوماا", "vowels of a long foreign name", true],
  ["فلاديفوستوك", "فلاديفستوك", "a vowel that one outlet leaves out", true],
  ["بواشنطن", "واشنطن", "a preposition", true],
  ["لمهرجان", "مهرجان", "another preposition", true],
  ["كاتب", "كتاب", "short words are told apart by their vowels", false],
  ["بلد", "لد", "a short word keeps its first letter", false],
])("«%s» and «%s»: %s", (one, other, _, isSame) => {
  expect(JSON.stringify(storyTerms(one)) === JSON.stringify(storyTerms(other))).toBe(isSame);
});

test("any text has terms, none of them empty", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => storyTerms(text).every((term) => term !== "")));
});
