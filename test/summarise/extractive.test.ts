import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/lib/arabic/clean.ts";
import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { LEAD, NOW, SECOND, text } from "./railway.ts";

test("the lead and what follows, whole and in order", () => {
  const summary = summarise({ id: "a", title: "القطار", paragraphs: [LEAD, SECOND] }, DEFAULT_SUMMARY_LIMITS, NOW);
  expect(summary).toEqual({
    articleId: "a",
    text: `${LEAD} ${SECOND}`,
    sentenceIndexes: [0, 1],
    method: "extractive",
    madeAt: NOW,
  });
});

test("a sentence that only says again what is shown is left out", () => {
  const again = "وافتتح وزير النقل خط القطار الساحلي الجديد بين المرفأ والتل.";
  expect(text([LEAD, again, SECOND])).toBe(`${LEAD} ${SECOND}`);
});

test.each([
  ["وقالت البلدية إن القطار الساحلي سيعود إلى العمل غدا بعد إصلاح الجسر.", "قالت البلدية"],
  ["ولفرهامبتون يستقبل القطار الساحلي في احتفال كبير أقيم أمام المحطة.", "ولفرهامبتون يستقبل"],
  ["وزارة النقل تعيد القطار الساحلي إلى العمل غدا بعد إصلاح الجسر.", "وزارة النقل"],
])("a summary does not open with a «و» that joins it to nothing, and no name loses its own: %s", (text, opening) => {
  const summary = summarise(
    { id: "a", title: "عودة القطار الساحلي", paragraphs: [text] },
    { sentences: 3, words: 60 },
    NOW,
  );
  expect(summary.text.startsWith(opening)).toBe(true);
});

test("behind what is left out nothing stands that speaks of it", () => {
  const paragraphs = [
    "أعلنت هيئة السكك الحديدية أنها ستعيد القطار الساحلي إلى العمل في مايو بعد عامين من الإصلاحات.",
    "شارك الخبر",
    "وتتيح طبيعة هذا النظام تشغيل القطارات بلا سائق على طول الساحل في كل فصول السنة.",
  ];
  const { text } = summarise({ id: "a", title: "عودة القطار الساحلي", paragraphs }, { sentences: 3, words: 60 }, NOW);
  expect(text).toBe(paragraphs[0]);
});

test("nothing opens with a reference to what is not shown", () => {
  for (const leaning of [
    "وأضاف أن العمل سيستمر في الشتاء أيضا.",
    "من جهته، نفى المدير أي تأخير في التسليم.",
    "وقال إن الكلفة لم تتغير.",
  ])
    expect(text([leaning, LEAD])).toBe(LEAD);
});

test("a reference is shown after the sentence that it refers to", () => {
  const added = "وأضاف الوزير أن خطا ثانيا سيبدأ في الربيع.";
  expect(text([LEAD, added])).toBe(`${LEAD} ${added}`);
});

test("a sentence that repeats the headline word for word is left out", () => {
  const title = "افتتاح خط القطار الساحلي بين المرفأ والتل";
  expect(text([`${title}.`, LEAD], title)).toBe(LEAD);
});

test.each([
  { paragraphs: [], why: "no paragraphs" },
  { paragraphs: ["", "   ", "\n"], why: "blank paragraphs" },
  { paragraphs: ["صورة", "شارك الخبر"], why: "nothing but furniture" },
])("no text gives an empty summary: $why", ({ paragraphs }) => {
  const summary = summarise({ id: "a", title: "عنوان", paragraphs }, DEFAULT_SUMMARY_LIMITS, NOW);
  expect([summary.text, summary.sentenceIndexes]).toEqual(["", []]);
});

test("both limits hold at once, nothing is invented, nothing is cut within a word", () => {
  const pieces = fc.constantFrom(
    LEAD,
    SECOND,
    "وأضاف أن العمل مستمر.",
    "«قول قصير. وقول آخر»",
    "شارك الخبر",
    '"',
    "(",
    "نص بلا نهاية",
    "، ثم",
    "كلمة",
  );
  const paragraphs = fc.array(
    fc.oneof(
      fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(" ")),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 8 },
  );
  const limits = fc.record({ sentences: fc.integer({ min: 0, max: 4 }), words: fc.integer({ min: 0, max: 70 }) });
  fc.assert(
    fc.property(paragraphs, limits, (given, limit) => {
      const summary = summarise({ id: "a", title: "القطار الساحلي", paragraphs: given }, limit, NOW);
      expect(summary.sentenceIndexes.length).toBeLessThanOrEqual(limit.sentences);
      const words = summary.text.match(/\S+/g) ?? [];
      expect(words.length).toBeLessThanOrEqual(limit.words);
      const known = new Set(given.flatMap((paragraph) => cleanText(paragraph).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []));
      const [first = "", ...others] = summary.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      for (const word of others) expect(known).toContain(word);
      // A «و» that joins to what is not shown goes.
      expect(first === "" || known.has(first) || known.has(`و${first}`)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test.each([
  'كشفت "فيسبوك" عن خدمة جديدة للباحثين عن عمل في أربعين دولة بعد تجربتها عاما كاملا.',
  "أفادت «رويترز» بأن البنك المركزي قرر خفض سعر الفائدة ربع نقطة مئوية.",
  "هذا هو المدرب الجديد للمنتخب الوطني، وقد وصل أمس إلى العاصمة مع مساعديه.",
  "أخيرا وصل القطار الأول إلى محطة التل بعد خمس سنوات من العمل.",
  "فيما كان السكان نياما هز انفجار قوي مصنعا للدهانات على أطراف المدينة.",
  "كما لو أن الحر لا يكفي، انقطعت المياه أمس عن ثلاثة أحياء في المدينة.",
])("the first sentence of a text leans on nothing: %s", (line) =>
  expect(text([line, SECOND])).toBe(`${line} ${SECOND}`),
);

test("a paragraph that says again what the standfirst says is left out, one that goes on with a new fact stays", () => {
  const standfirst =
    "وافق مجلس الوزراء السعودي على السياسة الوطنية لبرنامج الطاقة الذرية، ما يمهد الطريق لأولى عقود المفاعلات النووية.";
  const retold =
    "وافق مجلس الوزراء اليوم على السياسة الوطنية لبرنامج الطاقة الذرية بحسب الإعلام الرسمي، ما يمهد لعقود المفاعلات.";
  const more = "وتريد المملكة أن تبني 16 مفاعلا نوويا خلال العقدين المقبلين.";
  expect(text([standfirst, retold, more], "الطاقة الذرية")).toBe(`${standfirst} ${more}`);
  const counted = `وقد ${retold.replace("المفاعلات.", "16 مفاعلا.")}`;
  expect(text([standfirst, counted], "الطاقة الذرية")).toBe(`${standfirst} ${counted}`);
});

test.each([
  ["quotations that never close", "«قال "],
  ["commas without a stop", "قال، "],
  ["letters with stops", "أ."],
  ["spelled letters", "بي. "],
  ["brackets that never close", "(قال. "],
])("a paragraph without end takes no time: %s", (_, piece) => {
  const start = performance.now();
  text([piece.repeat(30_000)]);
  expect(performance.now() - start).toBeLessThan(10_000); // a bound against hanging, not a timing
});

test("a question that only promises what is not shown is left out at the end, a heading that asks anywhere", () => {
  expect(text([LEAD, "فهل ينجح القطار في جذب الركاب إلى الساحل؟"])).toBe(LEAD);
  expect(text([LEAD, "ما هو القطار الساحلي؟", SECOND])).toBe(`${LEAD} ${SECOND}`);
});

test("a short sentence of a line is shown where the next one leans on it", () => {
  const line =
    "افتتح الوزير خط القطار الساحلي صباح اليوم. بلغ الركاب 500. أكثر من نصفهم من سكان التل والقرى المجاورة لها.";
  expect(text([line])).toBe(line);
});

test("a first sentence with a verb that may go on with a speech tells, where nobody speaks", () => {
  const line = "تابعت الصحف العالمية الصادرة اليوم افتتاح الخط الساحلي الجديد وتوقفت عند كلفته الكبيرة.";
  expect(text([line, SECOND])).toBe(`${line} ${SECOND}`);
});

test("who speaks may have a long name in quotation marks", () => {
  const spoken = 'قالت "جمعية أصدقاء القطار الساحلي القديم" (وهي أهلية) إن الخط الجديد سيعيد الحياة إلى عشرين قرية.';
  expect(text([spoken, "وتضم الجمعية نحو ألف عضو من المدينتين."])).toContain(spoken);
});

test("a text that begins again under its own introduction is not told twice, nor what leans on that", () => {
  const again =
    "دشن وزير النقل صباحا خط القطار الساحلي بين مدينتي المرفأ والتل بكلفة 900 مليون بعد خمس سنوات من العمل المتواصل.";
  expect(text([LEAD, SECOND, again])).toBe(`${LEAD} ${SECOND}`);
  expect(text([LEAD, again, SECOND])).toBe(LEAD);
  expect(text([LEAD, `و${again}`])).toBe(`${LEAD} و${again}`);
});

test.each([
  ["tells more of a part of it", "الطرد الذي انفجر في المستودع كان متجها بالبريد إلى شركة في العاصمة، وفتحه عامل آخر."],
  [
    "tells what was before",
    "كان عامل قد أصيب بجروح طفيفة قبل 30 يوما حين انفجر طرد في مستودع مصنع الورق مساء الجمعة، وأغلقت الشرطة المنطقة الصناعية في مدينة المرفأ.",
  ],
])("a line that %s does not begin the text again", (_, more) => {
  const lead =
    "انفجر طرد في مستودع مدينة التل مساء الاثنين وأصيب عامل بجروح طفيفة ونقل إلى المستشفى، فيما أغلقت الشرطة المنطقة الصناعية كلها وفتشت سيارات البريد.";
  expect(text([lead, more])).toBe(`${lead} ${more}`);
});

test("a question stands only before its answer", () => {
  const question = "فمن دفع ثمن هذا الخط كله؟";
  const answer = "ودفعت المدينتان نصف الكلفة والدولة نصفها الآخر على مدى خمس سنوات.";
  expect(text([`${LEAD} ${question}`, answer])).toBe(`${LEAD} ${question} ${answer}`);
  const again = "افتتح وزير النقل اليوم خط القطار الساحلي الجديد بين المرفأ والتل.";
  expect(text([`${LEAD} ${question}`, again, answer])).toBe(`${LEAD} ${answer}`);
});
