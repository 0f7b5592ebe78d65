import type { BotContext, BotDeps } from "./context.ts";
import { say } from "./context.ts";

/** Where the bot stands in a chat has changed: it was blocked, thrown out, let in or made an administrator. */
export async function membershipChanged(ctx: BotContext, deps: BotDeps): Promise<void> {
  const change = ctx.myChatMember;
  if (change === undefined) return;
  const { status } = change.new_chat_member;
  const before = change.old_chat_member.status;
  const recipient = { chatId: change.chat.id, threadId: 0 };
  if (status === "kicked" || status === "left") {
    await deps.digests.park(recipient, change.chat.type === "private" ? "blocked" : "kicked");
    return;
  }
  await deps.digests.unpark(recipient);
  const joined = before === "left" || before === "kicked";
  if (joined && (change.chat.type === "group" || change.chat.type === "supergroup"))
    await say(ctx, ctx.t("greeting-group"));
}

/** The group became a supergroup: everything that was kept moves with it. */
export async function groupMigrated(ctx: BotContext, deps: BotDeps): Promise<boolean> {
  const to = ctx.message?.migrate_to_chat_id;
  if (to === undefined || ctx.chat === undefined) return false;
  await deps.digests.move(ctx.chat.id, to);
  return true;
}
