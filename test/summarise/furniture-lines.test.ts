import { expect, test } from "vitest";
import { LEAD, SECOND, text } from "./railway.ts";

test.each([
  ["صورة أرشيفية لمحطة القطار (رويترز)", "a caption"],
  ["اقرأ أيضا: الحكومة تعد بخط ثان قبل نهاية العام المقبل", "an invitation to read"],
  ["شارك الخبر عبر فيسبوك وتويتر وواتساب", "an invitation to share"],
  ["كتب: سامي الحداد", "a credit"],
  ["المصدر: وكالات ومواقع محلية", "a source line"],
  ["آخر تحديث: 23 نوفمبر 2026 عند الساعة 10:30", "a time of update"],
  ["الاثنين 23 نوفمبر 2026 - 10:30 مساء", "a date"],
  ["المرفأ - رويترز", "a dateline that stands alone"],
  ["جميع الحقوق محفوظة لموقع الساحل 2026", "rights"],
])("«%s» is left out: %s", (line) => expect(text([line, LEAD])).toBe(LEAD));

test.each([
  "وسنورد المزيد من التفاصيل قريبا.",
  "وسنوافيكم بتفاصيل أوفى فور ورودها.",
  "التفاصيل بعد قليل.",
  "والمزيد من التفاصيل لاحقا.",
  "خبر عاجل يتبع تفاصيله لاحقا.",
])("what an outlet promises of breaking news is left out: «%s»", (promise) =>
  expect(text([`${LEAD} ${promise}`])).toBe(LEAD),
);

test.each([
  "ولم تقدم الهيئة مزيدا من التفاصيل عن الكلفة النهائية للخط.",
  "وقال مدير الهيئة إن الخط يفتح للركاب في الصيف وإن التفاصيل ستعلن قريبا.",
])("details that are not given, or that somebody promises, are news: «%s»", (news) =>
  expect(text([`${LEAD} ${news}`])).toBe(`${LEAD} ${news}`),
);

test.each([
  ["أطفال يلوحون للقطار (أ.ف.ب)", LEAD],
  ["وصول الوزير إلى المحطة (واس)", LEAD],
  ["افتتح الخط في تموز/آب.", `افتتح الخط في تموز/آب. ${LEAD}`],
])("an agency in brackets is told from a month: %s", (line, summary) => expect(text([line, LEAD])).toBe(summary));

test("rows of a table are no sentences, however wide", () => {
  const rows = [
    "القطار | من | إلى | يقوم | يصل",
    "الأول | المرفأ | التل | 6:30 | 7:10 | كل يوم عدا الجمعة والسبت والأعياد",
  ];
  expect(text([LEAD.slice(0, -1), ...rows, SECOND])).not.toContain("|");
});

test.each(["- ", "** ", "• ", "- – "])("the mark of a list before a sentence is not shown: %s", (mark) =>
  expect(text([mark + LEAD, mark + SECOND])).toBe(`${LEAD} ${SECOND}`),
);

test.each([
  "حجم الخط: صغير متوسط كبير",
  "مقطع مصور من مكان الافتتاح بعدسة أحد السكان",
  "الأولى > أخبار البلد > المواصلات",
  "اختر لونك المفضل من القائمة.",
  "كن أول من يعلق.",
  "يمكنكم متابعة كل جديد على قناتنا.",
  "ساهم في إعداد التقرير سامي الحداد.",
])("furniture that no list knows is left out in front of a text: %s", (line) =>
  expect(text([line, LEAD, SECOND])).toBe(`${LEAD} ${SECOND}`),
);

test("a short first line that has to do with the headline or the text stays", () => {
  const short = "تأخر القطار خمس سنوات.";
  expect(text([short, LEAD])).toBe(`${short} ${LEAD}`);
  expect(text(["بكى كثيرون من الفرح. كان ذلك عند وصول القطار الأول إلى المرفأ.", LEAD])).toMatch(/^بكى كثيرون/);
});

test.each([
  ["اقرأ هنا قصة المهندس الذي خطط القطار", "a heading in the middle"],
  ["ريبورتاج موفدنا سامي الحداد ومنى السالم", "a credit"],
  ["ويوضح الرسم المرفق محطات الخط كلها.", "what can only be seen on the page"],
])("«%s» between sentences is left out: %s", (line) => expect(text([LEAD, line, SECOND])).toBe(`${LEAD} ${SECOND}`));

test.each([
  "شارك آلاف العمال في مسيرة سلمية وسط العاصمة للمطالبة برفع الأجور.",
  "كتب الرئيس على حسابه أن المفاوضات لن تبدأ قبل نهاية الشهر.",
  "شاهد سكان القرى الحدودية دخانا كثيفا يتصاعد من الغابة فجر اليوم.",
  "تابع الوزراء في اجتماعهم الأسبوعي سير العمل في السد الجديد.",
  "ودعت المدينة أمس شاعرها الكبير بعد صراع طويل مع المرض.",
  "واصلت فرق الإنقاذ البحث عن ثلاثة عمال فقدوا في المنجم.",
])("a sentence that only begins like furniture or a reference stays: %s", (line) => expect(text([line])).toBe(line));

test("a dateline before the text is not part of it", () => {
  expect(text([`المرفأ (أ ف ب) - ${LEAD}`])).toBe(LEAD);
  expect(text([`دبي، الإمارات العربية المتحدة (CNN)-- ${LEAD}`])).toBe(LEAD);
});

test.each([
  ".. أيضا/ وزير النقل يزور محطة التل غدا",
  "طالع أيضا: رحلة في القطار الجديد من المرفأ إلى التل",
  "اقرأ المزيد: كم تكلف التذكرة في القطار الجديد؟",
  "وأيضا: رحلة في القطار الجديد من المرفأ إلى التل",
])("an invitation to read something else is left out wherever it stands: %s", (line) => {
  expect(text([LEAD, line, SECOND])).toBe(`${LEAD} ${SECOND}`);
  expect(text([line, LEAD])).toBe(LEAD);
});

test.each([
  [`بغداد – الرافد: ${LEAD}`, "a place and an outlet that no list has"],
  [`غزة/ مراسلنا: ${LEAD}`, "a place and the outlet's own writer"],
  [`دبي، الإمارات العربية المتحدة – ${LEAD}`, "places alone"],
  [`كوبرتينو (الولايات المتحدة) - أ ف ب: ${LEAD}`, "a place with its country"],
  [`القاهرة (رويترز) ${LEAD}`, "no dash"],
])("«%s» is shown without its dateline: %s", (line) => expect(text([line])).toBe(LEAD));

test.each([
  "القاهرة – وهي أكبر مدن البلاد – تستعد لاستقبال القطار الأول من الساحل.",
  "لبنان: القطار يعود إلى الساحل بعد أربعين عاما من الغياب.",
  "ذكرت وكالة الأنباء الأردنية (بترا) أن القطار يعود إلى الساحل في مايو بعد غياب طويل.",
  "قالت وكالة أنباء الإمارات (وام): يعود القطار إلى الساحل في مايو بعد غياب طويل.",
  "تستضيف شبكة (CNN) مناظرة عن القطار الساحلي وكلفته مساء غد بمشاركة وزير النقل.",
])("an aside or a speaker is no dateline: %s", (line) => expect(text([line])).toBe(line));

test("LONDON — before an English sentence is its dateline", () => {
  const line = "The minister opened the new railway along the coast on Monday after five years of work.";
  expect(text([`LONDON — ${line}`], "Railway")).toBe(line);
});

test("of an interview only what stands before its first question is shown", () => {
  const paragraphs = [
    "يروي المهندس سامي الحداد، الذي خطط القطار الساحلي، كيف بدأت الفكرة قبل عشرين عاما وكيف تعثر تمويلها ثلاث مرات قبل أن يسير القطار.",
    "- كيف بدأت فكرة القطار الساحلي، ومن شجعك عليها في تلك السنوات الأولى؟",
    "نعم، كنت طالبا حين رسمت أول خريطة للخط.",
    "- وهل ندمت يوما على السنوات التي قضيتها في هذا العمل الطويل والشاق؟",
    "لم أندم يوما واحدا على ذلك العمل.",
  ];
  expect(text(paragraphs)).toBe(paragraphs[0]);
});

test("a column may open with a short line that has no word of its headline, where the next one goes on with it", () => {
  const [first, next] = [
    "لا شيء يشبه البحر في الليل.",
    "وكان أبي يقول ذلك كلما جلسنا على الصخور قرب المرفأ وانتظرنا عودة الصيادين.",
  ];
  expect(text([first as string, next as string], "حكايات الساحل")).toBe(`${first} ${next}`);
});

test("rows of a table are not shown, lines without a stop get one", () => {
  const rows = ["1 الأهلي 20 15 3 2 48", "2 الزمالك 20 14 3 3 45"];
  expect(text([LEAD, ...rows, SECOND])).toBe(`${LEAD} ${SECOND}`);
  const line = "ارتفع سعر الذهب في السوق المحلية صباح اليوم إلى أعلى مستوى منذ ثلاثة أشهر";
  expect(text([line, "وبلغ سعر الغرام 4250 جنيها بعد أن كان 4100 جنيه قبل أسبوع واحد فقط"])).toBe(
    `${line}. وبلغ سعر الغرام 4250 جنيها بعد أن كان 4100 جنيه قبل أسبوع واحد فقط.`,
  );
});

test.each(["حسب رويترز.", "بحسب ما أعلنت الهيئة، الأربعاء."])(
  "half a sentence that only says whose it is is left out: %s",
  (half) => expect(text([`${LEAD} ${half} ${SECOND}`])).toBe(`${LEAD} ${SECOND}`),
);

test.each([
  ["بحرٌ هنا وسماءٌ فوق قريتنا *** وقاربٌ عائدٌ من رحلة الغرق", "a verse"],
  ["تصحيح: ورد في نسخة سابقة من الخبر أن الخط بطول 90 كيلومترا، والصحيح 70.", "a correction"],
  [
    "حسبما نقلت وكالة الأنباء الرسمية عن مصدر مسؤول في هيئة السكك الحديدية بمحافظة المرفأ.",
    "half a sentence of whose it is",
  ],
])("«%s» is left out: %s", (line) => expect(text([LEAD, line, SECOND])).toBe(`${LEAD} ${SECOND}`));

test("a report on products with names in Latin letters is told, a line of them is not", () => {
  const lead = 'كشفت شركة Northwind Devices عن حاسوبها Aurora Book Ultra 14 بسعر $999 في حدث "Spring Forward Live".';
  expect(text([lead, "Read more on Northwind Devices عبر الرابط", "وتبدأ المبيعات الجمعة المقبل في عشر دول."])).toBe(
    `${lead} وتبدأ المبيعات الجمعة المقبل في عشر دول.`,
  );
});
