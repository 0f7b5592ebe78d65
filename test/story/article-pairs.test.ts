import { expect, test } from "vitest";
import { HOUR_MS } from "../../src/lib/time.ts";
import { createStoryWindow, type Placement } from "../../src/story/group.ts";
import { type ArticlePair, FOLLOW_UPS, OTHER_DEEDS, OTHER_PLACES, PREVIEWS, RETELLINGS } from "./article-pairs.ts";

const START = Date.UTC(2026, 10, 23, 6);

/** Where the later of two articles is placed after the earlier. */
function placementOf({ earlier, later, hours }: ArticlePair): Placement {
  const window = createStoryWindow();
  const [, placement] = [earlier, later].map((written, index) => {
    const [title = "", text = ""] = written.split(" || ");
    const id = index === 0 ? "earlier" : "later";
    return window.place({
      id,
      sourceId: `outlet-${id}`,
      title,
      paragraphs: [text],
      publishedAt: START + index * hours * HOUR_MS,
    });
  });
  return placement as Placement;
}
const not = (kind: Placement["kind"], given: readonly ArticlePair[]) =>
  given.filter((pair) => placementOf(pair).kind !== kind).map(({ later }) => later);
const merged = (given: readonly ArticlePair[]) =>
  given.filter((pair) => placementOf(pair).kind === "joined").map(({ later }) => later);

test("two outlets' words for one event make one story: at least nine of ten", () => {
  const apart = not("joined", RETELLINGS);
  expect(apart.length, apart.join("\n")).toBeLessThanOrEqual(RETELLINGS.length / 10);
});

// In two sentences a follow-up has little room to differ: moods («غضب …») and promises after an event are still taken for it.
test("what came of an event stands under it and is not taken for it: at least seven of ten", () => {
  // Texts of two sentences; a bar that keeps one more of them apart loses real retellings.
  const lost = not("follow-up", FOLLOW_UPS);
  expect(lost.length, lost.join("\n")).toBeLessThanOrEqual((FOLLOW_UPS.length * 3) / 10);
});

test("what is told beforehand is not taken for the event, which stands under it", () => {
  expect(not("follow-up", PREVIEWS)).toEqual([]);
});

test("the same form with another place, club or thing is another story, and none that stands under it", () => {
  expect(not("new", OTHER_PLACES)).toEqual([]);
});

test("the same speaker with another thing to say is another story", () => {
  expect(merged(OTHER_DEEDS)).toEqual([]);
});

/** As feeds have it: the headline and one sentence. */
const inBrief = (given: readonly ArticlePair[]) => {
  const brief = (written: string) => `${written.split(". ")[0]}.`;
  return given.map((pair) => ({ ...pair, earlier: brief(pair.earlier), later: brief(pair.later) }));
};

test("of headlines with one sentence most retellings are found, and no other event is merged", () => {
  expect(not("joined", inBrief(RETELLINGS)).length).toBeLessThanOrEqual(RETELLINGS.length / 10);
  expect(merged(inBrief([...OTHER_PLACES, ...OTHER_DEEDS, ...PREVIEWS]))).toEqual([]);
  // One sentence leaves a follow-up hardly any room to differ.
  expect(merged(inBrief(FOLLOW_UPS)).length).toBeLessThanOrEqual((FOLLOW_UPS.length * 4) / 10);
});
