import fc from "fast-check";
import { expect, test } from "vitest";
import { foldFollowUps, outletCount } from "../../src/digest/select.ts";
import type { Story, Telling } from "../../src/story/story.ts";

const telling = (articleId: string, sourceId: string, at: number): Telling => ({
  articleId,
  sourceId,
  firstSeenAt: at,
  publishedAt: at,
  backlog: false,
});

function story(id: string, at: number, follows: string | null = null, outlets: readonly string[] = ["a"]): Story {
  return {
    id,
    tellings: outlets.map((outlet) => telling(`${id}-${outlet}`, outlet, at)),
    leadArticleId: `${id}-${outlets[0]}`,
    firstSeenAt: at,
    updatedAt: at,
    followsStoryId: follows,
  };
}
const shape = (stories: readonly Story[]) =>
  foldFollowUps(stories).map(({ story: { id }, followUps }) => [id, ...followUps.map((later) => later.id)]);

test("a follow-up stands under the story that it follows, and a follow-up of it too, the oldest first", () => {
  expect(shape([story("verdict", 3, "arrest"), story("fire", 1), story("arrest", 2, "fire")])).toEqual([
    ["fire", "arrest", "verdict"],
  ]);
});

test("what follows a story that is not told now is told by itself", () => {
  expect(shape([story("arrest", 2, "fire"), story("storm", 1)])).toEqual([["arrest"], ["storm"]]);
});

test("what several outlets tell is told by itself, and has its own follow-ups", () => {
  const stories = [story("fire", 1), story("arrest", 2, "fire", ["a", "b"]), story("verdict", 3, "arrest")];
  expect(shape(stories)).toEqual([["fire"], ["arrest", "verdict"]]);
});

test("no more than three stand under one story; the others are told by themselves", () => {
  const later = [2, 3, 4, 5].map((at) => story(`later-${at}`, at, "fire"));
  expect(shape([story("fire", 1), ...later])).toEqual([["fire", "later-2", "later-3", "later-4"], ["later-5"]]);
});

test("stories that follow each other are told once each and end nothing", () => {
  expect(
    shape([story("a", 1, "b"), story("b", 2, "a")])
      .flat()
      .sort(),
  ).toEqual(["a", "b"]);
});

test("whatever follows what, every story is told exactly once and the order of the others stays", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const any = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      at: fc.nat(9),
      follows: fc.option(fc.constantFrom(...ids)),
      outlets: fc.constantFrom(["a"], ["a", "b"]),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(any, (given) => {
      const stories = given.map(({ id, at, follows, outlets }) => story(id, at, follows, outlets));
      const told = shape(stories);
      expect(told.flat().sort()).toEqual(stories.map(({ id }) => id).sort());
      const heads = told.map(([id]) => id);
      expect(heads).toEqual(stories.map(({ id }) => id).filter((id) => heads.includes(id)));
    }),
  );
});

test("one agency's text counts as one outlet", () => {
  const [first, copy] = [telling("1", "a", 1), { ...telling("2", "b", 2), copyOf: "1" }];
  const base = story("s", 1);
  expect(outletCount({ ...base, tellings: [first, copy] })).toBe(1);
  expect(outletCount({ ...base, tellings: [first, telling("2", "b", 2)] })).toBe(2);
  expect(outletCount({ ...base, tellings: [copy] })).toBe(1);
});
