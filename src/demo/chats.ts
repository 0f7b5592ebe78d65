import { refuse } from "./refusals.ts";
import type { ChatCard, ChatKind, MemberStatus, Message, MessageEntity, ReplyMarkup, User } from "./telegram-types.ts";

/** A forum topic. */
export interface Topic {
  readonly id: number;
  readonly name: string;
  closed: boolean;
}

/** One message that the bot sent, as it was when it was accepted: what an exactly-once test counts. */
export interface Delivered {
  /** Counts all deliveries of the bot, from 1. */
  readonly sequence: number;
  readonly chatId: number;
  readonly threadId: number;
  readonly messageId: number;
  /** Counts the bot's messages in this chat, from 1. */
  readonly part: number;
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly replyMarkup: ReplyMarkup | null;
  readonly linkPreview: unknown;
  readonly silent: boolean;
  readonly sentAt: number;
}

/** A chat with all that the stand-in knows of it. */
export interface Chat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly username: string | undefined;
  readonly isForum: boolean;
  readonly topics: Map<number, Topic>;
  /** People by id; the bot is in `botStatus`. */
  readonly members: Map<number, MemberStatus>;
  botStatus: MemberStatus;
  /** Whether the bot may write; in a channel, whether it is an administrator who may post. */
  botMayPost: boolean;
  /** Of a private chat. */
  blocked: boolean;
  deactivated: boolean;
  started: boolean;
  /** Of a group. */
  deleted: boolean;
  migratedTo: number | undefined;
  lastMessageId: number;
  sentCount: number;
  readonly messages: Map<number, Message>;
  readonly delivered: Delivered[];
}

/** What a new chat may say of itself. */
export interface ChatOptions {
  readonly title?: string;
  readonly username?: string;
  readonly isForum?: boolean;
  /** Default: member, administrator in a channel. */
  readonly botStatus?: MemberStatus;
  readonly botMayPost?: boolean;
}

/** All people and chats of the stand-in. */
export class Chats {
  readonly bot: User;
  readonly people = new Map<number, User>();
  private readonly chats = new Map<number, Chat>();
  private readonly names = new Map<string, number>();
  private readonly acceptUnknown: boolean;

  constructor(bot: User, acceptUnknown: boolean) {
    this.bot = bot;
    this.acceptUnknown = acceptUnknown;
  }

  /** A person, made known if need be. */
  person(id: number, name = `قارئ ${id}`, username?: string): User {
    const known = this.people.get(id);
    if (known) return known;
    const user = { id, is_bot: false, first_name: name, ...(username && { username }), language_code: "ar" };
    this.people.set(id, user);
    return user;
  }

  /** Makes a chat, or gives the one there is. */
  open(id: number, kind: ChatKind, options: ChatOptions = {}): Chat {
    const known = this.chats.get(id);
    if (known) return known;
    const chat: Chat = {
      id,
      kind,
      title: options.title ?? (kind === "private" ? this.person(id).first_name : `محادثة ${id}`),
      username: options.username,
      isForum: options.isForum ?? false,
      topics: new Map(),
      members: new Map(kind === "private" ? [[id, "member"]] : []),
      botStatus: options.botStatus ?? (kind === "channel" ? "administrator" : "member"),
      botMayPost: options.botMayPost ?? true,
      blocked: false,
      deactivated: false,
      started: false,
      deleted: false,
      migratedTo: undefined,
      lastMessageId: 0,
      sentCount: 0,
      messages: new Map(),
      delivered: [],
    };
    this.chats.set(id, chat);
    if (options.username) this.names.set(options.username.toLowerCase(), id);
    return chat;
  }

  get(id: number): Chat | undefined {
    return this.chats.get(id);
  }

  all(): Iterable<Chat> {
    return this.chats.values();
  }

  /** The chat of a `chat_id` parameter, a number or `@name`. Throws the refusal that Telegram gives. */
  find(chatId: string): Chat {
    const wanted = chatId.trim();
    if (wanted === "") throw refuse("chatIdEmpty");
    const id = wanted.startsWith("@") ? this.names.get(wanted.slice(1).toLowerCase()) : Number(wanted);
    const chat = id === undefined ? undefined : this.chats.get(id);
    if (chat) return chat;
    if (!this.acceptUnknown || !Number.isSafeInteger(id) || (id as number) <= 0) throw refuse("chatNotFound");
    const opened = this.open(id as number, "private");
    opened.started = true;
    return opened;
  }
}

/** Throws unless the bot may see this chat: gone, moved, blocked, thrown out. */
export function checkAccess(chat: Chat): void {
  if (chat.kind === "private") {
    if (chat.deactivated) throw refuse("deactivated");
    if (chat.blocked) throw refuse("blocked");
    return;
  }
  if (chat.migratedTo !== undefined) throw refuse("migrated", "", { migrate_to_chat_id: chat.migratedTo });
  if (chat.deleted) throw refuse("groupDeleted");
  const outside = chat.botStatus;
  if (outside !== "kicked" && outside !== "left") return;
  if (chat.kind === "group") throw refuse(outside === "kicked" ? "kickedFromGroup" : "notInGroup");
  if (chat.kind === "channel") throw refuse(outside === "kicked" ? "kickedFromChannel" : "notInChannel");
  throw refuse(outside === "kicked" ? "kickedFromSupergroup" : "notInSupergroup");
}

/** Throws unless the bot may write to this chat and topic (0: none). */
export function checkWriting(chat: Chat, threadId: number): void {
  if (chat.kind === "private" && !chat.started) throw refuse("notStarted");
  if (threadId !== 0) {
    const topic = chat.topics.get(threadId);
    if (!topic) throw refuse("threadNotFound");
    if (topic.closed && chat.botStatus !== "administrator") throw refuse("topicClosed");
  }
  if (chat.kind === "channel" && (chat.botStatus !== "administrator" || !chat.botMayPost))
    throw refuse("notChannelAdmin");
  if (!chat.botMayPost) throw refuse("noTextRights");
}

/** The chat as a message names it. */
export function chatCard(chat: Chat): ChatCard {
  const username = chat.username ? { username: chat.username } : {};
  if (chat.kind === "private") return { id: chat.id, type: "private", first_name: chat.title, ...username };
  return { id: chat.id, type: chat.kind, title: chat.title, ...username, ...(chat.isForum && { is_forum: true }) };
}
