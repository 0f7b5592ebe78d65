import { expect, test } from "vitest";
import { refusalOf } from "../../src/summarise/model-check.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { RETELLINGS, type Retold } from "./retellings.ts";
import { FOURTH_RETELLINGS } from "./retellings-four.ts";
import { THIRD_RETELLINGS } from "./retellings-three.ts";
import { MORE_RETELLINGS } from "./retellings-two.ts";

test.each(RETELLINGS.flatMap((article) => article.lies.map((lie) => ({ lie, article }))))(
  "a lie in nearly the article's words is refused: $lie",
  ({ lie, article }) => expect(refusalOf(lie, article, DEFAULT_SUMMARY_LIMITS)).toBeDefined(),
);

test.each<{ name: string; set: readonly Retold[]; shortened: number; honest: number; lies: number }>([
  { name: "the first", set: RETELLINGS, shortened: 7, honest: 26, lies: 32 },
  { name: "an outsider's", set: MORE_RETELLINGS, shortened: 6, honest: 19, lies: 30 },
  { name: "those that it was mended with", set: THIRD_RETELLINGS, shortened: 8, honest: 15, lies: 32 },
  { name: "those that were kept aside", set: FOURTH_RETELLINGS, shortened: 8, honest: 10, lies: 30 },
])("of $name, what was shortened is shown, of what is in other words some, and no lies", ({ set, ...least }) => {
  const shown = (told: (article: Retold) => readonly string[]) =>
    set.flatMap((article) =>
      told(article).filter((text) => refusalOf(text, article, DEFAULT_SUMMARY_LIMITS) === undefined),
    ).length;
  expect(shown(({ shortened }) => [shortened])).toBeGreaterThanOrEqual(least.shortened);
  expect(shown(({ honest }) => honest)).toBeGreaterThanOrEqual(least.honest);
  expect(set.flatMap(({ lies }) => lies).length - shown(({ lies }) => lies)).toBeGreaterThanOrEqual(least.lies);
});

test.each([
  [
    "what somebody denied, as his words",
    "قالت شركة الشحن إن سفينتها تجاوزت السرعة المسموح بها وإن المركب كان يبحر دون أضواء.",
  ],
  ["what somebody said, as denied by him", "نفت شركة الشحن أن المركب كان يبحر دون أضواء قبالة رأس العين."],
  ["who is spoken of, as the speaker", "غرق مركب صيد قبالة رأس العين، وقال القبطان إن مروحية تشارك في البحث."],
  ["what somebody said he would do, as his denial", "نفى محامي البحارة أن السفينة كانت مسرعة قبالة رأس العين."],
])("nobody's words are turned: %s", (_, lie) => {
  const article = {
    title: "غرق مركب صيد قبالة رأس العين",
    paragraphs: [
      "غرق مركب صيد قبالة رأس العين بعد اصطدامه بسفينة شحن.",
      "وقال المتحدث باسم خفر السواحل إن القبطان نقل إلى المستشفى وحالته مستقرة، وإن مروحية تشارك في البحث.",
      "ونفت شركة الشحن أن تكون سفينتها تجاوزت السرعة المسموح بها، وقالت إن المركب كان يبحر دون أضواء.",
      "وقال محامي البحارة إنه سيستأنف القرار، معتبرا أن السفينة كانت مسرعة قبالة رأس العين.",
    ],
  };
  expect(refusalOf(lie, article, DEFAULT_SUMMARY_LIMITS)).toBe("words");
  const honest = "غرق مركب صيد قبالة رأس العين. وقالت شركة الشحن إن المركب كان يبحر دون أضواء.";
  expect(refusalOf(honest, article, DEFAULT_SUMMARY_LIMITS)).toBeUndefined();
});

test("before is not told as after, whatever else is the article's", () => {
  const match = {
    title: "لاعبو التل يحتفلون",
    paragraphs: ["شكل لاعبو التل دائرة في وسط الملعب بعد المباراة، وحيوا جمهورهم طويلا."],
  };
  const told = (when: string) =>
    refusalOf(`شكل لاعبو التل دائرة في وسط الملعب ${when} المباراة.`, match, DEFAULT_SUMMARY_LIMITS);
  expect([told("بعد"), told("قبل")]).toEqual([undefined, "time"]);
});

test.each([
  ["لم يفز أي فريق زائر سوى الوادي", "لم يفز أي فريق زائر"],
  ["كانت منى السالم سابقا مديرة", "كانت منى السالم مديرة"],
])("what limits a statement is not left out: «%s» is not «%s»", (limited, bare) => {
  const article = { title: "أخبار التل", paragraphs: [`${limited} في ملعب التل هذا الموسم، بحسب إدارة الملعب.`] };
  const told = (said: string) =>
    refusalOf(`${said} في ملعب التل هذا الموسم، بحسب إدارة الملعب.`, article, DEFAULT_SUMMARY_LIMITS);
  expect([told(limited), told(bare)]).toEqual([undefined, "words"]);
});

test("what one sentence says of somebody is not told of whom another names", () => {
  const visit = {
    title: "زيارة وفد التل",
    paragraphs: [
      "انتقد وزير الزراعة سامي الحداد تأخر بناء السد في خطاب أمام البرلمان مساء الأحد.",
      "وقالت رئيسة البلدية منى السالم إن المزارعين خسروا نصف محاصيلهم بسبب الجفاف.",
    ],
  };
  const told = (who: string) => `قال${who} إن المزارعين خسروا نصف محاصيلهم بسبب الجفاف.`;
  expect(refusalOf(told("ت رئيسة البلدية منى السالم"), visit, DEFAULT_SUMMARY_LIMITS)).toBeUndefined();
  expect(refusalOf(told(" وزير الزراعة سامي الحداد"), visit, DEFAULT_SUMMARY_LIMITS)).toBe("words");
});
