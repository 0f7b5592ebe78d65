import { expect, test } from "vitest";
import type { Article } from "../../src/story/article.ts";
import { fingerprint } from "../../src/story/fingerprint.ts";
import { additionTo } from "../../src/summarise/addition.ts";
import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS, type SummaryLimits } from "../../src/summarise/summary.ts";
import { article } from "../fakes/article.ts";

const told = (id: string, title: string, ...paragraphs: string[]): Article =>
  article(id, title, { paragraphs, fingerprint: fingerprint(title, paragraphs) });

const LEAD = told(
  "lead",
  "غرق مركب صيد قبالة ساحل المدينة",
  "غرق مركب صيد قبالة ساحل المدينة فجر الأربعاء بعد أن ضربته أمواج عالية، وأنقذ خفر السواحل طاقمه كله.",
);
const additionOf = (lead: Article, others: readonly Article[], limits: SummaryLimits = DEFAULT_SUMMARY_LIMITS) =>
  additionTo(summarise(lead, limits, 0), lead, others, limits);

test("a sentence with a number that the article lacks is added, and whose it is is told", () => {
  const other = told(
    "other",
    "إنقاذ طاقم مركب غارق",
    "أنقذ خفر السواحل 11 صيادا من مركب غرق قبالة الساحل أثناء عودته إلى الميناء.",
  );
  expect(additionOf(LEAD, [other])).toEqual({
    articleId: "other",
    text: "أنقذ خفر السواحل 11 صيادا من مركب غرق قبالة الساحل أثناء عودته إلى الميناء.",
  });
});

test.each([
  [
    "وأنقذ خفر السواحل 11 صيادا من مركب غرق قبالة الساحل أثناء عودته.",
    "أنقذ خفر السواحل 11 صيادا من مركب غرق قبالة الساحل أثناء عودته.",
  ],
  [
    "وفي مركب الصيد الذي غرق قبالة الساحل كان 11 صيادا بحسب الميناء.",
    "في مركب الصيد الذي غرق قبالة الساحل كان 11 صيادا بحسب الميناء.",
  ],
  [
    "وقد ضربت الأمواج 11 صيادا على مركب غرق قبالة الساحل أثناء عودته.",
    "ضربت الأمواج 11 صيادا على مركب غرق قبالة الساحل أثناء عودته.",
  ],
  [
    "والد قبطان المركب الذي غرق قبالة الساحل كان بين 11 صيادا عليه.",
    "والد قبطان المركب الذي غرق قبالة الساحل كان بين 11 صيادا عليه.",
  ],
  [
    "وصل 11 صيادا من مركب غرق قبالة الساحل إلى الميناء سالمين.",
    "وصل 11 صيادا من مركب غرق قبالة الساحل إلى الميناء سالمين.",
  ],
])("it does not go on with what is not shown: «%s»", (sentence, shown) => {
  expect(additionOf(LEAD, [told("other", "إنقاذ طاقم مركب", sentence)])?.text).toBe(shown);
});

test("a sentence with a place that the article lacks is added", () => {
  const other = told(
    "other",
    "غرق مركب",
    "قالت سلطات الميناء إن مركب الصيد الذي غرق قبالة الساحل كان قادما من تونس محملا بالأسماك.",
  );
  expect(additionOf(LEAD, [other])?.articleId).toBe("other");
});

test.each([
  {
    why: "it adds no number, place or name",
    other: "قال شهود إن أمواجا عالية ضربت مركب الصيد قبالة الساحل وإن طاقمه نجا كله.",
  },
  {
    why: "it is about something else",
    other: "أعلنت وزارة التعليم في تونس موعد امتحانات 300 مدرسة ثانوية الشهر المقبل.",
  },
  {
    why: "it says the same in other words, with a place that is no news",
    other: "ضربت أمواج عالية مركب صيد قبالة ساحل تونس فجر الأربعاء فغرق، وأنقذ خفر السواحل كل طاقمه.",
  },
  {
    why: "it counts in passing",
    other: "أنقذ خفر السواحل طاقم مركب صيد غرق قبالة الساحل بعد ثلاث موجات عالية ضربته فجر الأربعاء.",
  },
  {
    why: "it asks",
    other: "كيف غرق مركب الصيد قبالة الساحل وعلى متنه 11 صيادا أنقذهم خفر السواحل فجر الأربعاء؟",
  },
  {
    why: "nobody can tell whether «و» belongs to its first word",
    other: "وانتشلت 11 صيادا من مركب غرق قبالة الساحل فرق الإنقاذ في الميناء القريب.",
  },
  {
    why: "it leans on what is not shown",
    other: "وأضاف أن خفر السواحل أنقذ 11 صيادا من مركب الصيد الغارق قبالة ساحل المدينة.",
  },
])("nothing is added when $why", ({ other }) => {
  expect(additionOf(LEAD, [told("other", "خبر آخر", other)])).toBeUndefined();
});

test("readers are not told two tolls in a row", () => {
  const lead = told(
    "lead",
    "مقتل صيادين في غرق مركب",
    "لقي 9 صيادين حتفهم في غرق مركب قبالة ساحل المدينة فجر الأربعاء بحسب خفر السواحل.",
  );
  const other = told("other", "غرق مركب", "قالت سلطات الميناء إن 12 صيادا غرقوا مع مركبهم قبالة الساحل صباح اليوم.");
  expect(additionOf(lead, [other])).toBeUndefined();
});

test("nor an older toll behind a newer one", () => {
  const lead = told(
    "lead",
    "عشرات القتلى في غرق مركب",
    "سقط عشرات القتلى في غرق مركب قبالة ساحل المدينة فجر الأربعاء بحسب خفر السواحل.",
  );
  const other = told(
    "other",
    "غرق مركب",
    "قالت سلطات الميناء إن مركبا غرق قبالة الساحل، ما تسبب في مقتل 4 أشخاص على الأقل.",
  );
  expect(additionOf(lead, [other])).toBeUndefined();
  const untold = told(
    "lead",
    "قتلى في غرق مركب",
    "سقط قتلى في غرق مركب قبالة ساحل المدينة فجر الأربعاء بحسب خفر السواحل.",
  );
  expect(additionOf(untold, [other])?.articleId).toBe("other");
});

test("what the other outlet says of itself is not added", () => {
  const other = told("other", "إنقاذ", "غرق مركب صيد قبالة الساحل أثناء عودته، وفق ما أوردت مراسلتنا في تونس.");
  expect(additionOf(LEAD, [other])).toBeUndefined();
});

test("a copy of the same agency text adds nothing", () => {
  const text = `${LEAD.paragraphs[0]} وكان على متنه 11 صيادا عادوا إلى بيوتهم سالمين بعد أن فحصهم الأطباء.`;
  const [one, other] = [told("one", LEAD.title, text), told("other", "غرق مركب صيد", `${text} وأُغلق الميناء.`)];
  expect(additionOf(one, [other])).toBeUndefined();
});

test.each<{ why: string; limits: SummaryLimits }>([
  { why: "one sentence is wanted", limits: { sentences: 1, words: 60 } },
  { why: "no words are left", limits: { sentences: 3, words: 22 } },
])("nothing is added when $why", ({ limits }) => {
  const other = told("other", "إنقاذ", "أنقذ خفر السواحل 11 صيادا من مركب غرق قبالة الساحل أثناء عودته إلى الميناء.");
  expect(additionOf(LEAD, [other], limits)).toBeUndefined();
});
