import { isDeepStrictEqual } from "node:util";
import type { BotState } from "./bot-state.ts";
import { type Chat, chatCard, checkAccess, checkWriting } from "./chats.ts";
import { checkMarkup } from "./keyboard.ts";
import { finishText, readText } from "./message-text.ts";
import type { Parameters } from "./parameters.ts";
import { refuse } from "./refusals.ts";
import type { Message, ReplyMarkup, SentFile } from "./telegram-types.ts";
import type { FormattedText } from "./text-cleaning.ts";

const DELETE_SECONDS = 48 * 3600;

/** The chat of the call, if the bot may see it. */
export function accessibleChat(state: BotState, parameters: Parameters): Chat {
  const chat = state.chats.find(parameters.text("chat_id"));
  checkAccess(chat);
  return chat;
}

/** sendMessage. The checks come in Telegram's order, so that the first fault is the one that is told. */
export function sendMessage(state: BotState, parameters: Parameters): Message {
  const raw = readText(parameters, "text");
  const chat = writableChat(state, parameters);
  const { text, entities } = finishText(raw, "text");
  const markup = checkMarkup(parameters.json("reply_markup"));
  const preview = parameters.json("link_preview_options");
  return post(state, chat, parameters, markup, {
    text,
    ...(entities.length > 0 && { entities }),
    ...(preview !== undefined && { link_preview_options: preview }),
  });
}

/** sendDocument with an uploaded file, or the id of one that was sent before. */
export function sendDocument(state: BotState, parameters: Parameters): Message {
  const raw = readText(parameters, "caption");
  const chat = writableChat(state, parameters);
  const caption = finishText(raw, "caption");
  const markup = checkMarkup(parameters.json("reply_markup"));
  const named = parameters.text("document");
  const upload = parameters.files.get(named.startsWith("attach://") ? named.slice(9) : "document");
  const document = upload ? keepFile(state, upload.name, upload.type, upload.bytes) : state.files.get(named)?.file;
  if (!document) throw refuse(named === "" || named.startsWith("attach://") ? "fileMissing" : "fileNotFound");
  return post(state, chat, parameters, markup, {
    document,
    ...(caption.text !== "" && { caption: caption.text }),
    ...(caption.entities.length > 0 && { caption_entities: caption.entities }),
  });
}

/** Remembers a file under a new id. */
export function keepFile(state: BotState, name: string, type: string, bytes: Uint8Array): SentFile {
  const file_id = `file${state.files.size + 1}`;
  const file = { file_id, file_unique_id: `u${file_id}`, file_name: name, mime_type: type, file_size: bytes.length };
  state.files.set(file_id, { file, bytes });
  return file;
}

/** editMessageText. */
export function editMessageText(state: BotState, parameters: Parameters): Message {
  const raw = readText(parameters, "text");
  const { chat, message } = ownMessage(state, parameters);
  if (message.text === undefined) throw refuse("editForbidden");
  const { text, entities } = finishText(raw, "text");
  return change(state, chat, message, { text, entities }, checkMarkup(parameters.json("reply_markup")));
}

/** editMessageReplyMarkup. */
export function editMessageReplyMarkup(state: BotState, parameters: Parameters): Message {
  const { chat, message } = ownMessage(state, parameters);
  const markup = checkMarkup(parameters.json("reply_markup"));
  return change(state, chat, message, { text: message.text ?? "", entities: message.entities ?? [] }, markup);
}

/** deleteMessage. */
export function deleteMessage(state: BotState, parameters: Parameters): true {
  const chat = accessibleChat(state, parameters);
  const messageId = parameters.number("message_id", 0);
  const message = chat.messages.get(messageId);
  if (!message) throw refuse("deleteNotFound");
  const foreign = message.from?.id !== state.bot.id && !message.sender_chat;
  const tooOld = state.seconds() - message.date >= DELETE_SECONDS;
  const admin = chat.kind !== "private" && chat.botStatus === "administrator";
  if (!admin && (tooOld || (foreign && chat.kind !== "private"))) throw refuse("deleteForbidden");
  chat.messages.delete(messageId);
  state.tell({ kind: "deleted", chatId: chat.id, messageId });
  return true;
}

/** Puts a message into a chat, whoever wrote it. */
export function addMessage(
  state: BotState,
  chat: Chat,
  content: Omit<Message, "message_id" | "chat" | "date">,
): Message {
  const message: Message = {
    message_id: ++chat.lastMessageId,
    ...content,
    chat: chatCard(chat),
    date: state.seconds(),
  };
  chat.messages.set(message.message_id, message);
  if (chat.messages.size > state.keepMessages) chat.messages.delete(chat.messages.keys().next().value as number);
  state.tell({ kind: "message", chatId: chat.id, messageId: message.message_id });
  return message;
}

function writableChat(state: BotState, parameters: Parameters): Chat {
  const chat = accessibleChat(state, parameters);
  checkWriting(chat, parameters.number("message_thread_id", 0));
  return chat;
}

function post(
  state: BotState,
  chat: Chat,
  parameters: Parameters,
  markup: ReplyMarkup | undefined,
  content: Pick<Message, "text" | "entities" | "document" | "caption" | "caption_entities" | "link_preview_options">,
): Message {
  const threadId = parameters.number("message_thread_id", 0);
  const replied = repliedMessage(chat, parameters);
  const message = addMessage(state, chat, {
    ...(chat.kind === "channel" ? { sender_chat: chatCard(chat) } : { from: state.bot }),
    ...(threadId !== 0 && { message_thread_id: threadId, is_topic_message: true }),
    ...(replied && { reply_to_message: replied }),
    ...content,
    ...(markup && { reply_markup: markup }),
  });
  chat.delivered.push({
    sequence: ++state.sentCount,
    chatId: chat.id,
    threadId,
    messageId: message.message_id,
    part: ++chat.sentCount,
    text: content.text ?? content.caption ?? "",
    entities: content.entities ?? content.caption_entities ?? [],
    replyMarkup: markup ?? null,
    linkPreview: content.link_preview_options ?? null,
    silent: parameters.flag("disable_notification"),
    sentAt: state.clock.now(),
  });
  if (chat.delivered.length > state.keepMessages) chat.delivered.shift();
  return message;
}

function repliedMessage(chat: Chat, parameters: Parameters): Message | undefined {
  const wanted = parameters.json("reply_parameters") as
    | { message_id?: number; allow_sending_without_reply?: boolean }
    | undefined;
  const id = wanted?.message_id ?? parameters.number("reply_to_message_id", 0);
  if (id === 0) return undefined;
  const replied = chat.messages.get(id);
  if (!replied && !wanted?.allow_sending_without_reply) throw refuse("replyNotFound");
  if (!replied) return undefined;
  const { reply_to_message: _, ...message } = replied;
  return message;
}

function ownMessage(state: BotState, parameters: Parameters): { chat: Chat; message: Message } {
  const chat = accessibleChat(state, parameters);
  const message = chat.messages.get(parameters.number("message_id", 0));
  if (!message) throw refuse("editNotFound");
  if (message.from?.id !== state.bot.id && message.sender_chat?.id !== chat.id) throw refuse("editForbidden");
  return { chat, message };
}

function change(
  state: BotState,
  chat: Chat,
  message: Message,
  { text, entities }: FormattedText,
  markup: ReplyMarkup | undefined,
): Message {
  const same =
    text === (message.text ?? "") &&
    isDeepStrictEqual(entities, message.entities ?? []) &&
    isDeepStrictEqual(markup, message.reply_markup);
  if (same) throw refuse("notModified");
  const { entities: _, reply_markup: __, ...rest } = message;
  const edited: Message = {
    ...rest,
    ...(message.text !== undefined && { text }),
    ...(entities.length > 0 && { entities }),
    ...(markup && { reply_markup: markup }),
    edit_date: state.seconds(),
  };
  chat.messages.set(message.message_id, edited);
  state.tell({ kind: "edited", chatId: chat.id, messageId: message.message_id });
  return edited;
}
