import type { BotContext } from "./context.ts";

/** Who may use it. Reading is everybody's; what a chat gets is for its administrators; sources are for operators, in private. */
export type Audience = "everybody" | "chat-admin" | "operator";

/** What a command does with the words behind it. */
export interface CommandFeature {
  /** As Telegram takes it: `a–z`, digits and `_`. The message `command-<name>` tells what it does. */
  readonly name: string;
  readonly audience: Audience;
  run(ctx: BotContext, argument: string): Promise<unknown>;
}

/** What a pressed button does. Its rights are checked at each press: the presser need not be who was shown it. */
export interface ButtonFeature {
  readonly action: string;
  readonly audience: Audience;
  /** Answers the text of a toast (at most 200 characters), or nothing. */
  press(ctx: BotContext, argument: string): Promise<string | undefined>;
}

/** One thing that the bot can do. */
export interface Feature {
  readonly commands?: readonly CommandFeature[];
  readonly buttons?: readonly ButtonFeature[];
}
