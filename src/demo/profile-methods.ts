import type { BotCommand, BotState } from "./bot-state.ts";
import type { Parameters } from "./parameters.ts";
import { refuse } from "./refusals.ts";

const MOST_COMMANDS = 100;

interface ProfileCall {
  readonly state: BotState;
  readonly parameters: Parameters;
}

/** Methods that set and tell the bot's own card: who it is, its commands, its names and descriptions. */
export const PROFILE_METHODS = {
  getMe: ({ state }: ProfileCall) => ({
    ...state.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
  }),
  setMyCommands({ state, parameters }: ProfileCall): true {
    state.commands.set(scopeKey(parameters), readCommands(parameters.json("commands")));
    state.tell({ kind: "commands" });
    return true;
  },
  getMyCommands: ({ state, parameters }: ProfileCall) => state.commands.get(scopeKey(parameters)) ?? [],
  deleteMyCommands({ state, parameters }: ProfileCall): true {
    state.commands.delete(scopeKey(parameters));
    state.tell({ kind: "commands" });
    return true;
  },
  ...profileField("MyName", "name", 64),
  ...profileField("MyDescription", "description", 512),
  ...profileField("MyShortDescription", "short_description", 120),
};

/**
 * The commands that a person sees in a chat: the narrowest scope that has any, in the person's language before none.
 * Source: https://core.telegram.org/bots/api#determining-list-of-commands
 */
export function commandsFor(
  state: BotState,
  chat: { readonly id: number; readonly kind: string },
  userId: number,
  isAdmin: boolean,
  language: string,
): readonly BotCommand[] {
  const group = chat.kind !== "private";
  const scopes = [
    ...(group ? [`chat_member:${chat.id}:${userId}`] : []),
    ...(group && isAdmin ? [`chat_administrators:${chat.id}`] : []),
    `chat:${chat.id}`,
    ...(group && isAdmin ? ["all_chat_administrators"] : []),
    group ? "all_group_chats" : "all_private_chats",
    "default",
  ];
  for (const scope of scopes) {
    const commands = state.commands.get(`${scope}|${language}`) ?? state.commands.get(`${scope}|`);
    if (commands && commands.length > 0) return commands;
  }
  return [];
}

function scopeKey(parameters: Parameters): string {
  const scope = (parameters.json("scope") ?? {}) as { type?: string; chat_id?: number | string; user_id?: number };
  const place = [scope.type ?? "default", scope.chat_id, scope.user_id].filter((part) => part !== undefined).join(":");
  return `${place}|${parameters.text("language_code")}`;
}

function readCommands(list: unknown): BotCommand[] {
  if (!Array.isArray(list)) throw refuse("badJson");
  if (list.length > MOST_COMMANDS) throw refuse("commandsTooMany");
  return (list as BotCommand[]).map(({ command, description }) => {
    const name = String(command ?? "").replace(/^\//, "");
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw refuse("commandInvalid");
    const length = [...String(description ?? "").trim()].length;
    if (length < 1 || length > 256) throw refuse("commandDescription");
    return { command: name, description };
  });
}

function profileField(method: string, field: string, longest: number) {
  const key = (parameters: Parameters) => `${field}|${parameters.text("language_code")}`;
  return {
    [`set${method}`]({ state, parameters }: ProfileCall): true {
      const value = parameters.text(field);
      if ([...value].length > longest) throw refuse("profileTooLong", field);
      if (value === "") state.profile.delete(key(parameters));
      else state.profile.set(key(parameters), value);
      state.tell({ kind: "commands" });
      return true;
    },
    [`get${method}`]({ state, parameters }: ProfileCall): object {
      const value = state.profile.get(key(parameters)) ?? state.profile.get(`${field}|`);
      return { [field]: value ?? (field === "name" ? state.bot.first_name : "") };
    },
  };
}
