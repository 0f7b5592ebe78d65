import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSubscription } from "../../src/digest/choose.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import {
  MOST_WORDS,
  mutedWords,
  muteEnd,
  type WordList,
  withMutedStory,
  withoutMutedStory,
  withoutOverMutes,
  withoutWords,
  withWords,
} from "../../src/digest/word-lists.ts";

const nothing = defaultSubscription({ chatId: 1, threadId: 0 }, { timeZone: "UTC", locale: "ar", digestAt: ["08:00"] });

function having(list: WordList, words: readonly string[], until?: number): Subscription {
  return words.reduce<Subscription>((before, each) => {
    const changed = withWords(before, list, each, until);
    return typeof changed === "string" ? before : changed;
  }, nothing);
}

test("the same words in another spelling stand in a list once", () => {
  expect(withWords(having("follow", ["قناة السويس"]), "follow", "قناه السويس")).toBe("known");
  expect(having("mute", ["أحمد", "احمد"]).mute).toEqual(["أحمد"]);
});

test("what is muted to an end does not make it known to who wants to follow it for good", () => {
  const both = withWords(having("mute", ["بورصة"], 10), "follow", "بورصة") as Subscription;
  expect(withWords(both, "follow", "بورصة")).toBe("known");
  expect(both.muteUntil).toEqual({ بورصة: 10 });
});

test("a full list takes no more, but lets a known entry change its end", () => {
  const full = having(
    "mute",
    Array.from({ length: MOST_WORDS }, (_, i) => `كلمة ${i}`),
  );
  expect(withWords(full, "mute", "أخرى")).toBe("too-many");
  expect((withWords(full, "mute", "كلمة 3", 5) as Subscription).mute).toHaveLength(MOST_WORDS);
  const stories = Array.from({ length: MOST_WORDS }, (_, i) => ({ id: `s${i}`, title: "خبر", until: 9 }));
  const muted = { ...nothing, mutedStories: stories };
  expect(withMutedStory(muted, { id: "new", title: "خبر", until: 9 })).toBe("too-many");
  expect((withMutedStory(muted, { id: "s0", title: "خبر", until: 20 }) as Subscription).mutedStories).toHaveLength(
    MOST_WORDS,
  );
});

test("a mute is over at its end", () => {
  const muted = withMutedStory(having("mute", ["بورصة"], 10), { id: "s", title: "خبر", until: 10 }) as Subscription;
  expect(mutedWords(muted, 9)).toEqual(["بورصة"]);
  expect(mutedWords(muted, 10)).toEqual([]);
  expect(withoutOverMutes(muted, 10)).toMatchObject({ mute: [], muteUntil: {}, mutedStories: [] });
});

test("words of any spelling have an end only where one was given", () => {
  for (const words of ["__proto__", "constructor", "valueOf", "بورصة"]) {
    expect(muteEnd(having("mute", [words]), words)).toBeUndefined();
    expect(muteEnd(withWords(nothing, "mute", words, 10) as Subscription, words)).toBe(10);
    expect(mutedWords(withWords(nothing, "mute", words, 10) as Subscription, 11)).toEqual([]);
  }
});

test("what was added and is taken out again leaves all else as it was", () => {
  const words = fc.constantFrom("بورصة", "بورصه", "الأهلي", "__proto__", "constructor", "كأس العالم");
  const end = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, end), { maxLength: 5 }), words, end, (entries, added, until) => {
      const before = entries.reduce<Subscription>((subscription, [each, at]) => {
        const changed = withWords(subscription, "mute", each, at);
        return typeof changed === "string" ? subscription : changed;
      }, nothing);
      const changed = withWords(before, "mute", added, until);
      if (typeof changed === "string") return;
      expect(changed.mute.filter((each) => each === added)).toHaveLength(1);
      const after = withoutWords(changed, "mute", added);
      expect(after.mute).toEqual(before.mute.filter((each) => after.mute.includes(each)));
      expect(Object.keys(after.muteUntil ?? {}).filter((each) => !after.mute.includes(each))).toEqual([]);
      expect(withoutMutedStory(after, "none").mutedStories).toEqual(after.mutedStories ?? []);
    }),
  );
});
