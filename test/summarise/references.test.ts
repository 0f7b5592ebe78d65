import { expect, test } from "vitest";
import { pointsBack, withoutConjunction, wordsWithoutWaw } from "../../src/summarise/references.ts";

const KNOWN = wordsWithoutWaw("أعلنت الشركة أن المدير يلتقي من تضمهم القائمة، وسجل أن لاعبا انضم إليها، وهو أصل الخبر");

test.each(["وزارة", "وكالة", "والد", "واشنطن", "ويلز", "وتيرة", "وصل", "وقع", "والي", "وفقا", "واصل"])(
  "a word that is known to begin with «و» keeps it: %s",
  (word) => expect(withoutConjunction(`${word} في الأخبار`, KNOWN)).toBe(`${word} في الأخبار`),
);

test.each(["وأعلنت", "ويلتقي", "وتضم", "وانضم", "وفي", "واليابان", "وبعد", "وأنقذ", "وتتوقع"])(
  "what joins a sentence to the one before goes where the word behind it is known: %s",
  (word) => expect(withoutConjunction(`${word} الفريق`, KNOWN)).toBe(`${word.slice(1)} الفريق`),
);

test.each(["ولفسبورغ", "وسجل", "واينستين", "ولفرهامبتون", "وصفه"])("elsewhere nobody can tell: %s", (word) =>
  expect(withoutConjunction(`${word} الفريق`, KNOWN)).toBeUndefined(),
);

test("«وقد» joins as «و» does", () => {
  expect(withoutConjunction("وقد اكتسبت الحركة زخما", KNOWN)).toBe("اكتسبت الحركة زخما");
});

test.each([
  ["وتتيح طبيعة هذا النظام نشره بسرعة.", true],
  ["وأعرب بالمقابل عن مخاوفه.", true],
  ["وسيبحث الجانبان ملفات الحدود.", true],
  ["وأعرب الوزير عن مخاوفه من التأخير.", false],
])("whether a sentence points to one that may not stand before it: %s", (sentence, points) =>
  expect(pointsBack(sentence)).toBe(points),
);
