import { expect, test } from "vitest";
import { tellOneEvent } from "../../src/story/headline.ts";
import { profileOf } from "../../src/story/profile.ts";
import { createVocabulary } from "../../src/story/vocabulary.ts";
import { DIFFERENT_EVENTS, SAME_EVENT } from "./headline-pairs.ts";

const vocabulary = createVocabulary();
const profile = (title: string) =>
  profileOf({ sourceId: "outlet", title, paragraphs: [], publishedAt: Date.UTC(2026, 10, 20) }, vocabulary);
const meet = (a: string, b: string) => tellOneEvent(profile(a), profile(b));

test("it does not matter which headline comes first", () => {
  const lopsided = [...SAME_EVENT, ...DIFFERENT_EVENTS].filter(({ a, b }) => meet(a, b) !== meet(b, a));
  expect(lopsided).toEqual([]);
});

test.each([
  { why: "words of one root", a: "مهندس يعتزل العمل في جسر الرستن", b: "اعتزال مهندس جسر الرستن" },
  { why: "words of one concept", a: "فرار نزيل من سجن كسلا", b: "هروب سجين من سجن كسلا" },
  { why: "what only one of them adds", a: "إغلاق مصنع ورق في حمص", b: "إغلاق مصنع ورق في حمص بعد تلوث النهر" },
  { why: "words that say little, on both sides", a: "أول إضراب لعمال ميناء عدن", b: "إضراب مفتوح لعمال ميناء عدن" },
  { why: "who leads a country for the country", a: "السيسي يستقبل ملك الأردن", b: "الرئيس المصري يستقبل ملك الأردن" },
  { why: "what a thing did and whom it struck", a: "انهيار منجم في زامبيا", b: "مقتل 7 بانهيار منجم في زامبيا" },
  { why: "that it was agreed", a: "لبنان يتفق على شراء 20 حافلة", b: "لبنان يشتري 20 حافلة" },
])("headlines of one event meet in spite of $why", ({ a, b }) => {
  expect(meet(a, b)).toBe(true);
});

test.each([
  { why: "another word between the same neighbours", a: "ترميم قلعة حلب الأثرية", b: "ترميم أسوار حلب الأثرية" },
  { why: "another adjective", a: "عاصفة رملية تعطل ميناء الدقم", b: "عاصفة ثلجية تعطل ميناء الدقم" },
  { why: "the next step", a: "خطف 9 بحارة قرب عدن", b: "إنقاذ 9 بحارة خطفوا قرب عدن" },
  { why: "the end of what the other tells", a: "إضراب عمال الحافلات", b: "تعليق إضراب عمال الحافلات" },
  { why: "a denial", a: "قافلة الإغاثة تدخل حرستا", b: "قافلة الإغاثة لن تدخل حرستا" },
  { why: "a question about it", a: "تعيين سمير حداد وزيرا للنقل", b: "من هو سمير حداد وزير النقل الجديد" },
  { why: "another way to meet", a: "ملك الأردن يلتقي رئيس كينيا", b: "ملك الأردن يهاتف رئيس كينيا" },
  { why: "another town of the country", a: "محافظ القاهرة يتفقد المدارس", b: "محافظ أسوان يتفقد المدارس" },
  { why: "another thing that headlines often leave out", a: "حريق في شركة بالدمام", b: "حريق في سيارة بالدمام" },
  { why: "the thing itself, set off", a: "إطلاق صاروخ من بحر العرب", b: "انفجار صاروخ في بحر العرب" },
])("headlines are of two events because of $why", ({ a, b }) => {
  expect(meet(a, b)).toBe(false);
});
