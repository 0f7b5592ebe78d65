import type { Clock } from "../ports.ts";
import type { BotContext } from "./context.ts";

const REMEMBERED_MS = 3 * 60_000;
const MOST_REMEMBERED = 5000;

/** Tells who may change what a chat gets. */
export interface Rights {
  /** In a private chat its person, in a channel who posts there, in a group its administrators, asked of Telegram. */
  mayChange(ctx: BotContext): Promise<boolean>;
}

/** Answers of Telegram are remembered for three minutes. */
export function createRights(clock: Clock): Rights {
  const known = new Map<string, { readonly is: boolean; readonly at: number }>();
  return {
    async mayChange(ctx) {
      const { chat, from } = ctx;
      if (chat === undefined) return false;
      if (chat.type === "private") return true;
      // Only administrators post in a channel; a button there may be pressed by every reader.
      if (chat.type === "channel" && ctx.channelPost !== undefined) return true;
      // An administrator who writes anonymously writes as the group itself.
      if (ctx.msg?.sender_chat?.id === chat.id && ctx.callbackQuery === undefined) return true;
      if (from === undefined) return false;
      const key = `${chat.id}:${from.id}`;
      const remembered = known.get(key);
      if (remembered !== undefined && clock.now() - remembered.at < REMEMBERED_MS) return remembered.is;
      const member = await ctx.api.getChatMember(chat.id, from.id).catch(() => undefined);
      if (member === undefined) return false;
      const is = member.status === "creator" || member.status === "administrator";
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, { is, at: clock.now() });
      return is;
    },
  };
}
