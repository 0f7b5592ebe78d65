import { expect, test } from "vitest";
import { choicesOf, defaultSubscription } from "../../src/digest/choose.ts";
import { choicesKey, editionId, splitBatches } from "../../src/digest/plan.ts";
import { newestStories, selectStories } from "../../src/digest/select.ts";
import type { Story } from "../../src/story/story.ts";
import { outlet } from "../fakes/outlet.ts";

const source = (id: string, country = "EG", topics = ["general"]) => outlet(id, { country, topics });
const sources = new Map(
  [source("a"), source("b", "SA"), source("s", "SA", ["sport"])].map((entry) => [entry.id, entry]),
);

function story(
  id: string,
  tellings: readonly (readonly [sourceId: string, seenAt: number, backlog?: boolean])[],
  follows: string | null = null,
): Story {
  const list = tellings.map(([sourceId, firstSeenAt, backlog = false], index) => ({
    articleId: `${id}${index}`,
    sourceId,
    firstSeenAt,
    publishedAt: firstSeenAt,
    backlog,
  }));
  return {
    id,
    tellings: list,
    leadArticleId: `${id}0`,
    firstSeenAt: list[0]?.firstSeenAt as number,
    updatedAt: list.at(-1)?.firstSeenAt as number,
    followsStoryId: follows,
  };
}
const all = { sourceIds: "all" as const, topics: [], countries: [], maxStories: 10 };
const ids = (stories: readonly Story[]) => stories.map((entry) => entry.id);

test("only what was first seen after the last edition and up to this one is new", () => {
  const stories = [
    story("old", [["a", 10]]),
    story("edge", [["a", 20]]),
    story("new", [["a", 21]]),
    story("last", [["a", 30]]),
    story("later", [["a", 31]]),
  ];
  expect(ids(selectStories(stories, all, sources, 20, 30)).sort()).toEqual(["last", "new"]);
});

test("a story that was told is not told again because another outlet follows", () => {
  expect(
    ids(
      selectStories(
        [
          story("x", [
            ["a", 10],
            ["b", 25],
          ]),
        ],
        all,
        sources,
        20,
        30,
      ),
    ),
  ).toEqual([]);
});

test("for a chat of one outlet a story begins when that outlet tells it, and that outlet leads it", () => {
  const [found] = selectStories(
    [
      story("x", [
        ["a", 10],
        ["b", 25],
      ]),
    ],
    { ...all, sourceIds: ["b"] },
    sources,
    20,
    30,
  );
  expect(found).toMatchObject({ id: "x", leadArticleId: "x1" });
  expect(found?.tellings.map((telling) => telling.sourceId)).toEqual(["b"]);
});

test("backlog is never pushed, but may be asked for", () => {
  const stories = [story("x", [["a", 25, true]])];
  expect(ids(selectStories(stories, all, sources, 20, 30))).toEqual([]);
  expect(ids(newestStories(stories, all, sources, 5))).toEqual(["x"]);
});

test("stories of many outlets come first, follow-ups last among equals, then the newest", () => {
  const stories = [
    story("f", [["a", 29]], "x"),
    story("n", [["a", 28]]),
    story("o", [["a", 22]]),
    story("m", [
      ["a", 21],
      ["b", 24],
    ]),
  ];
  expect(ids(selectStories(stories, all, sources, 20, 30))).toEqual(["m", "n", "o", "f"]);
  expect(ids(selectStories(stories, { ...all, maxStories: 2 }, sources, 20, 30))).toEqual(["m", "n"]);
});

test("topics and countries choose outlets", () => {
  const stories = [story("x", [["a", 25]]), story("y", [["b", 25]]), story("z", [["s", 25]])];
  expect(ids(selectStories(stories, { ...all, countries: ["SA"] }, sources, 20, 30)).sort()).toEqual(["y", "z"]);
  expect(ids(selectStories(stories, { ...all, topics: ["sport"] }, sources, 20, 30))).toEqual(["z"]);
});

const choices = choicesOf(
  defaultSubscription({ chatId: 1, threadId: 0 }, { timeZone: "UTC", locale: "ar", digestAt: ["08:00"] }),
  0,
);

test("an edition has the same id for the same choices, slot and beginning, and another one else", () => {
  const id = editionId(100, 50, choices);
  expect(editionId(100, 50, { ...choices })).toBe(id);
  expect(
    new Set([
      id,
      editionId(101, 50, choices),
      editionId(100, 51, choices),
      editionId(100, 50, { ...choices, maxStories: 3 }),
    ]).size,
  ).toBe(4);
  expect(choicesKey({ ...choices, mute: ["ب", "ا"] })).toBe(choicesKey({ ...choices, mute: ["ا", "ب"] }));
});

test("a mute counts until its end, and muted stories make another edition only while they are muted", () => {
  const subscription = {
    ...defaultSubscription({ chatId: 1, threadId: 0 }, { timeZone: "UTC", locale: "ar", digestAt: ["08:00"] }),
    mute: ["بورصة", "طقس"],
    muteUntil: { بورصة: 100 },
    mutedStories: [{ id: "s", title: "خبر", until: 200 }],
  };
  expect(choicesOf(subscription, 99)).toMatchObject({ mute: ["بورصة", "طقس"], withoutStories: ["s"] });
  expect(choicesOf(subscription, 100)).toMatchObject({ mute: ["طقس"], withoutStories: ["s"] });
  expect(choicesOf(subscription, 200).withoutStories).toBeUndefined();
  expect(choicesKey(choicesOf(subscription, 150))).not.toBe(choicesKey(choicesOf(subscription, 200)));
});

// Computed apart from the code: SHA-256 of "slot|since|choices as JSON", base64url, 20 letters.
test("the rule of edition ids is frozen", () => {
  expect(editionId(1_795_000_000_000, 1_794_900_000_000, choices)).toBe("T-d0zfHV5nhhYSW0sEgN");
});

test("batches hold everybody once, 25 at most each, in another order for another edition", () => {
  const recipients = Array.from({ length: 60 }, (_, index) => ({ chatId: index + 1, threadId: 0 }));
  const batches = splitBatches("one", recipients);
  expect(batches.map((batch) => batch.recipients.length)).toEqual([25, 25, 10]);
  const order = batches.flatMap((batch) => batch.recipients.map((recipient) => recipient.chatId));
  expect([...order].sort((a, b) => a - b)).toEqual(recipients.map((recipient) => recipient.chatId));
  expect(
    splitBatches("two", recipients).flatMap((batch) => batch.recipients.map((recipient) => recipient.chatId)),
  ).not.toEqual(order);
});
