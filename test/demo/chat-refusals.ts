import { expect } from "vitest";
import type { BotApi } from "../../src/demo/control.ts";
import { CALLBACK_LIFETIME_MS } from "../../src/demo/methods.ts";
import { call } from "./client.ts";
import { type Case, CHANNEL, FORUM, GROUP, html, keyboard, SUPERGROUP, send } from "./refusal-case.ts";

async function pressed(api: BotApi): Promise<string> {
  const sent = await send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "y" }) });
  return api.people.press(7, 7, sent.body.result.message_id, "y");
}

/** What is wrong with a chat, a message in it, or the bot's own card. */
export const CHAT_CASES: readonly Case[] = [
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
