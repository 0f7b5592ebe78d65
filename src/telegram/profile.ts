import type { BotCommandScope } from "grammy/types";
import type { Api } from "grammy/web";
import type { Translations } from "../ports.ts";
import { LOCALES } from "./context.ts";
import type { Audience, CommandFeature } from "./feature.ts";

/** One call of the set-up, and what it is for. */
export interface SetUpCall {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** In which chats a command is offered. In groups readers see what they may use, administrators all of it. */
const SCOPES: readonly { readonly scope: BotCommandScope; readonly audiences: readonly Audience[] }[] = [
  { scope: { type: "default" }, audiences: ["everybody", "chat-admin"] },
  { scope: { type: "all_group_chats" }, audiences: ["everybody"] },
  { scope: { type: "all_chat_administrators" }, audiences: ["everybody", "chat-admin"] },
];

interface ProfileOptions {
  readonly commands: readonly CommandFeature[];
  readonly translations: Translations;
  readonly defaultLocale: string;
}

/** Each language that Telegram is told, and for people of other languages the default one. */
function languagesOf({ defaultLocale }: ProfileOptions) {
  const everybodyElse = { locale: defaultLocale, language: {} };
  return [everybodyElse, ...LOCALES.map((locale) => ({ locale, language: { language_code: locale } }))];
}

function commandCalls(
  api: Api,
  options: ProfileOptions,
  scope: BotCommandScope,
  audiences: readonly Audience[],
): SetUpCall[] {
  return languagesOf(options).map(({ locale, language }) => {
    const t = options.translations(locale);
    const shown = options.commands.filter(({ audience }) => audiences.includes(audience));
    const described = shown.map(({ name }) => ({ command: name, description: t(`command-${name}`) }));
    return {
      what: `setMyCommands ${scope.type} ${locale}`,
      run: () => api.setMyCommands(described, { scope, ...language }),
    };
  });
}

/** The calls that show an operator all commands. Telegram refuses them until he or she has written to the bot. */
export function operatorCalls(api: Api, options: ProfileOptions, operatorId: number): SetUpCall[] {
  return commandCalls(api, options, { type: "chat", chat_id: operatorId }, ["everybody", "chat-admin", "operator"]);
}

/** The calls that tell Telegram the bot's commands and what it is. A description is set only where it differs. */
export function profileCalls(api: Api, options: ProfileOptions): SetUpCall[] {
  const descriptions = languagesOf(options).flatMap(({ locale, language }): SetUpCall[] => {
    const description = options.translations(locale)("bot-description");
    const short = options.translations(locale)("bot-short-description");
    return [
      {
        what: `setMyDescription ${locale}`,
        run: async () =>
          (await api.getMyDescription(language)).description === description ||
          api.setMyDescription(description, language),
      },
      {
        what: `setMyShortDescription ${locale}`,
        run: async () =>
          (await api.getMyShortDescription(language)).short_description === short ||
          api.setMyShortDescription(short, language),
      },
    ];
  });
  return [...SCOPES.flatMap(({ scope, audiences }) => commandCalls(api, options, scope, audiences)), ...descriptions];
}
