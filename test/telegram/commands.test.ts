import { expect, test } from "vitest";
import { source } from "../fakes/desks.ts";
import { ar, buttonsOf, CHANNEL, en, GROUP, NOW, OPERATOR, READER, startBed } from "./bed.ts";

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
  await bed.say("/mute valueOf");
  await bed.say("/mute __proto__");
  expect(await bed.say("/mute")).toEqual([ar("mute-list")]);
  expect(bed.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
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

test("with a closed door a group or channel subscribes once an operator has let it in", async () => {
  const bed = await startBed({ access: "listed" });
  const { people } = bed.api;
  people.setMember(GROUP, OPERATOR, "administrator");
  for (const chatId of [GROUP, CHANNEL]) {
    people.setBot(chatId, "administrator", READER); // whoever else adds the bot does not let anybody in
    expect(await bed.say("/subscribe", { chatId }), String(chatId)).toContain(ar("subscribe-listed-only"));
  }
  await bed.say("/subscribe", { chatId: GROUP, userId: OPERATOR });
  people.setBot(CHANNEL, "left", READER);
  people.setBot(CHANNEL, "administrator", OPERATOR);
  expect(await bed.say("/subscribe", { chatId: CHANNEL })).not.toContain(ar("subscribe-listed-only"));
  await bed.say("/unsubscribe", { chatId: GROUP });
  expect(await bed.say("/subscribe", { chatId: GROUP })).not.toContain(ar("subscribe-listed-only"));
  expect([...bed.digests.stored.values()].filter(({ subscribedAt }) => subscribedAt !== null)).toHaveLength(2);
});

test("/sources shows readers the names, and operators how the reads went", async () => {
  const bed = await startBed();
  const failing = { ...poll("beta"), failures: 3, lastFailure: { failure: "timeout", at: NOW } };
  bed.sources.known.set("alpha", { source: source("alpha"), poll: undefined });
  bed.sources.known.set("beta", { source: source("beta"), poll: failing });
  bed.sources.known.set("gamma", { source: source("gamma", { enabled: false }), poll: undefined });
  expect(await bed.say("/sources")).toEqual([expect.stringMatching(/أقرأ موقعين:\n\n• موقع alpha\n• موقع beta$/)]);
  const [told = ""] = await bed.say("/sources", { userId: OPERATOR });
  for (const id of ["alpha", "gamma"]) expect(told).toContain(`موقع ${id} · \u2068${id}\u2069`);
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

test("/export of an operator who has no sources yet is the choices alone", async () => {
  const bed = await startBed();
  expect(await bed.say("/export", { userId: OPERATOR })).toEqual([ar("export-choices")]);
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
