import { expect, test } from "vitest";
import { INLINE_LIFETIME_MS } from "../../src/demo/inline.ts";
import { card } from "../fakes/desks.ts";
import { ar, NOW, READER, startBed } from "./bed.ts";

test("words after the bot's name offer stories, each as a whole message without a number", async () => {
  const bed = await startBed();
  bed.news.cards = [
    { ...card("افتتاح الجسر الجديد"), summary: "افتتحت البلدية الجسر.", publishedAt: NOW - 3_600_000 },
    card("مباراة الليلة"),
  ];
  const [first, ...others] = await bed.type("  الجسر ");
  expect(others).toEqual([]);
  expect(first?.title).toBe("افتتاح الجسر الجديد");
  expect(first?.description).toContain("افتتحت البلدية الجسر.");
  expect(first?.text).toContain("افتتاح الجسر الجديد");
  expect(first?.text).not.toMatch(/\d\. /);
  expect(first?.entities).toContainEqual(expect.objectContaining({ type: "text_link" }));
});

test("nothing typed yet offers the latest, at most ten", async () => {
  const bed = await startBed();
  bed.news.cards = Array.from({ length: 30 }, (_, index) => ({
    ...card(`عنوان ${index}`),
    url: `https://a.example/${index}`,
  }));
  expect((await bed.type("")).map(({ title }) => title)).toEqual(bed.news.cards.slice(0, 10).map(({ title }) => title));
});

test("the same page is offered once, and a headline of nothing has a name all the same", async () => {
  const bed = await startBed();
  bed.news.cards = [card(""), card("")];
  expect((await bed.type("")).map(({ title }) => title)).toEqual([ar("untitled")]);
});

test("nothing found offers nothing, and says so to Telegram", async () => {
  const bed = await startBed();
  expect(await bed.type("لا شيء كهذا")).toEqual([]);
});

test("a late answer is no fault, and the next question is answered", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  const latest = bed.news.latest.bind(bed.news);
  bed.news.latest = async (...asked) => {
    await bed.clock.advance(INLINE_LIFETIME_MS + 1);
    return latest(...asked);
  };
  await expect(bed.type("")).rejects.toThrow("not answered");
  expect(bed.log.lines.filter((line) => /^(?:warn|error)/.test(line))).toEqual([]);
  expect(await bed.type("الجسر")).toHaveLength(1);
});

test("a failure of ours is logged and leaves the others alone", async () => {
  const bed = await startBed();
  bed.news.search = () => Promise.reject(new Error("no store"));
  await expect(bed.type("نفط")).rejects.toThrow("not answered");
  expect(bed.log.lines.join("\n")).toContain("no store");
  expect(await bed.say("/help", { userId: READER })).not.toEqual([]);
});
