import { InputFile } from "grammy/web";
import type { BotContext, BotDeps } from "../context.ts";
import type { Feature } from "../feature.ts";
import { directed } from "../say.ts";

/** `/export`: a file of what the chat chose; for operators in private also one of the sources, as other readers of feeds take it. */
export function exportFeature({ sources }: BotDeps): Feature {
  async function send(ctx: BotContext, name: string, text: string, caption: string): Promise<void> {
    const { chatId, threadId } = ctx.recipient;
    await ctx.api.sendDocument(chatId, new InputFile(Buffer.from(text), name), {
      caption: directed(caption, ctx.locale),
      ...(threadId === 0 ? {} : { message_thread_id: threadId }),
    });
  }

  return {
    commands: [
      {
        name: "export",
        audience: "chat-admin",
        async run(ctx) {
          const choices = JSON.stringify(await ctx.chosen(), null, 2);
          await send(ctx, "mujaz.json", `${choices}\n`, ctx.t("export-choices"));
          if (!ctx.isOperator || ctx.chat?.type !== "private") return;
          const feeds = (await sources.list()).map(({ source: { name, url, homeUrl } }) => ({
            title: name,
            url,
            homeUrl,
          }));
          if (feeds.length === 0) return;
          // Loaded only here: it brings a parser of feeds, which the bot needs for nothing else.
          const { renderOpml } = await import("../../extract/opml.ts");
          await send(ctx, "mujaz.opml", renderOpml(feeds), ctx.t("export-sources"));
        },
      },
    ],
  };
}
