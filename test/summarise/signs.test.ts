import { expect, test } from "vitest";
import { summarise } from "../../src/summarise/extractive.ts";
import { LEAD, NOW, SECOND, text } from "./railway.ts";

test.each([
  {
    given: 'أكدت الهيئة في بيان أن "نحو أربعين في المئة من الركاب يدفعون بالهاتف منذ بداية العام.',
    shown: "أكدت الهيئة في بيان أن نحو أربعين في المئة من الركاب يدفعون بالهاتف منذ بداية العام.",
    why: "after «أن» it goes",
  },
  {
    given: 'شارك ثلاثمئة شاب في سباق للجري على طول الخط الجديد نظمته جمعية "أصدقاء القطار.',
    shown: 'شارك ثلاثمئة شاب في سباق للجري على طول الخط الجديد نظمته جمعية "أصدقاء القطار".',
    why: "around a name at the end it is closed",
  },
  {
    given: 'قال الوزير في كلمة قصيرة ألقاها أمام الحاضرين في المحطة: "هذا يوم كبير لنا جميعا ولمن عملوا.',
    shown: "قال الوزير في كلمة قصيرة ألقاها أمام الحاضرين في المحطة…",
    why: "of a speech nothing is shown",
  },
  {
    given: 'قالت الهيئة أمس إن أحد القطارات تعرض "لرشق بالحجارة قرب محطة التل، ولم يصب أحد من الركاب بسوء.',
    shown: "قالت الهيئة أمس إن أحد القطارات تعرض لرشق بالحجارة قرب محطة التل، ولم يصب أحد من الركاب بسوء.",
    why: "within a narration it goes",
  },
])("a quotation mark that is never closed: $why", ({ given, shown }) => {
  expect(text([given, SECOND])).toBe(`${shown} ${SECOND}`);
});

test.each([
  [
    'وتعتبر الهيئة عودة القطار "اجتماعا للمدن التي فرقها السيل قبل عامين، بحسب بيانها الرسمي.',
    'وتعتبر الهيئة عودة القطار "اجتماعا للمدن التي فرقها السيل قبل عامين"، بحسب بيانها الرسمي.',
  ],
  [
    'وقالت الهيئة إن "القطار سيتوقف في ست محطات لأن بعضها "لم يكتمل بعد".',
    'وقالت الهيئة إن القطار سيتوقف في ست محطات لأن بعضها "لم يكتمل بعد".',
  ],
])("a quotation that a later sentence forgot to close costs no sentence: %s", (sentence, shown) => {
  const first = "أعلنت هيئة السكك الحديدية أنها ستعيد القطار الساحلي إلى العمل في مايو بعد عامين من الإصلاحات.";
  const article = { id: "a", title: "عودة القطار الساحلي", paragraphs: [first, sentence] };
  expect(summarise(article, { sentences: 3, words: 60 }, NOW).text).toBe(`${first} ${shown}`);
});

test("the words of somebody that a sentence only ends are not told as ours", () => {
  const first = "أعلنت هيئة السكك الحديدية أنها ستعيد القطار الساحلي إلى العمل في مايو بعد عامين من الإصلاحات.";
  const rest = 'سيكون جميلا أن أعود إلى قريتي على الساحل بعد غياب طويل"، بحسب أحد الركاب في المحطة.';
  const article = { id: "a", title: "عودة القطار الساحلي", paragraphs: [first, rest] };
  expect(summarise(article, { sentences: 3, words: 60 }, NOW).text).toBe(first);
});

test("a bracket that was typed the wrong way round is turned", () => {
  const text = "عاد القطار الساحلي (إذا استثنينا محطتين ( إلى العمل كاملا صباح أمس بعد عامين من الإصلاحات في الجسور.";
  const article = { id: "a", title: "عودة القطار الساحلي", paragraphs: [text] };
  expect(summarise(article, { sentences: 3, words: 60 }, NOW).text).toBe(text.replace("محطتين ( ", "محطتين) "));
});

test("a quotation that runs over two sentences comes whole or not at all", () => {
  const quotation = "وقالت المديرة «انتهى العمل قبل موعده. نشكر كل من صبر علينا».";
  expect(text([LEAD, quotation])).toBe(`${LEAD} ${quotation}`);
  const long = `وقالت المديرة «${"كلام طويل ".repeat(20)}. نشكر كل من صبر علينا».`;
  expect(text([LEAD, long])).toBe(LEAD);
});

test("hashtags are shown as words, but where one is spoken of, and blanks before commas go", () => {
  expect(text(["افتتح #وزير_النقل خط #القطار_الساحلي الجديد ، وسط حضور كبير من سكان المدينتين ."])).toBe(
    "افتتح وزير النقل خط القطار الساحلي الجديد، وسط حضور كبير من سكان المدينتين.",
  );
  const spoken = "تصدر وسم #القطار_الساحلي مواقع التواصل بعد افتتاح الخط الجديد بين المدينتين صباح اليوم.";
  expect(text([spoken])).toBe(spoken);
});

test.each([
  [
    'قال الوزير إن القطار سيصل إلى المدينة قبل نهاية العام بكل تأكيد".',
    "قال الوزير إن القطار سيصل إلى المدينة قبل نهاية العام بكل تأكيد.",
  ],
  [
    "وصف الوزير الخط بأنه ”إنجاز كبير“ وشكر كل من عمل فيه طوال خمس سنوات.",
    "وصف الوزير الخط بأنه ”إنجاز كبير“ وشكر كل من عمل فيه طوال خمس سنوات.",
  ],
])("a mark that closes alone goes, marks that stand the other way round are whole: %s", (line, shown) =>
  expect(text([line])).toBe(shown),
);

test("numbers of a list, marks that nobody read and blanks before commas go", () => {
  expect(
    text([
      "1. أقرت الحكومة رفع الحد الأدنى للأجور، كما قال الوزير ،الذي _حضر_ الجلسة.",
      "٢- وأجلت الضريبة العقارية عاما كاملا.",
    ]),
  ).toBe("أقرت الحكومة رفع الحد الأدنى للأجور، كما قال الوزير، الذي حضر الجلسة. وأجلت الضريبة العقارية عاما كاملا.");
});

test("a number that belongs to the sentence is no number of a list", () => {
  const lead = "12 قتيلا سقطوا في حريق مصنع قرب المرفأ، وفق ما أعلنت هيئة الإطفاء صباح اليوم.";
  expect(text([lead])).toBe(lead);
});

test.each([
  ['قال المدير بعد الجلسة الطويلة :"لن نتراجع عن الخطة".', 'قال المدير بعد الجلسة الطويلة: "لن نتراجع عن الخطة".'],
  ["فازت اللاعبة بنتيجة 7-6 ،7-5 في نهائي البطولة أمس.", "فازت اللاعبة بنتيجة 7-6، 7-5 في نهائي البطولة أمس."],
  ["وقعت السعودية و#بريطانيا اتفاقا جديدا في الرياض أمس.", "وقعت السعودية وبريطانيا اتفاقا جديدا في الرياض أمس."],
])("signs stand where they belong: «%s»", (line, shown) => expect(text([line])).toBe(shown));
