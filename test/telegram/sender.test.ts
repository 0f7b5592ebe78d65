import { expect, test, vi } from "vitest";
import type { BotApi } from "../../src/demo/control.ts";
import { createSender } from "../../src/telegram/sender.ts";
import { startApi, TOKEN } from "../demo/client.ts";
import { GROUP, keptLog, PATIENCE, READER } from "./bed.ts";

const never = new AbortController().signal;

async function startSender(change: { paidBroadcast?: boolean; buttonsRightToLeft?: boolean } = {}) {
  const api = await startApi();
  api.people.say(READER, READER, "/start");
  api.people.openChat(GROUP, "group", { title: "أهل الحي" });
  const log = keptLog();
  const sender = createSender({ token: TOKEN, apiRoot: api.url, logger: log, paidBroadcast: false, ...change });
  return { api, log, sender };
}

const to = (chatId: number, html = "<b>خبر</b>") => ({ chatId, threadId: 0, html });
const fail = (api: BotApi, trouble: Parameters<BotApi["fault"]>[0]["trouble"]) =>
  api.fault({ method: "sendMessage", trouble, times: 1 });

test("a message is sent as HTML, without a preview, and its id comes back", async () => {
  const { api, sender } = await startSender();
  expect(await sender.send(to(READER), never)).toEqual({ kind: "sent", messageId: 2 });
  expect(api.delivered(READER)).toMatchObject([
    { text: "خبر", entities: [{ type: "bold" }], silent: false, linkPreview: { is_disabled: true } },
  ]);
});

test("topic, silence, preview and buttons go with it; rows of buttons are turned for an Arabic reader", async () => {
  const { api, sender } = await startSender();
  const forum = -1_000_000_000_700;
  api.people.openChat(forum, "supergroup", { title: "منتدى", isForum: true });
  api.people.createTopic(forum, { id: 5, name: "أخبار" });
  const buttons = [
    [
      { text: "أول", data: "1" },
      { text: "ثانٍ", data: "2" },
    ],
  ];
  const message = { ...to(forum), threadId: 5, silent: true, previewUrl: "https://a.example/x", buttons };
  expect(await sender.send(message, never)).toMatchObject({ kind: "sent" });
  expect(api.delivered(forum)).toMatchObject([
    {
      threadId: 5,
      silent: true,
      linkPreview: { url: "https://a.example/x", show_above_text: true },
      replyMarkup: { inline_keyboard: [[{ text: "ثانٍ" }, { text: "أول" }]] },
    },
  ]);
});

test("rows stay as they are where buttons read from the left", async () => {
  const { api, sender } = await startSender({ buttonsRightToLeft: false });
  const buttons = [
    [
      { text: "One", data: "1" },
      { text: "Two", data: "2" },
    ],
  ];
  await sender.send({ ...to(READER), buttons }, never);
  expect(api.delivered(READER)[0]?.replyMarkup?.inline_keyboard?.[0]?.map(({ text }) => text)).toEqual(["One", "Two"]);
});

test("a text that Telegram refuses can be sent plain: tags out, entities decoded", async () => {
  const { api, sender } = await startSender();
  const message = to(READER, '<b>أ &lt; ب &amp; ج</b>\n<a href="https://a.example/">رابط</a> <i>بلا نهاية');
  expect(await sender.send(message, never)).toMatchObject({ kind: "rejected" });
  expect(await sender.send({ ...message, plain: true }, never)).toMatchObject({ kind: "sent" });
  expect(api.delivered(READER).map(({ text }) => text)).toEqual(["أ < ب & ج\nرابط بلا نهاية"]);
});

test.each([
  { trouble: { kind: "refusal", name: "blocked" } as const, result: { kind: "parked", reason: "blocked" } },
  { trouble: { kind: "refusal", name: "unauthorized" } as const, result: { kind: "fatal" } },
  { trouble: { kind: "refusal", name: "restart" } as const, result: { kind: "maybe" } },
  { trouble: { kind: "refusal", name: "sentAndDeleted" } as const, result: { kind: "sent" } },
  { trouble: { kind: "broken", status: 502 } as const, result: { kind: "maybe" } },
  { trouble: { kind: "drop-before" } as const, result: { kind: "maybe" } },
  { trouble: { kind: "drop-after" } as const, result: { kind: "maybe" } },
])("over the line, $trouble gives $result, and nothing is tried a second time", async ({ trouble, result }) => {
  const { api, sender } = await startSender();
  fail(api, trouble);
  expect(await sender.send(to(READER), never)).toMatchObject(result);
  expect(api.calls().get("sendmessage")).toBe(1);
});

test("a group that moved tells its new id", async () => {
  const { api, sender } = await startSender();
  const chatId = api.people.migrate(GROUP);
  expect(await sender.send(to(GROUP), never)).toEqual({ kind: "moved", chatId });
});

test("a 429 is a group's own once it has had fifteen messages within the minute, else the bot's", async () => {
  const { api, sender } = await startSender();
  const flood = { kind: "flood", retryAfterSeconds: 9 } as const;
  fail(api, flood);
  expect(await sender.send(to(GROUP), never)).toEqual({ kind: "wait", scope: "bot", retryAfterMs: 9000 });
  for (let count = 0; count < 15; count++) await sender.send(to(GROUP), never);
  fail(api, flood);
  expect(await sender.send(to(GROUP), never)).toEqual({ kind: "wait", scope: "chat", retryAfterMs: 9000 });
});

test("a 429 in a private chat is always the bot's", async () => {
  const { api, sender } = await startSender();
  for (let count = 0; count < 16; count++) await sender.send(to(READER), never);
  fail(api, { kind: "flood", retryAfterSeconds: 9 });
  expect(await sender.send(to(READER), never)).toMatchObject({ kind: "wait", scope: "bot" });
});

test("a paid broadcast says so, and has the paid rate", async () => {
  const { api, sender } = await startSender({ paidBroadcast: true });
  api.setRateLimits({ perChatPerSecond: 1000, perGroupPerMinute: 1000, overallPerSecond: 1 });
  const results = await Promise.all(Array.from({ length: 5 }, () => sender.send(to(READER), never)));
  expect(results.map(({ kind }) => kind)).toEqual(Array(5).fill("sent"));
});

test("a line that cannot be made is unsent, and nothing that is logged or answered shows the token", async () => {
  const { api, log, sender } = await startSender();
  await api.close();
  const result = await sender.send(to(READER), never);
  expect(result).toEqual({ kind: "unsent", why: "ECONNREFUSED" });
  expect(JSON.stringify(log.lines)).not.toContain("test-token");
});

test("a stop in the middle of a call leaves its result open", async () => {
  const { api, sender } = await startSender();
  fail(api, { kind: "delay", delayMs: 5000 });
  const stop = new AbortController();
  const sending = sender.send(to(READER), stop.signal);
  await vi.waitUntil(() => api.calls().has("sendmessage"), PATIENCE);
  stop.abort();
  expect(await sending).toMatchObject({ kind: "maybe" });
});
