import { expect, test } from "vitest";
import { encodePress } from "../../src/telegram/callback-codec.ts";
import { card } from "../fakes/desks.ts";
import { ar, type Bed, CHANNEL, FORUM, GROUP, MEMBER, NOW, READER, startBed, TOPIC } from "./bed.ts";

const ANONYMOUS = 1_087_968_824;

const message = (chatId: number, text: string) => ({
  message_id: 8000,
  date: NOW / 1000,
  chat: { id: chatId, type: chatId === GROUP ? "group" : "supergroup", title: "محادثة" },
  from: { id: READER, is_bot: false, first_name: "س", language_code: "ar" },
  text,
});

/** A message whose sender is a chat: an anonymous administrator, or a channel that is tied to the group. */
async function sayAs(bed: Bed, chatId: number, senderChatId: number, text: string): Promise<string[]> {
  const count = bed.api.delivered().length;
  bed.api.state.updates.push("message", {
    message_id: 9000 + count,
    date: NOW / 1000,
    chat: { id: chatId, type: "group", title: "أهل الحي" },
    from: { id: ANONYMOUS, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" },
    sender_chat: { id: senderChatId, type: "group", title: "أهل الحي" },
    text,
  });
  await bed.settled();
  return bed.api
    .delivered()
    .slice(count)
    .map((delivery) => delivery.text);
}

const CHANGING = [
  "/subscribe",
  "/unsubscribe",
  "/digest",
  "/times 10:00",
  "/timezone Cairo",
  "/settings",
  "/follow جسر",
  "/mute جسر",
  "/pause",
  "/resume",
  "/export",
  "/forget",
];

test.each(CHANGING)("in a group %s is for administrators", async (command) => {
  const bed = await startBed();
  expect(await bed.say(command, { chatId: GROUP, userId: MEMBER })).toEqual([ar("chat-admins-only")]);
  expect(bed.digests.stored.size).toBe(0);
  expect(bed.digests.acts).toEqual([]);
  const told = await bed.say(command, { chatId: GROUP, userId: READER });
  expect(told).not.toContain(ar("chat-admins-only"));
});

test("every member may read", async () => {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر")];
  for (const said of ["/latest", "/search الجسر", "بحث الجسر", "/sources", "/help", "/privacy"]) {
    const [answer] = await bed.say(said, { chatId: GROUP, userId: MEMBER });
    expect(answer, said).toBeDefined();
    expect(answer, said).not.toBe(ar("chat-admins-only"));
  }
});

test("an anonymous administrator is one; a channel that is tied to the group is not", async () => {
  const bed = await startBed();
  expect((await sayAs(bed, GROUP, GROUP, "/subscribe"))[0]).toContain("الموجز القادم");
  expect(await sayAs(bed, GROUP, CHANNEL, "/unsubscribe")).toEqual([ar("chat-admins-only")]);
  expect(bed.digests.stored.get(`${GROUP}:0`)?.subscribedAt).toBe(NOW);
});

test("what a channel posts is its administrators' word; who presses a button there is asked of Telegram", async () => {
  const bed = await startBed();
  await bed.say("/times", { chatId: CHANNEL });
  expect(await bed.press("✓ 08:00", { chatId: CHANNEL, userId: MEMBER })).toBe(ar("chat-admins-only"));
  expect(bed.digests.stored.size).toBe(0);
  expect(await bed.press("✓ 08:00", { chatId: CHANNEL, userId: READER })).toBe("");
  expect(bed.digests.stored.get(`${CHANNEL}:0`)?.digestAt).toEqual(["20:00"]);
});

test("rights are checked again at each press, and a lost right is lost within three minutes", async () => {
  const bed = await startBed();
  await bed.say("/settings", { chatId: GROUP });
  const button = ar("setting-stories", { number: "10" });
  expect(await bed.press(button, { chatId: GROUP, userId: MEMBER })).toBe(ar("chat-admins-only"));
  bed.api.people.setMember(GROUP, READER, "member");
  await bed.clock.advance(3 * 60_000);
  expect(await bed.press(button, { chatId: GROUP, userId: READER })).toBe(ar("chat-admins-only"));
  expect(bed.digests.stored.size).toBe(0);
});

test("an administrator is asked for once in three minutes", async () => {
  const bed = await startBed();
  for (const hour of ["10:00", "11:00", "12:00"]) await bed.say(`/times ${hour}`, { chatId: GROUP });
  expect(bed.api.calls().get("getchatmember")).toBe(1);
});

test("where Telegram does not tell of one member, the list of administrators decides", async () => {
  const bed = await startBed();
  bed.api.fault({ method: "getChatMember", trouble: { kind: "refusal", name: "userNotFound" } });
  await bed.say("/times 10:00", { chatId: GROUP });
  expect(bed.digests.stored.get(`${GROUP}:0`)?.digestAt).toEqual(["10:00"]);
  expect(await bed.say("/times 11:00", { chatId: GROUP, userId: MEMBER })).toEqual([ar("chat-admins-only")]);
});

test("where Telegram tells nothing, nothing is changed and the person is asked to come again", async () => {
  const bed = await startBed();
  for (const method of ["getChatMember", "getChatAdministrators"])
    bed.api.fault({ method, trouble: { kind: "refusal", name: "restart" } });
  expect(await bed.say("/times 10:00", { chatId: GROUP })).toEqual([ar("rights-unknown")]);
  bed.api.clearFaults();
  await bed.say("/times 10:00", { chatId: GROUP });
  expect(bed.digests.stored.get(`${GROUP}:0`)?.digestAt).toEqual(["10:00"]);
});

test("a topic has a subscription and answers of its own; General is the group itself", async () => {
  const bed = await startBed();
  await bed.say("/times 10:00", { chatId: FORUM, threadId: TOPIC });
  expect(bed.api.delivered(FORUM).at(-1)).toMatchObject({ threadId: TOPIC });
  await bed.say("/settings", { chatId: FORUM, threadId: TOPIC });
  await bed.press(ar("setting-stories", { number: "10" }), { chatId: FORUM });
  await bed.say("/times 11:00", { chatId: FORUM });
  expect(bed.api.delivered(FORUM).at(-1)).toMatchObject({ threadId: 0 });
  expect([...bed.digests.stored]).toMatchObject([
    [`${FORUM}:${TOPIC}`, { digestAt: ["10:00"], maxStories: 15 }],
    [`${FORUM}:0`, { digestAt: ["11:00"], maxStories: 10 }],
  ]);
});

test("General is the group itself, also where Telegram gives it its number", async () => {
  const bed = await startBed();
  bed.api.state.updates.push("message", {
    ...message(FORUM, "/times 12:00"),
    is_topic_message: true,
    message_thread_id: 1,
  });
  await bed.settled();
  expect([...bed.digests.stored.keys()]).toEqual([`${FORUM}:0`]);
  expect(bed.api.delivered(FORUM)).toMatchObject([{ threadId: 0 }]);
});

test("what is passed on from elsewhere is no wish among people", async () => {
  const bed = await startBed();
  const origin = { type: "hidden_user", sender_user_name: "س", date: 1 };
  bed.api.state.updates.push("message", { ...message(GROUP, "/subscribe"), forward_origin: origin });
  await bed.settled();
  expect(bed.digests.stored.size).toBe(0);
  expect(bed.api.delivered()).toEqual([]);
});

test("a digest is asked for at the time of the message, however late it is read; two of one second are told apart", async () => {
  const bed = await startBed();
  for (let count = 0; count < 2; count++)
    bed.api.state.updates.push("message", { ...message(GROUP, "/digest"), date: NOW / 1000 - 90 });
  await bed.settled();
  const times = bed.digests.acts.map(([, , at]) => Number(at));
  expect(times.map((at) => Math.floor(at / 1000))).toEqual([NOW / 1000 - 90, NOW / 1000 - 90]);
  expect(times[1]).toBeGreaterThan(times[0] as number);
});

test("a group is spoken to in its own language, whatever language its members have", async () => {
  const bed = await startBed();
  bed.api.state.chats.people.set(MEMBER, { id: MEMBER, is_bot: false, first_name: "Sam", language_code: "en" });
  expect(await bed.say("/privacy", { chatId: GROUP, userId: MEMBER })).toEqual([ar("privacy")]);
});

test("people who talk among themselves are not answered", async () => {
  const bed = await startBed();
  for (const said of [
    "تابع معي ما يحدث",
    "الأخبار",
    "بحث جديد نشرته جامعة عن آثار قلة النوم على القلب",
    "موجز القول إننا متفقون",
  ])
    expect(await bed.say(said, { chatId: GROUP, userId: READER }), said).toEqual([]);
  expect(await bed.say("الإعدادات", { chatId: GROUP, userId: MEMBER })).toEqual([]);
  expect((await bed.say("الإعدادات", { chatId: GROUP, userId: READER }))[0]).toContain("ساعات الموجز");
});

test("called by its name the bot understands more, and says when it does not", async () => {
  const bed = await startBed();
  expect((await bed.say("@mujaz_demo_bot متابعة الجسر", { chatId: GROUP }))[0]).toContain("الجسر");
  expect(await bed.say("/nonsense@mujaz_demo_bot", { chatId: GROUP })).toEqual([ar("not-understood")]);
  expect(await bed.say("/subscribe@other_bot", { chatId: GROUP })).toEqual([]);
  expect(bed.digests.stored.get(`${GROUP}:0`)?.follow).toEqual(["الجسر"]);
});

test.each([
  { data: "x", why: "not ours" },
  { data: "0|hour|08:00", why: "of an older release" },
  { data: encodePress("nothing"), why: "an unknown action" },
  { data: encodePress("hour", "99:99"), why: "no hour" },
  { data: encodePress("hour", "08:00 09:00"), why: "two hours" },
  { data: encodePress("zone", "Mars/Olympus"), why: "no zone" },
  { data: encodePress("region", "__proto__"), why: "no region" },
  { data: encodePress("set", "constructor"), why: "no setting" },
  { data: encodePress("unmute", "12345678"), why: "no word of the list" },
])("a forged or old button is answered politely and changes nothing ($why)", async ({ data }) => {
  const bed = await startBed();
  await bed.say("/start");
  expect(await bed.forge(data)).toBe(ar("button-old"));
  expect(bed.digests.stored.size).toBe(0);
});

test("a button under a message too old to be shown is an old one", async () => {
  const bed = await startBed();
  await bed.say("/start");
  const id = bed.api.state.nextQueryId();
  const query = { id, userId: READER, chatId: FORUM, messageId: 1, data: "", pressedAt: NOW, answer: undefined };
  bed.api.state.queries.set(id, query);
  bed.api.state.updates.push("callback_query", {
    id,
    from: { id: READER, is_bot: false, first_name: "س" },
    chat_instance: "1",
    message: { message_id: 1, date: 0, chat: { id: FORUM, type: "supergroup", title: "م", is_forum: true } },
    data: encodePress("set", "stories"),
  });
  await bed.settled();
  expect(bed.api.state.queries.get(id)?.answer?.text).toBe(ar("button-old"));
  expect(bed.digests.stored.size).toBe(0);
});

test("a press is answered also when the work behind it fails, and the person is told", async () => {
  const bed = await startBed();
  await bed.say("/settings");
  bed.digests.save = () => Promise.reject(new Error("the store is full"));
  expect(await bed.press(ar("setting-stories", { number: "10" }))).toBe(ar("failed"));
  expect(await bed.say("/times 10:00")).toEqual([ar("failed")]);
  expect(bed.log.lines.filter((line) => line.startsWith("error"))).toHaveLength(2);
});

test("who blocks the bot is parked and comes back with everything", async () => {
  const bed = await startBed();
  await bed.say("/subscribe");
  bed.digests.acts.length = 0;
  bed.api.people.block(READER);
  bed.api.people.unblock(READER);
  await bed.settled();
  expect(bed.digests.acts).toEqual([
    ["park", `${READER}:0`, "blocked"],
    ["unpark", `${READER}:0`],
  ]);
  expect(bed.digests.stored.size).toBe(1);
});

test("thrown out of a group it is parked; added again it greets; made an administrator it does not", async () => {
  const bed = await startBed();
  bed.api.people.kick(GROUP, READER);
  bed.api.people.setBot(GROUP, "member", READER);
  bed.api.people.setBot(GROUP, "administrator", READER);
  await bed.settled();
  expect(bed.digests.acts).toEqual([
    ["park", `${GROUP}:0`, "kicked"],
    ["unpark", `${GROUP}:0`],
    ["unpark", `${GROUP}:0`],
  ]);
  expect(bed.api.delivered(GROUP).map((delivery) => delivery.text)).toEqual([ar("greeting-group")]);
});

test("where it may not write it is parked for that, and says nothing", async () => {
  const bed = await startBed();
  bed.api.people.setBot(GROUP, "restricted", READER, false);
  bed.api.people.setBot(CHANNEL, "administrator", READER, false);
  await bed.settled();
  expect(bed.digests.acts).toEqual([
    ["park", `${GROUP}:0`, "no-rights"],
    ["park", `${CHANNEL}:0`, "no-rights"],
  ]);
  bed.api.people.setBot(CHANNEL, "member", READER);
  await bed.settled();
  expect(bed.digests.acts.at(-1)).toEqual(["park", `${CHANNEL}:0`, "no-rights"]);
  bed.api.people.setBot(CHANNEL, "administrator", READER);
  await bed.settled();
  expect(bed.digests.acts.at(-1)).toEqual(["unpark", `${CHANNEL}:0`]);
  expect(bed.api.delivered()).toEqual([]);
});

test("a group that becomes a supergroup keeps everything", async () => {
  const bed = await startBed();
  const fresh = bed.api.people.migrate(GROUP);
  await bed.settled();
  expect(bed.digests.acts.filter(([act]) => act === "move")).toEqual([["move", GROUP, fresh]]);
});
