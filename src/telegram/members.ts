import type { ChatMember } from "grammy/types";
import type { ParkReason } from "../outbox/delivery.ts";
import type { BotContext, BotDeps } from "./context.ts";
import { say } from "./say.ts";

/** Why nothing can be sent where the bot stands so; null where it is welcome. */
function refusalOf(member: ChatMember, chatType: string): ParkReason | null {
  switch (member.status) {
    case "kicked":
      return chatType === "private" ? "blocked" : "kicked";
    case "left":
      return "kicked";
    case "restricted":
      if (!member.is_member) return "kicked";
      return member.can_send_messages ? null : "no-rights";
    case "member":
      return chatType === "channel" ? "no-rights" : null;
    case "administrator":
      return chatType === "channel" && !member.can_post_messages ? "no-rights" : null;
    case "creator":
      return null;
  }
}

/** Where the bot stands in a chat has changed: it was blocked, thrown out, let in, made an administrator. */
export async function membershipChanged(ctx: BotContext, deps: Pick<BotDeps, "digests">): Promise<void> {
  const change = ctx.myChatMember;
  if (change === undefined) return;
  const { chat, new_chat_member: member, old_chat_member: before } = change;
  const refusal = refusalOf(member, chat.type);
  if (refusal !== null) return deps.digests.park({ chatId: chat.id, threadId: 0 }, refusal);
  await deps.digests.unpark({ chatId: chat.id, threadId: 0 });
  if (ctx.isOperator && chat.type !== "private") await deps.digests.admit(chat.id);
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  if (isGroup && refusalOf(before, chat.type) === "kicked") await say(ctx, ctx.t("greeting-group"));
}
