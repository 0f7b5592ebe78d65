import type { BotState } from "./bot-state.ts";
import { type Chat, type ChatOptions, chatCard, type Topic } from "./chats.ts";
import { findEntities } from "./entity-finder.ts";
import { askInline } from "./inline.ts";
import { addMessage, keepFile } from "./messages.ts";
import { botMember } from "./methods.ts";
import type { ChatKind, MemberStatus, Message } from "./telegram-types.ts";

const MOST_QUERIES = 1000;

/** Optional parts of what a person writes. */
export interface SayOptions {
  readonly threadId?: number;
  readonly replyTo?: number;
  /** A file that comes with the text as its caption. */
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** The people around the bot: they write, press, block, and run their chats. Every act tells the bot what Telegram would tell. */
export class People {
  private readonly state: BotState;

  constructor(state: BotState) {
    this.state = state;
  }

  /** Makes a person known by a name. */
  person(userId: number, name: string, username?: string): void {
    this.state.chats.person(userId, name, username);
    this.state.tell({ kind: "chats" });
  }

  /** Makes a chat in which the bot is, without telling the bot. Groups have negative ids, supergroups and channels begin with -100. */
  openChat(chatId: number, kind: ChatKind, options: ChatOptions = {}): void {
    this.state.chats.open(chatId, kind, options);
    this.state.tell({ kind: "chats" });
  }

  /**
   * A person writes; in a channel, the channel does. A private chat is opened, begun and unblocked by it.
   * Shape: the id of the message. In groups the bot is told only of what its privacy mode lets through.
   */
  say(chatId: number, userId: number, text: string, options: SayOptions = {}): number {
    const { state } = this;
    const chat = chatId > 0 ? state.chats.open(chatId, "private") : this.chat(chatId);
    const from = state.chats.person(userId);
    if (chat.kind === "private" && !chat.started) chat.started = true;
    if (chat.kind === "private" && chat.blocked) this.unblock(chatId);
    if (chat.kind !== "private" && !chat.members.has(userId)) chat.members.set(userId, "member");
    const { threadId = 0, replyTo = 0, file } = options;
    const replied = chat.messages.get(replyTo);
    const entities = findEntities(text);
    const message = addMessage(state, chat, {
      ...(chat.kind === "channel" ? { sender_chat: chatCard(chat) } : { from }),
      ...(threadId !== 0 && { message_thread_id: threadId, is_topic_message: true }),
      ...(replied && { reply_to_message: replied }),
      ...(file
        ? { document: keepFile(state, file.name, file.type, file.bytes), ...(text !== "" && { caption: text }) }
        : { text, ...(entities.length > 0 && { entities }) }),
    });
    if (this.reachesBot(chat, message))
      state.updates.push(chat.kind === "channel" ? "channel_post" : "message", message);
    return message.message_id;
  }

  /** A person presses the button with that data. Shape: the id of the query. Throws `Error` when there is no such button. */
  press(chatId: number, userId: number, messageId: number, data: string): string {
    const { state } = this;
    const message = this.chat(chatId).messages.get(messageId);
    const buttons = message?.reply_markup?.inline_keyboard?.flat() ?? [];
    if (!message || !buttons.some((button) => button.callback_data === data)) {
      throw new Error(`message ${messageId} of chat ${chatId} has no button ${data}`);
    }
    const query = {
      id: state.nextQueryId(),
      userId,
      chatId,
      messageId,
      data,
      pressedAt: state.clock.now(),
      answer: undefined,
    };
    state.queries.set(query.id, query);
    if (state.queries.size > MOST_QUERIES) state.queries.delete(state.queries.keys().next().value as string);
    const from = state.chats.person(userId);
    state.updates.push("callback_query", { id: query.id, from, message, chat_instance: `${chatId}`, data });
    return query.id;
  }

  /** A person types after the bot's name, in whatever chat. Shape: the id of the query. */
  type(userId: number, query: string): string {
    return askInline(this.state, userId, query);
  }

  block(userId: number): void {
    const chat = this.state.chats.open(userId, "private");
    chat.blocked = true;
    this.tellBot(chat, userId, "member", "kicked");
  }

  unblock(userId: number): void {
    const chat = this.chat(userId);
    chat.blocked = false;
    this.tellBot(chat, userId, "kicked", "member");
  }

  /** The account is deleted; nobody tells the bot. */
  deactivate(userId: number): void {
    this.state.chats.open(userId, "private").deactivated = true;
  }

  /** Sets how the bot stands in a group or channel: added, made administrator, restricted, thrown out. */
  setBot(chatId: number, status: MemberStatus, byUserId: number, mayPost = status !== "restricted"): void {
    const chat = this.chat(chatId);
    const before = chat.botStatus;
    const cardBefore = botMember(this.state, chat);
    chat.botStatus = status;
    chat.botMayPost = mayPost;
    this.tellBot(chat, byUserId, before, status, cardBefore);
  }

  kick(chatId: number, byUserId: number): void {
    this.setBot(chatId, "kicked", byUserId);
  }

  /** Sets how a person stands in a group or channel. */
  setMember(chatId: number, userId: number, status: MemberStatus): void {
    const chat = this.chat(chatId);
    const user = this.state.chats.person(userId);
    const before = chat.members.get(userId) ?? "left";
    chat.members.set(userId, status);
    this.state.updates.push("chat_member", {
      chat: chatCard(chat),
      from: user,
      date: this.state.seconds(),
      old_chat_member: { user, status: before },
      new_chat_member: { user, status },
    });
    this.state.tell({ kind: "chats" });
  }

  deleteGroup(chatId: number): void {
    this.chat(chatId).deleted = true;
    this.state.tell({ kind: "chats" });
  }

  /** A group becomes a supergroup: both tell the bot, and the old one refuses from then on. Shape: the id of the new one. */
  migrate(chatId: number): number {
    const { state } = this;
    const old = this.chat(chatId);
    const id = chatId - 1_000_000_000_000;
    const fresh = state.chats.open(id, "supergroup", { title: old.title, botStatus: old.botStatus });
    for (const [userId, status] of old.members) fresh.members.set(userId, status);
    old.migratedTo = id;
    const [userId = 0] = old.members.keys();
    const from = userId === 0 ? {} : { from: state.chats.person(userId) };
    state.updates.push("message", addMessage(state, old, { ...from, migrate_to_chat_id: id }));
    state.updates.push("message", addMessage(state, fresh, { ...from, migrate_from_chat_id: chatId }));
    state.tell({ kind: "chats" });
    return id;
  }

  createTopic(chatId: number, topic: { readonly id: number; readonly name: string }): void {
    this.chat(chatId).topics.set(topic.id, { ...topic, closed: false });
    this.state.tell({ kind: "chats" });
  }

  closeTopic(chatId: number, topicId: number, closed = true): void {
    const topic: Topic | undefined = this.chat(chatId).topics.get(topicId);
    if (topic) topic.closed = closed;
    this.state.tell({ kind: "chats" });
  }

  deleteTopic(chatId: number, topicId: number): void {
    this.chat(chatId).topics.delete(topicId);
    this.state.tell({ kind: "chats" });
  }

  private chat(chatId: number): Chat {
    const chat = this.state.chats.get(chatId);
    if (!chat) throw new Error(`there is no chat ${chatId}`);
    return chat;
  }

  /** Privacy mode: in a group only commands, answers to the bot and mentions of it, unless it is an administrator. */
  private reachesBot(chat: Chat, message: Message): boolean {
    if (chat.kind === "private") return true;
    if (chat.botStatus === "administrator") return true;
    if (chat.botStatus === "kicked" || chat.botStatus === "left" || chat.kind === "channel") return false;
    const text = message.text ?? message.caption ?? "";
    const name = `@${this.state.bot.username}`.toLowerCase();
    const addressed = /^\/[a-z0-9_]+(@[a-z0-9_]+)?/i.exec(text);
    if (addressed) return addressed[1] === undefined || addressed[1].toLowerCase() === name;
    return message.reply_to_message?.from?.id === this.state.bot.id || text.toLowerCase().includes(name);
  }

  private tellBot(chat: Chat, userId: number, before: MemberStatus, after: MemberStatus, cardBefore?: object): void {
    const { state } = this;
    state.updates.push("my_chat_member", {
      chat: chatCard(chat),
      from: state.chats.person(userId),
      date: state.seconds(),
      old_chat_member: cardBefore ?? botMember(state, chat, before),
      new_chat_member: botMember(state, chat, after),
    });
    state.tell({ kind: "chats" });
  }
}
