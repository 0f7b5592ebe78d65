import { expect, test } from "vitest";
import { withoutConjunction } from "../../src/summarise/references.ts";

test.each([
  "ويلز",
  "ويمبلدون",
  "ويكيبيديا",
  "ويندوز",
  "وينستون",
  "ويليام",
  "والتر",
  "وتيرة",
  "وداعا",
  "وزارة",
  "وكالة",
  "والد",
])("a word that begins with «و» itself keeps it: %s", (word) =>
  expect(withoutConjunction(`${word} في الأخبار`)).toBe(`${word} في الأخبار`),
);

test.each(["وأعلنت", "ويلتقي", "ويستقبل", "وتضم", "وانضم", "وفي", "واليابان", "وينتظر"])(
  "what joins a sentence to the one before goes: %s",
  (word) => expect(withoutConjunction(`${word} الفريق`)).toBe(`${word.slice(1)} الفريق`),
);
