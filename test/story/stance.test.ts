import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "../../src/lib/arabic/tokens.ts";
import { type Stance, speakerOf, stanceOf } from "../../src/story/stance.ts";

const stance = (title: string) => stanceOf(title, tokens(title));
const PLAIN: Stance = {
  asks: false,
  follows: false,
  beginsAfter: false,
  answers: false,
  moves: false,
  speaks: false,
  reacts: false,
  explains: false,
  previews: false,
};

test.each<{ title: string; shows: Partial<Stance> }>([
  { title: "انهيار جسر في مدينة ساحلية", shows: {} },
  { title: "كيف انهار الجسر؟", shows: { asks: true, explains: true } },
  { title: "من المسؤول عن الجسر", shows: { asks: true } },
  { title: "إغلاق الطريق بعد انهيار الجسر", shows: { follows: true } },
  { title: "إغلاق الطريق قبل مباراة الديربي", shows: { previews: true } },
  { title: "قصة جسر من الحجر", shows: { asks: true, explains: true } },
  { title: "قائمة الجسور المتهالكة", shows: { explains: true } },
  { title: "البلدية ستغلق الجسر غدا", shows: { previews: true } },
  { title: "سيارة تعطل السير على الجسر", shows: {} },
  { title: "سياسيون يزورون الجسر", shows: {} },
  { title: "المعارضة تنتقد إغلاق الجسر", shows: { reacts: true } },
  { title: "غضب في المدينة من إغلاق الجسر", shows: { reacts: true } },
  { title: "ترحيب عربي باتفاق الهدنة", shows: { answers: true } },
  { title: "وزير النقل يعزّي أسر الضحايا", shows: { answers: true } },
  { title: "تأجيل مباراة الديربي", shows: { moves: true } },
  { title: "مهندس الجسر يمثل أمام القضاء", shows: { moves: true } },
  { title: "إخلاء سبيل مهندس الجسر", shows: { moves: true } },
  { title: "بعد انهيار الجسر.. إغلاق الطريق", shows: { follows: true, beginsAfter: true } },
  { title: "وزير النقل: لن نعيد بناء الجسر", shows: { speaks: true } },
  { title: "لبنان: انهيار جسر في طرابلس", shows: {} },
  { title: "دوري الأبطال: فوز الضيوف بهدفين", shows: {} },
  { title: "سامي عطية: المهندس الذي بنى الجسر", shows: { speaks: true, explains: true } },
  { title: "الوزير يصف الجسر بأنه «وصمة في تاريخ المدينة»", shows: { speaks: true } },
])("«$title» shows $shows", ({ title, shows }) => expect(stance(title)).toEqual({ ...PLAIN, ...shows }));

test.each([
  { title: "وزير النقل: لن نعيد بناء الجسر", speaker: ["وزير", "النقل"] },
  { title: "كأس آسيا: الضيوف يبلغون النهائي", speaker: [], why: "a topic" },
  { title: "السودان ومصر: اتفاق على الجسر", speaker: [], why: "places" },
  { title: "هل انهار الجسر؟ الوزير: لا", speaker: [], why: "more than a name" },
  { title: "انهيار جسر في مدينة ساحلية", speaker: [] },
])("«$title» is said by $speaker", ({ title, speaker }) => expect(speakerOf(title)).toEqual(speaker));

test("harakat and spelling do not change a stance", () => {
  expect(stance("تَأجِيل مُباراة الدّيربي")).toEqual(stance("تاجيل مباراه الديربي"));
});

test("any text has a stance", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (title) => {
      expect(Object.keys(stance(title)).sort()).toEqual(Object.keys(PLAIN).sort());
    }),
  );
});
