import { expect, test } from "vitest";
import { card } from "../fakes/desks.ts";
import { ar, buttonsOf, READER, startBed } from "./bed.ts";

test.each([
  { said: "آخر الأخبار", why: "words" },
  { said: "/آخر الأخبار", why: "words with a slash" },
  { said: "آخِرُ الاخبار", why: "words in another spelling" },
  { said: "/latest", why: "command" },
  { said: "/LATEST@mujaz_demo_bot", why: "command with the bot's name" },
])("the latest news come for $said ($why)", async ({ said }) => {
  const bed = await startBed();
  bed.news.cards = ["أول", "ثانٍ", "ثالث", "رابع", "خامس", "سادس"].map((title) => card(`خبر ${title}`));
  const [answer = ""] = await bed.say(said);
  expect(answer).toContain(ar("latest-title"));
  expect(answer).toContain("خبر خامس");
  expect(answer).not.toContain("خبر سادس");
});

test.each([
  { said: "/latest 2", count: 2 },
  { said: "آخر الأخبار ٣", count: 3 },
  { said: "/latest 0", count: 1 },
  { said: "/latest 999", count: 20 },
])("$said gives $count stories", async ({ said, count }) => {
  const bed = await startBed();
  bed.news.cards = Array.from({ length: 30 }, (_, index) => card(`عنوان-${index}-`));
  const answer = (await bed.say(said)).join("\n");
  expect(answer.match(/عنوان-\d+-/g)).toHaveLength(count);
});

test("/latest with words searches, and so do words in private that are no command", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر"), card("مباراة الليلة")];
  for (const said of ["/latest الجسر", "الجسر", "بحث الجسر", "ابحث عن الجسر", "/search الجسر"]) {
    const [answer = ""] = await bed.say(said);
    expect(answer, said).toContain("افتتاح الجسر");
    expect(answer, said).not.toContain("مباراة");
  }
});

test("a search without a find asks «هل تقصد», and the button searches for that", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  bed.news.suggestion = "الجسر";
  expect(await bed.say("بحث الجيسر")).toEqual([
    `${ar("search-nothing", { query: "الجيسر" })}\n${ar("did-you-mean", { suggestion: "الجسر" })}`,
  ]);
  await bed.press(ar("button-search", { query: "الجسر" }));
  expect(bed.last().text).toContain("افتتاح الجسر");
});

test("a search that finds something beside a misspelt word asks «هل تقصد» after the finds", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  bed.news.suggestion = "افتتاح الجسر";
  const answers = await bed.say("بحث افتتاح");
  expect(answers).toHaveLength(2);
  expect(answers[1]).toBe(ar("did-you-mean", { suggestion: "افتتاح الجسر" }));
});

test("while the index is being rebuilt an answer says that some may be missing", async () => {
  const bed = await startBed();
  bed.news.isPartial = true;
  expect(await bed.say("بحث الجسر")).toEqual([`${ar("search-nothing", { query: "الجسر" })}\n${ar("search-partial")}`]);
  bed.news.cards = [card("افتتاح الجسر")];
  expect((await bed.say("بحث الجسر")).at(-1)).toBe(ar("search-partial"));
});

test("a suggestion that is too long for a button is still told", async () => {
  const bed = await startBed();
  bed.news.suggestion = "كلمات كثيرة جدًّا لا يتسع لها زر واحد من أزرار تيليجرام";
  const [answer] = await bed.say("بحث شيء");
  expect(answer).toContain(bed.news.suggestion);
  expect(buttonsOf(bed.last())).toEqual([]);
});

test("a headline full of markup does no harm", async () => {
  const bed = await startBed();
  bed.news.cards = [card('<b>&<a href="x">"\u202e</b>', { summary: "<script>", url: "javascript:alert(1)" })];
  const [answer] = await bed.say("/latest 1");
  expect(answer).toContain("<script>");
  expect(bed.last().entities?.filter((entity) => entity.type === "text_link")).toEqual([]);
});

test("/digest is its own answer; nothing new and one on its way are told", async () => {
  const bed = await startBed();
  expect(await bed.say("موجز")).toEqual([]);
  expect(bed.digests.acts.at(-1)?.slice(0, 2)).toEqual(["now", `${READER}:0`]);
  bed.digests.outcome = "nothing-new";
  expect(await bed.say("/digest")).toEqual([ar("nothing-new")]);
  bed.digests.outcome = "busy";
  expect(await bed.say("/digest")).toEqual([ar("digest-on-its-way")]);
});
