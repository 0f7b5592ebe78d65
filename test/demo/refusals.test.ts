import { expect, test } from "vitest";
import type { BotApi } from "../../src/demo/control.ts";
import { CALLBACK_LIFETIME_MS } from "../../src/demo/methods.ts";
import { TELEGRAM_RATES } from "../../src/demo/rate-limits.ts";
import { REFUSALS, type RefusalName } from "../../src/demo/refusals.ts";
import { type Answer, ask, call, handClock, startApi, TOKEN } from "./client.ts";

type Clock = ReturnType<typeof handClock>;
interface Case {
  readonly refusal: RefusalName;
  readonly why?: string;
  /** What fills the placeholder of the description. */
  readonly detail?: string;
  readonly parameters?: object;
  readonly provoke: (api: BotApi, clock: Clock) => Promise<Answer>;
}

const GROUP = -50;
const SUPERGROUP = -1_000_000_000_060;
const FORUM = -1_000_000_000_061;
const CHANNEL = -1_000_000_000_070;
const keyboard = (...buttons: object[]) => ({ inline_keyboard: [buttons] });
const send = (api: BotApi, more: object = {}) => call(api, "sendMessage", { chat_id: 7, text: "خبر", ...more });
const html = (api: BotApi, text: string) => send(api, { text, parse_mode: "HTML" });

/** A private chat, a group, a supergroup, a forum and a channel in which all is well. */
function furnish(api: BotApi): void {
  const { people } = api;
  people.say(7, 7, "/start");
  people.openChat(GROUP, "group");
  people.setMember(GROUP, 7, "creator");
  people.openChat(SUPERGROUP, "supergroup");
  people.openChat(FORUM, "supergroup", { isForum: true });
  people.createTopic(FORUM, { id: 4, name: "عاجل" });
  people.openChat(CHANNEL, "channel");
}

async function pressed(api: BotApi): Promise<string> {
  const sent = await send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "y" }) });
  return api.people.press(7, 7, sent.body.result.message_id, "y");
}

const CASES: readonly Case[] = [
  { refusal: "unauthorized", provoke: (api) => call(api, "getMe", {}, "4242:other") },
  { refusal: "notFound", provoke: (api) => ask(`${api.url}/robot`) },
  { refusal: "methodNotFound", provoke: (api) => call(api, "sendTelepathy") },
  {
    refusal: "badJson",
    provoke: (api) =>
      ask(`${api.url}/bot${TOKEN}/getMe`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{",
      }),
  },
  { refusal: "badJson", why: "in a parameter", provoke: (api) => send(api, { reply_markup: "{" }) },
  {
    refusal: "tooLarge",
    provoke: (api) =>
      ask(`${api.url}/bot${TOKEN}/getMe`, { method: "POST", body: new Uint8Array(50 * 1024 * 1024 + 1) }),
  },
  {
    refusal: "flood",
    why: "a fault",
    detail: "17",
    parameters: { retry_after: 17 },
    provoke: (api) => {
      api.fault({ trouble: { kind: "flood", retryAfterSeconds: 17 } });
      return send(api);
    },
  },
  {
    refusal: "flood",
    why: "two messages in one second",
    detail: "1",
    parameters: { retry_after: 1 },
    provoke: async (api) => {
      api.setRateLimits(TELEGRAM_RATES);
      await send(api);
      return send(api);
    },
  },
  ...(["restart", "sentAndDeleted"] as const).map((name) => ({
    refusal: name,
    provoke: (api: BotApi) => {
      api.fault({ trouble: { kind: "refusal", name } });
      return send(api);
    },
  })),
  {
    refusal: "webhookActive",
    provoke: async (api) => {
      await call(api, "setWebhook", { url: "http://127.0.0.1:9/hook" });
      return call(api, "getUpdates");
    },
  },
  {
    refusal: "otherPoll",
    provoke: async (api, clock) => {
      await call(api, "getUpdates", { offset: -1 });
      await call(api, "getUpdates", { offset: 200_000 });
      const older = call(api, "getUpdates", { timeout: 50 });
      while (clock.sleeperCount() === 0) await new Promise(setImmediate);
      const newer = call(api, "getUpdates", { timeout: 0 });
      await newer;
      return older;
    },
  },
  { refusal: "webhookNotHttps", provoke: (api) => call(api, "setWebhook", { url: "http://example.com/hook" }) },
  {
    refusal: "webhookSecret",
    provoke: (api) => call(api, "setWebhook", { url: "https://example.com/hook", secret_token: "سر" }),
  },
  { refusal: "textMissing", provoke: (api) => send(api, { text: "" }) },
  { refusal: "textTooManyBytes", provoke: (api) => send(api, { text: "خ".repeat(16_385) }) },
  { refusal: "parseMode", provoke: (api) => send(api, { parse_mode: "BBCode" }) },
  {
    refusal: "entities",
    detail: 'Can\'t find end tag corresponding to start tag "b"',
    provoke: (api) => html(api, "<b>خبر"),
  },
  {
    refusal: "entities",
    why: "bytes are counted",
    detail: 'Unsupported start tag "" at byte offset 3',
    provoke: (api) => html(api, "أ < ب"),
  },
  { refusal: "textEmpty", provoke: (api) => send(api, { text: " \u200f\n" }) },
  { refusal: "textTooLong", provoke: (api) => send(api, { text: "خ".repeat(4097) }) },
  {
    refusal: "captionTooLong",
    provoke: async (api) => {
      const form = new FormData();
      form.set("chat_id", "7");
      form.set("caption", "خ".repeat(1025));
      form.set("document", new File(["x"], "a.txt"));
      return ask(`${api.url}/bot${TOKEN}/sendDocument`, { method: "POST", body: form });
    },
  },
  { refusal: "fileMissing", provoke: (api) => call(api, "sendDocument", { chat_id: 7 }) },
  { refusal: "fileNotFound", provoke: (api) => call(api, "getFile", { file_id: "nothing" }) },
  { refusal: "buttonTextEmpty", provoke: (api) => send(api, { reply_markup: keyboard({ callback_data: "a" }) }) },
  { refusal: "buttonAction", provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم" }) }) },
  {
    refusal: "buttonData",
    why: "33 Arabic letters are 66 bytes",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "خ".repeat(33) }) }),
  },
  {
    refusal: "buttonData",
    why: "empty",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "" }) }),
  },
  {
    refusal: "buttonData",
    why: "two actions",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "a", url: "https://a.co" }) }),
  },
  {
    refusal: "markupTooLong",
    provoke: (api) =>
      send(api, { reply_markup: keyboard(...Array.from({ length: 101 }, () => ({ text: "1", callback_data: "1" }))) }),
  },
  { refusal: "chatIdEmpty", provoke: (api) => send(api, { chat_id: "" }) },
  { refusal: "chatNotFound", provoke: (api) => send(api, { chat_id: 999 }) },
  { refusal: "chatNotFound", why: "a name", provoke: (api) => send(api, { chat_id: "@nobody" }) },
  {
    refusal: "blocked",
    provoke: (api) => {
      api.people.block(7);
      return send(api);
    },
  },
  {
    refusal: "deactivated",
    provoke: (api) => {
      api.people.deactivate(7);
      return send(api);
    },
  },
  {
    refusal: "notStarted",
    provoke: (api) => {
      api.people.openChat(8, "private");
      return send(api, { chat_id: 8 });
    },
  },
  {
    refusal: "migrated",
    parameters: { migrate_to_chat_id: -1_000_000_000_050 },
    provoke: (api) => {
      api.people.migrate(GROUP);
      return send(api, { chat_id: GROUP });
    },
  },
  {
    refusal: "groupDeleted",
    provoke: (api) => {
      api.people.deleteGroup(GROUP);
      return send(api, { chat_id: GROUP });
    },
  },
  ...(
    [
      ["kickedFromGroup", GROUP, "kicked"],
      ["kickedFromSupergroup", SUPERGROUP, "kicked"],
      ["kickedFromChannel", CHANNEL, "kicked"],
      ["notInGroup", GROUP, "left"],
      ["notInSupergroup", SUPERGROUP, "left"],
      ["notInChannel", CHANNEL, "left"],
      ["noTextRights", SUPERGROUP, "restricted"],
      ["notChannelAdmin", CHANNEL, "member"],
    ] as const
  ).map(([refusal, chatId, status]) => ({
    refusal,
    provoke: (api: BotApi) => {
      api.people.setBot(chatId, status, 7);
      return send(api, { chat_id: chatId });
    },
  })),
  { refusal: "threadNotFound", provoke: (api) => send(api, { chat_id: FORUM, message_thread_id: 5 }) },
  {
    refusal: "threadNotFound",
    why: "General",
    provoke: (api) => send(api, { chat_id: FORUM, message_thread_id: 1 }),
  },
  {
    refusal: "threadNotFound",
    why: "deleted",
    provoke: (api) => {
      api.people.deleteTopic(FORUM, 4);
      return send(api, { chat_id: FORUM, message_thread_id: 4 });
    },
  },
  {
    refusal: "topicClosed",
    provoke: (api) => {
      api.people.closeTopic(FORUM, 4);
      return send(api, { chat_id: FORUM, message_thread_id: 4 });
    },
  },
  { refusal: "privateAdmins", provoke: (api) => call(api, "getChatAdministrators", { chat_id: 7 }) },
  { refusal: "userNotFound", provoke: (api) => call(api, "getChatMember", { chat_id: GROUP, user_id: 77 }) },
  { refusal: "leavePrivate", provoke: (api) => call(api, "leaveChat", { chat_id: 7 }) },
  {
    refusal: "notModified",
    provoke: async (api) => {
      const { body } = await html(api, "<b>خبر</b>");
      return call(api, "editMessageText", {
        chat_id: 7,
        message_id: body.result.message_id,
        text: "<strong>خبر</strong>",
        parse_mode: "HTML",
      });
    },
  },
  {
    refusal: "editNotFound",
    provoke: (api) => call(api, "editMessageText", { chat_id: 7, message_id: 99, text: "x" }),
  },
  {
    refusal: "editForbidden",
    provoke: (api) => call(api, "editMessageText", { chat_id: 7, message_id: 1, text: "x" }),
  },
  { refusal: "deleteNotFound", provoke: (api) => call(api, "deleteMessage", { chat_id: 7, message_id: 99 }) },
  {
    refusal: "deleteForbidden",
    why: "48 hours old",
    provoke: async (api, clock) => {
      const { body } = await send(api);
      clock.move(48 * 3_600_000);
      return call(api, "deleteMessage", { chat_id: 7, message_id: body.result.message_id });
    },
  },
  {
    refusal: "deleteForbidden",
    why: "another's in a group",
    provoke: (api) => {
      const messageId = api.people.say(GROUP, 7, "مرحبا");
      return call(api, "deleteMessage", { chat_id: GROUP, message_id: messageId });
    },
  },
  { refusal: "replyNotFound", provoke: (api) => send(api, { reply_parameters: { message_id: 99 } }) },
  {
    refusal: "queryTooOld",
    why: "unknown",
    provoke: (api) => call(api, "answerCallbackQuery", { callback_query_id: "1" }),
  },
  {
    refusal: "queryTooOld",
    why: "answered",
    provoke: async (api) => {
      const id = await pressed(api);
      expect((await call(api, "answerCallbackQuery", { callback_query_id: id })).body.ok).toBe(true);
      return call(api, "answerCallbackQuery", { callback_query_id: id });
    },
  },
  {
    refusal: "queryTooOld",
    why: "expired",
    provoke: async (api, clock) => {
      const id = await pressed(api);
      clock.move(CALLBACK_LIFETIME_MS + 1);
      return call(api, "answerCallbackQuery", { callback_query_id: id });
    },
  },
  { refusal: "chatActionUnknown", provoke: (api) => call(api, "sendChatAction", { chat_id: 7, action: "dance" }) },
  {
    refusal: "commandInvalid",
    provoke: (api) => call(api, "setMyCommands", { commands: [{ command: "موجز", description: "x" }] }),
  },
  {
    refusal: "commandDescription",
    provoke: (api) => call(api, "setMyCommands", { commands: [{ command: "latest", description: " " }] }),
  },
  {
    refusal: "commandsTooMany",
    provoke: (api) =>
      call(api, "setMyCommands", {
        commands: Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: "x" })),
      }),
  },
  {
    refusal: "profileTooLong",
    detail: "short_description",
    provoke: (api) => call(api, "setMyShortDescription", { short_description: "خ".repeat(121) }),
  },
];

test.each(CASES.map((one) => ({ why: "plainly", ...one })))(
  "$refusal ($why) is answered as Telegram words it",
  async ({ refusal, detail, parameters, provoke }) => {
    const clock = handClock();
    const api = await startApi({ clock });
    furnish(api);
    const { code, description } = REFUSALS[refusal];
    const answer = await provoke(api, clock);
    expect(answer).toEqual({
      status: code,
      retryAfter: parameters && "retry_after" in parameters ? String(parameters.retry_after) : null,
      body: {
        ok: false,
        error_code: code,
        description: description.replace(/<\w+>/, detail ?? "<missing>"),
        ...(parameters && { parameters }),
      },
    });
  },
);

test("every refusal of the table is provoked here", () => {
  const provoked = new Set(CASES.map(({ refusal }) => refusal));
  expect(Object.keys(REFUSALS).filter((name) => !provoked.has(name as RefusalName))).toEqual([]);
});

test("the first fault in Telegram's order is the one that is told", async () => {
  const api = await startApi({ clock: handClock() });
  furnish(api);
  api.people.setBot(SUPERGROUP, "restricted", 7);
  const bad = {
    chat_id: SUPERGROUP,
    message_thread_id: 9,
    text: `${"خ".repeat(5000)}<p>`,
    parse_mode: "HTML",
    reply_markup: keyboard({ text: "نعم" }),
  };
  const told = async (fixed: object) => (await call(api, "sendMessage", { ...bad, ...fixed })).body.description;
  const text = "خ".repeat(5000);
  expect(await told({})).toContain("can't parse entities");
  expect(await told({ text, chat_id: 999 })).toBe(REFUSALS.chatNotFound.description);
  expect(await told({ text })).toBe(REFUSALS.threadNotFound.description);
  expect(await told({ text, message_thread_id: 0 })).toBe(REFUSALS.noTextRights.description);
  api.people.setBot(SUPERGROUP, "member", 7);
  expect(await told({ text, message_thread_id: 0 })).toBe(REFUSALS.textTooLong.description);
  expect(await told({ text: "خبر", message_thread_id: 0 })).toBe(REFUSALS.buttonAction.description);
});
