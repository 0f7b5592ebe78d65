import { expect, test } from "vitest";
import { card, source } from "../fakes/desks.ts";
import { ar, type Bed, buttonsOf, en, GROUP, NOW, OPERATOR, READER, startBed } from "./bed.ts";

const ENGLISH = 504;

test("/start greets a newcomer with three buttons, the one that matters most alone in the first row, read from the right", async () => {
  const bed = await startBed();
  expect(await bed.say("/start")).toEqual([ar("welcome")]);
  expect(buttonsOf(bed.last())).toEqual([["اشتراك"], ["ساعات الموجز", "آخر الأخبار"]]);
});

test("a person whose Telegram is English is greeted in English, from the left", async () => {
  const bed = await startBed({ before: english });
  expect(await bed.say("/start", { userId: ENGLISH })).toEqual([en("welcome")]);
  expect(buttonsOf(bed.last(ENGLISH))).toEqual([["Subscribe"], ["Latest news", "Hours"]]);
});

test("subscribing names the next digest, keeps the choices and asks for a first digest at the time of the message", async () => {
  const bed = await startBed();
  await bed.say("/start");
  await bed.press("اشتراك");
  expect(bed.last().text).toContain("الموجز القادم: غدًا 08:00");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ subscribedAt: NOW, locale: "ar" });
  expect(bed.digests.acts.filter(([act]) => act === "now")).toEqual([["now", `${READER}:0`, NOW]]);
  expect(await bed.say("/subscribe")).toEqual([`${ar("already-subscribed")}\nالموجز القادم: غدًا 08:00`]);
  expect(bed.digests.acts.filter(([act]) => act === "now")).toHaveLength(1);
});

test("an English subscription is stored as one, and says so", async () => {
  const bed = await startBed({ before: english });
  const [answer] = await bed.say("/subscribe", { userId: ENGLISH });
  expect(answer).toContain("Next digest: tomorrow 08:00");
  expect(bed.digests.stored.get(`${ENGLISH}:0`)).toMatchObject({ locale: "en" });
});

test("where nothing is new the first digest is promised for its time", async () => {
  const bed = await startBed();
  bed.digests.outcome = "nothing-new";
  expect((await bed.say("/subscribe")).at(-1)).toBe(ar("first-digest-empty"));
});

test.each([
  { said: "آخر الأخبار", why: "words" },
  { said: "/آخر الأخبار", why: "words with a slash" },
  { said: "آخِرُ الاخبار", why: "words in another spelling" },
  { said: "/latest", why: "command" },
  { said: "/LATEST@mujaz_demo_bot", why: "command with the bot's name" },
])("the latest news come for $said ($why)", async ({ said }) => {
  const bed = await startBed();
  bed.news.cards = ["أول", "ثانٍ", "ثالث", "رابع", "خامس", "سادس"].map((title) => card(`خبر ${title}`));
  const [answer = ""] = await bed.say(said);
  expect(answer).toContain(ar("latest-title"));
  expect(answer).toContain("خبر خامس");
  expect(answer).not.toContain("خبر سادس");
});

test.each([
  { said: "/latest 2", count: 2 },
  { said: "آخر الأخبار ٣", count: 3 },
  { said: "/latest 0", count: 1 },
  { said: "/latest 999", count: 20 },
])("$said gives $count stories", async ({ said, count }) => {
  const bed = await startBed();
  bed.news.cards = Array.from({ length: 30 }, (_, index) => card(`عنوان-${index}-`));
  const answer = (await bed.say(said)).join("\n");
  expect(answer.match(/عنوان-\d+-/g)).toHaveLength(count);
});

test("/latest with words searches, and so do words in private that are no command", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر"), card("مباراة الليلة")];
  for (const said of ["/latest الجسر", "الجسر", "بحث الجسر", "ابحث عن الجسر", "/search الجسر"]) {
    const [answer = ""] = await bed.say(said);
    expect(answer, said).toContain("افتتاح الجسر");
    expect(answer, said).not.toContain("مباراة");
  }
});

test("a search without a find asks «هل تقصد», and the button searches for that", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  bed.news.suggestion = "الجسر";
  expect(await bed.say("بحث الجيسر")).toEqual([
    `${ar("search-nothing", { query: "الجيسر" })}\n${ar("did-you-mean", { suggestion: "الجسر" })}`,
  ]);
  await bed.press(ar("button-search", { query: "الجسر" }));
  expect(bed.last().text).toContain("افتتاح الجسر");
});

test("a search that finds something beside a misspelt word asks «هل تقصد» after the finds", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  bed.news.suggestion = "افتتاح الجسر";
  const answers = await bed.say("بحث افتتاح");
  expect(answers).toHaveLength(2);
  expect(answers[1]).toBe(ar("did-you-mean", { suggestion: "افتتاح الجسر" }));
});

test("a suggestion that is too long for a button is still told", async () => {
  const bed = await startBed();
  bed.news.suggestion = "كلمات كثيرة جدًّا لا يتسع لها زر واحد من أزرار تيليجرام";
  const [answer] = await bed.say("بحث شيء");
  expect(answer).toContain(bed.news.suggestion);
  expect(buttonsOf(bed.last())).toEqual([]);
});

test("a headline full of markup does no harm", async () => {
  const bed = await startBed();
  bed.news.cards = [card('<b>&<a href="x">"\u202e</b>', { summary: "<script>", url: "javascript:alert(1)" })];
  const [answer] = await bed.say("/latest 1");
  expect(answer).toContain("<script>");
  expect(bed.last().entities?.filter((entity) => entity.type === "text_link")).toEqual([]);
});

test("/digest is its own answer; nothing new and one on its way are told", async () => {
  const bed = await startBed();
  expect(await bed.say("موجز")).toEqual([]);
  expect(bed.digests.acts).toContainEqual(["now", `${READER}:0`, NOW]);
  bed.digests.outcome = "nothing-new";
  expect(await bed.say("/digest")).toEqual([ar("nothing-new")]);
  bed.digests.outcome = "busy";
  expect(await bed.say("/digest")).toEqual([ar("digest-on-its-way")]);
});

test("/times before /subscribe is kept and names the digest that would come", async () => {
  const bed = await startBed();
  const [answer] = await bed.say("/times 21:30 9 ص");
  expect(answer).toContain("الموجز القادم: اليوم 21:30");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ digestAt: ["09:00", "21:30"], subscribedAt: null });
  expect(await bed.say("/times soon")).toEqual([ar("times-usage", { count: 6, number: "6" })]);
  const [subscribed] = await bed.say("/subscribe");
  expect(subscribed).toContain("الموجز القادم: اليوم 21:30");
});

test("hours are pressed in and out, at least one and at most six", async () => {
  const bed = await startBed();
  await bed.say("المواعيد");
  await bed.press("✓ 08:00");
  expect(bed.digests.stored.get(`${READER}:0`)?.digestAt).toEqual(["20:00"]);
  expect(await bed.press("✓ 20:00")).toBe(ar("times-at-least-one"));
  for (const hour of ["06:00", "07:00", "09:00", "12:00", "14:00"]) await bed.press(hour);
  expect(await bed.press("16:00")).toBe(ar("times-at-most", { count: 6, number: "6" }));
  expect(bed.digests.stored.get(`${READER}:0`)?.digestAt).toHaveLength(6);
});

test.each([
  { said: "/timezone القاهرة", zone: "Africa/Cairo" },
  { said: "/timezone europe/berlin", zone: "Europe/Berlin" },
  { said: "التوقيت لندن", zone: "Europe/London" },
])("$said is $zone", async ({ said, zone }) => {
  const bed = await startBed();
  await bed.say(said);
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ timeZone: zone });
});

test("an unknown city is told so, and a zone can be pressed by region and city", async () => {
  const bed = await startBed();
  expect(await bed.say("/timezone أطلانتس")).toEqual([ar("zone-unknown", { zone: "أطلانتس" })]);
  await bed.press(ar("region-maghreb"));
  await bed.press(ar("city-tunis"));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ timeZone: "Africa/Tunis" });
  expect(buttonsOf(bed.last()).flat()).toContain(`✓ ${ar("city-tunis")}`);
  await bed.press(ar("button-back"));
  expect(buttonsOf(bed.last()).flat()).toContain(ar("region-gulf"));
});

const quietButton = (bed: Bed) =>
  buttonsOf(bed.last())
    .flat()
    .find((text) => text.startsWith(ar("setting-quiet", { hours: "" }).trim())) as string;

test("/settings turns each choice, and the language turns the keyboard with it", async () => {
  const bed = await startBed();
  await bed.say("الإعدادات");
  await bed.press(ar("setting-stories", { number: "10" }));
  await bed.press(ar("setting-length", { length: ar("length-usual") }));
  await bed.press(ar("setting-layout", { layout: ar("layout-full") }));
  await bed.press(ar("setting-digits", { digits: "123" }));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({
    maxStories: 15,
    summary: { sentences: 5, words: 110 },
    layout: "headlines",
    digits: "arab",
  });
  expect(bed.last().text).toContain("٠٨:٠٠ و٢٠:٠٠");
  for (let presses = 0; presses < 3; presses++) await bed.press(quietButton(bed));
  await bed.press(ar("setting-urgent", { state: ar("urgent-waits") }));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({
    quietHours: ["00:00", "08:00"],
    urgentInQuietHours: true,
  });
  const quiet = ar("quiet-hours", { from: "٠٠:٠٠", to: "٠٨:٠٠" });
  expect(bed.last().text).toContain(ar("settings-quiet", { hours: quiet }));
  await bed.press(quietButton(bed));
  expect(bed.digests.stored.get(`${READER}:0`)?.quietHours).toBeNull();
  expect(buttonsOf(bed.last()).flat()).toContain(ar("setting-quiet", { hours: ar("quiet-none") }));
  await bed.press("English");
  expect(bed.last().text).toContain(en("settings-not-subscribed"));
  expect(buttonsOf(bed.last())[0]).toEqual(["Hours", "Time zone"]);
  expect(await bed.say("/help")).toEqual([expect.stringContaining("This is what I can do")]);
});

test("/follow and /mute keep words, show them, and let them go at a press", async () => {
  const bed = await startBed();
  expect(await bed.say("/follow")).toEqual([ar("follow-usage")]);
  await bed.say("/follow كأس العالم");
  expect(await bed.say("متابعة كاس العالم")).toEqual([ar("follow-known", { words: "كاس العالم" })]);
  await bed.say("كتم بورصة");
  await bed.say("/mute أسهم");
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ follow: ["كأس العالم"], mute: ["بورصة", "أسهم"] });
  expect(await bed.say("/mute")).toEqual([ar("mute-list")]);
  expect(await bed.press("✕ بورصة")).toBe(ar("mute-removed", { words: "بورصة" }));
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ mute: ["أسهم"] });
  expect(buttonsOf(bed.last())).toEqual([["✕ أسهم"]]);
});

test("/pause stops the digests for good or until a date, and /resume undoes it", async () => {
  const bed = await startBed();
  expect(await bed.say("/pause")).toEqual([ar("not-subscribed")]);
  await bed.say("/subscribe");
  expect(await bed.say("/pause")).toEqual([ar("paused")]);
  expect((await bed.say("/times 10:00"))[0]).toContain(ar("next-after-pause"));
  expect(await bed.say("/pause ٣ أيام")).toEqual([expect.stringContaining("الخميس، 26 نوفمبر 2026")]);
  expect((await bed.say("/settings"))[0]).toContain(ar("settings-paused"));
  expect(await bed.say("/pause حين ميسرة")).toEqual([ar("pause-usage")]);
  expect(await bed.say("/resume")).toEqual([`${ar("resumed")}\nالموجز القادم: غدًا 10:00`]);
});

test("/subscribe ends a pause, and a chat that had refused is welcome again", async () => {
  const bed = await startBed();
  await bed.say("/subscribe");
  await bed.say("/pause");
  bed.digests.acts.length = 0;
  expect((await bed.say("/subscribe"))[0]).toContain("الموجز القادم");
  expect(bed.digests.stored.get(`${READER}:0`)?.pausedUntil).toBeNull();
  await bed.say("/start");
  expect(bed.digests.acts).toEqual([
    ["unpark", `${READER}:0`],
    ["unpark", `${READER}:0`],
  ]);
});

test("a digest that an English reader asks for before anything was chosen is an English one", async () => {
  const bed = await startBed({ before: english });
  await bed.say("/digest", { userId: ENGLISH });
  expect(bed.digests.stored.get(`${ENGLISH}:0`)).toMatchObject({ locale: "en", subscribedAt: null });
});

test("/unsubscribe keeps the choices and offers the way back", async () => {
  const bed = await startBed();
  expect(await bed.say("/unsubscribe")).toEqual([ar("not-subscribed")]);
  await bed.say("/times 10:00");
  await bed.say("/subscribe");
  expect(await bed.say("إلغاء الاشتراك")).toEqual([ar("unsubscribed")]);
  expect(bed.digests.stored.get(`${READER}:0`)).toMatchObject({ subscribedAt: null, digestAt: ["10:00"] });
});

test("/forget asks first, and deletes only when the question is answered", async () => {
  const bed = await startBed();
  await bed.say("/subscribe");
  expect(await bed.say("/forget")).toEqual([ar("forget-confirm")]);
  expect(buttonsOf(bed.last())).toEqual([[ar("button-forget")], [ar("button-keep")]]);
  await bed.press(ar("button-keep"));
  expect(bed.digests.stored.size).toBe(1);
  await bed.say("/forget");
  await bed.press(ar("button-forget"));
  expect(bed.digests.stored.size).toBe(0);
  expect(bed.last().text).toBe(ar("forgotten"));
});

test("what is not understood is said so, in private only", async () => {
  const bed = await startBed();
  expect(await bed.say("/nonsense")).toEqual([ar("not-understood")]);
  expect(await bed.say("كلام ".repeat(40))).toEqual([ar("not-understood")]);
  expect(await bed.say("", { file: { name: "a.txt", type: "text/plain", bytes: new Uint8Array(1) } })).toEqual([
    ar("not-understood"),
  ]);
  expect(await bed.say("/nonsense", { chatId: GROUP })).toEqual([]);
  expect(await bed.say("صباح الخير", { chatId: GROUP })).toEqual([]);
});

test("with a closed door only operators subscribe", async () => {
  const bed = await startBed({ access: "listed" });
  expect(await bed.say("/subscribe")).toEqual([ar("subscribe-listed-only")]);
  expect(bed.digests.stored.size).toBe(0);
  await bed.say("/subscribe", { userId: OPERATOR });
  expect(bed.digests.stored.size).toBe(1);
});

test("/sources shows readers the names, and operators how the reads went", async () => {
  const bed = await startBed();
  const failing = { ...poll("beta"), failures: 3, lastFailure: { failure: "timeout", at: NOW } };
  bed.sources.known.set("alpha", { source: source("alpha"), poll: undefined });
  bed.sources.known.set("beta", { source: source("beta"), poll: failing });
  bed.sources.known.set("gamma", { source: source("gamma", { enabled: false }), poll: undefined });
  expect(await bed.say("/sources")).toEqual([expect.stringMatching(/أقرأ موقعين:\n\n• موقع alpha\n• موقع beta$/)]);
  const [told = ""] = await bed.say("/sources", { userId: OPERATOR });
  expect(told).toContain("alpha");
  expect(told).toContain("gamma");
  expect(told).toContain(ar("failure-timeout"));
  expect(told).toContain("تعذّرت قراءته 3 مرات");
});

test("/help tells operators more, in private", async () => {
  const bed = await startBed();
  expect((await bed.say("مساعدة"))[0]).not.toContain("/addsource");
  expect((await bed.say("مساعدة", { userId: OPERATOR }))[0]).toContain("/addsource");
  expect((await bed.say("/help", { userId: OPERATOR, chatId: GROUP }))[0]).not.toContain("/addsource");
});

test("/export gives a file of what the chat chose; operators get the sources, too", async () => {
  const bed = await startBed();
  bed.sources.known.set("alpha", { source: source("alpha"), poll: undefined });
  await bed.say("/times 10:00");
  expect(await bed.say("/export")).toEqual([ar("export-choices")]);
  const kept = [...bed.api.state.files.values()].map(({ file, bytes }) => [
    file.file_name,
    Buffer.from(bytes).toString(),
  ]);
  expect(kept.map(([name]) => name)).toEqual(["mujaz.json"]);
  expect(JSON.parse(kept[0]?.[1] as string)).toEqual(bed.digests.stored.get(`${READER}:0`));
  expect(await bed.say("/export", { userId: OPERATOR })).toEqual([ar("export-choices"), ar("export-sources")]);
  const opml = [...bed.api.state.files.values()].find(({ file }) => file.file_name === "mujaz.opml");
  expect(Buffer.from(opml?.bytes ?? []).toString()).toContain('xmlUrl="https://alpha.example/rss"');
});

test("/stats counts the sources, for operators", async () => {
  const bed = await startBed();
  const failing = { ...poll("beta"), failures: 3, lastFailure: { failure: "timeout", at: NOW }, headlineCount: 4 };
  bed.sources.known.set("alpha", { source: source("alpha"), poll: { ...poll("alpha"), headlineCount: 30 } });
  bed.sources.known.set("beta", { source: source("beta"), poll: failing });
  bed.sources.known.set("gamma", { source: source("gamma", { enabled: false }), poll: undefined });
  expect(await bed.say("/stats")).toEqual([ar("operators-only")]);
  expect(await bed.say("/stats", { userId: OPERATOR })).toEqual([
    ar("stats", { read: "2", failing: "1", paused: "1", headlines: "34", when: ar("age-now") }),
  ]);
});

test("/privacy says what is kept", async () => {
  const bed = await startBed();
  expect(await bed.say("الخصوصية")).toEqual([ar("privacy")]);
});

function english(api: { state: { chats: { people: Map<number, object> } } }): void {
  api.state.chats.people.set(ENGLISH, { id: ENGLISH, is_bot: false, first_name: "Sam", language_code: "en-GB" });
}

function poll(sourceId: string) {
  return {
    sourceId,
    etag: null,
    lastModified: null,
    bodyHash: null,
    checkedAt: NOW,
    nextCheckAt: NOW,
    failures: 0,
    quietCount: 0,
    lastFailure: null,
    headlineCount: 0,
    readOnce: true,
  };
}
