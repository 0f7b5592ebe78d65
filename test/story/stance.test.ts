import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "../../src/lib/arabic/tokens.ts";
import { type Opening, openingOf, type Stance, stanceOf } from "../../src/story/stance.ts";

const stance = (title: string) => stanceOf(title, tokens(title));
const PLAIN: Stance = {
  explains: false,
  follows: false,
  moves: false,
  reacts: false,
  previews: false,
  speaks: false,
  denies: false,
};

test.each<{ title: string; shows: Partial<Stance> }>([
  { title: "انهيار جسر في مدينة ساحلية", shows: {} },
  { title: "كيف انهار الجسر؟", shows: { explains: true } },
  { title: "من هو المسؤول عن الجسر", shows: { explains: true } },
  { title: "الجسر الذي انهار.. ما هي قصته؟", shows: { explains: true } },
  { title: "هل يعاد بناء الجسر", shows: { explains: true } },
  { title: "الجسر المنهار بالأرقام", shows: { explains: true } },
  { title: "قائمة الجسور المتهالكة", shows: { explains: true } },
  { title: "سامي عطية: المهندس الذي بنى الجسر", shows: { speaks: true, explains: true } },
  { title: "إغلاق الطريق بعد انهيار الجسر", shows: { follows: true } },
  { title: "موعد مباراة الديربي", shows: { previews: true } },
  { title: "قمة مرتقبة بين الجارين", shows: { previews: true } },
  { title: "المدينة تستعد لافتتاح الجسر", shows: { previews: true } },
  { title: "سيارة تعطل السير على الجسر", shows: {} },
  { title: "سياسيون يزورون الجسر", shows: {} },
  { title: "المعارضة تنتقد إغلاق الجسر", shows: { reacts: true } },
  { title: "غضب في المدينة من إغلاق الجسر", shows: { reacts: true } },
  { title: "ترحيب عربي باتفاق الهدنة", shows: { reacts: true } },
  { title: "وزير النقل يعزّي أسر الضحايا", shows: { reacts: true } },
  { title: "تأجيل مباراة الديربي", shows: { moves: true } },
  { title: "مهندس الجسر يمثل أمام القضاء", shows: { moves: true } },
  { title: "إخلاء سبيل مهندس الجسر", shows: { moves: true } },
  { title: "تعيين وزيرة للنقل خلفا للوزير المستقيل", shows: { moves: true } },
  { title: "انهيار الجسر يخلف قتيلين", shows: {} },
  { title: "وزير النقل: لن نعيد بناء الجسر", shows: { speaks: true, denies: true } },
  { title: "لبنان: انهيار جسر في طرابلس", shows: {} },
  { title: "من جديد.. انهيار جسر في المدينة", shows: {} },
  { title: "تاريخ الجسر في صور", shows: { explains: true } },
  { title: "السودان ومصر: اتفاق على الجسر", shows: {} },
  { title: "دوري الأبطال: فوز الضيوف بهدفين", shows: {} },
  { title: "الوزير يصف الجسر بأنه «وصمة في تاريخ المدينة»", shows: { speaks: true } },
])("«$title» shows $shows", ({ title, shows }) => expect(stance(title)).toEqual({ ...PLAIN, ...shows }));

const opening = (title: string, text: string) => openingOf(tokens(title), tokens(text), text);
const NEUTRAL: Opening = { reacts: false, follows: false, namesOffice: false, quotes: false };

test.each<{ title?: string; text: string; shows: Partial<Opening> }>([
  { text: "نددت النقابة بإغلاق الجسر", shows: { reacts: true } },
  { text: "وشددت البلدية على إغلاق الجسر", shows: { reacts: true } },
  { text: "وأعلنت البلدية إغلاق الجسر", shows: {} },
  { text: "أغلقت البلدية الجسر غداة انهيار سوره", shows: { follows: true } },
  { title: "الجسر مغلق عقب العاصفة", text: "أغلقت البلدية الجسر", shows: { follows: true } },
  { text: "بعدت المدينة عن الجسر", shows: {} },
  { text: "زار وزير النقل الجسر", shows: { namesOffice: true } },
  { title: "للرئيس الجديد جسر", text: "افتتح جسر في المدينة", shows: { namesOffice: true } },
  { text: "ذكرت الشركة إن الجسر مغلق", shows: { quotes: true } },
  { text: "ذكرت الشركة أن الجسر مغلق", shows: {} },
  { text: "إنارة الجسر تكتمل", shows: {} },
  { text: "", shows: {} },
])("«$title» and a text that begins with «$text» open so: $shows", ({ title = "", text, shows }) =>
  expect(opening(title, text)).toEqual({ ...NEUTRAL, ...shows }),
);

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
