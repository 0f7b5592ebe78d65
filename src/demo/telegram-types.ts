/** The part of https://core.telegram.org/bots/api#messageentity that the stand-in knows. */
export interface MessageEntity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
  user?: { readonly id: number };
}

/** A person or the bot. Source: https://core.telegram.org/bots/api#user */
export interface User {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
  readonly language_code?: string;
}

/** Source: https://core.telegram.org/bots/api#chat */
export interface ChatCard {
  readonly id: number;
  readonly type: ChatKind;
  readonly title?: string;
  readonly first_name?: string;
  readonly username?: string;
  readonly is_forum?: true;
}

/** Source: https://core.telegram.org/bots/api#chat, field `type`. */
export type ChatKind = "private" | "group" | "supergroup" | "channel";

/** Source: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export interface InlineButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly [action: string]: unknown;
}

/** Source: https://core.telegram.org/bots/api#inlinekeyboardmarkup; other markups are kept as they came. */
export interface ReplyMarkup {
  readonly inline_keyboard?: readonly (readonly InlineButton[])[];
  readonly [markup: string]: unknown;
}

/** A file that was sent. Source: https://core.telegram.org/bots/api#document */
export interface SentFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  readonly file_size: number;
}

/** Source: https://core.telegram.org/bots/api#message */
export interface Message {
  readonly message_id: number;
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly from?: User;
  readonly sender_chat?: ChatCard;
  readonly chat: ChatCard;
  /** Seconds. */
  readonly date: number;
  edit_date?: number;
  text?: string;
  entities?: readonly MessageEntity[];
  caption?: string;
  caption_entities?: readonly MessageEntity[];
  document?: SentFile;
  link_preview_options?: unknown;
  readonly reply_to_message?: Message;
  reply_markup?: ReplyMarkup;
  readonly migrate_to_chat_id?: number;
  readonly migrate_from_chat_id?: number;
}

/** How somebody stands in a chat. Source: https://core.telegram.org/bots/api#chatmember */
export type MemberStatus = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

/** Source: https://core.telegram.org/bots/api#update */
export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}
