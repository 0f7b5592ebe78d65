import type { Clock } from "../ports.ts";
import type { BotContext } from "./context.ts";

const REMEMBERED_MS = 3 * 60_000;
const MOST_REMEMBERED = 5000;

/** Tells who may change what a chat gets. */
export interface Rights {
  /**
   * In a private chat its person, in a channel who posts there, in a group its administrators, asked of Telegram and remembered for
   * three minutes. Undefined when Telegram gave no answer.
   */
  mayChange(ctx: BotContext): Promise<boolean | undefined>;
}

/** Answers of Telegram are remembered for a few minutes. */
export function createRights(clock: Clock): Rights {
  const known = new Map<string, { readonly is: boolean; readonly at: number }>();

  async function ask(ctx: BotContext, chatId: number, userId: number): Promise<boolean | undefined> {
    try {
      const { status } = await ctx.api.getChatMember(chatId, userId);
      return status === "creator" || status === "administrator";
    } catch {
      // A bot that is no administrator itself is not always told of one member, but always of the administrators.
      const admins = await ctx.api.getChatAdministrators(chatId).catch(() => undefined);
      return admins?.some((admin) => admin.user.id === userId);
    }
  }

  return {
    async mayChange(ctx) {
      const { chat, from } = ctx;
      if (chat === undefined) return false;
      if (chat.type === "private") return true;
      if (ctx.callbackQuery === undefined) {
        // Only administrators post in a channel; its buttons may be pressed by every reader.
        if (chat.type === "channel" && ctx.channelPost !== undefined) return true;
        // An administrator who writes anonymously writes as the group itself.
        if (ctx.msg?.sender_chat !== undefined) return ctx.msg.sender_chat.id === chat.id;
      }
      if (from === undefined) return false;
      const key = `${chat.id}:${from.id}`;
      const remembered = known.get(key);
      if (remembered !== undefined && clock.now() - remembered.at < REMEMBERED_MS) return remembered.is;
      const is = await ask(ctx, chat.id, from.id);
      if (is === undefined) return undefined;
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, { is, at: clock.now() });
      return is;
    },
  };
}
