import { expect, test } from "vitest";
import { LEAD, text } from "./railway.ts";

test.each([
  ["وقال مصدر في الوزارة إن", "at a word that needs another"],
  ["ويتسع القطار الواحد لمئات الركاب،", "at a comma"],
])("a line that breaks off is left out: «%s» %s", (line) => expect(text([LEAD, line])).toBe(LEAD));

test("a first line that breaks off is shown up to its last clause", () => {
  expect(text([`${LEAD.slice(0, -1)}،`])).toBe(`${LEAD.slice(0, -1)}…`);
  expect(text([`${LEAD.slice(0, -1)}، وقال الوزير إن`])).toBe(`${LEAD.slice(0, -1)}…`);
});

test("a first sentence that is too long is cut at a clause, outside quotations", () => {
  const clause = "عرضت الهيئة الوطنية للطرق والجسور في مؤتمر صحفي عقدته صباح اليوم في مقرها بالعاصمة خطتها الجديدة";
  const cut = text([`${clause}، وهي «تبدأ فورا، وتستمر ${"عاما بعد عام ".repeat(20)}».`]);
  expect(cut).toBe(`${clause}…`);
});

test("a sentence that is cut without a clause does not end in a word that needs another", () => {
  const words = "تحدث المهندسون طويلا عن الجسور والأنفاق والمحطات التي بنوها في";
  const cut = text([`${words} ${"الجبال والسهول ".repeat(30)}`], "القطار", { sentences: 1, words: 10 });
  expect(cut).toBe("تحدث المهندسون طويلا عن الجسور والأنفاق والمحطات التي بنوها…");
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

test("a cut does not leave an opening that waits for its clause", () => {
  const whole = "أعلنت الهيئة أن القطار نقل مليون راكب في شهره الأول، وأن التأخير لم يتجاوز دقيقتين";
  const cut = text([`${whole}، وبعد خروج القطار الأخير من المحطة، ${"عاد العمال إلى بيوتهم ".repeat(20)}.`], "القطار", {
    sentences: 3,
    words: 26,
  });
  expect(cut).toBe(`${whole}…`);
});
