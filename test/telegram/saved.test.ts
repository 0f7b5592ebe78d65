import { expect, test } from "vitest";
import { MOST_SAVED } from "../../src/digest/saved.ts";
import { articleId } from "../../src/story/article-id.ts";
import { card } from "../fakes/desks.ts";
import { ar, type Bed, buttonsOf, GROUP, MEMBER, READER, startBed } from "./bed.ts";

const TITLES = ["افتتاح الجسر الجديد", "حريق في سوق المدينة", "فوز المنتخب في الافتتاح"];
const urlOf = (title: string) => `https://marfa.example/${TITLES.indexOf(title)}`;

/** A bed whose store has an article of each title. */
async function bedWithArticles(): Promise<Bed> {
  const bed = await startBed();
  for (const title of TITLES) {
    const url = urlOf(title);
    const article = { articleId: articleId(url), title, url, sourceName: "المرفأ" };
    bed.stories.known.set(title, { title, articles: [article] });
  }
  return bed;
}

const savedIn = (bed: Bed) => bed.digests.stored.get(`${READER}:0`)?.saved?.map(({ title }) => title) ?? [];

/** `/latest` shows these; answers the id of the message. */
async function shownTo(bed: Bed, titles: readonly string[]): Promise<number> {
  bed.news.cards = titles.map((title) =>
    card(title, {
      url: urlOf(title),
      alsoCoveredBy: [{ title: "خبر آخر", url: urlOf(TITLES[2] as string), sourceName: "س" }],
    }),
  );
  await bed.say("/latest");
  return bed.last().message_id;
}

test("the answer to a message with one headline keeps that article, and /saved shows it with its link", async () => {
  const bed = await bedWithArticles();
  const [title = ""] = TITLES;
  expect(await bed.say("/saved")).toEqual([ar("saved-none")]);
  const replyTo = await shownTo(bed, [title]);
  expect(await bed.say("/saved", { replyTo })).toEqual([ar("saved-added", { title })]);
  expect(await bed.say("/saved", { replyTo })).toEqual([ar("saved-known", { title })]);
  expect((await bed.say("المحفوظات"))[0]).toContain(`1. ${title}`);
  expect(bed.last().entities).toContainEqual(expect.objectContaining({ type: "text_link", url: urlOf(title) }));
  expect(savedIn(bed)).toEqual([title]);
});

test("of a digest with several headlines it asks which, and does not ask for the links below them", async () => {
  const bed = await bedWithArticles();
  const replyTo = await shownTo(bed, TITLES.slice(0, 2));
  expect(await bed.say("/saved", { replyTo })).toEqual([ar("saved-choose")]);
  expect(buttonsOf(bed.last())).toEqual([[TITLES[0]], [TITLES[1]]]);
  expect(await bed.press(TITLES[1] as string)).toBe(ar("saved-added", { title: TITLES[1] as string }));
  expect(savedIn(bed)).toEqual([TITLES[1]]);
});

test("a link behind the command keeps its article; other words, and links that are not known, keep nothing", async () => {
  const bed = await bedWithArticles();
  for (const said of ["/saved https://elsewhere.example/x", "/saved كلمة", "/saved /saved"])
    expect(await bed.say(said), said).toEqual([ar("saved-unknown")]);
  for (const title of TITLES) await bed.say(`/saved ${urlOf(title)}?utm_source=x`);
  expect(savedIn(bed)).toEqual(TITLES.toReversed());
});

test("an article without a headline is called so in every answer", async () => {
  const bed = await bedWithArticles();
  const url = "https://marfa.example/bare";
  const article = { articleId: articleId(url), title: "", url, sourceName: "المرفأ" };
  bed.stories.known.set("bare", { title: "", articles: [article] });
  expect(await bed.say(`/saved ${url}`)).toEqual([ar("saved-added", { title: ar("untitled") })]);
  expect((await bed.say("/saved"))[0]).toContain(`1. ${ar("untitled")}`);
});

test("a press on its number drops an article, once", async () => {
  const bed = await bedWithArticles();
  for (const title of TITLES) await bed.say(`/saved ${urlOf(title)}`);
  await bed.say("/saved");
  expect(await bed.press("✕ 2")).toBe(ar("saved-removed"));
  expect(savedIn(bed)).toEqual([TITLES[2], TITLES[0]]);
  expect(buttonsOf(bed.last())).toEqual([["✕ 2", "✕ 1"]]);
  expect(await bed.forge(`1|unsave|${articleId(urlOf(TITLES[1] as string))}`)).toBe(ar("button-old"));
  await bed.press("✕ 1");
  await bed.press("✕ 1");
  expect(bed.last().text).toBe(ar("saved-none"));
});

test("the list has an end, and at its end fits into a message", async () => {
  const bed = await bedWithArticles();
  const long = "خبر طويل العنوان جدا ".repeat(20);
  const saved = Array.from({ length: MOST_SAVED }, (_, index) => ({
    id: articleId(`https://marfa.example/long/${index}`),
    title: `${index} ${long}`,
    url: `https://marfa.example/${"x".repeat(400)}/${index}`,
  }));
  await bed.say(`/saved ${urlOf(TITLES[0] as string)}`);
  const before = bed.digests.stored.get(`${READER}:0`);
  if (before === undefined) throw new Error("nothing was kept");
  bed.digests.stored.set(`${READER}:0`, { ...before, saved });
  expect(await bed.say("/saved")).toHaveLength(1);
  expect(await bed.say(`/saved ${urlOf(TITLES[1] as string)}`)).toEqual([
    ar("saved-too-many", { count: MOST_SAVED, number: String(MOST_SAVED) }),
  ]);
});

test("in a group its list is its administrators'", async () => {
  const bed = await bedWithArticles();
  const url = urlOf(TITLES[0] as string);
  expect(await bed.say(`/saved ${url}`, { chatId: GROUP, userId: MEMBER })).toEqual([ar("chat-admins-only")]);
  await bed.say(`/saved ${url}`, { chatId: GROUP });
  expect(bed.digests.stored.get(`${GROUP}:0`)?.saved).toHaveLength(1);
});
