import { expect, test } from "vitest";
import { encodePress } from "../../src/telegram/callback-codec.ts";
import { ar, buttonsOf, GROUP, OPERATOR, startBed } from "./bed.ts";

const asOperator = { userId: OPERATOR };
const telling = (articleId: string, title: string) => ({
  articleId,
  title,
  url: `https://marfa.example/${articleId}`,
  sourceName: "المرفأ",
});

async function withStory() {
  const bed = await startBed();
  bed.stories.known.set("fire", {
    title: "حريق في السوق",
    articles: [telling("a", "حريق في السوق"), telling("b", "إخماد حريق السوق"), telling("c", "حريق في غابة")],
  });
  return bed;
}

test("an operator takes an article out of a story with two presses", async () => {
  const bed = await withStory();
  expect(await bed.say("/split", asOperator)).toEqual([ar("split-choose-story")]);
  expect(buttonsOf(bed.last(OPERATOR))).toEqual([["حريق في السوق"]]);
  await bed.press("حريق في السوق", asOperator);
  expect(bed.last(OPERATOR).text).toBe(ar("split-choose-article"));
  expect(buttonsOf(bed.last(OPERATOR)).flat()).toContain("المرفأ: حريق في غابة");
  expect(await bed.press("المرفأ: حريق في غابة", asOperator)).toBe(ar("split-done"));
  expect(bed.stories.splits).toEqual(["c"]);
  expect(bed.last(OPERATOR).text).toBe(ar("split-choose-story"));
});

test("an operator who looked may go back, and nothing has changed", async () => {
  const bed = await withStory();
  await bed.say("/split", asOperator);
  await bed.press("حريق في السوق", asOperator);
  await bed.press(ar("button-back"), asOperator);
  expect(buttonsOf(bed.last(OPERATOR))).toEqual([["حريق في السوق"]]);
  expect(bed.stories.splits).toEqual([]);
});

test("where no story is told by several articles that is said", async () => {
  const bed = await startBed();
  expect(await bed.say("/split", asOperator)).toEqual([ar("split-nothing")]);
});

test.each([
  { data: encodePress("splitstory", "gone"), why: "a story that is gone" },
  { data: encodePress("splitarticle", "gone"), why: "an article that is gone" },
])("a button of $why says that it is old", async ({ data }) => {
  const bed = await withStory();
  await bed.say("/split", asOperator);
  expect(await bed.forge(data, asOperator)).toBe(ar("button-old"));
  expect(bed.stories.splits).toEqual([]);
});

test("readers split nothing, neither by the command nor by a forged press", async () => {
  const bed = await withStory();
  expect(await bed.say("/split")).toEqual([ar("operators-only")]);
  expect(await bed.forge(encodePress("splitarticle", "c"))).toBe(ar("operators-only"));
  expect(await bed.say("/split", { chatId: GROUP })).toEqual([ar("operators-only")]);
  expect(bed.stories.splits).toEqual([]);
});
