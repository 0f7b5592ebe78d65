import type { BotState } from "./bot-state.ts";
import { type Chat, chatCard, checkWriting } from "./chats.ts";
import { answerInlineQuery } from "./inline.ts";
import {
  accessibleChat,
  deleteMessage,
  editMessageReplyMarkup,
  editMessageText,
  sendDocument,
  sendMessage,
} from "./messages.ts";
import type { Parameters } from "./parameters.ts";
import { PROFILE_METHODS } from "./profile-methods.ts";
import { refuse } from "./refusals.ts";
import type { MemberStatus } from "./telegram-types.ts";
import type { Webhook } from "./webhook.ts";

/** How long a button press may wait for its answer. Telegram names no figure; this one is ours. */
export const CALLBACK_LIFETIME_MS = 60_000;
const CHAT_ACTIONS = new Set(
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note".split(
    " ",
  ),
);

/** What a method works on. */
export interface Call {
  readonly state: BotState;
  readonly webhook: Webhook;
  readonly parameters: Parameters;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** One Bot API method: its `result`, or a thrown refusal. */
export type Method = (call: Call) => unknown;

/** All methods of the stand-in by their name in lower case. Source: https://core.telegram.org/bots/api#available-methods */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    getUpdates,
    setWebhook,
    deleteWebhook,
    getWebhookInfo: ({ webhook }: Call) => webhook.describe(),
    logOut: () => true,
    close: () => true,
    sendMessage: ({ state, parameters }: Call) => sendMessage(state, parameters),
    sendDocument: ({ state, parameters }: Call) => sendDocument(state, parameters),
    editMessageText: ({ state, parameters }: Call) => editMessageText(state, parameters),
    editMessageReplyMarkup: ({ state, parameters }: Call) => editMessageReplyMarkup(state, parameters),
    deleteMessage: ({ state, parameters }: Call) => deleteMessage(state, parameters),
    sendChatAction,
    answerCallbackQuery,
    answerInlineQuery,
    getFile,
    getChat,
    getChatMember,
    getChatAdministrators,
    getChatMemberCount: ({ state, parameters }: Call) => accessibleChat(state, parameters).members.size + 1,
    leaveChat,
    ...PROFILE_METHODS,
  }).map(([name, method]) => [name.toLowerCase(), method]),
);

/** Methods that count as messages for the rate limits. */
export const COUNTED_METHODS: ReadonlySet<string> = new Set([
  "sendmessage",
  "senddocument",
  "editmessagetext",
  "editmessagereplymarkup",
]);

async function getUpdates({ state, webhook, parameters, signal }: Call): Promise<unknown> {
  if (webhook.isSet()) throw refuse("webhookActive");
  const allowed = parameters.json("allowed_updates");
  return state.updates.poll(
    {
      offset: parameters.number("offset", 0),
      limit: parameters.number("limit", 100),
      timeoutSeconds: parameters.number("timeout", 0),
      allowedUpdates: Array.isArray(allowed) ? allowed.map(String) : undefined,
    },
    signal,
  );
}

function setWebhook({ state, webhook, parameters }: Call): true {
  const allowed = parameters.json("allowed_updates");
  webhook.set(parameters.text("url"), parameters.text("secret_token"));
  state.updates.allow(Array.isArray(allowed) ? allowed.map(String) : undefined);
  if (parameters.flag("drop_pending_updates")) state.updates.clear();
  if (webhook.isSet()) state.updates.release();
  return true;
}

function deleteWebhook({ state, webhook, parameters }: Call): true {
  webhook.set("", "");
  if (parameters.flag("drop_pending_updates")) state.updates.clear();
  return true;
}

function sendChatAction({ state, parameters }: Call): true {
  const chat = accessibleChat(state, parameters);
  if (!CHAT_ACTIONS.has(parameters.text("action"))) throw refuse("chatActionUnknown");
  checkWriting(chat, parameters.number("message_thread_id", 0));
  state.tell({ kind: "typing", chatId: chat.id });
  return true;
}

function answerCallbackQuery({ state, parameters }: Call): true {
  const query = state.queries.get(parameters.text("callback_query_id"));
  if (!query || query.answer || state.clock.now() - query.pressedAt > CALLBACK_LIFETIME_MS) throw refuse("queryTooOld");
  query.answer = {
    text: [...parameters.text("text")].slice(0, 200).join(""),
    alert: parameters.flag("show_alert"),
    url: parameters.text("url"),
  };
  state.tell({ kind: "answer", chatId: query.chatId, userId: query.userId, answer: query.answer });
  return true;
}

function getFile({ state, parameters }: Call): object {
  const id = parameters.text("file_id");
  const kept = state.files.get(id);
  if (!kept) throw refuse("fileNotFound");
  const { file_unique_id, file_size, file_name } = kept.file;
  return { file_id: id, file_unique_id, file_size, file_path: `documents/${id}/${file_name}` };
}

function getChat({ state, parameters }: Call): object {
  const chat = accessibleChat(state, parameters);
  return {
    ...chatCard(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
    ...((chat.kind === "group" || chat.kind === "supergroup") && {
      permissions: { can_send_messages: chat.botMayPost },
    }),
  };
}

function getChatMember({ state, parameters }: Call): object {
  const chat = accessibleChat(state, parameters);
  const userId = parameters.number("user_id", 0);
  if (userId === state.bot.id) return botMember(state, chat);
  const user = state.chats.people.get(userId);
  if (!user) throw refuse("userNotFound");
  return member(user, chat.members.get(userId) ?? "left");
}

function getChatAdministrators({ state, parameters }: Call): object[] {
  const chat = accessibleChat(state, parameters);
  if (chat.kind === "private") throw refuse("privateAdmins");
  const people = [...chat.members]
    .filter(([, status]) => status === "creator" || status === "administrator")
    .map(([id, status]) => member(state.chats.person(id), status));
  return chat.botStatus === "administrator" ? [...people, botMember(state, chat)] : people;
}

function leaveChat({ state, parameters }: Call): true {
  const chat = accessibleChat(state, parameters);
  if (chat.kind === "private") throw refuse("leavePrivate");
  chat.botStatus = "left";
  state.tell({ kind: "chats" });
  return true;
}

function member(user: object, status: MemberStatus): object {
  const kicked = status === "kicked" ? { until_date: 0 } : {};
  return { user, status, ...((status === "creator" || status === "administrator") && adminRights(true)), ...kicked };
}

/** The bot as a member of a chat. */
export function botMember(state: BotState, chat: Chat, status: MemberStatus = chat.botStatus): object {
  const { bot } = state;
  if (status === "administrator") {
    return { user: bot, status, can_be_edited: false, ...adminRights(chat.kind !== "channel" || chat.botMayPost) };
  }
  if (status === "kicked") return { user: bot, status, until_date: 0 };
  if (status === "restricted" || (status === "member" && !chat.botMayPost)) {
    return { user: bot, status: "restricted", is_member: true, can_send_messages: chat.botMayPost, until_date: 0 };
  }
  return { user: bot, status };
}

function adminRights(mayPost: boolean): object {
  return {
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_topics: true,
    can_post_messages: mayPost,
    can_edit_messages: mayPost,
    can_invite_users: true,
  };
}
