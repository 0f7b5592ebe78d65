import fc from "fast-check";
import { expect, test } from "vitest";
import { newestStories, selectStories } from "../../src/digest/select.ts";
import type { Source } from "../../src/source/source.ts";
import type { Story } from "../../src/story/story.ts";
import { outlet } from "../fakes/outlet.ts";

const sources = new Map(
  ["a", "b", "c", "d"].map((id, index): [string, Source] => [
    id,
    outlet(id, { topics: index % 2 === 0 ? ["general"] : ["sport", "general"], country: index < 2 ? "EG" : "SA" }),
  ]),
);

const telling = fc.record({
  sourceId: fc.constantFrom("a", "b", "c", "d", "gone"),
  waitedMs: fc.integer({ min: 0, max: 20 }),
  publishedAt: fc.integer({ min: 0, max: 200 }),
  backlog: fc.boolean(),
});

/** Stories as they grow: tellings in the order in which they came. */
const stories = fc
  .array(
    fc.record({
      firstSeenAt: fc.integer({ min: 0, max: 100 }),
      tellings: fc.array(telling, { minLength: 1, maxLength: 4 }),
      follows: fc.boolean(),
    }),
    {
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(({ firstSeenAt, tellings, follows }, number): Story => {
      let at = firstSeenAt;
      const told = tellings.map(({ waitedMs, ...rest }, index) => {
        if (index > 0) at += waitedMs;
        return { ...rest, articleId: `${number}.${index}`, firstSeenAt: at };
      });
      return {
        id: `s${number}`,
        tellings: told,
        leadArticleId: `${number}.${told.length - 1}`,
        firstSeenAt,
        updatedAt: at,
        followsStoryId: follows ? "x" : null,
      };
    }),
  );
const choices = fc.record({
  sourceIds: fc.oneof(fc.constant("all" as const), fc.subarray(["a", "b", "c", "d", "gone"])),
  topics: fc.subarray(["sport", "general"]),
  countries: fc.subarray(["EG", "SA"]),
  maxStories: fc.constant(100),
});
type Filter = Pick<Parameters<typeof selectStories>[1], "sourceIds" | "topics" | "countries">;

function letsThrough(filter: Filter, sourceId: string): boolean {
  const source = sources.get(sourceId);
  const chosen = filter.sourceIds === "all" || filter.sourceIds.includes(sourceId);
  const near = filter.countries.length === 0 || filter.countries.some((country) => country === source?.country);
  const apt = filter.topics.length === 0 || filter.topics.some((topic) => source?.topics.includes(topic));
  return chosen && near && apt;
}

test("over any row of editions every story is told once, at the first time it was news for these choices", () => {
  fc.assert(
    fc.property(
      stories,
      choices,
      fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }),
      (list, filter, cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), 300];
        const told: string[] = [];
        let since = -1;
        for (const until of ends) {
          // As the shelf is at that time: what came later is not in it.
          const known = list.flatMap((story): Story[] => {
            const tellings = story.tellings.filter((entry) => entry.firstSeenAt <= until);
            const last = tellings.at(-1);
            return last === undefined
              ? []
              : [{ ...story, tellings, leadArticleId: last.articleId, updatedAt: last.firstSeenAt }];
          });
          told.push(...selectStories(known, filter, sources, since, until).map((story) => story.id));
          since = until;
        }
        const news = list.filter((story) =>
          story.tellings.some((entry) => !entry.backlog && letsThrough(filter, entry.sourceId)),
        );
        expect(told.sort()).toEqual(news.map((story) => story.id).sort());
      },
    ),
  );
});

test("what is selected holds only tellings that are let through, led by one of them, in the promised order", () => {
  fc.assert(
    fc.property(stories, choices, (list, filter) => {
      const selected = selectStories(list, filter, sources, -1, 300);
      for (const story of selected) {
        expect(story.tellings.length).toBeGreaterThan(0);
        expect(story.tellings.every((entry) => letsThrough(filter, entry.sourceId))).toBe(true);
        expect(story.tellings.map((entry) => entry.articleId)).toContain(story.leadArticleId);
      }
      const keys = selected.map((story) => [
        -new Set(story.tellings.map((entry) => entry.sourceId)).size,
        story.followsStoryId === null ? 0 : 1,
        -Math.max(...story.tellings.map((entry) => entry.publishedAt)),
      ]);
      const sorted = [...keys].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
      expect(keys).toEqual(sorted);
      expect(selectStories([...list].reverse(), filter, sources, -1, 300)).toEqual(selected);
    }),
  );
});

test("fewer stories are the first ones, and the newest are those that were published last", () => {
  fc.assert(
    fc.property(stories, choices, fc.integer({ min: 0, max: 5 }), (list, filter, count) => {
      const every = selectStories(list, filter, sources, -1, 300);
      expect(selectStories(list, { ...filter, maxStories: count }, sources, -1, 300)).toEqual(every.slice(0, count));
      const newest = newestStories(list, filter, sources, count).map((story) =>
        Math.max(...story.tellings.map((entry) => entry.publishedAt)),
      );
      const all = newestStories(list, filter, sources, 100).map((story) =>
        Math.max(...story.tellings.map((entry) => entry.publishedAt)),
      );
      expect(newest).toEqual([...all].sort((a, b) => b - a).slice(0, count));
    }),
  );
});
