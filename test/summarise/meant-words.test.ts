import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameWord, meantWords } from "../../src/summarise/meant-words.ts";

const isSame = (one: string, other: string) => {
  const [said, told] = [meantWords(one)[0], meantWords(other)[0]];
  return said !== undefined && told !== undefined && isSameWord(said, told);
};

test.each([
  ["أغلقت", "إغلاق"],
  ["مددت", "تمديد"],
  ["سيتراجع", "تراجعت"],
  ["إضرابها", "الإضراب"],
  ["مدارس", "المدرسة"],
  ["هبط", "انخفض"],
  ["يعتزم", "تخطط"],
  ["قالوا 40 ألفا", "أربعين ألف"],
])("«%s» and «%s» are one word", (one, other) => expect(isSame(one, other)).toBe(true));

test.each([
  ["ارتفع", "انخفض"],
  ["رفض", "وافق"],
  ["فاز", "خسر"],
  ["فتح", "أغلق"],
  ["بدأ", "انتهى"],
  ["منع", "سمح"],
  ["أيد", "عارض"],
  ["نفى", "أكد"],
  ["باع", "اشترى"],
  ["دفع", "تلقى"],
  ["غادر", "وصل"],
  ["استأنف", "أوقف"],
  ["لم يصل", "وصل"],
  ["قد ترتفع", "ترتفع"],
  ["الأهلي", "على الأهلي"],
  ["مئة", "مئتين"],
])("«%s» is not «%s»", (one, other) => expect(isSame(one, other)).toBe(false));

test("any text is read", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => Array.isArray(meantWords(text))));
});
