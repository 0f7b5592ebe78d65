import { expect, test, vi } from "vitest";
import type { ExtractFailure, FetchFailure } from "../../src/errors.ts";
import { FAILURES } from "../../src/telegram/failure-text.ts";
import { card, source } from "../fakes/desks.ts";
import { ar, type Bed, buttonsOf, en, GROUP, OPERATOR, PATIENCE, READER, startBed } from "./bed.ts";

const URL_ADDED = "https://manar.example/";
const found = () => ({
  candidates: [source("manar", { url: URL_ADDED })],
  headlineCount: 12,
  preview: [card("افتتاح الجسر")],
});
const asOperator = { userId: OPERATOR };

/** Waits until the work behind an answer has changed it. */
const changed = (bed: Bed, words: string) =>
  vi.waitFor(() => expect(bed.last(OPERATOR).text).toContain(words), PATIENCE);

test.each(["/addsource https://x.example", "/testsource https://x.example", "/removesource x"])(
  "%s is for operators: anyone else is told so and nothing is read",
  async (command) => {
    const bed = await startBed();
    expect(await bed.say(command)).toEqual([ar("operators-only")]);
    expect(await bed.say(command, { chatId: GROUP })).toEqual([ar("operators-only")]);
    expect(bed.sources.read).toEqual([]);
  },
);

test("operators are asked to write in private", async () => {
  const bed = await startBed();
  expect(await bed.say("/addsource https://x.example", { ...asOperator, chatId: GROUP })).toEqual([
    ar("operators-in-private"),
  ]);
  expect(bed.sources.read).toEqual([]);
});

test("/addsource answers before the site was read; the answer becomes what was found, with a preview", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  let open = () => {};
  bed.sources.gate = new Promise((resolve) => {
    open = resolve;
  });
  expect(await bed.say(`/addsource ${URL_ADDED}`, asOperator)).toEqual([ar("source-reading", { url: URL_ADDED })]);
  expect(await bed.say("/privacy", asOperator)).toEqual([ar("privacy")]);
  const reading = bed.api
    .messages(OPERATOR)
    .find((message) => message.text?.includes(URL_ADDED) && message.from?.is_bot);
  open();
  const answer = () => bed.api.messages(OPERATOR).find((message) => message.message_id === reading?.message_id);
  await vi.waitFor(() => expect(answer()?.text).toContain(ar("source-preview")), PATIENCE);
  expect(answer()?.text).toContain("أُضيف المصدر: \u2068manar\u2069");
  expect(answer()?.text).toContain("فيه الآن 12 عنوانًا.");
  expect(answer()?.text).toContain("افتتاح الجسر");
  expect(bed.sources.known.get("manar")?.source.addedBy).toBe(String(OPERATOR));
});

test("an address may be typed without its beginning; other text is no address", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  await bed.say("/addsource manar.example/news", asOperator);
  await changed(bed, ar("source-preview"));
  expect(bed.sources.read).toEqual(["https://manar.example/news"]);
  expect(await bed.say("/addsource", asOperator)).toEqual([ar("source-usage")]);
  expect(await bed.say("/addsource two words", asOperator)).toEqual([ar("source-usage")]);
});

test("an address that an operator pastes is tried; a reader's is searched for", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  await bed.say(URL_ADDED, asOperator);
  await changed(bed, "وجدت مصدرًا");
  expect(await bed.say(URL_ADDED)).toEqual([ar("search-nothing", { query: URL_ADDED })]);
  expect(bed.sources.read).toEqual([URL_ADDED]);
});

test("what was found comes in a message of its own when the first one was deleted meanwhile", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  bed.api.fault({ method: "editMessageText", trouble: { kind: "refusal", name: "editNotFound" }, times: 1 });
  await bed.say(`/addsource ${URL_ADDED}`, asOperator);
  await changed(bed, "أُضيف المصدر");
});

test("a source that is read already is told so", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  bed.sources.known.set("manar", { source: source("manar"), poll: undefined });
  await bed.say(`/addsource ${URL_ADDED}`, asOperator);
  await changed(bed, "مضاف من قبل");
});

test("/testsource stores nothing, and its one button adds what was tried", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  await bed.say(`/testsource ${URL_ADDED}`, asOperator);
  await changed(bed, "وجدت مصدرًا");
  expect(bed.sources.known.size).toBe(0);
  expect(buttonsOf(bed.last(OPERATOR))).toEqual([[ar("button-add-source")]]);
  await bed.press(ar("button-add-source"), asOperator);
  await changed(bed, "أُضيف المصدر");
  expect(bed.sources.known.size).toBe(1);
});

test.each(["manar", "https://manar.example/"])(
  "a source that is read already is not offered again: %s",
  async (query) => {
    const bed = await startBed();
    bed.sources.finds({ ...found(), candidates: [source("manar-2", { url: "https://manar.example/feed" })] });
    const known = source("manar", { url: "https://manar.example/feed" });
    bed.sources.known.set("manar", { source: known, poll: undefined });
    await bed.say(`/testsource ${query}`, asOperator);
    await changed(bed, "هذا المصدر مضاف من قبل");
    expect(bed.last(OPERATOR).text).toContain("المعرّف: \u2068manar\u2069");
    expect(bed.sources.read).toEqual([query]);
    expect(buttonsOf(bed.last(OPERATOR))).toEqual([]);
  },
);

test("a source whose articles cannot be read is added with a warning", async () => {
  const bed = await startBed();
  bed.sources.finds({ ...found(), preview: [] });
  await bed.say(`/addsource ${URL_ADDED}`, asOperator);
  await changed(bed, ar("source-unreadable"));
});

test("an address that is too long for a button can be added by its command", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  await bed.say(`/testsource https://manar.example/${"قسم/".repeat(20)}`, asOperator);
  await changed(bed, ar("source-add-hint"));
  expect(buttonsOf(bed.last(OPERATOR))).toEqual([]);
});

test.each(Object.keys(FAILURES) as (FetchFailure | ExtractFailure)[])(
  "a reading that fails (%s) is told in a sentence that says what to do, in both languages",
  async (failure) => {
    const bed = await startBed();
    bed.sources.finds({ failure });
    await bed.say(`/addsource ${URL_ADDED}`, asOperator);
    await changed(bed, ar(`failure-${failure}`));
    const advice = /جرّب|أعد المحاولة|تحقّق|اكتبه|أضفه/;
    expect(ar(`failure-${failure}`)).toMatch(advice);
    expect(en(`failure-${failure}`)).toMatch(/[Tt]ry|Check|Write|add it/);
  },
);

test("a fault of ours while an address is tried is told, too", async () => {
  const bed = await startBed();
  bed.sources.test = () => Promise.reject(new Error("the store is full"));
  await bed.say(`/testsource ${URL_ADDED}`, asOperator);
  await changed(bed, ar("failed"));
});

test("a stop breaks reading off, waits for its answer and only then ends", async () => {
  const bed = await startBed();
  bed.sources.finds(found());
  let open = () => {};
  bed.sources.gate = new Promise((resolve) => {
    open = resolve;
  });
  await bed.say(`/addsource ${URL_ADDED}`, asOperator);
  const stopped = bed.stop();
  open();
  await stopped;
  expect(bed.last(OPERATOR).text).toBe(ar("failure-aborted"));
});

test("/removesource removes by id, and says when there is none", async () => {
  const bed = await startBed();
  bed.sources.known.set("manar", { source: source("manar"), poll: undefined });
  expect(await bed.say("/removesource", asOperator)).toEqual([ar("remove-usage")]);
  expect(await bed.say("/removesource nobody", asOperator)).toEqual([ar("source-unknown", { id: "nobody" })]);
  // An id that was copied from the list brings its marks along.
  expect(await bed.say("/removesource \u2068manar\u2069", asOperator)).toEqual([ar("source-removed", { id: "manar" })]);
  expect(bed.sources.known.size).toBe(0);
});

test("without sources an operator is told how to add one, and a reader that there are none", async () => {
  const bed = await startBed();
  expect(await bed.say("/sources", asOperator)).toEqual([ar("sources-none")]);
  expect(await bed.say("/sources", { userId: READER })).toEqual([ar("sources-title", { count: 0, number: "0" })]);
});
