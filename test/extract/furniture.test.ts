import { expect, test } from "vitest";
import {
  COMMENTS_HEADING,
  END_HEADING,
  isFurnitureLine,
  READ_ALSO_LINE,
  RELATED_HEADING,
} from "../../src/extract/furniture.ts";
import { normalise } from "../../src/lib/arabic/normalise.ts";

test("patterns are written in the letters that normalised text has", () => {
  for (const { source } of [COMMENTS_HEADING, END_HEADING, READ_ALSO_LINE, RELATED_HEADING]) {
    const letters = source.replace(/[^\p{Script=Arabic}]+/gu, " ");
    expect(normalise(letters)).toBe(letters.trim());
  }
});

test.each([
  "إقرأ أيضاً",
  "اقرأ أيضًا:",
  "اقرأ كذلك",
  "شاهد ايضآ:",
  "انظر أيضا",
  "مقالات ذات صلة",
  "مقالات دات صلة:",
  "مواضيع ذات علاقة",
  "أخبار متعلقة",
  "الموضوعات المتعلقة",
  "الأخبار ذات الصلة",
  "موارد ذات صلة",
  "محتوى ذو صلة",
  "قد يعجبك أيضاً",
  "قد يهمكم",
  "المزيد حول هذه القصة",
  "قصص مقترحة",
  "اخترنا لكم",
  "À lire aussi",
])("«%s» opens related links", (heading) => expect(RELATED_HEADING.test(normalise(heading))).toBe(true));

test.each([
  "الأكثر قراءة",
  "آخر الأخبار",
  "مقالات مختارة",
  "زوارنا يقرأون الآن",
  "مواد البناء",
  "أخبار البلد",
  "ذات يوم في حلب",
])("«%s» does not", (heading) => expect(RELATED_HEADING.test(normalise(heading))).toBe(false));

test.each([
  "بقلم: سلمى الحداد",
  "بواسطة محرر السهل",
  "نُشر في 22 نوفمبر 2026",
  "الأحد 22 نوفمبر 2026 م - 2 جمادى الآخرة 1448 هـ",
  "22 تشرين الثاني/ نوفمبر 2026، 14:05 بتوقيت غرينتش",
  "طباعة Email فيسبوك تويتر لينكدين Pin Interest Whats App",
  "منذ 5 دقائق",
  "- إعلان -",
  "(النهاية) ه ب",
  "// انتهى //",
  "الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00 (GMT+0400)",
  "قبل 3 ساعات",
  "نُشر: 09:15-22 نوفمبر 2026 م ـ 12 جمادى الآخرة 1448 هـ",
  "اشترك في قناة السهل على تلغرام لتصلك الأخبار أولا بأول",
  "تابعوا آخر أخبار السهل عبر تطبيقنا",
  "رئيس التحرير: نبيل عمران | مدير التحرير: هدى قاسم",
  "هذا المقال للمشتركين فقط",
  "لا توجد تعليقات",
  "التعليق على الصورة، عمال المصنع أمام بابه",
  "(السهل - وكالة الأنباء)",
  "الوسوم: ورق، صناعة",
  "الرئيسية » اقتصاد",
])("«%s» is furniture", (line) => expect(isFurnitureLine(normalise(line))).toBe(true));

test.each([
  "بقلم رصاص قصير كتب السجين رسالته الأخيرة إلى أمه، ثم أخفاها في الجدار.",
  "بواسطة طائرات صغيرة رُشت الحقول في أسبوع واحد بدل شهر.",
  "اشترك في البطولة عشرون فريقا من عشر دول.",
  "نُشر في المدينة مئتا شرطي قبل المباراة بساعات.",
  "حدث في مثل هذا اليوم قبل مئة عام أن فاض النهر وغمر السوق.",
  "كتب الشاعر قصيدته في ليلة واحدة.",
  "15 قراءة للنص ذاته قدمها النقاد في الأمسية.",
  "تابعوا أخبار أبنائكم في المدرسة كل أسبوع، تنصح المعلمة.",
  "في 22 نوفمبر 2026 عاد المصنع.",
  "تويتر يغيّر شعاره من جديد",
  "انتهى الدرس",
])("«%s» is text", (line) => expect(isFurnitureLine(normalise(line))).toBe(false));
