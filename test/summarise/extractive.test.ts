import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/lib/arabic/clean.ts";
import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";

const NOW = Date.UTC(2026, 10, 23);
const LEAD = "افتتح وزير النقل اليوم خط القطار الساحلي الجديد بين مدينتي المرفأ والتل بعد خمس سنوات من العمل.";
const SECOND = "ويختصر الخط زمن الرحلة إلى أربعين دقيقة ويتسع القطار الواحد لستمئة راكب.";
const text = (paragraphs: readonly string[], title = "القطار الساحلي", limits = DEFAULT_SUMMARY_LIMITS) =>
  summarise({ id: "a", title, paragraphs }, limits, NOW).text;

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

test("a sentence that only says again what is shown is left out", () => {
  const again = "وافتتح وزير النقل خط القطار الساحلي الجديد بين المرفأ والتل.";
  expect(text([LEAD, again, SECOND])).toBe(`${LEAD} ${SECOND}`);
});

test.each([
  ["وقال مصدر في الوزارة إن", "at a word that needs another"],
  ["ويتسع القطار الواحد لمئات الركاب،", "at a comma"],
])("a line that breaks off is left out: «%s» %s", (line) => expect(text([LEAD, line])).toBe(LEAD));

test("a first line that breaks off is shown up to its last clause", () => {
  expect(text([`${LEAD.slice(0, -1)}،`])).toBe(`${LEAD.slice(0, -1)}…`);
  expect(text([`${LEAD.slice(0, -1)}، وقال الوزير إن`])).toBe(`${LEAD.slice(0, -1)}…`);
});

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
  "شارك آلاف العمال في مسيرة سلمية وسط العاصمة للمطالبة برفع الأجور.",
  "كتب الرئيس على حسابه أن المفاوضات لن تبدأ قبل نهاية الشهر.",
  "شاهد سكان القرى الحدودية دخانا كثيفا يتصاعد من الغابة فجر اليوم.",
  "تابع الوزراء في اجتماعهم الأسبوعي سير العمل في السد الجديد.",
  "ودعت المدينة أمس شاعرها الكبير بعد صراع طويل مع المرض.",
  "واصلت فرق الإنقاذ البحث عن ثلاثة عمال فقدوا في المنجم.",
])("a sentence that only begins like furniture or a reference stays: %s", (line) => expect(text([line])).toBe(line));

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

test("a dateline before the text is not part of it", () => {
  expect(text([`المرفأ (أ ف ب) - ${LEAD}`])).toBe(LEAD);
  expect(text([`دبي، الإمارات العربية المتحدة (CNN)-- ${LEAD}`])).toBe(LEAD);
});

test("a quotation that runs over two sentences comes whole or not at all", () => {
  const quotation = "وقالت المديرة «انتهى العمل قبل موعده. نشكر كل من صبر علينا».";
  expect(text([LEAD, quotation])).toBe(`${LEAD} ${quotation}`);
  const long = `وقالت المديرة «${"كلام طويل ".repeat(20)}. نشكر كل من صبر علينا».`;
  expect(text([LEAD, long])).toBe(LEAD);
});

test("a first sentence that is too long is cut at a clause, outside quotations", () => {
  const clause = "أعلنت الهيئة الوطنية للطرق والجسور في مؤتمر صحفي عقدته صباح اليوم في مقرها بالعاصمة";
  const cut = text([`${clause}، عن خطة «تبدأ فورا، وتستمر ${"عاما بعد عام ".repeat(20)}».`]);
  expect(cut).toBe(`${clause}…`);
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

test("a paragraph that says again what the standfirst says is left out, one with a new fact stays", () => {
  const standfirst =
    "وافق مجلس الوزراء السعودي على السياسة الوطنية لبرنامج الطاقة الذرية، ما يمهد الطريق لأولى عقود المفاعلات النووية.";
  const retold =
    "وافق مجلس الوزراء اليوم على السياسة الوطنية لبرنامج الطاقة الذرية بحسب الإعلام الرسمي، ما يمهد لعقود المفاعلات.";
  const more = "وتريد المملكة أن تبني 16 مفاعلا نوويا خلال العقدين المقبلين.";
  expect(text([standfirst, retold, more], "الطاقة الذرية")).toBe(`${standfirst} ${more}`);
  const counted = retold.replace("المفاعلات.", "16 مفاعلا.");
  expect(text([standfirst, counted], "الطاقة الذرية")).toBe(`${standfirst} ${counted}`);
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

test("a sentence that is cut without a clause does not end in a word that needs another", () => {
  const words = "تحدث المهندسون طويلا عن الجسور والأنفاق والمحطات التي بنوها في";
  const cut = text([`${words} ${"الجبال والسهول ".repeat(30)}`], "القطار", { sentences: 1, words: 10 });
  expect(cut).toBe("تحدث المهندسون طويلا عن الجسور والأنفاق والمحطات التي بنوها…");
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

test.each([
  [`بغداد – الرافد: ${LEAD}`, "a place and an outlet that no list has"],
  [`غزة/ مراسلنا: ${LEAD}`, "a place and the outlet's own writer"],
  [`دبي، الإمارات العربية المتحدة – ${LEAD}`, "places alone"],
])("«%s» is shown without its dateline: %s", (line) => expect(text([line])).toBe(LEAD));

test.each([
  "القاهرة – وهي أكبر مدن البلاد – تستعد لاستقبال القطار الأول من الساحل.",
  "لبنان: القطار يعود إلى الساحل بعد أربعين عاما من الغياب.",
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

test("a question that only promises what is not shown is left out at the end, a heading that asks anywhere", () => {
  expect(text([LEAD, "فهل ينجح القطار في جذب الركاب إلى الساحل؟"])).toBe(LEAD);
  expect(text([LEAD, "ما هو القطار الساحلي؟", SECOND])).toBe(`${LEAD} ${SECOND}`);
});

test("a short sentence of a line is shown where the next one leans on it", () => {
  const line =
    "افتتح الوزير خط القطار الساحلي صباح اليوم. بلغ الركاب 500. أكثر من نصفهم من سكان التل والقرى المجاورة لها.";
  expect(text([line])).toBe(line);
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

test("a first sentence that ends in a colon is shown up to its last whole clause", () => {
  const line = "سجلت أسعار الذهب اليوم ارتفاعا كبيرا في كل الأسواق المحلية، وجاءت كالتالي:";
  expect(text([line])).toBe("سجلت أسعار الذهب اليوم ارتفاعا كبيرا في كل الأسواق المحلية…");
});

test("a sentence that goes on behind a comma on the next line is one", () => {
  const [first, next] = [
    "قرر الوزراء إبقاء أسعار التذاكر كما هي حتى نهاية العام،",
    "رغم أن الكلفة ارتفعت كثيرا في الصيف.",
  ];
  expect(text([first as string, next as string], "أسعار التذاكر")).toBe(`${first} ${next}`);
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

test("a cut does not leave an opening that waits for its clause", () => {
  const whole = "أعلنت الهيئة أن القطار نقل مليون راكب في شهره الأول، وأن التأخير لم يتجاوز دقيقتين";
  const cut = text([`${whole}، وبعد خروج القطار الأخير من المحطة، ${"عاد العمال إلى بيوتهم ".repeat(20)}.`], "القطار", {
    sentences: 3,
    words: 26,
  });
  expect(cut).toBe(`${whole}…`);
});

test.each(["حسب رويترز.", "بحسب ما أعلنت الهيئة، الأربعاء."])(
  "half a sentence that only says whose it is is left out: %s",
  (half) => expect(text([`${LEAD} ${half} ${SECOND}`])).toBe(`${LEAD} ${SECOND}`),
);

test("a first sentence with a verb that may go on with a speech tells, where nobody speaks", () => {
  const line = "تابعت الصحف العالمية الصادرة اليوم افتتاح الخط الساحلي الجديد وتوقفت عند كلفته الكبيرة.";
  expect(text([line, SECOND])).toBe(`${line} ${SECOND}`);
});

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
