import type { BotApi } from "../../src/demo/control.ts";
import type { RefusalName } from "../../src/demo/refusals.ts";
import { type Answer, call, type handClock } from "./client.ts";

/** A clock that the test moves. */
export type Clock = ReturnType<typeof handClock>;
/** One way to provoke a refusal. */
export interface Case {
  readonly refusal: RefusalName;
  readonly why?: string;
  /** What fills the placeholder of the description. */
  readonly detail?: string;
  readonly parameters?: object;
  readonly provoke: (api: BotApi, clock: Clock) => Promise<Answer>;
}

/** Chats of `furnish`. */
export const GROUP = -50;
export const SUPERGROUP = -1_000_000_000_060;
export const FORUM = -1_000_000_000_061;
export const CHANNEL = -1_000_000_000_070;
/** An inline keyboard of one row. */
export const keyboard = (...buttons: object[]) => ({ inline_keyboard: [buttons] });
/** Sends a message to the private chat, or what `more` says. */
export const send = (api: BotApi, more: object = {}) => call(api, "sendMessage", { chat_id: 7, text: "خبر", ...more });
/** Sends HTML to the private chat. */
export const html = (api: BotApi, text: string) => send(api, { text, parse_mode: "HTML" });

/** A private chat, a group, a supergroup, a forum and a channel in which all is well. */
export function furnish(api: BotApi): void {
  const { people } = api;
  people.say(7, 7, "/start");
  people.openChat(GROUP, "group");
  people.setMember(GROUP, 7, "creator");
  people.openChat(SUPERGROUP, "supergroup");
  people.openChat(FORUM, "supergroup", { isForum: true });
  people.createTopic(FORUM, { id: 4, name: "عاجل" });
  people.openChat(CHANNEL, "channel");
}
