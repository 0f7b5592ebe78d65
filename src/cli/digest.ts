import { choicesOf, defaultSubscription } from "../digest/choose.ts";
import { plainText } from "../lib/html.ts";
import { DAY_MS } from "../lib/time.ts";
import { type Command, OUTPUT_OPTIONS, textOption, UsageError } from "./command.ts";
import { print, printJson } from "./lines.ts";
import { withNewsroom } from "./open-newsroom.ts";

/** `mujaz digest`: what a chat that chose nothing would be sent now. */
export const digestCommand: Command = {
  name: "digest",
  summary: "show the digest that would be sent now",
  usage: `mujaz digest [--locale ar] [--html] [--json]

The news of the last 24 hours, as a chat without choices of its own would get them. Sends nothing, marks nothing.
  --locale L      ar or en (default: LOCALE)
  --html          the markup as Telegram gets it
  --json          {messages: [html], stories: [id]}`,
  options: { ...OUTPUT_OPTIONS, locale: { type: "string" }, html: { type: "boolean" } },
  async run(call) {
    if (call.positionals.length > 0) throw new UsageError("expected no arguments");
    await withNewsroom(async ({ composer, config, shelf }) => {
      const locale = textOption(call, "locale") ?? config.LOCALE;
      if (locale !== "ar" && locale !== "en") throw new UsageError("--locale expects ar or en");
      const defaults = { timeZone: config.TIME_ZONE, locale, digestAt: config.DIGEST_AT };
      const until = shelf.closeUntil();
      const choices = choicesOf(defaultSubscription({ chatId: 0, threadId: 0 }, defaults), until);
      const { messages, storyIds } = await composer.compose(choices, until - DAY_MS, until, until);
      if (call.options["json"]) return printJson({ messages, stories: storyIds });
      if (messages.length === 0) return print("nothing new in the last 24 hours");
      await print((call.options["html"] ? messages : messages.map(plainText)).join("\n\n"));
    });
  },
};
