import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesWords } from "../../src/story/match.ts";

test.each([
  { phrase: "الزمالك", text: "فوز كبير للزمالك في القاهرة", why: "a swallowed article" },
  { phrase: "الزمالك", text: "والزمالك يستعد لمباراة القمة", why: "a conjunction" },
  { phrase: "زمالك", text: "جمهور الزمالك يحتفل", why: "without its article" },
  { phrase: "كأس العالم", text: "قرعة كاس العالم غدا", why: "another spelling" },
  { phrase: "علي", text: "لقاء مع علي في دبي", why: "a name" },
  { phrase: "2026", text: "ميزانية عام ٢٠٢٦", why: "other digits" },
  { phrase: "غزة", text: "مساعدات تصل بحرا بغزة", why: "a preposition" },
  { phrase: "مصر", text: "ولمصر دور في الوساطة", why: "a conjunction and a preposition" },
  { phrase: "كرة القدم", text: "دوري الأبطال لكرة القدم", why: "a preposition before a phrase" },
  { phrase: "البورصة", text: "تراجع بورصات الخليج", why: "a plural" },
])("«$phrase» is found: $why", ({ phrase, text }) => expect(matchesWords(phrase, text)).toBe(true));

test.each([
  { phrase: "علي", text: "وقع الوزير على الاتفاق", why: "a preposition is no name" },
  { phrase: "علي", text: "حصل علي الجائزة", why: "in doubt it is the name", found: true },
  { phrase: "على", text: "وقع الوزير على الاتفاق", why: "nothing but a word that every text has" },
  { phrase: "كأس العالم", text: "العالم يتابع كأس الأمم", why: "words apart" },
  { phrase: "النصر", text: "عناصر الأمن في الشارع", why: "a part of a word" },
  { phrase: "الجنة", text: "قررت لجنة الحكام", why: "a letter of the word is no preposition" },
  { phrase: "محمد صلاح", text: "التقى محمد بصلاح في المدرسة", why: "two people" },
  { phrase: "", text: "أي نص", why: "an empty phrase" },
])("«$phrase» in «$text»: $why", ({ phrase, text, found = false }) => expect(matchesWords(phrase, text)).toBe(found));

test("any phrase against any text gives an answer, and telling words are found in a text that holds them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (phrase, text) => {
      expect(typeof matchesWords(phrase, text)).toBe("boolean");
      expect(matchesWords("الزمالك", `${text}\nللزمالك\n${phrase}`)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
