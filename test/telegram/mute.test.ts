import { expect, test } from "vitest";
import { DAY_MS } from "../../src/lib/time.ts";
import { ar, buttonsOf, NOW, READER, startBed } from "./bed.ts";

const MIDNIGHT = Date.UTC(2026, 10, 23, 21); // the end of NOW's day in Riyadh
const URL = "https://marfa.example/fire";
const story = {
  title: "حريق في سوق المدينة",
  articles: [{ articleId: "a", title: "حريق في سوق المدينة", url: URL, sourceName: "المرفأ" }],
};

test.each([
  { said: "/mute بورصة لمدة أسبوع", days: 7 },
  { said: "/mute بورصة حتى 2026-11-30", days: 7 },
  { said: "اكتم بورصة حتى الغد", days: 1 },
  { said: "اكتم بورصة، حتي يوم الجمعة", days: 4 },
  { said: "/mute بورصة الى 1 ديسمبر", days: 8 },
  { said: "/mute بورصة لمدة ثلاثة أيام", days: 3 },
  { said: "/mute بورصة for 2 weeks", days: 14 },
])("a mute may have an end: $said", async ({ said, days }) => {
  const bed = await startBed();
  const [answer] = await bed.say(said);
  expect(answer).toContain("«بورصة» حتى");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({
    mute: ["بورصة"],
    muteUntil: { بورصة: MIDNIGHT + (days - 1) * DAY_MS },
  });
  await bed.say("/mute");
  expect(buttonsOf(bed.last())[0]?.[0]).toMatch(/^✕ بورصة \(حتى .+\)$/);
});

test("a phrase that is too long is refused with the length that is not", async () => {
  const bed = await startBed();
  const refusal = ar("words-too-long", { count: 80, number: "80" });
  for (const command of ["/follow", "/mute"])
    expect(await bed.say(`${command} ${"كلمة ".repeat(30)}`)).toEqual([refusal]);
  expect(bed.digests.stored.size).toBe(0);
});

test("words that only look like an end belong to the phrase", async () => {
  const bed = await startBed();
  await bed.say("/mute رحلة إلى القمر");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ mute: ["رحلة إلى القمر"], muteUntil: {} });
});

test.each([
  "بورصة حتى 31 فبراير",
  "بورصة حتى 2026-01-01",
  "بورصة لمدة 0 أيام",
  "stocks until the cows come home",
  `${URL} حتى العيد`,
])("an end that nobody understands, or that has passed, is asked for again: %s", async (words) => {
  const bed = await startBed();
  expect(await bed.say(`/mute ${words}`)).toEqual([ar("mute-end-unknown")]);
  expect(bed.digests.stored.size).toBe(0);
});

test("a mute with an end becomes one without, and the other way round, and is in the list once", async () => {
  const bed = await startBed();
  await bed.say("/mute بورصة لمدة أسبوع");
  expect(await bed.say("/mute بورصة")).toEqual([ar("mute-added", { words: "بورصة" })]);
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ mute: ["بورصة"], muteUntil: {} });
  expect(await bed.say("/mute بورصه")).toEqual([ar("mute-known", { words: "بورصه" })]);
  await bed.say("/mute بورصة حتى غدا");
  expect(Object.keys(bed.digests.stored.get(`${READER}:0`)?.muteUntil ?? {})).toEqual(["بورصة"]);
});

test("a mute whose time is over is gone from the list", async () => {
  const bed = await startBed();
  await bed.say("/mute بورصة حتى غدا");
  bed.clock.set(NOW + 2 * DAY_MS);
  expect(await bed.say("/mute")).toEqual([ar("mute-usage")]);
});

test("the link of an article mutes its story for a month, and a press lets it back in", async () => {
  const bed = await startBed();
  bed.stories.known.set("fire", story);
  const [answer] = await bed.say(`/mute ${URL}`);
  expect(answer).toContain("حريق في سوق المدينة");
  expect(bed.digests.stored.get(`${READER}:0`)?.mutedStories).toEqual([
    { id: "fire", title: story.title, until: NOW + 30 * DAY_MS },
  ]);
  await bed.say(`/mute ${URL} لمدة أسبوع`);
  expect(bed.digests.stored.get(`${READER}:0`)?.mutedStories).toEqual([
    { id: "fire", title: story.title, until: MIDNIGHT + 6 * DAY_MS },
  ]);
  await bed.say("/mute");
  const [[button = ""] = []] = buttonsOf(bed.last());
  expect(await bed.press(button)).toBe(ar("mute-removed", { words: story.title }));
  expect(bed.digests.stored.get(`${READER}:0`)?.mutedStories).toEqual([]);
});

test("a link that is no story is told so, and nothing is muted", async () => {
  const bed = await startBed();
  expect(await bed.say("/mute https://other.example/x")).toEqual([ar("mute-story-unknown")]);
  expect(bed.digests.stored.get(`${READER}:0`)?.mutedStories ?? []).toEqual([]);
});
